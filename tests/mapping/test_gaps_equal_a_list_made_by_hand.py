"""The gaps of the sample equal a list made by hand: nothing invented, nothing left out, nothing hidden guessed at."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ksd.mapping.models import RowCase
from ksd.mapping.services.gaps import gaps_of
from ksd.mapping.services.network import Asked
from tests import factories
from tests.mapping.network_rows import agreement, case, judged, neighbours
from tests.mapping.rows import period, row, urusan

PAGE = "/pemetaan/celah/"


@pytest.fixture
def sample(cast):
    """Kukar, Kubar, Paser and Samarinda; who borders whom, what each wrote, what is agreed."""
    samarinda = factories.region("64.72", "Samarinda", "kota", cast.kaltim)
    health, water = urusan(), urusan("pekerjaan_umum", "Pekerjaan umum", 3)
    urusan("pariwisata", "Pariwisata", 26)
    neighbours(cast.kukar, cast.kubar)
    neighbours(cast.kukar, samarinda, "12.0")
    neighbours(cast.kubar, cast.paser, None)
    held = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, cast.paser, samarinda)
    rows = {}

    def write(name, region, title, subject=health, **facts):
        rows[name] = row(
            cast.biro, held, region, title=title, urusan=subject, **({"kind": "masalah"} | facts)
        )

    write("flood_kukar", cast.kukar, "Banjir Sungai Mahakam di hilir", water, priority=1)
    write("flood_samarinda", samarinda, "Banjir di hilir Sungai Mahakam", water)
    write("flood_paser", cast.paser, "Banjir Sungai Mahakam", water)  # Paser borders Kubar only
    write("clinic_kukar", cast.kukar, "Warga perbatasan jauh dari puskesmas", kind="kebutuhan")
    write("clinic_kubar", cast.kubar, "Puskesmas jauh dari warga di perbatasan")
    write("other_kubar", cast.kubar, "Kekurangan dokter gigi")
    write("stunting_kubar", cast.kubar, "Angka stunting balita tinggi")
    write("stunting_paser", cast.paser, "Stunting pada balita masih tinggi")  # agreed already
    write("strong_paser", cast.paser, "Puskesmas jauh dari warga di perbatasan", kind="kekuatan")
    agreement(cast.partner, cast.kubar, cast.paser, title="Stunting contoh", urusan=(health,))
    return rows


def found(user, cast, year=2027):
    return gaps_of(user, Asked(year, cast.kaltim))


def short(gaps):
    return [(gap.a.name, gap.b.name, gap.urusan.code) for gap in gaps.shared]


def test_neighbours_with_one_problem_and_no_agreement_equal_the_hand_made_list(cast, sample):
    gaps = found(cast.biro, cast)
    assert short(gaps) == [
        ("Kutai Kartanegara", "Samarinda", "pekerjaan_umum"),  # priority 1 stands first
        ("Kutai Kartanegara", "Kutai Barat", "kesehatan"),
    ]
    first, second = gaps.shared
    assert [one.title for one in (*second.rows_a, *second.rows_b)] == [
        "Warga perbatasan jauh dari puskesmas", "Puskesmas jauh dari warga di perbatasan",
    ]  # fmt: skip
    assert first.words == ("banjir", "sungai", "mahakam", "hilir")
    assert str(first.shared_km) == "12.0"


def test_an_agreement_on_the_urusan_closes_the_gap_and_its_end_opens_it_again(cast, sample):
    made = agreement(cast.officer, cast.kukar, cast.kubar, urusan=(urusan(),))
    assert ("Kutai Kartanegara", "Kutai Barat", "kesehatan") not in short(found(cast.biro, cast))
    made.naskah.update(ends_on=date(2026, 12, 31))
    assert ("Kutai Kartanegara", "Kutai Barat", "kesehatan") in short(found(cast.biro, cast))


def test_a_proposal_on_its_way_closes_the_gap_and_one_in_another_urusan_does_not(cast, sample):
    roads = urusan("pekerjaan_umum")
    case(cast.officer, cast.kukar, cast.kubar, state="penyusunan_kb", urusan=(roads,), title="Jalan contoh")
    gap = next(gap for gap in found(cast.biro, cast).shared if gap.b == cast.kubar)
    assert [pact.case.title for pact in gap.others] == ["Jalan contoh"]
    case(cast.officer, cast.kukar, cast.kubar, state="penyusunan_kb", urusan=(urusan(),))
    assert all(gap.b != cast.kubar for gap in found(cast.biro, cast).shared)


def test_a_row_that_belongs_elsewhere_is_no_gap(cast, sample):
    judged(cast.biro, sample["clinic_kukar"], "bukan_ksd")
    assert all(gap.b != cast.kubar for gap in found(cast.biro, cast).shared)


def test_of_others_nobody_is_told_that_they_do_not_cooperate(cast, sample):
    """Paser does not see what Kukar and Samarinda agreed, so their gap is not its to tell."""
    assert short(found(cast.stranger, cast)) == []
    assert all(cast.kukar in (gap.a, gap.b) for gap in found(cast.officer, cast).shared)
    assert len(found(cast.officer, cast).shared) == 2


def test_a_duty_is_undone_until_a_cooperation_born_from_it_runs(cast, sample):
    judged(cast.biro, sample["clinic_kukar"])
    judged(cast.biro, sample["flood_kukar"], "ksdd_sukarela")
    assert [duty.row for duty in found(cast.biro, cast).undone] == [sample["clinic_kukar"]]
    born = case(cast.officer, cast.kukar, cast.kubar, state="usulan", urusan=(urusan(),))
    RowCase.objects.create(row=sample["clinic_kukar"], case=born, created_by=cast.officer)
    (duty,) = found(cast.biro, cast).undone  # a draft carries nothing out
    assert duty.drafted
    type(born).objects.filter(pk=born.pk).update(state="pelaksanaan")
    assert found(cast.biro, cast).undone == []


def test_a_cooperation_nobody_linked_is_named_beside_the_duty(cast, sample):
    judged(cast.biro, sample["clinic_kukar"])
    agreement(cast.officer, cast.kukar, cast.kubar, title="Belum ditautkan contoh", urusan=(urusan(),))
    (duty,) = found(cast.biro, cast).undone
    assert [pact.case.title for pact in duty.unlinked] == ["Belum ditautkan contoh"]


def test_the_duties_of_regions_out_of_reach_are_not_judged(cast, sample):
    judged(cast.biro, sample["clinic_kukar"])
    assert found(cast.partner, cast).undone == []


def test_urusan_nobody_covers_stand_with_what_was_mapped_in_them(cast, sample):
    assert [(row.urusan.code, row.rows, row.regions) for row in found(cast.biro, cast).uncovered] == [
        ("pekerjaan_umum", 3, 3), ("pariwisata", 0, 0),
    ]  # fmt: skip


def test_another_year_has_other_gaps(cast, sample):
    gaps = found(cast.biro, cast, 2025)
    assert (gaps.shared, gaps.has_rows) == ([], False)


def test_page_and_sheet_say_the_same(cast, sample, signed_in):
    judged(cast.biro, sample["clinic_kukar"])
    client = signed_in(cast.biro)
    words = client.get(PAGE).content.decode()
    assert "Celah kerja sama 2027" in words
    for text in ("Banjir di hilir Sungai Mahakam", "Puskesmas jauh dari warga di perbatasan", "Pariwisata"):
        assert text in words
    book = load_workbook(BytesIO(client.get(f"{PAGE}xlsx/").content))
    kinds = [line[1] for line in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    assert [kinds.count(kind) for kind in dict.fromkeys(kinds)] == [2, 1, 2]


def test_an_empty_page_says_what_to_do(cast, signed_in):
    words = signed_in(cast.officer).get(f"{PAGE}?tahun=2020").content.decode()
    assert "Belum ada baris pemetaan tahun ini" in words


def test_the_page_costs_the_same_for_few_and_many_rows(cast, sample, signed_in):
    client = signed_in(cast.biro)
    judged(cast.biro, sample["clinic_kukar"])

    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(PAGE)
        return len(seen)

    queries()
    few = queries()
    held = sample["clinic_kukar"].period
    for number in range(10):
        for region in (cast.kukar, cast.kubar):
            judged(
                cast.biro,
                row(cast.biro, held, region, title=f"Rujukan pasien lansia {number}", kind="masalah"),
            )
    assert queries() == few <= 24
