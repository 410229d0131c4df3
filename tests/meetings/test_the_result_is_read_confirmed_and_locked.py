"""The rumusan: assembled from facts, read out by editions, confirmed or objected to by name, locked for good."""

import pytest
from django.utils import translation

from agreements.documents.letters import from_json
from agreements.models import IssuedNumber
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from meetings.models import Attendance, Confirmation, MeetingSession, Record
from meetings.services.confirming import ask_by_link, confirm_by_account, delegations_said
from meetings.services.decisions import DecisionData, change_decision, drop_decision
from meetings.services.life import change_state
from meetings.services.record_text import changes, fingerprint, text_of
from meetings.services.records import lock_record, read_out, record_of, shown_text, write_frame
from tests.meetings.room_rows import delegation, held, point, word


@pytest.fixture
def row(cast):
    return held(cast)


@pytest.fixture
def heads(cast, row):
    return [delegation(row, region) for region in (cast.kukar, cast.kubar)]


def read(cast, row):
    return read_out(actor=cast.biro, meeting=row)


def lock(cast, row, **facts):
    return lock_record(actor=cast.biro, meeting=row, **{"seen_edition": 1, **facts})


def say(cast, heads, **facts):
    return confirm_by_account(actor=cast.officer, invitee=heads[0], word=word(**facts))


def present(row, name, **facts):
    session, _new = MeetingSession.objects.get_or_create(
        meeting=row, title="Pagi", starts_at=row.starts_at, ends_at=row.ends_at, opens_at=row.starts_at, closes_at=row.ends_at,
    )  # fmt: skip
    return Attendance.objects.create(session=session, name=name, way="meja", key=name, **facts)


def test_the_text_assembles_itself_from_the_facts(cast, row):
    present(row, "Contoh Satu")
    present(row, "Contoh Dua")
    present(row, "Contoh Dicoret", struck_at=clock.now())
    point(cast.biro, row, "Butir contoh.")
    text = text_of(row, record_of(row))
    assert "Rakor Pemerintahan (contoh)" in text["opening"]
    assert "Tenggarong" in text["opening"]
    assert "diikuti 2 orang" in text["opening"]
    assert [(each["number"], each["kind"], each["text"]) for each in text["points"]] == [
        (1, "Keputusan", "Butir contoh.")
    ]


def test_the_text_is_indonesian_in_whatever_language_it_is_read(cast, row):
    point(cast.biro, row)
    text = text_of(row, record_of(row))
    with translation.override("en"):
        assert text_of(row, record_of(row)) == text


def test_reading_out_freezes_an_edition_with_its_fingerprint(cast, row):
    found = point(cast.biro, row, "Dibacakan.")
    record = read(cast, row)
    change_decision(actor=cast.biro, decision=found, data=DecisionData(text="Diubah."), seen_revision=0)
    record.refresh_from_db()
    assert (record.state, record.edition, record.shown_at) == ("dikonfirmasi", 1, clock.now())
    assert shown_text(record)["points"][0]["text"] == "Dibacakan."
    assert record.shown_sha256 == fingerprint(shown_text(record))


def test_an_empty_result_is_not_read_out(cast, row):
    with pytest.raises(NotReady, match="Belum ada butir"):
        read(cast, row)


def test_what_did_not_change_is_not_read_out_again(cast, row):
    point(cast.biro, row)
    read(cast, row)
    present(row, "Contoh Terlambat")  # who comes late changes no word of the points
    with pytest.raises(ImpossibleStep, match="sama dengan edisi 1"):
        read(cast, row)


def test_the_head_of_a_delegation_confirms_by_name(cast, row, heads):
    point(cast.biro, row)
    record = read(cast, row)
    given = say(cast, heads, name="Contoh Bupati", title="Bupati")
    said = delegations_said(row, record)
    assert [each.confirmation for each in said] == [given, None]
    assert (given.actor, given.name, given.title, given.at) == (
        cast.officer,
        "Contoh Bupati",
        "Bupati",
        clock.now(),
    )


def test_an_objection_needs_words(cast, row, heads):
    point(cast.biro, row)
    read(cast, row)
    with pytest.raises(DomainError, match="Tuliskan keberatannya") as refusal:
        say(cast, heads, stance="keberatan", objection="  ")
    assert refusal.value.status == 422
    assert say(cast, heads, stance="keberatan", objection="Butir 1 terlalu cepat.").objection


def test_the_same_word_sent_again_counts_once_and_another_word_is_refused(cast, row, heads):
    point(cast.biro, row)
    read(cast, row)
    assert say(cast, heads) == say(cast, heads)
    with pytest.raises(ImpossibleStep, match=r"“Setuju” atas edisi 1 pada 09\.00, oleh Contoh Kepala"):
        say(cast, heads, stance="keberatan", objection="Berubah pikiran.")
    assert Confirmation.objects.count() == 1


@pytest.mark.parametrize("who", ["partner", "observer", "stranger", "nobody", "admin"])
def test_nobody_speaks_for_the_delegation_of_another_region(cast, row, heads, who):
    point(cast.biro, row)
    read(cast, row)
    with pytest.raises(NotAllowed, match="tidak berwenang"):
        confirm_by_account(actor=getattr(cast, who), invitee=heads[0], word=word())


def test_a_new_edition_asks_again_and_says_what_changed(cast, row, heads):
    found = point(cast.biro, row, "Menyusun PKS rujukan dalam satu bulan.")
    read(cast, row)
    say(cast, heads)
    change_decision(
        actor=cast.biro, decision=found, data=DecisionData(text="Menyusun PKS rujukan dalam dua bulan."), seen_revision=0,
    )  # fmt: skip
    point(cast.biro, row, "Butir baru.")
    record = read(cast, row)
    said = delegations_said(row, record)[0]
    assert said.confirmation is None
    assert said.earlier is not None
    assert said.earlier.edition == 1
    first, second = changes(shown_text(record, 1), shown_text(record))
    assert [run for run in first.runs if run[0] != "same"] == [("gone", "satu"), ("new", "dua")]
    assert (second.label, second.runs) == ("Butir 2", (("new", "Keputusan. Butir baru."),))
    with pytest.raises(StaleForm, match="edisi 2 dibacakan"):
        confirm_by_account(actor=cast.partner, invitee=heads[1], word=word(edition=1))
    assert say(cast, heads, edition=2).edition == 2


def test_a_point_that_moved_says_where_it_stood(cast, row):
    gone, _stays = point(cast.biro, row, "A."), point(cast.biro, row, "B.")
    read(cast, row)
    drop_decision(actor=cast.biro, decision=gone, seen_revision=0)
    record = read(cast, row)
    assert [each.label for each in changes(shown_text(record, 1), shown_text(record))] == ["Butir lama 1"]


def test_the_lock_waits_for_every_delegation_or_a_reason_that_is_printed(cast, row, heads):
    point(cast.biro, row)
    read(cast, row)
    say(cast, heads)
    with pytest.raises(NotReady, match=r"Belum semua delegasi.*Kutai Barat"):
        lock(cast, row)
    record = lock(cast, row, reason="Delegasi Kutai Barat pulang lebih dahulu.")
    assert (record.state, record.locked_by, record.locked_at) == ("terkunci", cast.biro, clock.now())
    assert "pulang lebih dahulu" in str(record.number.words)


def test_the_locked_paper_has_its_number_its_voices_and_who_was_there(cast, row, heads):
    present(row, "Contoh Hadir", title="Camat", organisation="Kecamatan contoh")
    point(cast.biro, row)
    read(cast, row)
    say(cast, heads, name="Contoh Bupati", title="Bupati")
    objection = "Butir 1 belum dibahas dengan DPRD."
    confirm_by_account(
        actor=cast.partner, invitee=heads[1], word=word("keberatan", name="Contoh Wakil", objection=objection)
    )
    record = lock(cast, row)
    letter, printed = from_json(record.number.words), str(record.number.words)
    assert letter.number == record.number.number == IssuedNumber.objects.get().number
    assert letter.form == "berita_acara"
    for words in (
        "Contoh Bupati, Bupati",
        "Keberatan",
        objection,
        "Contoh Hadir",
        "Kecamatan contoh",
        record.shown_sha256,
    ):
        assert words in printed
    assert "Rancangan" not in letter.note


def test_the_lock_needs_what_was_read_out(cast, row, heads):
    with pytest.raises(NotReady, match="belum dibacakan"):
        lock(cast, row, seen_edition=0, reason="x")
    found = point(cast.biro, row)
    read(cast, row)
    change_decision(actor=cast.biro, decision=found, data=DecisionData(text="Lain."), seen_revision=0)
    with pytest.raises(NotReady, match="berubah sesudah edisi 1"):
        lock(cast, row, reason="x")
    read(cast, row)
    with pytest.raises(StaleForm, match="edisi 2 dibacakan"):
        lock(cast, row, reason="x")
    assert not IssuedNumber.objects.exists()


def test_a_locked_result_stays_as_it_is(cast, row, heads):
    point(cast.biro, row)
    read(cast, row)
    lock(cast, row, reason="contoh")
    for act in (
        lambda: read(cast, row),
        lambda: lock(cast, row, reason="contoh"),
        lambda: write_frame(actor=cast.biro, meeting=row, preamble="x", closing=""),
        lambda: say(cast, heads),
    ):
        with pytest.raises(ImpossibleStep, match="dikunci"):
            act()
    assert IssuedNumber.objects.count() == 1


def test_the_life_goes_on_only_with_a_locked_result(cast, row, heads):
    point(cast.biro, row)
    read(cast, row)
    with pytest.raises(NotReady, match="belum dibacakan dan dikunci"):
        change_state(actor=cast.biro, meeting=row, code="sepakati_rumusan")
    lock(cast, row, reason="contoh")
    change_state(actor=cast.biro, meeting=row, code="sepakati_rumusan")
    row.refresh_from_db()
    assert row.state == "rumusan_disepakati"


@pytest.mark.parametrize("state", ["tindak_lanjut", "selesai", "dibatalkan"])
def test_a_word_after_the_meeting_is_refused(cast, row, heads, state):
    point(cast.biro, row)
    read(cast, row)
    type(row).objects.filter(pk=row.pk).update(state=state)
    with pytest.raises(ImpossibleStep, match="tidak sedang dibacakan"):
        say(cast, heads)


@pytest.mark.parametrize("who", ["officer", "observer", "stranger"])
def test_only_who_manages_the_meeting_reads_out_and_locks(cast, row, who):
    actor = getattr(cast, who)
    acts = (
        lambda: read_out(actor=actor, meeting=row),
        lambda: lock_record(actor=actor, meeting=row, seen_edition=0),
        lambda: write_frame(actor=actor, meeting=row, preamble="", closing=""),
        lambda: ask_by_link(actor=actor, invitee=delegation(row, cast.kukar)),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_two_secretaries_over_the_frame_lose_nothing(cast, row):
    write_frame(actor=cast.biro, meeting=row, preamble="Satu.", closing="", seen=("", ""))
    with pytest.raises(StaleForm):
        write_frame(actor=cast.head, meeting=row, preamble="Dua.", closing="", seen=("", ""))
    assert Record.objects.get().preamble == "Satu."
