"""The lines of a segment for the map: only what the person may read, as fine as asked, with a mark that holds."""

import pytest
from django.urls import reverse

from boundaries.models import BoundaryLine
from tests.boundaries.lines_rows import BULGE, STRAIGHT, line
from tests.boundaries.rows import segment

ADDRESS = reverse("boundaries:lines_geojson", args=["64.02-64.07"])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def test_standing_lines_come_with_what_a_map_says_of_them(cast, signed_in, row):
    old = line(row, BULGE, region=cast.kukar)
    new = line(row, STRAIGHT, region=cast.kukar, version=2, replaces=old, confidential=True)
    client = signed_in(cast.observer)
    found = client.get(ADDRESS).json()["features"]
    assert [feature["id"] for feature in found] == [new.pk]
    assert found[0]["geometry"]["coordinates"] == STRAIGHT
    assert found[0]["properties"]["region"] == "64.02"
    assert found[0]["properties"]["confidential"] is True
    assert client.get(ADDRESS, {"garis": old.pk}).json()["features"][0]["id"] == old.pk


def test_a_tolerance_thins_and_nonsense_is_no_tolerance(cast, signed_in, row):
    line(row, [[115, 0], [115.2, 0.0001], [115.5, 0], [116, 0]], region=cast.kukar)
    client = signed_in(cast.officer)

    def count(**query):
        return len(client.get(ADDRESS, query).json()["features"][0]["geometry"]["coordinates"])

    assert count(toleransi="0.001") == 2
    for text in ("", "x", "nan", "inf", "-1"):
        assert count(toleransi=text) == 4


def test_unchanged_lines_are_not_sent_again(cast, signed_in, row):
    line(row, STRAIGHT, region=cast.kukar)
    client = signed_in(cast.officer)
    mark = client.get(ADDRESS)["ETag"]
    again = client.get(ADDRESS, headers={"If-None-Match": mark})
    assert (again.status_code, again.content) == (304, b"")
    line(row, BULGE, region=cast.kubar)
    assert client.get(ADDRESS, headers={"If-None-Match": mark}).status_code == 200
    assert client.get(ADDRESS, {"toleransi": "0.01"}, headers={"If-None-Match": mark}).status_code == 200


@pytest.mark.parametrize("query", ["garis=x", "garis=99999999999999999999", "garis=²"])
def test_nonsense_is_answered_calmly(cast, signed_in, row, query):
    line(row, STRAIGHT, region=cast.kukar)
    assert signed_in(cast.officer).get(f"{ADDRESS}?{query}").status_code == 200


def test_other_regions_and_the_public_get_nothing(cast, client, signed_in, row):
    line(row, STRAIGHT, region=cast.kukar, confidential=True)
    line(row, BULGE, role="kompromi", region=cast.kaltim, shared=False)
    assert client.get(ADDRESS).status_code == 302
    assert signed_in(cast.stranger).get(ADDRESS).status_code == 404
    assert len(signed_in(cast.partner).get(ADDRESS).json()["features"]) == 1
    assert len(signed_in(cast.biro).get(ADDRESS).json()["features"]) == 2


def test_the_public_sees_what_is_shared_and_not_restricted(cast, row):
    line(row, STRAIGHT, region=cast.kukar, confidential=True)
    line(row, BULGE, role="kompromi", region=cast.kaltim, shared=False)
    plain = line(row, BULGE, region=cast.kubar)
    assert list(BoundaryLine.objects.public()) == [plain]
