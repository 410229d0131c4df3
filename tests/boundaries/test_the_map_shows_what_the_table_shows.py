"""The map: the same segments as the table, nothing of others, and a drawing that is kept."""

import gzip
import json
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundaries.choices import SegmentKind, Stage
from boundaries.models import LayerDrawing, RegionLayer, Segment
from boundaries.services.drawings import request_drawings
from ksd.core.jobs import run_job
from ksd.core.models import Job
from tests import factories
from tests.boundaries import map_rows, rows


@pytest.fixture
def drawn_map(cast):
    """Three segments of the cast's regions, their outlines, and one segment far away."""
    map_rows.three(cast)
    rows.segment(cast.kukar, cast.kubar)
    rows.segment(cast.kukar, cast.paser, stage=Stage.DITETAPKAN, regulation="Permendagri 1/2020")
    rows.segment(cast.kubar, cast.paser, stage=Stage.BERSELISIH)
    _kaltara, malinau = rows.neighbour_province()
    rows.segment(malinau, cast.kubar, stage=Stage.BELUM_DIKETAHUI)
    return cast


def the_segment():
    return Segment.objects.of_codes("64.02", "64.07").get()


def data(client, name, *args, query=""):
    response = client.get(reverse(f"boundaries:{name}", args=args) + query)
    assert response.status_code == 200
    body = (
        gzip.decompress(response.content) if response.get("Content-Encoding") == "gzip" else response.content
    )
    return json.loads(body)


def slugs(client, query=""):
    return {row["slug"] for row in data(client, "segments_json", query=query)["segments"]}


def test_each_person_gets_the_segments_of_their_reach_only(drawn_map, signed_in):
    kukar_paser, kukar_kubar = "64.01-64.02", "64.02-64.07"
    assert slugs(signed_in(drawn_map.officer)) == {kukar_paser, kukar_kubar}
    assert slugs(signed_in(drawn_map.partner)) == {"64.01-64.07", kukar_kubar, "64.07-65.02"}
    assert len(slugs(signed_in(drawn_map.biro))) == 4
    assert slugs(signed_in(drawn_map.stranger)) == {kukar_paser, "64.01-64.07"}
    assert slugs(signed_in(drawn_map.nobody)) == set()


def test_nobody_without_an_account_gets_anything(drawn_map, client):
    for name, args in (("map", []), ("segments_json", []), ("points_json", []), ("regions_json", [0])):
        assert client.get(reverse(f"boundaries:{name}", args=args)).status_code == 302


def test_the_outlines_say_names_and_codes_and_no_more(drawn_map, signed_in):
    found = data(signed_in(drawn_map.officer), "regions_json", 1)
    assert set(found) == {"name", "source", "dated", "level", "grid", "arcs", "regions"}
    assert {frozenset(row) for row in found["regions"]} == {frozenset({"code", "name", "at", "land"})}


words = st.sampled_from(
    ["", "kutai", "64.02", "Permendagri", "paser kutai", "tidak ada", "\x00", "' OR 1=1", "é"]
)
stages = st.sampled_from(["", "bogus", "\x00", *Stage.values])
kinds = st.sampled_from(["", "lain", *SegmentKind.values])


queries = st.fixed_dictionaries(
    {"q": words, "stage": stages, "kind": kinds, "page": st.sampled_from(["", "2", "x"])}
)


@given(asked=queries)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_table_and_map_filter_together(drawn_map, signed_in, asked):
    query = "?" + urlencode(asked)
    client = signed_in(drawn_map.biro)
    table = client.get(reverse("boundaries:list") + query)
    if table.status_code != 200:
        assert "\x00" in "".join(asked.values())
        assert client.get(reverse("boundaries:segments_json") + query).status_code == table.status_code
        return
    listed = {row.slug for row in table.context["filter"].qs}
    assert slugs(client, query) == listed
    page_of_map = client.get(reverse("boundaries:map") + query)
    assert {row.segment.slug for row in page_of_map.context["drawn"]["svg"].stretches} == listed


def test_without_scripts_every_segment_is_a_link(drawn_map, signed_in):
    text = signed_in(drawn_map.biro).get(reverse("boundaries:map")).content.decode()
    start = text.index('<svg class="ksd-map-svg"')
    svg = text[start : text.index("</svg>", start)]
    for slug in ("64.02-64.07", "64.01-64.02", "64.01-64.07"):
        assert f'<a href="{reverse("boundaries:detail", args=[slug])}"' in svg
    missing = text[text.index("ksd-map-missing") :]
    assert reverse("boundaries:detail", args=["64.07-65.02"]) in missing


def test_without_any_layer_the_links_stay(cast, signed_in):
    rows.segment(cast.kukar, cast.kubar)
    response = signed_in(cast.biro).get(reverse("boundaries:map"))
    assert response.status_code == 200
    assert reverse("boundaries:detail", args=["64.02-64.07"]) in response.content.decode()
    assert data(signed_in(cast.biro), "regions_json", 0)["regions"] == []


def test_every_map_says_that_it_is_no_law(drawn_map, signed_in):
    client = signed_in(drawn_map.biro)
    for address in (reverse("boundaries:map"), reverse("boundaries:segment_map", args=["64.02-64.07"])):
        text = client.get(address).content.decode()
        assert "Indikatif, bukan acuan hukum." in text
        assert "tidak menghapus hak atas tanah" in text


def test_a_stranger_finds_no_map_of_a_segment(drawn_map, signed_in):
    client = signed_in(drawn_map.stranger)
    for name in ("segment_map", "segment_json", "field"):
        assert client.get(reverse(f"boundaries:{name}", args=["64.02-64.07"])).status_code == 404


def test_an_unshared_compromise_stays_with_its_office(drawn_map, signed_in):
    segment = the_segment()
    map_rows.line(segment, "klaim", map_rows.BORDER, region=drawn_map.kukar, name="Klaim contoh")
    map_rows.line(
        segment, "kompromi", map_rows.BORDER, region=drawn_map.kaltim, shared=False, name="Rahasia-9Z"
    )
    seen = {row["name"] for row in data(signed_in(drawn_map.officer), "segment_json", segment.slug)["claims"]}
    assert seen == {"Klaim contoh"}
    assert "Rahasia-9Z" in {
        row["name"] for row in data(signed_in(drawn_map.biro), "segment_json", segment.slug)["claims"]
    }


def test_claims_and_restricted_lines_never_enter_the_map_of_all(drawn_map, signed_in):
    segment = the_segment()
    map_rows.line(segment, "klaim", map_rows.BORDER, region=drawn_map.kukar, name="Klaim contoh")
    map_rows.line(segment, "disepakati", map_rows.BORDER, confidential=True, name="Terbatas-3Q")
    map_rows.line(segment, "disepakati", map_rows.BORDER, shared=False, name="Belum-3Q")
    found = next(
        row
        for row in data(signed_in(drawn_map.biro), "segments_json")["segments"]
        if row["slug"] == segment.slug
    )
    assert "line" not in found


def test_the_agreed_line_is_preferred_and_an_illustration_comes_last(drawn_map, signed_in):
    segment = the_segment()
    map_rows.line(segment, "disepakati", map_rows.BORDER, illustrative=True)
    indicative = [(116.0, 0.5), (116.05, 0.0), (116.0, -0.5)]
    map_rows.line(segment, "indikatif", indicative)
    (row,) = data(signed_in(drawn_map.officer), "segment_json", segment.slug)["segments"]
    assert row["line"] == [list(vertex) for vertex in indicative]
    map_rows.line(segment, "disepakati", map_rows.BORDER)
    (row,) = data(signed_in(drawn_map.officer), "segment_json", segment.slug)["segments"]
    assert len(row["line"]) == len(map_rows.BORDER)


def test_outlines_are_drawn_once_and_sent_once(drawn_map, signed_in):
    client, address = signed_in(drawn_map.officer), reverse("boundaries:regions_json", args=[0])
    first = client.get(address, headers={"accept-encoding": "gzip"})
    assert (first["Content-Encoding"], LayerDrawing.objects.count()) == ("gzip", 1)
    again = client.get(address, headers={"if-none-match": first["ETag"], "accept-encoding": "gzip"})
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert plain.content == gzip.decompress(first.content)
    lasting = client.get(address + "?v=" + first["ETag"].strip('"'))
    assert "immutable" in lasting["Cache-Control"]
    assert "no-cache" in first["Cache-Control"]


def test_another_layer_is_another_drawing(drawn_map, signed_in):
    client, address = signed_in(drawn_map.officer), reverse("boundaries:regions_json", args=[0])
    tag = client.get(address)["ETag"]
    RegionLayer.objects.update(in_use=False)
    map_rows.layer({drawn_map.kukar: map_rows.EAST}, name="Lapisan baru contoh")
    fresh = client.get(address, headers={"if-none-match": tag})
    assert fresh.status_code == 200
    assert fresh["ETag"] != tag


def test_segments_unchanged_are_not_sent_twice(drawn_map, signed_in):
    client, address = signed_in(drawn_map.officer), reverse("boundaries:segments_json")
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    Segment.objects.filter(pk=the_segment().pk).update(stage=Stage.DITETAPKAN)
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("level", [3, 99, 10**12])
def test_an_unknown_level_is_not_found(drawn_map, signed_in, level):
    assert (
        signed_in(drawn_map.officer).get(reverse("boundaries:regions_json", args=[level])).status_code == 404
    )


def test_the_map_costs_the_same_for_few_and_for_many(drawn_map, signed_in):
    client = signed_in(drawn_map.biro)
    addresses = [reverse(f"boundaries:{name}") for name in ("map", "segments_json", "points_json")]
    few = price(client, addresses)
    for number in range(20):
        region = factories.region(f"64.{30 + number}", f"Contoh {number}", parent=drawn_map.kaltim)
        map_rows.line(rows.segment(drawn_map.kukar, region), "indikatif", map_rows.BORDER)
    assert price(client, addresses) <= few + 1  # the lines of their own are read in one query


def price(client, addresses):
    """Queries of a second look at pages."""
    for address in addresses:
        client.get(address)
    with CaptureQueriesContext(connection) as captured:
        for address in addresses:
            client.get(address)
    return len(captured)


def test_a_large_layer_is_left_to_a_worker(drawn_map, signed_in, monkeypatch):
    monkeypatch.setattr("boundaries.services.drawings.MOST_LETTERS", 10)
    assert data(signed_in(drawn_map.officer), "regions_json", 0)["regions"] == []
    assert Job.objects.filter(kind="boundary_drawing").exists()


def test_a_worker_draws_every_level_and_twice_is_the_same(drawn_map):
    layer = RegionLayer.objects.get()
    job = request_drawings(layer=layer, actor=drawn_map.biro)
    assert run_job(job.pk)
    assert sorted(layer.drawings.values_list("level", flat=True)) == [0, 1, 2]
