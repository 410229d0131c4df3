"""A returned sheet is shown as what it would do and applied whole or not at all; every faulty cell is named."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.core.files import read_bytes
from ksd.mapping.models import MappingRow
from ksd.mapping.services.sheets import importing
from ksd.mapping.services.sheets.template import region_template
from ksd.mapping.sheets import opening
from tests.mapping.rows import period, row
from tests.mapping.sheet_rows import FIRST, HEAD, book, opened, saved, sent, uploaded


@pytest.fixture
def held(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


def _faults(upload):
    return [(each["cell"], each["reason"], each["mend"]) for each in upload.report["faults"]]


def test_a_sheet_goes_out_and_comes_back_as_the_same_rows(cast, held):
    kept = row(cast.officer, held, cast.kukar, title="Sampah contoh", figure="1234.5", funding="1500000.00",
               partner_region=cast.kubar, budgeted=True)  # fmt: skip
    kept.touches.add(cast.paser)
    name, content = region_template(actor=cast.officer, period=held, region=cast.kukar, filled="sekarang")
    assert name == "pemetaan-2027-kabupaten-kutai-kartanegara.xlsx"
    assert uploaded(cast.officer, held, cast.kukar, content).counts == {
        "baru": 0, "berubah": 0, "tetap": 1, "salah": 0,
    }  # fmt: skip
    made = opened(content)
    sheet = made["Isian"]
    assert sheet.column_dimensions["A"].hidden
    assert made["Daftar"].sheet_state == "hidden"
    assert {str(rule.sqref).split(":")[0] for rule in sheet.data_validations.dataValidation} >= {
        "B5",
        "C5",
        "S5",
    }
    sheet["E5"] = "Sampah perbatasan contoh"
    sheet["B6"], sheet["C6"], sheet["E6"] = FIRST
    upload = uploaded(cast.officer, held, cast.kukar, saved(made))
    assert upload.counts == {"baru": 1, "berubah": 1, "tetap": 0, "salah": 0}
    assert not MappingRow.objects.filter(title="Air bersih contoh").exists()
    importing.apply_sheet(actor=cast.officer, upload=upload)
    kept.refresh_from_db()
    assert (kept.title, kept.state, kept.revision) == ("Sampah perbatasan contoh", "dikirim", 1)
    assert kept.events.get().before == {"title": "Sampah contoh"}
    assert MappingRow.objects.get(title="Air bersih contoh").state == "draf"
    with pytest.raises(ImpossibleStep, match="sudah diterapkan"):
        importing.apply_sheet(actor=cast.officer, upload=upload)


def test_last_years_rows_come_back_once_as_copies(cast, held):
    before = period(cast.biro, cast.kaltim, cast.kukar, year=2026)
    old = row(cast.officer, before, cast.kukar, title="Jalan contoh")
    _name, content = region_template(actor=cast.officer, period=held, region=cast.kukar, filled="tahun_lalu")
    importing.apply_sheet(actor=cast.officer, upload=uploaded(cast.officer, held, cast.kukar, content))
    made = MappingRow.objects.get(period=held)
    assert (made.copied_from, made.title, made.state) == (old, "Jalan contoh", "draf")
    assert uploaded(cast.officer, held, cast.kukar, content).counts["tetap"] == 1


def test_one_faulty_cell_keeps_every_row_out(cast, held):
    content = book(FIRST, ("Kebutuhan", "Kesehatn", "Dua"), ("", "", "Tiga"))
    upload = uploaded(cast.officer, held, cast.kukar, content)
    cells = {cell: mend for cell, _reason, mend in _faults(upload)}
    assert "“Kesehatan”" in cells["B3"]
    assert {"A4", "B4"} <= set(cells)
    with pytest.raises(NotReady, match="tidak ada yang diterapkan"):
        importing.apply_sheet(actor=cast.officer, upload=upload)
    assert not MappingRow.objects.exists()


def test_every_region_misnamed_in_a_cell_is_named_with_those_that_bear_the_words(cast, held):
    head = (*HEAD, "Daerah lain yang terkena")
    upload = uploaded(
        cast.officer, held, cast.kukar, book((*FIRST[: len(HEAD)], "barat; Passer; Atlantis"), head=head)
    )
    (fault,) = upload.report["faults"]
    for name in ("“barat”", "“Passer”", "“Atlantis”"):
        assert name in fault["reason"]
    for mend in (cast.kubar.full_name, cast.paser.full_name, "kode wilayahnya"):
        assert mend in fault["mend"]


def test_merged_cells_and_formulas_are_named_and_never_calculated(cast, held):
    head = (*HEAD, "Angka")
    upload = uploaded(
        cast.officer,
        held,
        cast.kukar,
        book((*FIRST, "=1+1"), ("Potensi", "Kesehatan", "Dua", 3), head=head, merged="C2:C3"),
    )
    found = _faults(upload)
    assert ("C2:C3", "sel-sel ini digabung") in [each[:2] for each in found]
    assert any(
        cell == "D2" and "rumus" in reason and "tempel sebagai nilai" in mend for cell, reason, mend in found
    )
    assert not any(cell == "C3" for cell, _reason, _mend in found)


def test_headings_are_known_by_name_in_any_order_and_unknown_ones_are_named(cast, held):
    head = ("Pokok", "Warna", "Jenis baris", "URUSAN PEMERINTAHAN *", "Perkiran dana")
    content = book(("Air contoh", "biru", "potensi", "kesehatan", 5), head=head)
    upload = uploaded(cast.officer, held, cast.kukar, content)
    assert upload.report["notes"][0]["found"] == "Warna"
    assert [(cell, mend) for cell, _reason, mend in _faults(upload)] == [
        ("E1", "Tulis “Perkiraan dana (Rp)” bila itu maksudnya, atau hapus kolomnya.")
    ]
    lacking = uploaded(cast.officer, held, cast.kukar, book(("potensi", "x"), head=("Jenis", "Pokok")))
    assert "kolom “Urusan” tidak ada" in lacking.report["faults"][0]["reason"]
    nothing = uploaded(cast.officer, held, cast.kukar, book((1, 2), head=("Nomor", "Nama")))
    assert "“Nomor”" in nothing.report["faults"][0]["reason"]


def test_a_million_rows_are_refused_before_they_are_read(cast, held, monkeypatch):
    monkeypatch.setattr(opening, "MOST_SCANNED", 50)
    content = book(*[("Potensi", "Kesehatan", f"Contoh {number}") for number in range(60)])
    told = uploaded(cast.officer, held, cast.kukar, content).report["faults"][0]
    assert "terlalu besar" in told["reason"]
    assert "bagi menjadi beberapa berkas" in told["mend"]
    monkeypatch.setattr(opening, "MOST_PART", 100)
    assert (
        "terlalu besar" in uploaded(cast.officer, held, cast.kukar, book(FIRST)).report["faults"][0]["reason"]
    )


def _package(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>", **parts}.items():
            package.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("lama.xls", b"\xd0\xcf\x11\xe0", "Simpan sebagai .xlsx"),
        ("makro.xlsm", b"PK", "tanpa makro"),
        ("makro.xlsx", _package(**{"xl/vbaProject.bin": b"x"}), "makro"),
        ("bukan.xlsx", b"<html>", "Simpan ulang sebagai XLSX"),
        ("kosong.xlsx", b"", "kosong"),
        ("bukan.csv", b"PK\x03\x04", "bukan CSV"),
        ("gambar.png", b"\x89PNG\r\n\x1a\n", "XLSX atau CSV"),
    ],
)
def test_other_files_are_refused_with_the_way_out(cast, held, name, content, told):
    with pytest.raises(ValidationError, match=told):
        importing.upload_sheet(actor=cast.officer, period=held, region=cast.kukar, upload=sent(content, name))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (_package(**{"xl/worksheets/sheet1.xml": b"0" * 3_000_000}), "membengkak"),
        (_package(**{"xl/worksheets/sheet1.xml": b"<!DOCTYPE x>"}), "DTD"),
        (_package(), "rusak"),
        (_package(**{"../x.xml": b"x"}), "ke luar"),
    ],
)
def test_bombs_and_broken_packages_are_kept_and_named(cast, held, content, told):
    upload = uploaded(cast.officer, held, cast.kukar, content)
    assert told in upload.report["faults"][0]["reason"]
    assert read_bytes(upload.file) == content


def test_rows_changed_meanwhile_or_a_closed_period_leave_the_file_and_change_nothing(cast, held):
    kept = row(cast.officer, held, cast.kukar, title=FIRST[2])
    head = (*HEAD, "Lokasi", "Uraian")
    upload = uploaded(cast.officer, held, cast.kukar, book((*FIRST, "", "Baru"), head=head))
    assert upload.counts["berubah"] == 1
    MappingRow.objects.filter(pk=kept.pk).update(revision=3)
    with pytest.raises(StaleForm, match="tidak ada yang diterapkan"):
        importing.apply_sheet(actor=cast.officer, upload=upload)
    upload = importing.check_again(actor=cast.officer, upload=upload)
    held.state = "ditutup"
    held.save()
    with pytest.raises(ImpossibleStep, match="tidak sedang dibuka"):
        importing.apply_sheet(actor=cast.officer, upload=upload)
    upload.refresh_from_db()
    assert upload.is_waiting
    assert not MappingRow.objects.filter(description="Baru").exists()


def test_a_sheet_of_another_region_and_rows_of_another_are_told_apart(cast, held):
    foreign = row(cast.partner, held, cast.kubar, title="Milik Kubar contoh")
    _name, content = region_template(actor=cast.partner, period=held, region=cast.kubar, filled="sekarang")
    told = uploaded(cast.officer, held, cast.kukar, content).report["faults"][0]
    assert "dibuat untuk 64.07" in told["reason"]
    marked = book(("Potensi", "Kesehatan", "Curian", f"{foreign.public_id}:0"), head=(*HEAD, "Tanda baris"))
    assert (
        "bukan milik daerah" in uploaded(cast.officer, held, cast.kukar, marked).report["faults"][0]["reason"]
    )
    twice = uploaded(cast.officer, held, cast.kukar, book(FIRST, FIRST))
    assert "sama dengan baris 2" in twice.report["faults"][0]["reason"]
    row(cast.officer, held, cast.kukar, title="Tarik", state="ditarik")
    with pytest.raises(NotAllowed):
        uploaded(cast.officer, held, cast.kubar, content)
    with pytest.raises(NotAllowed):
        uploaded(cast.observer, held, cast.kukar, content)
    with pytest.raises(ImpossibleStep, match="tidak menjadi peserta"):
        uploaded(cast.biro, held, cast.paser, content)


def test_a_csv_is_read_the_same_way(cast, held):
    book()
    content = b"Jenis;Urusan;Pokok;Angka\nPotensi;Kesehatan;Klinik contoh;1.234,5\nPotensi;Kesehatan;=1+1;2\n"
    upload = uploaded(cast.officer, held, cast.kukar, content, "isian.csv")
    assert (upload.counts["baru"], upload.counts["salah"]) == (1, 1)
    assert _faults(upload)[0][0] == "C3"


def test_text_that_looks_like_a_formula_goes_out_as_text(cast, held):
    row(cast.officer, held, cast.kukar, title="=HYPERLINK(contoh)")
    _name, content = region_template(actor=cast.officer, period=held, region=cast.kukar, filled="sekarang")
    cell = opened(content)["Isian"]["E5"]
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(contoh)")
    assert uploaded(cast.officer, held, cast.kukar, content).counts["tetap"] == 1
