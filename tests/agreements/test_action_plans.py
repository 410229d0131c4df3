"""The yearly plan: begun for a year in force, fixed by every party, adjusted by a revision, measured by weight."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from agreements.models import ActionPlan, Milestone, Naskah
from agreements.services import milestones as rows
from agreements.services import plans as acts
from agreements.services.milestones import MilestoneDraft
from agreements.services.running import summary_of
from agreements.services.running_findings import running_findings
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from tests import factories
from tests.agreements.playing import Play, scan

pytestmark = pytest.mark.django_db
TODAY = factories.TODAY
TRAINING = MilestoneDraft("Pelatihan", date(2026, 12, 1), date(2026, 12, 31), weight=2)


@pytest.fixture
def text(play: Play) -> Naskah:
    """A signed PKS in force from today."""
    play.to("pelaksanaan")
    return play.case.naskah.select_related("case").get(kind="pks")


@pytest.fixture
def plan(play: Play, text: Naskah) -> ActionPlan:
    """This year's plan with one activity of each party."""
    plan = acts.create_plan(actor=play.cast.officer, naskah=text, year=2026, items={"hasil": "Sehat"})
    for party in play.parties():
        draft = replace(TRAINING, activity=f"Pelatihan {party.order}", weight=party.order)
        rows.add_milestone(actor=play.actor_for(party), plan=plan, party=party, draft=draft)
    return fresh(plan)


def fresh(plan: ActionPlan) -> ActionPlan:
    """The plan read again."""
    return ActionPlan.objects.select_related("naskah__case").get(pk=plan.pk)


def confirm(play: Play, plan: ActionPlan) -> ActionPlan:
    """Every party's word."""
    for party in play.parties():
        acts.confirm_plan(
            actor=play.actor_for(party), plan=plan, party=party, seen_revision=fresh(plan).revision
        )
    return fresh(plan)


def reported(play: Play, row: Milestone, percent: int, on: date = TODAY, note: str = "") -> None:
    """Progress of an activity, by its party."""
    rows.report_progress(actor=play.actor_for(row.party), milestone=row, percent=percent, on=on, note=note)


def test_a_text_in_force_without_a_plan_for_the_year_is_pointed_at(play, text):
    assert "tanpa_rencana_aksi" in {row.code for row in running_findings(play.case)}
    acts.create_plan(actor=play.cast.officer, naskah=text, year=2026, items={})
    codes = {row.code for row in running_findings(play.case)}
    assert "tanpa_rencana_aksi" not in codes
    assert "rencana_aksi_belum_ditetapkan" in codes
    later = {row.code for row in running_findings(play.case, on=date(2027, 1, 1))}
    assert "tanpa_rencana_aksi" in later


def test_the_umbrella_kb_needs_no_plan_of_its_own(play, text):
    kb = play.case.naskah.get(kind="kb")
    assert (acts.needs_plan(kb), acts.needs_plan(text)) == (False, True)


def test_a_plan_is_begun_once_and_only_for_a_year_in_force(play, text):
    begin = {"actor": play.cast.officer, "naskah": text, "items": {}}
    acts.create_plan(year=2026, **begin)
    with pytest.raises(ImpossibleStep, match="sudah mempunyai rencana aksi"):
        acts.create_plan(year=2026, **begin)
    for year in (2025, 2029):
        with pytest.raises(DomainError, match="tidak berlaku pada tahun"):
            acts.create_plan(year=year, **begin)


def test_it_is_fixed_only_when_every_party_has_confirmed_the_same_revision(play, plan):
    first, second = play.parties()
    say = {"plan": plan, "seen_revision": plan.revision}
    acts.confirm_plan(actor=play.cast.officer, party=first, **say)
    assert not fresh(plan).is_fixed
    with pytest.raises(ImpossibleStep, match="sudah menyetujui"):
        acts.confirm_plan(actor=play.cast.officer, party=first, **say)
    with pytest.raises(NotAllowed):
        acts.confirm_plan(actor=play.cast.officer, party=second, **say)
    acts.confirm_plan(actor=play.cast.partner, party=second, **say)
    assert (fresh(plan).is_fixed, fresh(plan).fixed_on) == (True, TODAY)


def test_a_change_after_a_partys_word_asks_for_its_word_again(play, plan):
    first, second = play.parties()
    acts.confirm_plan(actor=play.cast.officer, plan=plan, party=first, seen_revision=plan.revision)
    rows.add_milestone(actor=play.cast.partner, plan=plan, party=second, draft=TRAINING)
    assert acts.confirmed_by(fresh(plan)) == set()
    with pytest.raises(StaleForm):
        acts.confirm_plan(actor=play.cast.partner, plan=plan, party=second, seen_revision=plan.revision)


def test_a_plan_without_activities_cannot_be_confirmed(play, text):
    plan = acts.create_plan(actor=play.cast.officer, naskah=text, year=2026, items={})
    with pytest.raises(DomainError, match="belum memuat satu kegiatan"):
        acts.confirm_plan(actor=play.cast.officer, plan=plan, party=play.parties()[0], seen_revision=1)


def test_a_fixed_plan_changes_only_by_a_revision_with_its_reason(play, plan):
    plan = confirm(play, plan)
    row = plan.milestones.first()
    with pytest.raises(ImpossibleStep, match="sudah ditetapkan"):
        rows.change_milestone(actor=play.cast.officer, milestone=row, draft=TRAINING)
    with pytest.raises(DomainError, match="Alasan"):
        acts.adjust_plan(actor=play.cast.officer, plan=plan, reason=" ", seen_revision=plan.revision)
    acts.adjust_plan(actor=play.cast.officer, plan=plan, reason="APBD-P", seen_revision=plan.revision)
    rows.drop_milestone(actor=play.cast.officer, milestone=row)
    kept = fresh(plan).revisions.get()
    assert [entry["activity"] for entry in kept.body["milestones"]] == ["Pelatihan 1", "Pelatihan 2"]
    assert confirm(play, plan).is_fixed


def test_progress_waits_for_the_plan_to_be_fixed_and_is_weighted(play, plan):
    first, second = plan.milestones.order_by("order")
    with pytest.raises(ImpossibleStep, match="belum ditetapkan"):
        reported(play, first, 10)
    confirm(play, plan)
    reported(play, first, 100)
    assert summary_of(play.case).plan_percent == 33
    reported(play, second, 100)
    assert summary_of(play.case).plan_percent == 100


def test_progress_is_only_added_and_a_fall_is_explained(play, plan):
    confirm(play, plan)
    row = plan.milestones.order_by("order").first()
    reported(play, row, 60)
    with pytest.raises(DomainError, match="turun dari 60 ke 40"):
        reported(play, row, 40)
    reported(play, row, 40, note="Alat rusak")
    assert [entry.percent for entry in row.entries.all()] == [40, 60]


@pytest.mark.parametrize(("percent", "days"), [(101, 0), (-1, 0), (50, 1), (50, -1)])
def test_progress_is_a_percentage_of_a_day_that_has_been(play, plan, percent, days):
    confirm(play, plan)
    with pytest.raises(DomainError):
        reported(play, plan.milestones.first(), percent, TODAY + timedelta(days=days))


def test_last_years_plan_is_copied_a_year_on_without_its_progress(play, plan):
    confirm(play, plan)
    reported(play, plan.milestones.first(), 80)
    copy = acts.create_plan(actor=play.cast.officer, naskah=plan.naskah, year=2027, items={}, copy_last=True)
    kept = list(copy.milestones.order_by("order"))
    assert [(row.activity, row.starts_on, row.entries.count()) for row in kept] == [
        ("Pelatihan 1", date(2027, 12, 1), 0),
        ("Pelatihan 2", date(2027, 12, 1), 0),
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"ends_on": date(2027, 1, 1)}, "mulai dan selesai pada tahun itu"),
        ({"starts_on": date(2026, 12, 31), "ends_on": date(2026, 12, 1)}, "tidak boleh mendahului"),
    ],
)
def test_an_activity_lies_within_the_year_and_in_order(play, plan, change, told):
    with pytest.raises(DomainError, match=told):
        rows.add_milestone(
            actor=play.cast.officer, plan=plan, party=play.parties()[0], draft=replace(TRAINING, **change)
        )


def test_each_party_writes_only_its_own_activities(play, plan, cast):
    row = plan.milestones.order_by("order").first()
    for other in (cast.partner, cast.observer, cast.biro, cast.stranger):
        with pytest.raises(NotAllowed):
            rows.change_milestone(actor=other, milestone=row, draft=TRAINING)


def test_progress_with_its_proof_through_the_page(play, plan, cast, signed_in):
    confirm(play, plan)
    row = plan.milestones.order_by("order").first()
    address = reverse("agreements:milestone", args=[play.case.public_id, row.pk])
    sent = {"form_token": "a", "percent": "30", "on": TODAY.isoformat(), "upload": scan()}
    assert signed_in(cast.partner).post(address, sent).status_code == 403
    browser = signed_in(cast.officer)
    assert browser.post(address, sent | {"percent": "tiga puluh"}).status_code == 422
    sent = sent | {"upload": scan(), "form_token": "b"}
    assert browser.post(address, sent).status_code == 302
    assert browser.post(address, sent).status_code in {302, 409, 422}
    assert row.entries.count() == 1
    assert "30%" in signed_in(cast.partner).get(address).content.decode()


def test_items_are_those_of_the_office_where_the_law_names_none(play, plan, cast, signed_in):
    words = signed_in(cast.officer).get(fresh(plan).get_absolute_url()).content.decode()
    assert "Hasil yang diharapkan" in words
    with pytest.raises(DomainError, match="paling panjang"):
        acts.save_items(
            actor=cast.officer, plan=plan, items={"hasil": "x" * 5_001}, seen_revision=plan.revision
        )
