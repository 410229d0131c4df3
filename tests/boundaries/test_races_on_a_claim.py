"""Two officers of one side at once: one version follows another, and the second hand is told (PostgreSQL)."""

from collections.abc import Iterator
from itertools import count

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from boundaries.models import BoundaryLine, LineDraft, LineWithdrawal, Segment
from boundaries.services.line_bases import state_base
from boundaries.services.lines import state_line, withdraw_line
from ksd.accounts.models import User
from ksd.deadlines.models import Notice
from regions.models import Region
from tests.boundaries.lines_rows import BULGE
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import EAST, claim, evidence
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


@pytest.fixture
def row(world: Cast) -> Segment:
    """A segment without a line; the table of addresses is read before anybody holds a lock, as on a site that runs."""
    found = segment(world.kukar, world.kubar)
    found.get_absolute_url()
    return found


def drafts(
    row: Segment, author: User, region: Region, replaces: BoundaryLine | None = None
) -> list[LineDraft]:
    """A draft for every hand."""
    return [
        LineDraft.objects.create(
            segment=row, author=author, role="klaim", region=region, vertices=BULGE, notes=[], decided=True,
            replaces=replaces, reason="contoh" if replaces else "",
        )
        for _hand in range(RUNNERS)
    ]  # fmt: skip


def state_all(actor: User, given: list[LineDraft]) -> list[str]:
    """Every hand states a draft of its own at the same moment."""
    turn = count()
    return at_once(lambda: state_line(actor=actor, draft=given[next(turn)]))


def test_of_first_claims_stated_at_once_one_stands(world: Cast, row: Segment) -> None:
    told = state_all(world.officer, drafts(row, world.officer, world.kukar))
    assert told.count("") == 1
    assert BoundaryLine.objects.standing().filter(segment=row).count() == 1
    assert row.traces.count() == 1
    assert Notice.objects.filter(user=world.partner, kind="boundary_line").count() == 1


def test_of_new_versions_stated_at_once_one_follows_and_the_others_are_told(
    world: Cast, row: Segment
) -> None:
    first = claim(row, world.kukar, EAST)
    told = state_all(world.officer, drafts(row, world.officer, world.kukar, first))
    assert told.count("") == 1
    assert sum("sudah digantikan versi 2" in words for words in told) == RUNNERS - 1
    assert list(BoundaryLine.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    assert LineDraft.objects.count() == RUNNERS - 1  # what the others drew is still theirs


def test_a_claim_taken_back_by_many_at_once_is_taken_back_once(world: Cast, row: Segment) -> None:
    first = claim(row, world.kukar, EAST)
    told = at_once(lambda: withdraw_line(actor=world.officer, line=first, reason="contoh"))
    assert told.count("") == 1
    assert LineWithdrawal.objects.count() == row.traces.count() == 1


def test_a_stretch_based_by_many_at_once_has_one_base(world: Cast, row: Segment) -> None:
    first = claim(row, world.kukar, EAST)
    document = evidence(world.officer, row, world.kukar)
    told = at_once(lambda: state_base(actor=world.officer, line=first, evidence=document, start="1", end="3"))
    assert told.count("") == 1
    assert first.bases.count() == 1
