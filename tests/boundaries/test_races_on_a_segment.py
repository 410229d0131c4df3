"""Two hands on one segment: one effect, nothing lost, nothing twice (PostgreSQL)."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from boundaries.choices import Stage
from boundaries.models import Regulation
from boundaries.services import change_stage
from boundaries.services.regulations import RegulationFacts, add_regulation
from boundaries.services.rounds import RoundFacts, keep_round
from tests.boundaries.register_rows import paper
from tests.boundaries.rows import segment
from tests.conftest import Cast
from tests.races import RUNNERS, at_once

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def world(transactional_db: None, cast: Cast) -> Iterator[Cast]:
    """The cast with rows other threads can see."""
    ContentType.objects.clear_cache()
    yield cast
    ContentType.objects.clear_cache()


def test_a_stage_entered_by_many_at_once_is_entered_once(world: Cast) -> None:
    row = segment(world.kukar, world.kubar)
    minutes = paper(row, world.biro)
    told = at_once(
        lambda: change_stage(
            actor=world.biro, segment=row, stage=Stage.PENGUKURAN, on=date(2026, 11, 1), reason="BA",
            paper=minutes, seen_stage=Stage.PELACAKAN,
        )
    )  # fmt: skip
    assert told.count("") == 1
    assert row.changes.count() == 1


def test_rounds_written_at_once_get_numbers_of_their_own(world: Cast) -> None:
    row = segment(world.kukar, world.kubar)
    facts = RoundFacts(on=date(2026, 5, 21), forum="Rapat")
    told = at_once(lambda: keep_round(actor=world.biro, segment=row, facts=facts))
    assert told.count("") == RUNNERS
    assert sorted(row.rounds.values_list("number", flat=True)) == list(range(1, RUNNERS + 1))


def test_a_decree_written_down_by_many_at_once_is_there_once(world: Cast) -> None:
    row = segment(world.kukar, world.kubar)
    facts = RegulationFacts(kind="permendagri", number="30", year=2017)
    told = at_once(lambda: add_regulation(actor=world.biro, segment=row, facts=facts, role="menetapkan"))
    assert told.count("") == 1
    assert Regulation.objects.count() == 1
