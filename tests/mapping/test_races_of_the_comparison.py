"""Two workers compare at once, or somebody speaks of a pair meanwhile: each pair is there once, no word is lost."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from ksd.core import clock
from ksd.mapping.choices import MatchState
from ksd.mapping.models import MappingRow, Match
from ksd.mapping.services.matching.deciding import decide_match
from ksd.mapping.services.matching.scoring import due_rows, score_due
from tests.mapping.match_rows import have, need
from tests.mapping.rows import period
from tests.races import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def opened(transactional_db, cast):
    ContentType.objects.clear_cache()
    found = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    for _number in range(4):
        need(cast.partner, found, cast.kubar)
        have(cast.officer, found, cast.kukar)
    yield found
    ContentType.objects.clear_cache()


def test_two_workers_at_once_keep_each_pair_once(opened):
    assert together(lambda: score_due(opened), lambda: score_due(opened)) == ["", ""]
    assert Match.objects.filter(listed=True).count() == 16
    assert due_rows(opened) == []


def test_a_word_said_while_a_worker_compares_is_kept(cast, opened):
    score_due(opened)
    pair = Match.objects.order_by("pk")[0]
    later = clock.now() + timedelta(minutes=1)
    MappingRow.objects.filter(pk=pair.second_id).update(priority=3, updated_at=later)
    told = together(
        lambda: score_due(opened),
        lambda: decide_match(
            actor=cast.partner, match=pair, verdict="tolak", region=cast.kubar, reason="Sudah ada contoh."
        ),
    )
    assert told == ["", ""]
    pair.refresh_from_db()
    assert pair.listed
    assert pair.decisions.count() == 1
    assert pair.state in (MatchState.DITOLAK, MatchState.BARU)
