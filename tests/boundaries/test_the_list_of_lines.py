"""The list of a segment's lines: the claims are drawn first, each in the stroke it has on the overlay."""

import pytest
from django.urls import reverse

from tests.boundaries.exchange_rows import line
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def test_claims_are_drawn_before_what_is_proposed_and_what_is_left_out_is_said(cast, signed_in, row):
    line(row, "klaim", region=cast.kubar)
    line(row, "klaim", region=cast.kukar)
    for number in range(3):
        line(row, "kompromi", region=cast.kaltim, name=f"Usul {number} contoh")
    page = signed_in(cast.biro).get(reverse("boundaries:lines", args=[row.slug]))
    names = [label.text for label in page.context["drawing"].labels if " v" in label.text]
    assert names[:2] == ["Klaim Kutai Kartanegara v1", "Klaim Kutai Barat v1"]
    assert len(names) == 4
    assert "1 garis lain tidak digambar" in page.content.decode()


def test_a_few_lines_are_all_drawn(cast, signed_in, row):
    line(row, "klaim")
    text = signed_in(cast.officer).get(reverse("boundaries:lines", args=[row.slug])).content.decode()
    assert "tidak digambar" not in text


def test_who_drew_a_compromise_is_told_that_nobody_else_sees_it_yet(cast, signed_in, row):
    line(row, "kompromi", region=cast.kaltim, name="Usul contoh", shared=False)
    address = reverse("boundaries:lines", args=[row.slug])
    assert "belum dibagikan" in signed_in(cast.biro).get(address).content.decode()
    text = signed_in(cast.officer).get(address).content.decode()
    assert "Usul contoh" not in text
    assert "belum dibagikan" not in text
