"""Whose place a successor took is waited for no more, wherever everybody must act."""

import pytest

from agreements.choices import ObligationKind, ObligationState
from agreements.models import Case, Naskah, Party
from agreements.services import acts, comments, dprd, milestones, obligations, plans
from agreements.services.after_signing import parties_of
from agreements.services.dprd_tracks import is_cleared, latest_tracks
from agreements.services.milestones import MilestoneDraft
from agreements.services.reports import writing
from agreements.services.reports.writing import silent_parties
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotAllowed
from ksd.deadlines.models import Deadline
from tests import factories
from tests.agreements.offering import InboundPlay
from tests.agreements.playing import Play
from tests.agreements.test_a_region_that_ends_is_followed import heir, later, record
from tests.conftest import Cast


def follow(play: Play) -> tuple[Party, Party, User]:
    """Kutai Barat ends; its successor, whose officer signs in, takes its place a week later."""
    new = heir(play, play.cast.kubar)
    officer = factories.person("petugas.baru", ("kabkota_officer", new))
    old = play.parties()[1]
    with later():
        row = record(play, old, new)
    play.reload()
    return old, row.successor, officer


def test_a_plan_is_fixed_by_the_parties_that_act_today(play: Play) -> None:
    play.to("pelaksanaan")
    text = Naskah.objects.select_related("case").get(case=play.case, kind="pks")
    _old, new, officer = follow(play)
    with later():
        today = clock.today()
        plan = plans.create_plan(actor=play.cast.officer, naskah=text, year=today.year, items={})
        first = play.parties()[0]
        draft = MilestoneDraft(activity="Pelatihan", starts_on=today, ends_on=today)
        milestones.add_milestone(actor=play.cast.officer, plan=plan, party=first, draft=draft)
        for actor, party in ((play.cast.officer, first), (officer, new)):
            plan.refresh_from_db()
            plans.confirm_plan(actor=actor, plan=plan, party=party, seen_revision=plan.revision)
        plan.refresh_from_db()
        assert plan.is_fixed


def test_reports_comments_and_records_are_the_successors(play: Play) -> None:
    play.to("pelaksanaan")
    old, new, officer = follow(play)
    case = Case.objects.prefetch_related("parties__region", "parties__partner").get(pk=play.case.pk)
    with later():
        assert comments.commenting_party(officer, case) == new
        assert comments.commenting_party(play.cast.partner, case) is None
        assert parties_of(officer, case) == [new]
        assert old not in silent_parties(case.reports.get())
        assert new in silent_parties(case.reports.get())


def test_the_copies_of_a_signed_text_stay_with_who_signed_it(play: Play) -> None:
    play.to("pelaksanaan")
    old, new, _officer = follow(play)
    holders = set(play.case.naskah.get(kind="pks").copies.values_list("party", flat=True))
    assert old.pk in holders
    assert new.pk not in holders


def test_what_a_region_had_not_finished_with_its_dprd_is_the_successors(play: Play) -> None:
    play.to("uji_dprd")
    play.answer_dprd(yes=True, orders=(2,))
    play.dprd("ajukan_dprd", 2)
    play.answer_dprd(orders=(1,))
    _old, new, officer = follow(play)
    track = next(row for row in latest_tracks(play.case, "rencana") if row.party == new)
    assert Deadline.objects.of(track).open().filter(regions=new.region_id).exists()
    assert not play.case.dprd_tracks.filter(party__succeeded_on__isnull=False).exists()
    with later():
        assert not is_cleared(play.case, "rencana")
        arrow = track.pack.dprd_arrow("catat_kajian_dprd")
        dprd.take_dprd_step(actor=officer, track=track, code=arrow.code)


def test_what_a_dprd_had_allowed_still_counts_after_its_region_ended(play: Play) -> None:
    play.to("penyusunan_pks")
    follow(play)
    assert is_cleared(play.case, "rencana")


def test_a_new_test_is_opened_for_the_regions_that_act(play: Play) -> None:
    play.to("pelaksanaan")
    _old, new, _officer = follow(play)
    with later():
        opened = dprd.open_dprd_test(actor=play.cast.officer, case=play.case, cause="perubahan")
    assert [track.party for track in opened] == [play.parties()[0], new]


def test_an_answer_is_not_awaited_from_a_region_that_ended(play: Play) -> None:
    other = play.cast.paser
    play = Play(play.cast, partners=[play.cast.kubar, other])
    play.to("menunggu_tanggapan")
    _old, _new, officer = follow(play)
    with later():
        for actor in (officer, play.cast.stranger):
            play.paper("surat_tanggapan", actor)
            acts.take_arrow(actor=actor, case=play.case, code="terima")
        assert play.reload().state == "penyusunan_kb"


def test_what_the_ended_region_still_owes_is_done_by_its_successor(play: Play) -> None:
    play.to("pelaksanaan")
    text = Naskah.objects.select_related("case").get(case=play.case, kind="pks")
    draft = obligations.ObligationDraft(kind=ObligationKind.DUTY, wording="Menyediakan tenaga medis")
    old = play.parties()[1]
    owed = obligations.add_obligation(actor=play.cast.partner, naskah=text, party=old, draft=draft)
    _old, _new, officer = follow(play)
    with later():
        obligations.start_obligation(actor=officer, obligation=owed)
        with pytest.raises(NotAllowed):
            obligations.remove_obligation(actor=play.cast.stranger, obligation=owed, reason="Salah")
    owed.refresh_from_db()
    assert owed.state == ObligationState.STARTED
    assert owed.party == old


def test_the_reports_still_owed_follow_the_region_that_ran_the_case(play: Play) -> None:
    play.to("pelaksanaan")
    new = heir(play, play.cast.kukar)
    officer = factories.person("petugas.baru", ("kabkota_officer", new))
    with later():
        record(play, play.parties()[0], new)
        report = play.case.reports.get()
        assert report.region == new
        writing.save_report(actor=officer, report=report, items={}, seen_revision=report.revision)


def test_who_kept_an_inbound_offer_hands_its_keeping_to_the_successor(cast: Cast) -> None:
    play = InboundPlay(cast)
    new = heir(play, cast.kukar)
    officer = factories.person("petugas.baru", ("kabkota_officer", new))
    old = play.case.keeper
    with later():
        record(play, old, new)
        case = play.reload()
        assert case.keeper.region == new
        assert case in Case.objects.run_within_reach_of(officer)
