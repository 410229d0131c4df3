"""Two hands on one signature, one duty, one activity or one paper copy: nothing lost, nothing twice (PostgreSQL)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from agreements.choices import Every, NaskahState
from agreements.models import CaseEvent, Copy, CopyMove, Milestone, Naskah, NaskahParty, Obligation
from agreements.services import milestones, obligations, plans, signing
from agreements.services.copies import Move, move_copy
from agreements.services.milestones import MilestoneDraft
from agreements.services.obligations import ObligationDraft
from ksd.core import clock
from ksd.deadlines.models import Deadline
from tests.agreements.playing import Play, scan
from tests.conftest import Cast
from tests.races import RUNNERS, at_once

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]
DUTY = ObligationDraft(kind="kewajiban", wording="Menyediakan dokter", due_on=date(2026, 12, 31))
TRAINING = MilestoneDraft("Pelatihan (contoh)", date(2026, 11, 22), date(2026, 12, 31))


@pytest.fixture
def play(transactional_db: None, cast: Cast) -> Iterator[Play]:
    """A proposal whose rows other threads can see."""
    ContentType.objects.clear_cache()
    yield Play(cast)
    ContentType.objects.clear_cache()


def in_turns(acts: list[Callable[[], object]]) -> Callable[[], object]:
    """Each thread takes the next of these acts; the list is as long as there are threads."""
    waiting = iter((acts * RUNNERS)[:RUNNERS])

    def take() -> object:
        act = next(waiting)
        return act()

    return take


def signed(play: Play) -> Naskah:
    """The PKS of a cooperation being carried out."""
    play.to("pelaksanaan")
    return play.case.naskah.select_related("case").get(kind="pks")


def test_two_officers_of_two_parties_sign_at_once_and_the_text_is_signed_once(play: Play) -> None:
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")

    def sign(order: int) -> Callable[[], object]:
        party = play.parties()[order]
        actor = play.actor_for(party)
        return lambda: signing.record_signature(
            actor=actor, naskah=text, party=party, number=f"{order}", mode="desk",
            signed_on=clock.today(), upload=scan(),
        )  # fmt: skip

    told = at_once(in_turns([sign(0), sign(1)]))
    assert told.count("") == 2
    text.refresh_from_db()
    assert (text.state, play.reload().state) == (NaskahState.SIGNED, "uji_dprd")
    assert NaskahParty.objects.filter(naskah=text, signed_on__isnull=False).count() == 2
    assert CaseEvent.objects.filter(arrow="kb_ditandatangani").count() == 1
    assert text.copies.filter(form="asli").count() == 2
    assert Deadline.objects.of(text).open().filter(code="berakhir").count() == 1


def test_a_duty_fulfilled_by_four_hands_moves_on_once(play: Play) -> None:
    text = signed(play)
    draft = replace(DUTY, every=Every.MONTH)
    row = obligations.add_obligation(
        actor=play.cast.officer, naskah=text, party=play.parties()[0], draft=draft
    )
    told = at_once(
        lambda: obligations.fulfil_obligation(
            actor=play.cast.officer, obligation=row, on=clock.today(), seen_revision=row.revision
        )
    )
    assert told.count("") == 1
    row = Obligation.objects.get(pk=row.pk)
    assert (row.due_on, row.entries.filter(what="Dipenuhi").count()) == (date(2027, 1, 31), 1)
    assert Deadline.objects.of(row).open().count() == 1


def test_a_duty_fulfilled_while_it_is_struck_out_becomes_one_of_both(play: Play) -> None:
    text = signed(play)
    row = obligations.add_obligation(
        actor=play.cast.officer, naskah=text, party=play.parties()[0], draft=DUTY
    )
    told = at_once(
        in_turns(
            [
                lambda: obligations.fulfil_obligation(
                    actor=play.cast.officer, obligation=row, on=clock.today(), seen_revision=row.revision
                ),
                lambda: obligations.remove_obligation(
                    actor=play.cast.officer, obligation=row, reason="Tercatat ganda"
                ),
            ]
        )
    )
    assert told.count("") == 1
    assert not Deadline.objects.of(row).open().exists()


def test_progress_told_by_four_hands_is_kept_four_times(play: Play) -> None:
    row = _activity(play)
    told = at_once(
        lambda: milestones.report_progress(
            actor=play.cast.officer, milestone=row, percent=40, on=clock.today(), note="serentak"
        )
    )
    assert told == [""] * RUNNERS
    assert row.entries.count() == RUNNERS
    assert CaseEvent.objects.filter(arrow="pelaksanaan.rencana.kegiatan.lapor").count() == RUNNERS


def _activity(play: Play) -> Milestone:
    """An activity of a fixed plan."""
    plan = plans.create_plan(actor=play.cast.officer, naskah=signed(play), year=2026, items={})
    first = play.parties()[0]
    row = milestones.add_milestone(actor=play.cast.officer, plan=plan, party=first, draft=TRAINING)
    for party in play.parties():
        plans.confirm_plan(actor=play.actor_for(party), plan=plan, party=party, seen_revision=plan.revision)
    return Milestone.objects.select_related("plan__naskah__case", "party").get(pk=row.pk)


def test_activities_added_by_four_hands_each_get_their_own_place(play: Play) -> None:
    plan = plans.create_plan(actor=play.cast.officer, naskah=signed(play), year=2026, items={})
    first = play.parties()[0]
    told = at_once(
        lambda: milestones.add_milestone(actor=play.cast.officer, plan=plan, party=first, draft=TRAINING)
    )
    assert told == [""] * RUNNERS
    assert sorted(plan.milestones.values_list("order", flat=True)) == [1, 2, 3, 4]


def test_a_copy_moved_by_four_hands_is_moved_once(play: Play) -> None:
    play.to("uji_dprd")
    copy = Copy.objects.select_related("naskah", "party__region").get(
        naskah__case=play.case, form="asli", number=1
    )
    move = Move(act="terima", on=clock.today(), holder="Contoh Pemegang", shelf="Rak 1")
    told = at_once(lambda: move_copy(actor=play.cast.officer, copy=copy, move=move))
    assert told.count("") == 1
    assert CopyMove.objects.filter(copy=copy).count() == 1
    copy.refresh_from_db()
    assert (copy.state, copy.holder) == ("disimpan", "Contoh Pemegang")
