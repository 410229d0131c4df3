"""A line its party took back, or another replaced, is nowhere taken for what the party holds."""

import json

import pytest
from django.urls import reverse

from boundaries.models import BoundaryLine, LineWithdrawal
from boundaries.services.claim_pairs import claims_of, pair_of, studies_of
from tests.boundaries.lines_rows import BULGE, STRAIGHT, WEAVE, line
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def taken_back(found, by):
    LineWithdrawal.objects.create(line=found, actor=by, reason="contoh")
    return found


def exported(client):
    answer = client.get(reverse("boundaries:export"), {"isi": "garis", "bentuk": "geojson"})
    return [found["properties"]["name"] for found in json.loads(answer.content)["features"]]


def test_the_pair_is_of_the_claims_that_stand(cast, row):
    line(row, STRAIGHT, region=cast.kukar)
    old = line(row, BULGE, region=cast.kubar)
    new = line(row, WEAVE, region=cast.kubar, replaces=old, version=2)
    pair = pair_of(row)
    assert pair is not None
    assert pair.second == new
    asked = pair_of(row, second=str(old.pk))
    assert asked is not None
    assert asked.second == old


def test_a_side_that_took_its_claim_back_holds_none(cast, row):
    line(row, STRAIGHT, region=cast.kukar)
    old = line(row, BULGE, region=cast.kubar)
    new = taken_back(line(row, WEAVE, region=cast.kubar, replaces=old, version=2), cast.partner)
    assert new not in claims_of(row)
    assert pair_of(row) is None


def test_a_study_taken_back_starts_no_compromise(cast, row):
    kept = line(row, STRAIGHT, name="Kajian baru")
    taken_back(line(row, BULGE, name="Kajian lama"), cast.biro)
    assert studies_of(row) == [kept]


def test_the_export_holds_the_lines_that_stand(cast, row, signed_in):
    old = line(row, STRAIGHT, name="Kajian pertama")
    line(row, WEAVE, name="Kajian kedua", replaces=old, version=2)
    taken_back(line(row, BULGE, region=cast.kubar, name="Klaim ditarik"), cast.partner)
    assert exported(signed_in(cast.officer)) == ["Kajian kedua"]
    assert BoundaryLine.objects.count() == 3
