"""Two parties agree at the same moment: the Pasal is locked once, by both (PostgreSQL, threads)."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from agreements.choices.negotiation import Stance
from agreements.models import CaseEvent, ClausePosition, NegotiatedClause
from agreements.services.naskah import newest_version, save_version
from agreements.services.negotiation import state_position
from agreements.services.wording import body_of
from tests.agreements.playing import Play
from tests.agreements.table import CLAUSE, said
from tests.races import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def play(transactional_db, cast):
    ContentType.objects.clear_cache()
    yield Play(cast)
    ContentType.objects.clear_cache()


def agreeing(play, text, party, word):
    actor = play.actor_for(party)
    return lambda: state_position(actor=actor, naskah=text, party=party, clause=CLAUSE, said=word)


def test_two_parties_agreeing_at_once_lock_the_pasal_once(play):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    word = said(text, Stance.AGREE)
    assert together(*(agreeing(play, text, party, word) for party in play.parties())) == ["", ""]
    assert NegotiatedClause.objects.get(naskah=text).is_agreed
    assert CaseEvent.objects.filter(naskah=text, arrow="bahas.sepakat").count() == 1


def test_one_party_agreeing_four_times_at_once_agrees_once(play):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    word, party = said(text, Stance.AGREE), play.parties()[0]
    told = together(*(agreeing(play, text, party, word) for _ in range(4)))
    assert told.count("") == 1
    assert ClausePosition.objects.filter(party=party).count() == 1


def test_a_drafter_who_writes_while_the_last_party_agrees_changes_nothing_agreed(play):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    first, second = play.parties()
    word = said(text, Stance.AGREE)
    agreeing(play, text, first, word)()
    body = body_of(newest_version(text))
    other = tuple(row for row in body.pasal if row.clause != CLAUSE)

    def write():
        shorter = type(body)(body.recitals, body.bases, other, body.annexes)
        save_version(actor=play.officer, naskah=text, body=shorter, seen_number=1)

    told = together(agreeing(play, text, second, word), write)
    agreed = NegotiatedClause.objects.get(naskah=text).is_agreed
    present = any(row.clause == CLAUSE for row in body_of(newest_version(text)).pasal)
    assert agreed == present
    assert told.count("") == 1
