"""Two people act at once: exactly one effect, and the other is told so (PostgreSQL, threads)."""

from collections.abc import Iterator
from threading import Lock

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from agreements.models import Case, CaseEvent, DprdTrack, Naskah, NaskahVersion
from agreements.services import acts, agreement, dprd, naskah, signing
from ksd.core import clock
from tests.agreements.playing import Play, scan
from tests.agreements.test_texts_of_a_case import reworded
from tests.conftest import Cast
from tests.races import at_once

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def play(transactional_db: None, cast: Cast) -> Iterator[Play]:
    """A proposal whose rows other threads can see."""
    ContentType.objects.clear_cache()
    yield Play(cast)
    ContentType.objects.clear_cache()


def test_a_proposal_submitted_by_four_hands_is_submitted_once(play: Play) -> None:
    told = at_once(lambda: acts.take_arrow(actor=play.cast.officer, case=play.case, code="ajukan_telaah"))
    assert told.count("") == 1
    assert all("perkara kini berada pada" in text for text in told if text)
    assert CaseEvent.objects.filter(arrow="ajukan_telaah").count() == 1


def test_a_wording_saved_by_four_hands_becomes_one_version(play: Play) -> None:
    play.to("penyusunan_kb")
    text = play.draft("kb")
    body = reworded(text, "Rumusan bersama.")
    told = at_once(
        lambda: naskah.save_version(
            actor=play.cast.officer, naskah=text, body=body, seen_number=1, note="serentak"
        )
    )
    assert told.count("") == 1
    assert NaskahVersion.objects.filter(naskah=text).count() == 2


def test_an_approval_given_by_four_hands_counts_once(play: Play) -> None:
    play.to("penyusunan_kb")
    text = play.draft("kb")
    agreement.share_naskah(actor=play.cast.officer, naskah=text)
    own = play.parties()[0]
    told = at_once(
        lambda: agreement.approve_naskah(actor=play.cast.officer, naskah=text, party=own, seen_number=1)
    )
    assert told.count("") == 1
    assert text.approvals.count() == 1


def test_a_signature_recorded_by_four_hands_is_recorded_once(play: Play) -> None:
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    own = play.parties()[0]

    def sign() -> None:
        signing.record_signature(
            actor=play.cast.officer,
            naskah=text,
            party=own,
            number="1",
            mode="desk",
            signed_on=clock.today(),
            upload=scan(),
        )

    told = at_once(sign)
    assert told.count("") == 1
    assert all("sudah dicatat" in words for words in told if words)
    assert CaseEvent.objects.filter(arrow="naskah.tandatangani").count() == 1


def test_a_kb_begun_by_four_hands_is_begun_once(play: Play) -> None:
    play.to("penyusunan_kb")
    told = at_once(lambda: play.draft("kb"))
    assert told.count("") == 1
    assert Naskah.objects.count() == 1


def test_two_regions_that_clear_at_once_move_the_case_once(play: Play) -> None:
    play.to("uji_dprd")
    tracks = {order: play.track(order) for order in (1, 2)}
    orders = iter([1, 2, 1, 2])
    answers = {"membebani": (False, "Tidak"), "belum_dianggarkan": (False, "Tidak")}
    turn = Lock()

    def answer() -> object:
        with turn:
            track = tracks[next(orders)]
        return dprd.answer_dprd(
            actor=play.actor_for(track.party), track=track, answers=answers, seen_state="uji"
        )

    told = at_once(answer)
    assert told.count("") == 2
    assert Case.objects.get(pk=play.case.pk).state == "penyusunan_pks"
    assert CaseEvent.objects.filter(arrow="lanjut_tanpa_dprd").count() == 1
    assert {row.outcome for row in DprdTrack.objects.filter(case=play.case)} == {"not_needed"}
