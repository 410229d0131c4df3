"""The profile of a region: each thing with its count, its newest rows and the way to all, each within scope."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ksd.mapping.services.figures import figures_of
from ksd.mapping.services.profile import profile_of
from tests.boundaries.rows import segment
from tests.mapping.network_rows import agreement, case, report
from tests.mapping.rows import period, row, urusan
from tests.meetings.follow_up_rows import agreed, follow_up

KUKAR = "/pemetaan/wilayah/64.02/"


@pytest.fixture
def lived(cast):
    """A year of Kukar: three rows, two cooperations, two follow-ups, one segment, three reports."""
    held = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, year=2026)
    row(cast.officer, held, cast.kukar, title="Kebun raya contoh", kind="potensi")
    row(cast.officer, held, cast.kukar, title="Dokter kurang contoh")
    row(cast.officer, held, cast.kukar, title="Masih draf contoh", state="draf")
    first = agreement(cast.officer, cast.kukar, cast.kubar, title="Rujukan contoh", urusan=(urusan(),))
    case(cast.officer, cast.kukar, cast.paser, state="penyusunan_kb", title="Jalan contoh")
    meeting = agreed(cast)
    follow_up(meeting, cast.kukar, target="Data batas contoh", due_on=date(2026, 11, 1))
    follow_up(meeting, cast.kukar, target="Sudah contoh", state="selesai", done_on=date(2026, 11, 2))
    segment(cast.kukar, cast.kubar)
    report(first, cast.kukar, "2025-S2", date(2026, 1, 15), date(2026, 1, 10))
    report(first, cast.kukar, "2026-S1", date(2026, 7, 15), date(2026, 7, 20))
    return first


def sections(user, region, year=2026):
    return {part.code: part for part in profile_of(user, region, year).sections}


def counts(user, region, year=2026):
    return {code: part.count for code, part in sections(user, region, year).items()}


def test_each_thing_is_counted_with_its_newest_rows_and_the_way_to_all(cast, lived):
    found = sections(cast.officer, cast.kukar)
    assert {code: part.count for code, part in found.items()} == {
        "potensi": 1, "kebutuhan": 1, "kerja-sama": 2, "mitra": 2, "tindak-lanjut": 2, "batas": 1, "laporan": 2,
    }  # fmt: skip
    assert [line.title for line in found["potensi"].lines] == ["Kebun raya contoh"]
    assert {line.title for line in found["mitra"].lines} == {"Kabupaten Kutai Barat", "Kabupaten Paser"}
    assert found["tindak-lanjut"].text == "1 belum selesai, 1 di antaranya terlambat."
    assert found["laporan"].text.startswith("1 dari 2 laporan yang jatuh tempo dikirim tepat waktu (50%)")


def test_every_way_to_all_rows_leads_there(cast, lived, signed_in):
    client = signed_in(cast.officer)
    for part in sections(cast.officer, cast.kukar).values():
        assert client.get(part.url).status_code == 200, part.url
        assert client.get(part.next_url).status_code == 200, part.next_url
        for line in part.lines:
            assert not line.url or client.get(line.url).status_code == 200, line.url


def test_a_report_not_sent_on_its_day_is_late_and_one_not_yet_due_does_not_count(cast, lived):
    report(lived, cast.kukar, "2026-S2", date(2026, 11, 20), None)
    report(lived, cast.kukar, "2027-S1", date(2027, 7, 15), None)
    assert figures_of(cast.biro, [cast.kukar], 2026)[0].reports.percent == 33
    assert figures_of(cast.biro, [cast.kukar], 2027)[0].reports.percent is None


def test_a_partner_reads_what_touches_it_and_is_told_that_there_may_be_more(cast, lived, signed_in):
    assert counts(cast.partner, cast.kukar) | {"tindak-lanjut": 2} == {
        "potensi": 1, "kebutuhan": 1, "kerja-sama": 1, "mitra": 1, "tindak-lanjut": 2, "batas": 1, "laporan": 2,
    }  # fmt: skip
    words = signed_in(cast.partner).get(f"{KUKAR}?tahun=2026").content.decode()
    assert "di luar jangkauan Anda" in words
    assert "Jalan contoh" not in words


def test_a_stranger_reads_no_row_of_it(cast, lived, signed_in):
    for user in (cast.nobody, cast.stranger):
        words = signed_in(user).get(f"{KUKAR}?tahun=2026").content.decode()
        for hidden in ("Kebun raya contoh", "Dokter kurang contoh", "Rujukan contoh", "Data batas contoh"):
            assert hidden not in words
    assert set(counts(cast.nobody, cast.kukar).values()) == {0}


def test_a_published_segment_is_read_by_all_through_its_public_card(cast, lived):
    segment(cast.kukar, cast.paser, published=True)
    (line,) = sections(cast.nobody, cast.kukar)["batas"].lines
    assert line.url.startswith("/batas/umum/")


def test_a_province_counts_the_segments_of_its_regencies(cast, lived):
    assert counts(cast.biro, cast.kaltim)["batas"] == 1


def test_another_year_has_other_figures(cast, lived):
    assert counts(cast.officer, cast.kukar, 2025) | {"batas": 0} == {
        "potensi": 0, "kebutuhan": 0, "kerja-sama": 2, "mitra": 2, "tindak-lanjut": 0, "batas": 0, "laporan": 0,
    }  # fmt: skip


def test_the_page_draws_and_tells_the_same_and_leads_on_where_it_is_empty(cast, lived, signed_in):
    client = signed_in(cast.officer)
    words = client.get(f"{KUKAR}?tahun=2026").content.decode()
    assert 'aria-label="Kerja sama berlaku per tahun. 2022: 0; 2023: 0; 2024: 0; 2025: 1; 2026: 1."' in words
    assert "Sebagai tabel" in words
    empty = client.get(f"{KUKAR}?tahun=2019").content.decode()
    assert "Belum ada potensi yang dipetakan tahun ini." in empty
    assert "Lihat celah kerja sama" in empty


def test_all_rows_of_one_side_stand_on_pages(cast, lived, signed_in):
    client = signed_in(cast.officer)
    words = client.get(f"{KUKAR}baris/?tahun=2026&sisi=kebutuhan").content.decode()
    assert "Dokter kurang contoh" in words
    assert "Kebun raya contoh" not in words
    both = client.get(f"{KUKAR}baris/?tahun=2026&sisi=x&page=99").content.decode()
    assert "Kebun raya contoh" in both
    assert "Masih draf contoh" not in both


def test_the_register_of_regions_leads_to_the_profile(cast, signed_in):
    assert f'href="{KUKAR}"' in signed_in(cast.nobody).get("/wilayah/64.02/").content.decode()


def test_no_region_no_page(cast, signed_in):
    client = signed_in(cast.officer)
    for code in ("00", "99", "64.99"):
        assert client.get(f"/pemetaan/wilayah/{code}/").status_code == 404


def test_the_page_costs_the_same_for_few_and_many_rows(cast, lived, signed_in):
    client = signed_in(cast.officer)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(f"{KUKAR}?tahun=2026")
        return len(seen)

    queries()
    few = queries()
    held = period(cast.biro, cast.kaltim, cast.kukar, name="Kedua contoh", year=2026)
    for number in range(8):
        row(cast.officer, held, cast.kukar, title=f"Potensi {number}", kind="potensi")
        made = agreement(cast.officer, cast.kukar, cast.kubar, title=f"Contoh {number}", urusan=(urusan(),))
        report(made, cast.kukar, "2026-S1", date(2026, 7, 15), date(2026, 7, 1))
    assert queries() == few <= 40
