"""An old MoU abroad is reminded of its extension letter six months before its end (Permendagri 25/2020 Pasal 33)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from agreements import reference
from agreements.models import Case
from agreements.services.archive import OldCase, OldText, add_old_text, record_old_case
from agreements.services.archive_completing import Known, complete_old_text
from ksd.core import clock
from ksd.deadlines.models import Deadline, NoticeLine
from ksd.deadlines.services import meet_deadline, sweep_reminders
from tests.agreements.abroad import partner_abroad
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
TERM = "surat_perpanjangan"
MOU = OldText(
    kind="mou",
    title="Kota Kembar Lama (contoh)",
    signed_on=date(2023, 6, 1),
    ends_on=date(2028, 5, 31),
    numbers=("119/5/2023", ""),
)


def entered(cast: Cast, *texts: OldText, **changes: Any) -> Case:
    """An old cooperation with a city abroad."""
    reference.load()
    told = {
        "kind": "ksdpl",
        "title": "Kota Kembar Lama (contoh)",
        "partner": partner_abroad(cast.kukar, "pemda_ln"),
        "texts": texts or (MOU,),
    }
    return record_old_case(actor=cast.officer, region=cast.kukar, old=OldCase(**(told | changes)))  # type: ignore[arg-type]


def running(case: Case) -> Deadline | None:
    """The term as it stands."""
    return Deadline.objects.of(case).open().filter(code=TERM).first()


def test_it_runs_from_its_first_day_to_six_months_before_its_end(cast: Cast) -> None:
    case = entered(cast)
    term = running(case)
    assert term
    assert (term.base_date, term.due_on) == (date(2023, 6, 1), date(2027, 11, 30))
    assert term.legal_basis == "Pasal 33 Permendagri 25/2020"
    assert term.responsible_region == cast.kukar
    with clock.frozen(date(2027, 11, 1)):
        sweep_reminders()
    assert NoticeLine.objects.filter(notice__user=cast.officer, text__contains="Surat perpanjangan").exists()


def test_one_that_has_less_than_six_months_left_is_told_late_at_once(cast: Cast) -> None:
    case = entered(cast, replace(MOU, signed_on=date(2022, 2, 1), ends_on=date(2027, 1, 31)))
    term = running(case)
    assert term
    assert (term.due_on, term.is_overdue) == (date(2026, 7, 31), True)


@pytest.mark.parametrize(
    "text",
    [
        replace(MOU, ends_on=None),
        replace(MOU, signed_on=date(2020, 1, 1), ends_on=date(2025, 12, 31)),
        replace(MOU, kind="loi", signed_on=date(2026, 6, 1), ends_on=date(2027, 5, 31)),
    ],
)
def test_none_runs_where_no_end_is_known_it_has_passed_or_only_an_intent_was_signed(
    cast: Cast, text: OldText
) -> None:
    assert running(entered(cast, text)) is None


def test_an_end_that_becomes_known_begins_it_and_one_found_wrong_moves_it(cast: Cast) -> None:
    case = entered(cast, replace(MOU, ends_on=None))
    text = case.naskah.get()
    known = Known(
        title=text.title, signed_on=text.signed_on, starts_on=text.starts_on, ends_on=date(2028, 5, 31),
        place="", numbers={}, signers={},
    )  # fmt: skip
    complete_old_text(actor=cast.officer, text=text, known=known)
    assert running(case).due_on == date(2027, 11, 30)  # type: ignore[union-attr]
    complete_old_text(actor=cast.officer, text=text, known=replace(known, ends_on=date(2028, 3, 31)))
    assert running(case).due_on == date(2027, 9, 30)  # type: ignore[union-attr]
    complete_old_text(actor=cast.officer, text=text, known=replace(known, ends_on=None))
    assert running(case) is None


def test_the_text_that_ends_last_counts_and_a_letter_sent_is_not_asked_for_again(cast: Cast) -> None:
    case = entered(cast)
    add_old_text(
        actor=cast.officer,
        case=case,
        old=replace(MOU, title="Kota Kembar Kedua", ends_on=date(2028, 8, 31), numbers=("119/6/2023", "")),
    )
    assert running(case).due_on == date(2028, 2, 29)  # type: ignore[union-attr]
    meet_deadline(actor=cast.officer, subject=case, code=TERM)
    add_old_text(actor=cast.officer, case=case, old=replace(MOU, title="Ketiga", numbers=("119/8/2023", "")))
    assert running(case) is None
