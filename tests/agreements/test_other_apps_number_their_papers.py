"""Papers of other apps: registered when the site starts, counted and kept in the same book, without a case."""

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from agreements.choices.correspondence import Numbering
from agreements.documents.letters import Letter, Text, letterhead_of
from agreements.models import IssuedNumber, LetterSetting, NumberSeries
from agreements.services.letter_settings import SeriesGiven, save_letter_setting, save_series
from agreements.services.numbering import (
    Given,
    cancel_number,
    next_sample,
    numbers_here,
    register_number,
    take_number,
)
from agreements.services.paper_numbers import number_paper, numbers_of_row, standing_numbers
from agreements.services.series import kinds_of_papers
from ksd.core import clock, paper_kinds
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.paper_kinds import PaperKind, register_paper_kinds
from tests import factories
from tests.conftest import Cast


def pages(user: Any, rows: Collection[int]) -> Mapping[int, str]:
    """Row 8 is out of this person's sight."""
    return {row: f"/contoh/{row}/" for row in rows if row != 8}


INVITATION = PaperKind("undangan-contoh", "Surat undangan contoh", "UND", pages)
MINUTES = PaperKind("notula-contoh", "Notula contoh", "NOT")


@pytest.fixture(autouse=True)
def two_kinds() -> Iterator[None]:
    """The kinds of an app that lives above, gone again afterwards."""
    before = dict(paper_kinds._kinds)
    register_paper_kinds([INVITATION, MINUTES])
    yield
    paper_kinds._kinds.clear()
    paper_kinds._kinds.update(before)


@pytest.fixture
def keeper(cast: Cast) -> Any:
    return factories.person("admin.kukar", ("admin", cast.kukar), is_staff=True)


def invite(cast: Cast, row: int, **said: Any) -> IssuedNumber:
    about = {"dated": clock.today(), "subject": "Rapat contoh", "addressee": "Bupati Kutai Barat", **said}
    return number_paper(actor=cast.officer, region=cast.kukar, kind=INVITATION.code, row=row, **about)


def test_a_registered_kind_stands_beside_those_of_the_cases() -> None:
    kinds = kinds_of_papers()
    assert kinds["undangan-contoh"].label == "Surat undangan contoh"
    assert "surat-pengantar" in kinds


def test_registering_again_changes_nothing_and_another_meaning_is_refused() -> None:
    register_paper_kinds([INVITATION])
    with pytest.raises(ValueError, match="sudah didaftarkan"):
        register_paper_kinds([PaperKind("undangan-contoh", "Lain", "UND")])


@pytest.mark.parametrize(
    ("code", "label", "short"),
    [
        ("Undangan", "x", "UND"),
        ("", "x", "UND"),
        ("a" * 61, "x", "UND"),
        ("undangan", "", "UND"),
        ("undangan", "x" * 161, "UND"),
        ("undangan", "x", ""),
        ("undangan", "x", "{nomor}"),
    ],
)
def test_a_kind_that_cannot_be_numbered_is_refused_at_the_start(code: str, label: str, short: str) -> None:
    with pytest.raises(ValueError, match="tidak dapat dinomori"):
        register_paper_kinds([PaperKind(code, label, short)])


def test_no_registered_kind_takes_the_code_of_a_paper_of_cases() -> None:
    own = {code for code, kind in kinds_of_papers().items() if kind is not paper_kinds._kinds.get(code)}
    assert not own & set(paper_kinds.registered_paper_kinds())


def test_each_kind_is_counted_by_itself_without_a_case(cast: Cast) -> None:
    assert next_sample(cast.kukar, INVITATION.code) == "1/UND/KSD/2026"
    assert [invite(cast, row).number for row in (1, 2)] == ["1/UND/KSD/2026", "2/UND/KSD/2026"]
    given = take_number(region=cast.kukar, kind=MINUTES.code, on=clock.today())
    noted = register_number(
        actor=cast.officer, region=cast.kukar, kind=MINUTES.code, given=given, dated=clock.today(), row=1,
        subject="Rapat contoh",
    )  # fmt: skip
    assert (noted.number, noted.label, noted.case) == ("1/NOT/KSD/2026", "Notula contoh", None)


def test_the_patterns_of_the_office_hold_for_it_too(cast: Cast, keeper: Any) -> None:
    save_series(
        actor=keeper, region=cast.kukar, given=SeriesGiven("{kode}/{nomor3}/{tahun}", code="000.1.5", kind="undangan-contoh")
    )  # fmt: skip
    assert invite(cast, 1).number == "000.1.5/001/2026"


def test_one_row_bears_one_number_until_it_is_struck_out(cast: Cast) -> None:
    first = invite(cast, 7)
    with pytest.raises(ImpossibleStep, match=f"sudah bernomor {first.number}"):
        invite(cast, 7)
    cancel_number(actor=cast.officer, issued=first, reason="salah hari")
    assert not standing_numbers(kind=INVITATION.code, rows=[7], region=cast.kukar)
    # The refused one left no gap.
    assert invite(cast, 7).number == "2/UND/KSD/2026"
    every = numbers_of_row(kind=INVITATION.code, row=7, region=cast.kukar)
    assert [row.number for row in every] == ["2/UND/KSD/2026", "1/UND/KSD/2026"]


@transaction.atomic
def failing_act(cast: Cast) -> None:
    raise RuntimeError(invite(cast, 1).number)


def test_an_act_that_fails_leaves_no_gap(cast: Cast) -> None:
    with pytest.raises(RuntimeError, match="1/UND"):
        failing_act(cast)
    with pytest.raises(DomainError, match="masa depan"):
        invite(cast, 1, dated=clock.today() + timedelta(days=1))
    assert invite(cast, 1).sequence == 1


def test_where_the_office_numbers_elsewhere_the_number_is_typed(cast: Cast, keeper: Any) -> None:
    setting = LetterSetting(region=cast.kukar, numbering=Numbering.ELSEWHERE)
    save_letter_setting(actor=keeper, region=cast.kukar, setting=setting)
    assert not numbers_here(cast.kukar)
    with pytest.raises(DomainError, match="Isi nomor suratnya"):
        invite(cast, 1)
    assert invite(cast, 1, typed="000/7").number == "000/7"
    with pytest.raises(DomainError, match="sudah tercatat untuk Surat undangan contoh"):
        invite(cast, 2, typed="000/7")
    assert invite(cast, 2, typed="000/7", again=True).sequence is None


def test_the_letter_is_written_with_its_number_and_printed_again_from_the_book(
    cast: Cast, signed_in: Any
) -> None:
    def written(given: Given) -> Letter:
        return Letter(
            head=letterhead_of(cast.kukar),
            number=given.number,
            subject="Undangan",
            blocks=(Text("Datanglah."),),
        )

    issued = invite(cast, 1, letter=written)
    assert issued.words["number"] == "1/UND/KSD/2026"
    address = reverse("agreements:issued_letter", args=["64.02", issued.pk])
    assert signed_in(cast.officer).post(address, {"bentuk": "docx"}).content.startswith(b"PK")
    assert signed_in(cast.stranger).post(address, {"bentuk": "docx"}).status_code == 404


def test_it_stands_in_the_settings_and_in_the_book_with_the_way_to_its_origin(
    cast: Cast, keeper: Any, signed_in: Any
) -> None:
    invite(cast, 7)
    invite(cast, 8)
    client = signed_in(keeper)
    form = client.get(reverse("agreements:number_series", args=["64.02"])).content.decode()
    assert "Surat undangan contoh" in form
    book = client.get(reverse("agreements:number_register", args=["64.02"]), {"jenis": INVITATION.code})
    page = book.content.decode()
    assert "1/UND/KSD/2026" in page
    assert "2/UND/KSD/2026" in page
    assert "/contoh/7/" in page
    assert "/contoh/8/" not in page


def test_a_kind_whose_app_is_gone_keeps_its_rows(cast: Cast, keeper: Any, signed_in: Any) -> None:
    invite(cast, 7)
    NumberSeries.objects.create(
        region=cast.kukar, kind=INVITATION.code, pattern="{nomor}/U/{tahun}", changed_by=keeper
    )
    paper_kinds._kinds.clear()
    client = signed_in(keeper)
    assert client.get(reverse("agreements:office_letters", args=["64.02"])).status_code == 200
    assert (
        "1/UND/KSD/2026" in client.get(reverse("agreements:number_register", args=["64.02"])).content.decode()
    )


def test_the_book_asks_once_for_all_rows_of_a_kind(
    cast: Cast, signed_in: Any, django_assert_max_num_queries: Any
) -> None:
    for row in range(20):
        invite(cast, row)
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(20):
        page = client.get(reverse("agreements:number_register", args=["64.02"])).content.decode()
    assert page.count("/contoh/") == 19
