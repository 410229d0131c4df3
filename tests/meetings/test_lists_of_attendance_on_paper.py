"""The list of attendance on paper and as a sheet: signatures where they were drawn, room for ink elsewhere."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from agreements.documents.letters import Table, from_json, letter_docx, letter_html, to_json
from ksd.core import clock
from ksd.core.files import store_bytes
from ksd.core.models import Job
from ksd.core.pdf import RefusedAddress, read_own
from meetings.documents.attendance import (
    attendance_letter,
    attendance_sheet,
    attendance_table,
    invited_table,
    staggered,
)
from meetings.services.attending import present_at
from meetings.services.checking_in import Sent, check_in
from tests.meetings.attendance_rows import BUSY, come, door, drawn, expected, held, somebody


@pytest.fixture
def listed(cast):
    row = held(cast)
    invitee = expected(row, cast)
    with clock.frozen(BUSY):
        data = somebody(
            "Contoh Asisten", invitee=invitee, phone="0811-RAHASIA", nip="NIP-7", stands_for="Bupati"
        )
        check_in(session=door(row), data=data, sent=Sent(key="a", signature=drawn()))
        come(row, somebody("=HYPERLINK(1)", nip="@SUM(1)"), key="b")
    return row


def test_the_list_carries_the_drawn_signature_and_a_number_for_ink_beside_the_others(listed):
    table = attendance_table(list(present_at(listed)), contacts=True)
    first, second = table.rows
    assert first[:7] == ("1", "Contoh Asisten", "NIP-7", "Staf", first[4], "", "0811-RAHASIA")
    assert first[7].startswith("ksd-file:")
    assert (second[7].strip("\u00a0"), first[8]) == ("2.", "Bupati")
    html = letter_html(attendance_letter(listed, door(listed), table))
    assert f'src="{first[7]}"' in html
    assert 'class="grid tall"' in html


def test_the_list_for_ink_leaves_every_signature_to_the_pen(listed):
    table = attendance_table(list(present_at(listed)), ink=True)
    assert "ksd-file" not in str(table.rows)
    assert staggered(1) == "1."
    assert staggered(2).endswith("2.")
    assert staggered(2).startswith("\u00a0")


def test_only_the_organiser_s_print_tells_telephones_and_nip(listed):
    rows = list(present_at(listed))
    shared = attendance_table(rows)
    assert "0811-RAHASIA" not in str(shared.rows)
    assert "NIP-7" not in str(shared.rows)
    assert {len(row) for row in shared.rows} == {len(shared.head)} == {len(shared.widths)}


def test_the_empty_list_names_the_invited_and_leaves_rows_for_others(cast):
    row = held(cast)
    expected(row, cast, answer="diwakili", delegate_name="Contoh Wakil", delegate_title="Kabag")
    table = invited_table(list(row.invitees.all()))
    assert table.rows[0][1:3] == ("Contoh Wakil", "Kabag")
    assert table.rows[0][-1] == "Asisten I"
    assert len(table.rows) == 11
    assert "0811" not in str(table.rows)


def test_the_file_for_word_has_the_same_words_and_no_signature(listed):
    letter = attendance_letter(listed, door(listed), attendance_table(list(present_at(listed))))
    words = "\n".join(
        cell.text
        for table in Document(BytesIO(letter_docx(letter))).tables
        for line in table.rows
        for cell in line.cells
    )
    assert "Contoh Asisten" in words
    assert "ksd-file" not in words


def test_a_letter_keeps_its_picture_column_on_its_way_to_the_worker(listed):
    letter = attendance_letter(listed, door(listed), attendance_table(list(present_at(listed))))
    assert from_json(to_json(letter)) == letter


def test_a_picture_s_name_typed_as_a_name_stays_words(cast):
    reference = "ksd-file:12345678-1234-1234-1234-123456789012"
    plain = Table(head=("Nama", "Tanda tangan"), rows=((reference, "1."),), pictured=1)
    assert plain.cells[0][0] == (reference, "")


def test_the_printer_takes_signatures_and_no_other_picture_of_the_store(db):
    def kept(kind):
        return store_bytes(content=b"\x89PNG", name="a.png", content_type="image/png", kind=kind)

    assert read_own(f"ksd-file:{kept('tanda-tangan').pk}")[0] == b"\x89PNG"
    with pytest.raises(RefusedAddress):
        read_own(f"ksd-file:{kept('surat-tugas').pk}")


def test_the_sheet_keeps_formulas_as_text_and_numbers_each_session(listed):
    sheet = load_workbook(BytesIO(attendance_sheet(list(present_at(listed))))).worksheets[0]
    typed = {cell.value: cell for line in sheet.iter_rows() for cell in line}
    assert typed["=HYPERLINK(1)"].data_type == "s"
    assert typed["@SUM(1)"].data_type == "s"
    assert [sheet.cell(line, 2).value for line in (2, 3)] == [1, 2]


@pytest.mark.parametrize("wish", ["gambar", "tinta", "kosong", "x\x00"])
def test_the_list_is_asked_for_as_pdf_and_as_docx(listed, cast, signed_in, wish):
    address = reverse("meetings:attendance_paper", args=[listed.public_id, door(listed).pk])
    client = signed_in(cast.biro)
    assert client.post(address, {"isi": wish}).status_code == 302
    word = client.post(address, {"isi": wish, "bentuk": "docx"})
    assert word["Content-Type"].endswith("wordprocessingml.document")


def test_a_participant_gets_the_list_without_telephones_and_a_stranger_nothing(listed, cast, signed_in):
    address = reverse("meetings:attendance_paper", args=[listed.public_id, door(listed).pk])
    assert signed_in(cast.officer).post(address).status_code == 302
    assert "0811-RAHASIA" not in str(Job.objects.latest("pk").payload)
    assert signed_in(cast.stranger).post(address).status_code == 404
    sheet = reverse("meetings:attendance_xlsx", args=[listed.public_id])
    assert signed_in(cast.officer).get(sheet).status_code == 403
