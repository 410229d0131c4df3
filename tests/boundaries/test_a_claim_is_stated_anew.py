"""A new version begins where the old one stood, and an end without a node on record is told so."""

import pytest
from django.urls import reverse

from tests.boundaries.lines_rows import BULGE, line, node
from tests.boundaries.rows import segment
from tests.boundaries.test_a_claim_is_stated import SLUG, send


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def test_a_new_version_may_begin_with_the_vertices_of_the_old_one(cast, signed_in, row):
    client = signed_in(cast.officer)
    old = line(row, BULGE, region=cast.kukar)
    page = reverse("boundaries:line_replace", args=[SLUG, old.pk])
    assert 'href="?dari-versi"' in client.get(page).content.decode()
    begun = client.get(f"{page}?dari-versi").context["form"]
    assert begun["text"].value().splitlines()[1] == "0.100000000, 115.500000000"


def test_an_end_far_from_every_node_is_told_as_a_node_not_on_record(cast, signed_in, row):
    node(row, segment(cast.kubar, cast.paser), 120.0, 0.0)
    client = signed_in(cast.officer)
    text = client.get(send(client, whose="klaim-64.02")["Location"]).content.decode()
    assert "Titik simpul pada ujung awal belum dicatat." in text
    assert "titik simpul terdekat" not in text
