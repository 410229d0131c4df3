"""The originals of old papers stand in the register of copies like all others, as far as anything is known."""

from collections.abc import Callable

from django.test import Client

from agreements.models import Naskah
from ksd.accounts.models import User
from tests.agreements.changing import old_case, old_text, umbrella
from tests.agreements.playing import Play

SignIn = Callable[[User], Client]


def test_the_originals_of_an_old_paper_stand_in_the_register_of_copies(play: Play, signed_in: SignIn) -> None:
    case = old_case(play, umbrella(), old_text(), kept_at="Lemari 3")
    for text in case.naskah.all():
        ours, theirs = text.copies.order_by("party__order")
        assert (ours.form, ours.state, ours.shelf) == ("asli", "disimpan", "Lemari 3")
        assert (theirs.form, theirs.state, theirs.shelf) == ("asli", "ditunggu", "")
        assert ours.moves.get().act == "terima"
    page = signed_in(play.cast.officer).get(case.naskah.get(kind="pks").get_absolute_url())
    assert "Naskah asli disimpan di Lemari 3" in page.content.decode()


def test_where_nothing_is_known_of_the_shelf_the_original_is_only_awaited(play: Play) -> None:
    text = old_case(play).naskah.get()
    assert {copy.state for copy in text.copies.all()} == {"ditunggu"}
    assert not case_moves(text)


def case_moves(text: Naskah) -> list[str]:
    return [move.act for copy in text.copies.all() for move in copy.moves.all()]
