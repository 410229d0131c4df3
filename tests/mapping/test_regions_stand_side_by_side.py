"""Two to six regions side by side: chosen by search, the same figures for each, on the page and in the sheet."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ksd.mapping.documents.charts import lying_bars, standing_bars
from ksd.mapping.services.comparison import MOST, comparison_of, regions_chosen, regions_named
from tests import factories
from tests.mapping.network_rows import agreement
from tests.mapping.rows import period, row, urusan

PAGE = "/pemetaan/perbandingan/"
TWO = "daerah=64.02&daerah=64.07&tahun=2026"


@pytest.fixture
def sides(cast):
    """Kukar with two potentials, Kubar with one need, one cooperation between them."""
    held = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, year=2026)
    row(cast.officer, held, cast.kukar, kind="potensi")
    row(cast.officer, held, cast.kukar, kind="kekuatan")
    row(cast.partner, held, cast.kubar, kind="masalah")
    agreement(cast.officer, cast.kukar, cast.kubar, urusan=(urusan(),))


def test_each_region_has_the_same_figures(cast, sides):
    compared = comparison_of(cast.biro, regions_chosen(["64.07", "64.02"]), 2026)
    assert [row.region for row in compared.figures] == [cast.kubar, cast.kukar]
    told = {str(measure.label): [value for _row, value in cells] for measure, cells in compared.lines}
    assert told["Potensi dan kekuatan"] == [0, 2]
    assert told["Kebutuhan dan masalah"] == [1, 0]
    assert told["Kerja sama berlaku"] == [1, 1]
    assert told["Laporan tepat waktu"] == [None, None]


def test_page_and_sheet_say_the_same(cast, sides, signed_in):
    client = signed_in(cast.biro)
    words = client.get(f"{PAGE}?{TWO}").content.decode()
    assert words.count('data-label="Kabupaten Kutai Kartanegara"') == len(
        comparison_of(cast.biro, [], 2026).lines
    )
    assert (
        'aria-label="Potensi dan kekuatan. Kabupaten Kutai Kartanegara: 2; Kabupaten Kutai Barat: 0."'
        in words
    )
    sheet = load_workbook(BytesIO(client.get(f"{PAGE}xlsx/?{TWO}").content)).worksheets[0]
    lines = {line[0]: line[1:] for line in sheet.iter_rows(values_only=True)}
    assert lines["Angka tahun 2026"] == ("Kabupaten Kutai Kartanegara", "Kabupaten Kutai Barat")
    assert lines["Potensi dan kekuatan"] == (2, 0)


def test_a_region_out_of_reach_is_marked(cast, sides, signed_in):
    words = signed_in(cast.officer).get(f"{PAGE}?{TWO}").content.decode()
    assert 'data-label="Kabupaten Kutai Barat *"' in words
    assert 'data-label="Kabupaten Kutai Kartanegara *"' not in words


def test_regions_are_chosen_by_search_and_taken_away_again(cast, signed_in):
    client = signed_in(cast.officer)
    words = client.get(f"{PAGE}?daerah=64.02&cari=kutai").content.decode()
    assert "?daerah=64.02&amp;daerah=64.07&amp;tahun=2026" in words
    assert 'aria-label="Lepaskan Kabupaten Kutai Kartanegara"' in words
    assert "Tidak ada daerah lain yang cocok" in client.get(f"{PAGE}?cari=tidakada").content.decode()


def test_no_more_than_six_and_each_once(cast):
    for number in range(8):
        factories.region(f"64.3{number}", f"Contoh {number}", parent=cast.kaltim)
    codes = ["64.30", "64.30", *(f"64.3{number}" for number in range(8))]
    assert [row.code for row in regions_chosen(codes)] == [f"64.3{number}" for number in range(MOST)]
    assert regions_chosen(["00", "99.99"]) == []


def test_a_search_takes_whatever_is_typed(cast):
    for text in ("", "\x00", " % ", "'\"", "a" * 500, "Kutai \x00 Barat"):
        assert len(regions_named(text, [])) <= 8
    assert [row.code for row in regions_named("Kutai \x00 Barat", [])] == ["64.07"]


def test_an_empty_page_says_how_to_begin(cast, signed_in):
    assert "Belum ada daerah yang dipilih" in signed_in(cast.nobody).get(PAGE).content.decode()


def test_the_page_costs_the_same_for_two_and_six(cast, sides, signed_in):
    for number in range(4):
        factories.region(f"64.3{number}", f"Contoh {number}", parent=cast.kaltim)
    client = signed_in(cast.biro)

    def queries(query):
        with CaptureQueriesContext(connection) as seen:
            client.get(f"{PAGE}?{query}")
        return len(seen)

    queries(TWO)
    assert queries(TWO) == queries("&".join([TWO, *(f"daerah=64.3{number}" for number in range(4))])) <= 26


def test_bars_grow_with_their_figures_and_tell_them():
    drawn = lying_bars("Judul", [("Satu", 2), ("Dua", 1), ("Nol", 0)])
    risen = standing_bars("Judul", [("2025", 50), ("2026", 100)], "%")
    assert drawn
    assert risen
    assert drawn.alt == "Judul. Satu: 2; Dua: 1; Nol: 0."
    assert drawn.paths[0].d.startswith("M0 20h304.0")
    assert drawn.paths[1].d.startswith("M0 60h152.0")
    assert risen.labels[2].text == "100%"
    assert lying_bars("Judul", [("Satu", 0)]) is None
    assert standing_bars("Judul", []) is None
