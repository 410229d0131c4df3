"""Four officers record the same letter at once: one case, and the others are led to it (PostgreSQL, threads)."""

from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from agreements import reference
from agreements.models import Case
from tests.agreements.offering import berau, receive
from tests.conftest import Cast
from tests.races import at_once

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def ready(transactional_db: None, cast: Cast) -> Iterator[Cast]:
    """The cast with everything an offer needs, visible to other threads."""
    ContentType.objects.clear_cache()
    reference.load()
    berau(cast)
    yield cast
    ContentType.objects.clear_cache()


def test_the_same_letter_recorded_by_four_hands_is_one_case(ready: Cast) -> None:
    told = at_once(lambda: receive(ready))
    assert told.count("") == 1
    assert all("sudah tercatat" in text for text in told if text)
    assert Case.objects.count() == 1
