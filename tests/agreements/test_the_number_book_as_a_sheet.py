"""The book of numbers as XLSX: who gets it, what stands in it, what cannot run in it."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from agreements.choices.correspondence import NumberState
from agreements.models import IssuedNumber
from agreements.views import number_register
from ksd.core import clock
from tests.conftest import Cast

ADDRESS = "agreements:number_register_file"


def number(cast: Cast, count: int, **more: Any) -> IssuedNumber:
    known = {
        "kind": "surat-pengantar", "label": "Surat pengantar", "series": "x", "year": 2026, "dated": date(2026, 11, 20),
        "subject": "Hal contoh", "addressee": "Kepala Dinas Contoh", "number": f"{count}/X",
    }  # fmt: skip
    return IssuedNumber.objects.create(
        region=cast.kukar, sequence=count, issued_by=cast.officer, issued_name="Petugas Contoh",
        **(known | more),
    )  # fmt: skip


def sheet(client: Any, **asked: str) -> Any:
    answer = client.post(reverse(ADDRESS, args=["64.02"]), {"bentuk": "xlsx", **asked})
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="buku-nomor-64.02.xlsx"'
    return load_workbook(BytesIO(answer.content)).active


def lines(page: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]


def test_every_fact_of_a_number_has_its_column(cast: Cast, signed_in: Any) -> None:
    number(cast, 1)
    page = sheet(signed_in(cast.officer))
    head = [cell.value for cell in page[1]]
    line = dict(zip(head, lines(page)[0], strict=True))
    assert (line["Tahun"], line["Nomor urut"], line["Nomor"]) == (2026, 1, "1/X")
    assert line["Tanggal surat"].isoformat() == "2026-11-20T00:00:00"
    assert (line["Hal"], line["Kepada"], line["Keadaan"]) == ("Hal contoh", "Kepala Dinas Contoh", "Berlaku")


def test_a_cancelled_number_stands_there_with_its_reason(cast: Cast, signed_in: Any) -> None:
    number(cast, 1, state=NumberState.CANCELLED, reason="salah alamat", cancelled_at=clock.now())
    assert {"Batal", "salah alamat"} <= set(lines(sheet(signed_in(cast.officer)))[0])


def test_it_holds_what_the_page_was_filtered_to(cast: Cast, signed_in: Any) -> None:
    number(cast, 1)
    number(cast, 1, series="y", kind="pks", label="PKS")
    number(cast, 1, year=2025)
    client = signed_in(cast.officer)
    assert len(lines(sheet(client))) == 3
    assert [line[4] for line in lines(sheet(client, tahun="2026", jenis="pks"))] == ["PKS"]


def test_words_of_a_stranger_never_run_as_a_formula(cast: Cast, signed_in: Any) -> None:
    number(cast, 1, subject='=HYPERLINK("http://contoh.test","Klik")', addressee="@SUM(1)", number="-1+1|cmd")
    page = sheet(signed_in(cast.officer))
    assert {cell.data_type for cell in page[2]} <= {"s", "inlineStr", "n", "d"}
    assert page["F2"].value.startswith("=HYPERLINK")


@pytest.mark.parametrize("who", ["stranger", "partner", "nobody"])
def test_whoever_may_not_read_the_book_does_not_get_it(cast: Cast, signed_in: Any, who: str) -> None:
    answer = signed_in(getattr(cast, who)).post(reverse(ADDRESS, args=["64.02"]), {"bentuk": "xlsx"})
    assert answer.status_code == 404


def test_it_costs_the_same_for_one_and_for_twenty(
    cast: Cast, signed_in: Any, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(cast.officer)
    number(cast, 1)
    with django_assert_max_num_queries(16) as asked:
        sheet(client)
    for count in range(2, 21):
        number(cast, count)
    with django_assert_num_queries(len(asked)):
        assert len(lines(sheet(client))) == 20


def test_a_printed_book_that_is_cut_says_so(cast: Cast, signed_in: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(number_register, "MOST_PRINTED", 1)
    number(cast, 1)
    number(cast, 2)
    answer = signed_in(cast.officer).post(reverse(ADDRESS, args=["64.02"]), {"bentuk": "docx"})
    written = Document(BytesIO(answer.content))
    said = "\n".join(line.text for line in [*written.paragraphs, *written.sections[0].footer.paragraphs])
    assert "Hanya 1 nomor terbaru" in said
