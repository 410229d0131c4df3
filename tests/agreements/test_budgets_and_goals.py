"""Money and goals of a cooperation: by party, source and year; nothing negative, nothing lost, nothing run."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.choices import FundSource
from agreements.forms.amounts import NumberField, RupiahField
from agreements.models import BudgetLine, Case, Goal
from agreements.services import budgets, goals
from agreements.services import obligations as duties
from agreements.services.budget_table import by_party, lines_with_spent, totals_by
from agreements.services.budgets import BudgetDraft
from agreements.services.goals import GoalDraft
from agreements.services.obligations import ObligationDraft
from agreements.services.running import summary_of
from agreements.services.running_findings import running_findings
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from tests import factories
from tests.agreements.playing import Play, scan

pytestmark = pytest.mark.django_db
TODAY = factories.TODAY
DRUGS = BudgetDraft(2026, FundSource.REGENCY, "Obat", Decimal(1_000_000), Decimal(900_000), "DPA/1")
HEALTH = GoalDraft("rpjmd", 2025, 2029, "Derajat kesehatan", "Angka harapan hidup", "tahun")


@pytest.fixture
def case(play: Play) -> Case:
    """A case whose KB is signed."""
    return play.to("uji_dprd")


def money(play: Play, draft: BudgetDraft = DRUGS, order: int = 1) -> BudgetLine:
    """A line of the first (or named) party."""
    party = play.parties()[order - 1]
    return budgets.add_line(actor=play.actor_for(party), case=play.case, party=party, draft=draft)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.000.000", "1000000"), ("1000000", "1000000"), ("Rp 1.000.000", "1000000"), ("Rp1.500,50", "1500.5"),
        ("1.000.000,-", "1000000"), ("1.000.000,00", "1000000"), ("0", "0"), ("999.999.999.999.999", "999999999999999"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_offices_type_them(typed, amount):
    assert RupiahField().clean(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "1,5 juta", "1.5 juta", "-1", "1,000,000", "1.00", "1e9", "NaN", "Infinity", "1 000", "١٠٠٠", "9" * 16,
        "9" * 39, "=1+1", "1.000.0000", "",
    ],
)  # fmt: skip
def test_amounts_that_may_be_misread_are_refused(typed):
    with pytest.raises(ValidationError):
        RupiahField().clean(typed)


def test_values_of_goals_may_fall_below_zero_and_have_decimals():
    assert NumberField().clean("-12,5") == Decimal("-12.5")
    assert NumberField().clean("72.5") == Decimal("72.5")
    assert NumberField().clean("12.500") == Decimal(12500)


def test_money_waits_for_a_signed_text(play):
    with pytest.raises(ImpossibleStep, match="belum mempunyai naskah"):
        money(play)


def test_each_party_keeps_its_own_money_and_all_parties_read_it(play, case, cast, signed_in):
    line = money(play)
    with pytest.raises(NotAllowed):
        budgets.realise(actor=cast.partner, line=line, amount=Decimal(1), on=TODAY)
    with pytest.raises(NotAllowed):
        budgets.change_line(actor=cast.observer, line=line, draft=DRUGS, seen_revision=0)
    for reader in (cast.partner, cast.observer, cast.biro):
        assert "Rp 1.000.000" in signed_in(reader).get(line.get_absolute_url()).content.decode()
    assert signed_in(cast.stranger).get(line.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("amount", "day"), [(0, TODAY), (-5, TODAY), (5, TODAY + timedelta(days=1)), (5, date(2025, 12, 31))]
)
def test_money_is_spent_in_its_year_and_is_more_than_nothing(play, case, cast, amount, day):
    line = money(play)
    with pytest.raises(DomainError):
        budgets.realise(actor=cast.officer, line=line, amount=Decimal(amount), on=day)
    assert summary_of(case).budget_realised == 0


@pytest.mark.parametrize("change", [{"planned": Decimal(-1)}, {"budgeted": Decimal(-1)}, {"year": 1999}])
def test_nothing_is_negative_and_no_year_absurd(play, case, change):
    with pytest.raises(DomainError):
        money(play, replace(DRUGS, **change))


def test_spending_more_than_budgeted_is_kept_and_warned_of(play, case, cast, signed_in):
    line = money(play)
    sent = {"form_token": "a", "amount": "950.000", "on": TODAY.isoformat(), "upload": scan()}
    words = signed_in(cast.officer).post(line.get_absolute_url(), sent, follow=True).content.decode()
    assert "melebihi anggaran" in words
    assert "realisasi_melebihi_anggaran" in {row.code for row in running_findings(case)}
    again = signed_in(cast.officer).post(line.get_absolute_url(), sent | {"upload": scan()}, follow=True)
    assert again.status_code in {200, 409, 422}
    assert line.realisations.count() == 1


def test_a_bad_amount_comes_back_with_everything_that_was_typed(play, case, cast, signed_in):
    line = money(play)
    sent = {"form_token": "a", "amount": "1,5 juta", "on": TODAY.isoformat(), "note": "termin pertama"}
    answer = signed_in(cast.officer).post(line.get_absolute_url(), sent)
    words = answer.content.decode()
    assert answer.status_code == 422
    for shown in ("1,5 juta", "termin pertama", "misalnya 1.500.000"):
        assert shown in words


def test_a_mistaken_expense_is_voided_with_its_reason_and_stays_readable(play, case, cast):
    line = money(play)
    entry = budgets.realise(actor=cast.officer, line=line, amount=Decimal(400_000), on=TODAY)
    with pytest.raises(ImpossibleStep, match="sudah ada realisasinya"):
        budgets.change_line(actor=cast.officer, line=line, draft=replace(DRUGS, year=2025), seen_revision=0)
    budgets.void_realisation(actor=cast.officer, realisation=entry, reason="Salah baris")
    with pytest.raises(ImpossibleStep, match="sudah dibatalkan"):
        budgets.void_realisation(actor=cast.officer, realisation=entry, reason="lagi")
    assert (budgets.spent_of(line), line.realisations.count()) == (Decimal(0), 1)


def test_a_line_changed_meanwhile_is_not_overwritten(play, case, cast):
    line = money(play)
    budgets.change_line(
        actor=cast.officer, line=line, draft=replace(DRUGS, dpa_number="DPA/2"), seen_revision=0
    )
    with pytest.raises(StaleForm):
        budgets.change_line(actor=cast.officer, line=line, draft=DRUGS, seen_revision=0)


def test_sums_by_party_count_each_line_once_however_often_money_was_spent(play, case, cast):
    line = money(play)
    money(play, replace(DRUGS, source=FundSource.AID), order=2)
    for _time in range(3):
        budgets.realise(actor=cast.officer, line=line, amount=Decimal(100_000), on=TODAY)
    sums = {row.label: (row.planned, row.spent) for row in totals_by(lines_with_spent(case), by_party)}
    assert sums == {
        "Kabupaten Kutai Kartanegara": (Decimal(1_000_000), Decimal(300_000)),
        "Kabupaten Kutai Barat": (Decimal(1_000_000), Decimal(0)),
    }


@pytest.mark.parametrize("evil", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1"])
def test_nothing_in_a_table_runs_as_a_formula(play, cast, signed_in, evil):
    play.to("uji_dprd")
    text = play.case.naskah.get()
    draft = ObligationDraft(kind="kewajiban", wording=f"{evil} a;b", place=evil.strip())
    duties.add_obligation(actor=cast.officer, naskah=text, party=play.parties()[0], draft=draft)
    money(play, replace(DRUGS, purpose=evil.strip()))
    for table in ("kewajiban", "anggaran", "rencana-aksi"):
        answer = signed_in(cast.observer).get(
            reverse("agreements:running_csv", args=[play.case.public_id, table])
        )
        assert answer.content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        assert not [cell for row in rows for cell in row if cell.strip()[:1] in {"=", "+", "-", "@"}]
        assert len({len(row) for row in rows}) == 1


def test_amounts_in_a_table_have_a_comma_for_their_cents(play, case, signed_in, cast):
    line = money(play, replace(DRUGS, planned=Decimal("1000000.50")))
    address = reverse("agreements:running_csv", args=[case.public_id, "anggaran"])
    assert ";1000000,5;900000;DPA/1;0" in signed_in(cast.observer).get(address).content.decode()
    budgets.realise(actor=cast.officer, line=line, amount=Decimal(300_000), on=TODAY)
    assert ";1000000,5;900000;DPA/1;300000\r" in signed_in(cast.observer).get(address).content.decode()
    assert signed_in(cast.observer).get(address.replace("anggaran", "gaji")).status_code == 404


def known_goal(play: Play, draft: GoalDraft = HEALTH) -> Goal:
    """A goal of the region that runs the case."""
    return goals.save_goal(
        actor=play.cast.officer, region=play.cast.kukar, draft=draft, targets={2026: Decimal("72.5")}
    )


def test_a_region_keeps_its_own_goals(play, cast, signed_in):
    goal = known_goal(play)
    with pytest.raises(NotAllowed):
        goals.save_goal(actor=cast.partner, region=cast.kukar, draft=HEALTH, targets={}, goal=goal)
    with pytest.raises(StaleForm):
        goals.save_goal(
            actor=cast.officer, region=cast.kukar, draft=HEALTH, targets={}, goal=goal, seen_revision=4
        )
    with pytest.raises(ValidationError, match="sudah tercatat"):
        known_goal(play)
    with pytest.raises(DomainError, match="di luar periode"):
        goals.save_goal(
            actor=cast.officer,
            region=cast.kukar,
            draft=replace(HEALTH, title="Lain"),
            targets={2031: Decimal(1)},
        )
    assert goal.title in signed_in(cast.observer).get(reverse("agreements:goal_list")).content.decode()
    assert goal.title not in signed_in(cast.stranger).get(reverse("agreements:goal_list")).content.decode()


def test_targets_are_typed_a_year_on_each_line(play, cast, signed_in):
    sent = {
        "form_token": "a", "seen_revision": 0, "region": cast.kukar.pk, "document": "rpjmd", "period_start": 2025,
        "period_end": 2029, "title": "Sehat", "indicator": "Angka", "unit": "persen", "targets": "2026 = 12,5\n2027: 13",
    }  # fmt: skip
    browser = signed_in(cast.officer)
    for bad in ("2026", "2026 = banyak", "2026 = 1\n2026 = 2"):
        assert browser.post(reverse("agreements:goal_new"), sent | {"targets": bad}).status_code == 422
    assert browser.post(reverse("agreements:goal_new"), sent).status_code == 302
    found = {row.year: row.target for row in Goal.objects.get().targets.all()}
    assert found == {2026: Decimal("12.5"), 2027: Decimal(13)}


def test_a_case_serves_only_goals_of_its_parties_and_results_are_told_by_their_region(play, case, cast):
    goal = known_goal(play)
    with pytest.raises(NotAllowed):
        goals.link_goal(actor=cast.partner, case=case, goal=goal)
    link = goals.link_goal(actor=cast.officer, case=case, goal=goal)
    foreign = goals.save_goal(actor=cast.stranger, region=cast.paser, draft=HEALTH, targets={})
    with pytest.raises(DomainError, match="bukan pihak"):
        goals.link_goal(actor=cast.officer, case=case, goal=foreign)
    say = {"actor": cast.officer, "link": link, "target": Decimal(70)}
    with pytest.raises(DomainError, match="belum dapat diketahui"):
        goals.report_goal(year=2027, achieved=Decimal(1), **say)
    with pytest.raises(DomainError, match="di luar periode"):
        goals.report_goal(year=2024, achieved=None, **say)
    goals.report_goal(year=2026, achieved=Decimal(71), **say)
    assert summary_of(case).goals_reached == 1
    with pytest.raises(ImpossibleStep, match="tidak dapat dilepas"):
        goals.unlink_goal(actor=cast.officer, link=link)


@pytest.mark.parametrize(
    "page", ["running", "obligations", "plans", "budget", "running_goals", "running_print"]
)
def test_every_page_costs_the_same_for_one_row_and_for_many(
    play, cast, signed_in, django_assert_max_num_queries, page
):
    case = play.to("uji_dprd")
    text = case.naskah.get()
    browser, address = signed_in(cast.officer), reverse(f"agreements:{page}", args=[case.public_id])

    def fill(number: int) -> None:
        draft = ObligationDraft(kind="kewajiban", wording=f"Tugas {number}")
        duties.add_obligation(actor=cast.officer, naskah=text, party=play.parties()[0], draft=draft)
        line = money(play, replace(DRUGS, purpose=f"Obat {number}"))
        budgets.realise(actor=cast.officer, line=line, amount=Decimal(1), on=TODAY)
        goals.link_goal(
            actor=cast.officer, case=case, goal=known_goal(play, replace(HEALTH, title=f"S{number}"))
        )

    fill(0)
    browser.get(address)
    with django_assert_max_num_queries(99) as first:
        browser.get(address)
    for number in range(1, 4):
        fill(number)
    with django_assert_max_num_queries(len(first)):
        assert browser.get(address).status_code == 200
