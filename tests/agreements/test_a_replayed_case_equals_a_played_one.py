"""A case given back from kept rows is the case the acts would have made."""

from typing import Any

import pytest
from django.db import connection, transaction

from agreements.ledger.reading import export_of, ledger_faults
from agreements.models import CaseEvent, LedgerEntry, Naskah
from agreements.services.acts import open_arrows
from ksd.core import clock
from ksd.deadlines.models import Deadline, Notice
from tests import replay
from tests.agreements.playing import Play, days_later
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scenes of these tests only, also where replay was turned off."""
    monkeypatch.setattr(replay, "STAGE", replay.Stage(open=True))


def told(play: Play) -> dict[str, Any]:
    """What can be said of a case."""
    case = play.case
    return {
        "case": (case.pk, case.public_id, case.state, case.revision, [p.name for p in case.parties.all()]),
        "offices": {place: office.pk for place, office in play.offices.items()},
        "events": list(CaseEvent.objects.filter(case=case).order_by("pk").values()),
        "seals": list(LedgerEntry.objects.of(case).values()),
        "faults": ledger_faults(case, export_of(case, play.cast.officer)),
        "deadlines": list(
            Deadline.objects.order_by("pk").values_list("pk", "code", "base_date", "due_on", "object_id")
        ),
        "notices": list(Notice.objects.order_by("pk").values()),
        "texts": list(Naskah.objects.filter(case=case).order_by("pk").values()),
        "steps": [arrow.code for arrow in open_arrows(case)],
    }


def undone(cast: Cast, kind: str, state: str) -> dict[str, Any]:
    """What is told of a case brought to a state, after which nothing of it stays."""
    with transaction.atomic():
        play = Play(cast, kind)
        play.to(state)
        facts = told(play)
        transaction.set_rollback(True)
    return facts


def begin_nothing() -> None:
    """Work for after the commit."""


WAYS = [
    ("ksdd_sukarela", "pelaksanaan"),
    ("ksdd_wajib", "uji_dprd"),
    ("ksdpk_mitra", "penandatanganan_kb"),
    ("sinergi", "pelaksanaan"),
    ("ksdpl", "persetujuan_dprd"),
]


@pytest.mark.parametrize(("kind", "state"), WAYS)
def test_a_replayed_case_stands_where_a_played_one_stood(cast: Cast, kind: str, state: str) -> None:
    played = undone(cast, kind, state)
    scenes = replay.STAGE.played
    assert replay.STAGE.replayed == 0
    assert undone(cast, kind, state) == played
    assert replay.STAGE.played == scenes
    assert replay.STAGE.replayed > 1
    assert played["faults"] == []
    connection.check_constraints()


def test_a_replayed_case_goes_on_as_any_other(cast: Cast) -> None:
    undone(cast, "ksdd_sukarela", "uji_dprd")
    scenes = replay.STAGE.played
    play = Play(cast)
    play.to("uji_dprd")
    assert replay.STAGE.played == scenes
    with replay.closed():
        play.to("pelaksanaan")
    assert told(play)["faults"] == []
    assert len({event.pk for event in CaseEvent.objects.filter(case=play.case)}) == len(told(play)["events"])


def test_other_rows_before_it_make_another_scene(cast: Cast) -> None:
    undone(cast, "ksdd_sukarela", "telaah")
    Notice.objects.create(user=cast.officer, kind="contoh", title="Contoh")
    undone(cast, "ksdd_sukarela", "telaah")
    assert replay.STAGE.replayed == 0


def test_another_day_makes_another_scene(cast: Cast) -> None:
    undone(cast, "ksdd_sukarela", "telaah")
    with clock.frozen(days_later(1)):
        undone(cast, "ksdd_sukarela", "telaah")
    assert replay.STAGE.replayed == 0


def test_work_promised_for_the_commit_is_promised_again(cast: Cast) -> None:
    def promise() -> None:
        transaction.on_commit(begin_nothing)

    for _again in range(2):
        with transaction.atomic():
            replay.once("promise", promise)
            assert [row[1] for row in connection.run_on_commit] == [begin_nothing]
            transaction.set_rollback(True)
    assert replay.STAGE.replayed == 1
