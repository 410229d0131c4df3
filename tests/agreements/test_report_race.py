"""Two officers send one report at the same moment, a sweep opens it twice: one row, one arrival (PostgreSQL)."""

from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from agreements.models import CaseReport
from agreements.services.reports import moving, opening, writing
from ksd.deadlines.models import Deadline
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
    """A cooperation in force whose rows other threads can see."""
    ContentType.objects.clear_cache()
    play = Play(cast)
    play.to("pelaksanaan")
    yield play
    ContentType.objects.clear_cache()


def test_a_report_sent_by_four_hands_arrives_once(running: Play) -> None:
    report = CaseReport.objects.get()
    words = writing.prefilled(report) | {"permasalahan": "nihil", "upaya": "nihil", "hal_lain": "nihil"}
    writing.save_report(actor=running.cast.officer, report=report, items=words, seen_revision=0)
    told = at_once(
        lambda: moving.take_step(
            actor=running.cast.officer, report=report, code="dikirim", seen_state="disusun"
        )
    )
    assert told.count("") == 1
    assert all("laporan kini" in text for text in told if text)
    assert (report.steps.count(), running.case.events.filter(arrow="catat_laporan").count()) == (1, 1)


def test_a_period_opened_by_four_sweeps_is_opened_once(running: Play) -> None:
    CaseReport.objects.all().delete()
    Deadline.objects.of(running.case).filter(code__startswith="laporan").delete()
    at_once(opening.open_all_reports)
    assert CaseReport.objects.count() == 1
    assert Deadline.objects.of(running.case).filter(code__startswith="laporan").count() == 1
