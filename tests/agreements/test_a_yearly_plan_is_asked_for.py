"""A text in force without a fixed plan for the year is asked for it, on a day the office sets (practice, not law)."""

from datetime import date, timedelta

import pytest

from agreements.models import ActionPlan, Naskah, OfficeSetting
from agreements.services import acts, milestones, plans
from agreements.services.milestones import MilestoneDraft
from agreements.services.plan_terms import open_plan_terms
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import Deadline, Notice, NoticeLine
from ksd.deadlines.services import sweep_reminders
from tests import factories
from tests.agreements.changing import old_case, old_text
from tests.agreements.playing import Play
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
TODAY = factories.TODAY
SAID = "Rencana aksi"


@pytest.fixture
def text(play: Play) -> Naskah:
    """A signed PKS in force from today."""
    play.to("pelaksanaan")
    return play.case.naskah.select_related("case").get(kind="pks")


def fixed(play: Play, text: Naskah, year: int) -> ActionPlan:
    """The plan of a year with one activity, confirmed by every party."""
    plan = plans.create_plan(actor=play.cast.officer, naskah=text, year=year, items={})
    draft = MilestoneDraft("Pelatihan (contoh)", date(year, 12, 1), date(year, 12, 31))
    first = play.parties()[0]
    milestones.add_milestone(actor=play.cast.officer, plan=plan, party=first, draft=draft)
    for party in play.parties():
        plans.confirm_plan(actor=play.actor_for(party), plan=plan, party=party, seen_revision=plan.revision)
    return plan


def told(person: User) -> int:
    return NoticeLine.objects.filter(notice__user=person, text__startswith=SAID).count() + (
        Notice.objects.filter(user=person, title__startswith=SAID, lines__isnull=True).count()
    )


def test_the_pks_is_asked_for_its_plan_and_the_kb_above_it_is_not(play: Play, text: Naskah) -> None:
    assert open_plan_terms() == 1
    term = Deadline.objects.get(code="rencana_aksi.2026")
    assert (term.subject, term.base_date, term.due_on) == (text, TODAY, date(2026, 12, 31)), (
        "not after its own year"
    )
    assert term.legal_basis == ""
    assert "Harinya ditetapkan kantor" in term.explanation
    assert set(term.regions.all()) == {play.cast.kukar, play.cast.kubar}


def test_a_second_sweep_changes_nothing(text: Naskah) -> None:
    assert (open_plan_terms(), open_plan_terms()) == (1, 0)
    assert Deadline.objects.filter(code__startswith="rencana_aksi").count() == 1


def test_it_is_met_when_every_party_confirmed_and_not_by_a_draft(play: Play, text: Naskah) -> None:
    open_plan_terms()
    term = Deadline.objects.get(code="rencana_aksi.2026")
    plans.create_plan(actor=play.cast.officer, naskah=text, year=2026, items={}).delete()
    term.refresh_from_db()
    assert term.is_open
    fixed(play, text, 2026)
    term.refresh_from_db()
    assert (term.state, term.met_on) == ("met", TODAY)
    assert open_plan_terms() == 0


def test_a_plan_fixed_before_the_sweep_is_not_asked_for(play: Play, text: Naskah) -> None:
    fixed(play, text, 2026)
    assert open_plan_terms() == 0


def test_a_new_year_asks_anew_from_its_first_day_even_when_the_sweep_comes_late(text: Naskah) -> None:
    open_plan_terms()
    with clock.frozen(date(2027, 1, 6)):
        assert open_plan_terms() == 1
    assert Deadline.objects.get(code="rencana_aksi.2026").state == "cancelled"
    term = Deadline.objects.get(code="rencana_aksi.2027")
    assert (term.base_date, term.due_on) == (date(2027, 1, 1), date(2027, 3, 2))


def test_five_days_of_standstill_end_in_one_message_to_each_person(
    play: Play, text: Naskah, cast: Cast
) -> None:
    with clock.frozen(date(2027, 1, 1)):
        open_plan_terms()
    due = Deadline.objects.get(code="rencana_aksi.2027").due_on
    with clock.frozen(due - timedelta(days=31)):
        sweep_reminders()
        before = {who.pk: Notice.objects.filter(user=who).count() for who in (cast.officer, cast.partner)}
        assert not told(cast.officer)
    with clock.frozen(due + timedelta(days=4)):
        open_plan_terms()
        sweep_reminders()
        sweep_reminders()
    for who in (cast.officer, cast.partner):
        assert Notice.objects.filter(user=who).count() == before[who.pk] + 1
        assert told(who) == 1
    assert not told(cast.stranger)


def test_the_office_chooses_the_day_or_none(text: Naskah) -> None:
    setting = OfficeSetting.objects.create(code="hari_rencana_aksi", value="0")
    assert open_plan_terms() == 0
    OfficeSetting.objects.filter(pk=setting.pk).update(value="20")
    open_plan_terms()
    assert Deadline.objects.get(code="rencana_aksi.2026").due_on == TODAY + timedelta(days=20)


def test_a_text_that_ended_is_asked_for_nothing(play: Play, text: Naskah) -> None:
    open_plan_terms()
    acts.take_arrow(
        actor=play.cast.officer, case=play.case, code="akhiri", reason="Selesai", reason_code="kesepakatan"
    )
    assert not Deadline.objects.open().filter(code__startswith="rencana_aksi").exists()
    with clock.frozen(date(2027, 1, 6)):
        assert open_plan_terms() == 0


def test_an_old_paper_is_asked_from_the_day_it_was_entered(play: Play) -> None:
    old_case(play, old_text())
    open_plan_terms()
    assert Deadline.objects.get(code="rencana_aksi.2026").base_date == TODAY


def test_abroad_the_plan_stands_in_its_article_while_the_day_stays_the_offices(cast: Cast) -> None:
    play = Play(cast, "ksdpl")
    play.to("pelaksanaan")
    open_plan_terms()
    term = Deadline.objects.get(code="rencana_aksi.2026")
    assert term.legal_basis.startswith("Pasal 26")
    assert "Harinya ditetapkan kantor" in term.explanation


def test_the_sweep_costs_the_same_reading_for_texts_already_asked(
    text: Naskah, django_assert_max_num_queries: object
) -> None:
    open_plan_terms()
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        open_plan_terms()
