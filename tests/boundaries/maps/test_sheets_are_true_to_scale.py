"""Sheets of the map: a kilometre has its length, nets have their figures, long segments fall into sheets."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boundaries.documents.annexes.facts import LayerFacts, LineFacts, SegmentFacts, SideFacts
from boundaries.documents.maps.blocks import bar_length
from boundaries.documents.maps.drawing import draw, sheets_of
from boundaries.documents.maps.grid import arc_figure, degree_ticks, grid_step, utm_ticks
from boundaries.documents.maps.labels import Taken, place_name
from boundaries.documents.maps.naming import side_of
from boundaries.documents.maps.paper import PAPERS, Box, Layout
from boundaries.documents.maps.plan import DEGREES, Choice, Outline, Plan
from boundaries.geo.courses import Spot
from boundaries.geo.planes import Plane
from boundaries.geo.sheets import TooManySheets, windows_along

SIDES = (
    SideFacts("Kabupaten Kutai Kartanegara", "Kutai Kartanegara", "Bupati", "Provinsi Kalimantan Timur"),
    SideFacts("Kabupaten Kutai Barat", "Kutai Barat", "Bupati", "Provinsi Kalimantan Timur"),
)
SOUTHERN = Plane(50, south=True)


def degrees(*grid):
    """Positions of eastings and northings of zone 50S."""
    return tuple((float(lon), float(lat)) for lon, lat in SOUTHERN.inverse(np.array(grid, dtype=float)))


def plan(coords, choice=None, *, spots=(), role="disepakati", outlines=(), **line):
    row = LineFacts(1, role, "Garis contoh", "contoh", tuple(coords), **line)
    facts = SegmentFacts(
        "64.02-64.07", "A – B", SIDES, "pelacakan", "Pelacakan batas", False, "", None, tuple(spots), (), (row,),
        LayerFacts(1, "Lapisan contoh", "contoh", "1 Mei 2024") if outlines else None,
    )  # fmt: skip
    return Plan(facts, row, choice or Choice(), tuple(outlines), (), "22 November 2026")


def caught(pattern: str, drawing: str) -> str:
    """What the group of a pattern that must be there has caught."""
    found = re.search(pattern, drawing)
    assert found is not None, pattern
    return found[1]


def drawn_line(drawing):
    """The coordinates of the boundary line as printed, in millimetres."""
    found = caught(r'<path d="([^"]+)"[^>]* class="garis-batas"', drawing)
    return [tuple(map(float, pair.split())) for pair in re.split("[ML]", found) if pair]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("scale", [25_000, 50_000, 100_000, 250_000, 75_000])
def test_a_kilometre_has_its_length_on_paper(paper, landscape, scale):
    made = plan(degrees((500_000, 9_950_000), (501_000, 9_950_000)), Choice(paper, landscape, scale))
    (x1, y1), (x2, y2) = drawn_line(draw(sheets_of(made)[0]))
    assert np.hypot(x2 - x1, y2 - y1) == pytest.approx(1_000_000 / scale, abs=0.01)


def test_the_sheet_names_its_own_size_in_millimetres():
    drawing = draw(sheets_of(plan(degrees((500_000, 9_950_000), (501_000, 9_950_000)), Choice("a1")))[0])
    assert drawing.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="841mm" height="594mm" viewBox="0 0 841 594"'
    )


def test_the_scale_bar_is_as_long_as_it_says():
    drawing = draw(sheets_of(plan(degrees((500_000, 9_950_000), (504_000, 9_950_000))))[0])
    bar = caught(r'<g class="bar-skala">(.*?)</g>', drawing)
    widths = [float(width) for width in re.findall(r' width="([\d.]+)"', bar)]
    said = caught(r">([\d,]+) km</text>", bar)
    assert sum(widths) == pytest.approx(float(said.replace(",", ".")) * 20, abs=0.01)


@pytest.mark.parametrize(
    ("scale", "room", "length"), [(50_000, 70, 3000), (100_000, 70, 6000), (250_000, 70, 15_000)]
)
def test_a_scale_bar_is_the_longest_round_one(scale, room, length):
    assert bar_length(scale, room)[0] == length


@pytest.mark.parametrize(
    ("scale", "step"),
    [(25_000, 500), (50_000, 1000), (75_000, 2000), (100_000, 2000), (250_000, 5000), (1_000_000, 20_000)],
)
def test_lines_of_the_net_stand_two_centimetres_apart_or_more(scale, step):
    assert grid_step(scale) == step


def test_grid_figures_stand_where_the_grid_is():
    view = plan(degrees((500_000, 9_950_000), (503_000, 9_950_000))).views[0]
    ticks = {tick.words: tick.at for tick in utm_ticks(view) if tick.edge == "bottom"}
    assert ticks["501.000 mT"] - ticks["500.000 mT"] == pytest.approx(20.0, abs=0.001)
    assert ticks["501.000 mT"] == pytest.approx(view.x(501_000), abs=0.001)
    assert {tick.words for tick in utm_ticks(view) if tick.edge == "left"} >= {"9.950.000 mU"}


def test_figures_of_degrees_are_where_the_degrees_are():
    view = plan(degrees((500_000, 9_950_000), (503_000, 9_950_000))).views[0]
    for tick in degree_ticks(view):
        if tick.edge != "top":
            continue
        lon, _lat = view.degrees(np.array([[tick.at, view.layout.face.y]]))[0]
        assert arc_figure(float(lon), 0) == tick.words


@pytest.mark.parametrize(
    ("value", "axis", "words"),
    [(116.5, 0, "116° 30' BT"), (-0.5, 1, "0° 30' LS"), (0.0, 1, "0°"), (10.0, 1, "10° 00' LU")],
)
def test_figures_of_degrees_are_words_of_decrees(value, axis, words):
    assert arc_figure(value, axis) == words


def test_a_segment_across_the_equator_keeps_one_zone_and_says_so():
    made = plan(((116.2, 0.04), (116.22, -0.04)))
    drawing = draw(sheets_of(made)[0])
    assert (made.plane.zone, made.plane.south, made.plane.epsg) == (50, True, 32750)
    assert "Khatulistiwa" in drawing
    assert "juga untuk bagian di" in drawing.replace("</text>", " ")
    assert "10.000.000 mU" in drawing
    assert not re.search(r">-[\d.]+ mU<", drawing)
    assert "Khatulistiwa" not in draw(sheets_of(plan(((116.2, 1.05), (116.22, 1.0))))[0])


def test_a_northern_segment_has_no_false_northing():
    assert plan(((116.2, 1.05), (116.22, 1.0))).plane == Plane(50, south=False)


def long_line(kilometres):
    return degrees(*((450_000 + 1500 * np.sin(k), 9_900_000 + 1000 * k) for k in range(kilometres)))


def test_a_long_segment_falls_into_sheets_with_an_index():
    made = plan(long_line(60))
    sheets = sheets_of(made)
    assert [sheet.number for sheet in sheets] == list(range(len(sheets)))
    assert sheets[0].is_index
    assert sheets[0].name == "Petunjuk lembar"
    assert sheets[1].name == f"Lembar 1 dari {len(sheets) - 1}"
    index = draw(sheets[0])
    assert all(f">{sheet.number}</text>" in index for sheet in sheets[1:])
    assert "Skala 1:50.000" in draw(sheets[1])


def test_sheets_follow_the_line_without_a_gap():
    made = plan(long_line(60))
    line = made.plane.forward(np.array(made.line.coords))
    windows = windows_along(line, 14_000, 11_000)
    assert windows[0].begins == 0
    assert all(before.ends == after.begins for before, after in pairwise(windows))
    ground = shapely.LineString(line)
    assert windows[-1].ends == pytest.approx(ground.length, rel=1e-6)
    covered = shapely.union_all([shapely.box(*window.bounds) for window in windows])
    assert covered.covers(ground)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.floats(300_000, 700_000), st.floats(9_800_000, 9_990_000)),
        min_size=2,
        max_size=12,
        unique=True,
    )
)
def test_whatever_the_line_every_metre_lies_on_some_sheet(vertices):
    line = np.array(vertices)
    if shapely.LineString(line).length < 1:
        return
    windows = windows_along(line, 140_000, 110_000, most=500)
    covered = shapely.union_all([shapely.box(*window.bounds) for window in windows])
    assert covered.buffer(0.01).covers(shapely.LineString(line))


def test_more_than_sixty_sheets_are_refused():
    with pytest.raises(TooManySheets):
        sheets_of(plan(long_line(300), Choice("a4", scale=5_000)))


def test_a_segment_that_fits_has_one_sheet_and_no_index():
    sheets = sheets_of(plan(long_line(60), Choice(scale=500_000)))
    assert [sheet.is_index for sheet in sheets] == [False]


def test_each_region_is_named_on_its_own_side():
    # Travelling north, the first region lies left: in the west.
    drawing = draw(sheets_of(plan(degrees((500_000, 9_950_000), (500_000, 9_956_000))))[0])
    x = {name: float(caught(rf'<text x="([\d.]+)"[^>]*>{name}</text>', drawing)) for name in
         ("KABUPATEN KUTAI KARTANEGARA", "KABUPATEN KUTAI BARAT")}  # fmt: skip
    (line_x, _y), *_rest = drawn_line(drawing)
    assert x["KABUPATEN KUTAI KARTANEGARA"] < line_x < x["KABUPATEN KUTAI BARAT"]


def test_sides_are_not_claimed_where_nobody_knows_them():
    drawing = draw(sheets_of(plan(degrees((500_000, 9_950_000), (500_000, 9_956_000)), oriented=False))[0])
    assert "Sisi Kabupaten" not in drawing


@pytest.mark.parametrize(("x", "y", "side"), [(4, 5, 0), (6, 5, 1), (0, -3, 0), (9, 14, 1)])
def test_left_of_the_way_is_left_on_paper(x, y, side):
    up = shapely.LineString([(5, 10), (5, 0)])
    assert side_of(up, shapely.Point(x, y)) == side


def test_names_never_cover_each_other_nor_a_sign():
    taken = Taken(Box(0, 0, 100, 100), shapely.LineString([(0, 50), (100, 50)]))
    placed = [place_name(f"TK {k}", (48 + k % 5, 48 + k // 5), 2.1, taken) for k in range(25)]
    boxes = [name.box for name in placed if name]
    assert len(boxes) > 10
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


def test_names_without_a_place_are_counted_on_the_sheet():
    base = degrees((500_000, 9_950_000), (500_400, 9_950_000))
    spots = [
        Spot(f"TK {k}", "TK", Decimal(str(base[0][1] + 1e-6 * k)), Decimal(str(base[0][0])))
        for k in range(80)
    ]
    drawing = draw(sheets_of(plan(base, spots=spots))[0])
    assert re.search(r"\d+ nama titik tidak ditulis", drawing)


def test_without_outlines_the_missing_inset_is_said():
    drawing = draw(sheets_of(plan(degrees((500_000, 9_950_000), (501_000, 9_950_000))))[0])
    assert "Diagram lokasi tidak" in drawing
    assert (
        "belum ada lapisan yang dipakai" in drawing.replace("</text>", " ").replace("\n", " ")
        or "belum ada lapisan" in drawing
    )


def test_every_word_from_people_is_escaped():
    outlines = [Outline("<script>", shapely.box(116, -1, 117, 0), 0, True)]
    spot = Spot("TK <b>&", "TK", Decimal("-0.45"), Decimal("117.0"), kind_name='<img src="x">')
    made = plan(degrees((500_000, 9_950_000), (501_000, 9_950_000)), spots=[spot], outlines=outlines)
    made = replace(made, line=replace(made.line, label="<i>garis</i>", source="a & b"))
    drawing = draw(sheets_of(made)[0])
    assert "<script" not in drawing
    assert "<b>" not in drawing
    assert "<img" not in drawing
    assert "&lt;i&gt;" in drawing


def test_both_nets_have_their_figures_whichever_is_drawn():
    for net in ("utm", DEGREES):
        drawing = draw(
            sheets_of(plan(degrees((500_000, 9_950_000), (501_000, 9_950_000)), Choice(grid=net)))[0]
        )
        assert " mT</text>" in drawing
        assert " BT</text>" in drawing
        assert ("jaring-utm" in drawing) is (net == "utm")


def test_a_layout_keeps_map_and_panel_apart():
    for paper in PAPERS:
        for landscape in (True, False):
            layout = Layout(paper, landscape)
            face, panel = layout.face, layout.panel
            assert face.right <= panel.x or face.bottom <= panel.y
            assert face.width > 100 or paper == "a4"
