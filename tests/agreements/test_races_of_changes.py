"""Two people change, extend or enter at once: exactly one effect (PostgreSQL, threads)."""

from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from agreements.models import Addendum, Extension, PartySuccession
from agreements.services import addendum, extension, succession
from ksd.core import clock
from regions.models import Region, RegionSuccession
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast
from tests.races import at_once

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def running(transactional_db: None, cast: Cast) -> Iterator[Play]:
    """A cooperation being carried out, whose rows other threads can see."""
    ContentType.objects.clear_cache()
    play = Play(cast)
    play.to("pelaksanaan")
    yield play
    ContentType.objects.clear_cache()


def test_a_text_extended_by_four_hands_is_extended_once(running: Play) -> None:
    text = running.case.naskah.get(kind="kb")
    told = at_once(lambda: extension.extend_text(actor=running.cast.officer, text=text))
    assert told.count("") == 1
    assert all("sudah berjalan" in words for words in told if words)
    assert Extension.objects.count() == 1


def test_an_addendum_begun_by_four_hands_is_begun_once(running: Play) -> None:
    text = running.case.naskah.get(kind="pks")
    told = at_once(
        lambda: addendum.create_addendum(
            actor=running.cast.officer, text=text, reason="a", burden=False, burden_reason="b"
        )
    )
    assert told.count("") == 1
    assert Addendum.objects.count() == 1


def test_a_successor_recorded_by_four_hands_is_recorded_once(running: Play) -> None:
    new = factories.region("64.12", "Kutai Baru", parent=running.cast.kaltim)
    RegionSuccession.objects.create(predecessor=running.cast.kubar, successor=new, on=clock.today())
    Region.objects.filter(pk=running.cast.kubar.pk).update(valid_to="2026-11-20")
    party = running.parties()[1]
    told = at_once(
        lambda: succession.record_successor(
            actor=running.cast.officer, case=running.case, party=party, region=new, on=clock.today()
        )
    )
    assert told.count("") == 1
    assert PartySuccession.objects.count() == 1
