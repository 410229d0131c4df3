"""The scene of Kukar–Kutai Barat: marked as invented, built once, with one paper that waits for a signer."""

from boundaries.demo.penegasan import play
from boundaries.models import BoundaryMinutes, BoundaryTeamMember
from boundaries.services.signers import missing_signers
from boundaries.services.terms import load_terms
from ksd.deadlines.models import Deadline
from tests.boundaries.pbd_rows import round_of
from tests.boundaries.rows import segment


def test_the_scene_is_played_once_and_says_that_it_is_invented(cast):
    load_terms()
    row = segment(cast.kukar, cast.kubar)
    round_of(cast, row)
    assert play() == 8
    assert play() == 0
    signed, waiting = BoundaryMinutes.objects.order_by("on")
    assert (signed.form, signed.state) == ("ba_01", "ditandatangani")
    assert (waiting.form, waiting.state) == ("ba_02a", "draf")
    assert any("Tim PBD Pusat: belum ditentukan" in text for text in missing_signers(waiting))
    assert all(paper.is_example for paper in (signed, waiting))
    assert all("(contoh)" in member.name for member in BoundaryTeamMember.objects.all())
    assert Deadline.objects.open().count() == 2


def test_without_the_segment_nothing_is_played(cast):
    assert play() == 0
