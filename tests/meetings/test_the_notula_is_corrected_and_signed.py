"""The notula: written from what the meeting knows, corrected by the regions within a term, signed off for good."""

from datetime import timedelta

import pytest
from django.core import mail

from agreements.documents.letters import from_json
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.deadlines.models import Deadline, Notice
from ksd.deadlines.services import sweep_mail, sweep_reminders
from meetings.choices.agenda import WORDLESS
from meetings.models import LiveNote, Minutes
from meetings.services import lacking
from meetings.services.corrections import (
    Wish,
    answer_correction,
    lacking_to_sign,
    propose_correction,
    send_minutes,
)
from meetings.services.minutes import letter_of, minutes_of, write_minutes
from meetings.services.minutes_text import Part, joined, parts_of, parts_to_write
from meetings.services.signing_minutes import paper_of_minutes, sign_minutes
from meetings.workflow import step
from tests.meetings.minutes_rows import agree, came, minutes_data, out, signed, written
from tests.meetings.room_rows import held, point
from tests.meetings.rows import meeting, moment

WISH = Wish("jalannya", "Doa dipimpin petugas Kukar.", "Contoh Petugas")


@pytest.fixture
def row(cast):
    return held(cast)


def words_of(letter):
    """Everything a paper says, as one text."""
    return str(letter)


def act_on(cast, row, code, actor):
    """One act of the table, by somebody."""
    saved = Minutes.objects.filter(meeting=row).first()
    seen = saved.revision if saved else 0
    if code == "tulis":
        return write_minutes(actor=actor, meeting=row, data=minutes_data(), seen=seen)
    if code == "kirim":
        return send_minutes(actor=actor, meeting=row, days=7)
    if code == "koreksi":
        region = cast.kubar if actor == cast.partner else cast.kukar
        return propose_correction(actor=actor, meeting=row, region=region, wish=WISH)
    return sign_minutes(actor=actor, meeting=row, seen=seen, number="1/NOT/2026")


def brought(cast, row, state):
    """The notula in a state, everything ready for the next act."""
    if state == "draf":
        written(cast, row)
    elif state == "koreksi":
        out(cast, row)
        agree(cast, row)
    elif state == "disahkan":
        signed(cast, row)


# state → who may do what; everybody else is refused by name, every other act as impossible.
TABLE = {
    "belum": {"tulis": "biro"},
    "draf": {"tulis": "biro", "kirim": "biro"},
    "koreksi": {"tulis": "biro", "koreksi": "officer partner", "sahkan": "biro"},
    "disahkan": {},
}


@pytest.mark.parametrize("state", TABLE)
@pytest.mark.parametrize("code", ["tulis", "kirim", "koreksi", "sahkan"])
@pytest.mark.parametrize("who", ["biro", "officer", "partner", "stranger"])
def test_each_act_in_each_state_by_each_role(cast, row, state, code, who):
    brought(cast, row, state)
    before = list(Minutes.objects.values())
    actor = getattr(cast, who)
    speaks = {"koreksi": ("officer", "partner")}.get(code, ("biro",))
    if who in TABLE[state].get(code, "").split():
        act_on(cast, row, code, actor)
        return
    expected = ImpossibleStep if who in speaks else NotAllowed
    with pytest.raises(expected):
        act_on(cast, row, code, actor)
    assert list(Minutes.objects.values()) == before


@pytest.mark.parametrize(
    "state", ["rencana", "disetujui", "undangan_terkirim", "ditunda", "dibatalkan", "selesai"]
)
def test_no_notula_before_the_meeting_is_opened_or_after_it_is_closed(cast, state):
    with pytest.raises(ImpossibleStep):
        written(cast, held(cast, state=state))


def test_the_notula_begins_with_what_the_meeting_knows(cast, row):
    item = row.items.get(title="Acara 2")
    LiveNote.objects.create(
        meeting=row, item=item, text="Data segmen lengkap.", speaker="Asisten I", key="a", author=cast.biro
    )
    LiveNote.objects.create(
        meeting=row, item=item, text="Dihapus.", key="b", author=cast.biro, dropped_at=clock.now()
    )
    LiveNote.objects.create(meeting=row, text="Salam.", key="c", author=cast.biro)
    fresh = minutes_of(row)
    assert fresh._state.adding
    assert fresh.opened_at == row.starts_at
    assert [(part.title, part.text) for part in parts_of(fresh.discussion)] == [
        ("Acara 1", ""), ("Acara 2", "Asisten I: Data segmen lengkap."), ("Acara 3", ""), ("Lain-lain", "Salam."),
    ]  # fmt: skip


def test_without_an_agenda_the_template_of_the_kind_gives_the_parts(cast):
    row = held(cast, items=0)
    lines = [item for section in row.rule.agenda for item in section.items]
    wanted = [item.title for item in lines if item.kind not in WORDLESS]
    assert [part.title for part in parts_to_write(row, minutes_of(row))] == wanted


def test_an_item_added_later_is_offered_and_written_parts_stay(cast, row):
    written(cast, row)
    titles = [part.title for part in parts_to_write(row, minutes_of(row))]
    assert titles == ["Acara 1", "Acara 2", "Acara 3"]


def test_no_line_of_a_discussion_becomes_a_title():
    parts = [Part("A\nB", "satu\r\n## dua"), Part("", "## tiga")]
    assert parts_of(joined(parts)) == [Part("A B", "satu\ndua"), Part("", "tiga")]


def test_decisions_are_those_of_the_result_and_people_those_of_the_lists(cast, row):
    point(cast.biro, row, "Menyusun PKS rujukan.")
    came(row, cast.kukar, "Contoh Satu")
    came(row, cast.kubar, "Contoh Dua")
    said = words_of(letter_of(row, written(cast, row)))
    assert "Menyusun PKS rujukan." in said
    assert "2 orang menurut daftar hadir" in said
    assert "Contoh Dua" in said
    assert "Kukar menyampaikan data segmen." in said


def test_a_second_editor_does_not_write_over_the_first(cast, row):
    written(cast, row)
    with pytest.raises(StaleForm):
        write_minutes(actor=cast.biro, meeting=row, data=minutes_data(course="Lain."), seen=0)
    assert Minutes.objects.get().course == "Rapat dibuka dengan doa."


EIGHT = moment(21, 8, month=11)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"closed_at": EIGHT - timedelta(hours=1)}, "sebelum dibuka"),
        ({"opened_at": EIGHT + timedelta(days=400), "closed_at": None}, "masih akan datang"),
    ],
)
def test_impossible_hours_are_refused(cast, row, facts, message):
    with pytest.raises(DomainError, match=message) as refused:
        written(cast, row, **facts)
    assert refused.value.status == 422


def test_an_incomplete_notula_is_not_sent(cast, row):
    written(cast, row, chair="", note_taker="", course="", parts=())
    with pytest.raises(NotReady) as refused:
        send_minutes(actor=cast.biro, meeting=row, days=7)
    assert len(refused.value.findings) == 3


@pytest.mark.parametrize("days", [0, -1, 61, 10**9])
def test_a_term_is_one_to_sixty_days(cast, row, days):
    written(cast, row)
    with pytest.raises(DomainError) as refused:
        send_minutes(actor=cast.biro, meeting=row, days=days)
    assert refused.value.status == 422


def test_regions_are_told_by_notice_and_mail_and_reminded_at_the_term(cast, row):
    sent = out(cast, row, days=7)
    assert sent.correct_until == clock.today() + timedelta(days=7)
    told = set(Notice.objects.filter(key__contains=":notula:").values_list("user", flat=True))
    assert {cast.officer.pk, cast.partner.pk} <= told
    assert cast.stranger.pk not in told
    sweep_mail()
    assert any("Periksa notula" in message.subject for message in mail.outbox)
    deadline = Deadline.objects.get(code="rapat.notula")
    assert deadline.computed_on == sent.correct_until
    before = Notice.objects.filter(user=cast.officer).count()
    with clock.frozen(sent.correct_until):
        sweep_reminders()
    assert Notice.objects.filter(user=cast.officer).count() == before + 1


def test_corrections_end_with_the_term(cast, row):
    sent = out(cast, row)
    assert sent.correct_until is not None
    with clock.frozen(sent.correct_until):
        propose_correction(actor=cast.officer, meeting=row, region=cast.kukar, wish=WISH)
    with (
        clock.frozen(sent.correct_until + timedelta(days=1)),
        pytest.raises(ImpossibleStep, match="berakhir"),
    ):
        propose_correction(actor=cast.partner, meeting=row, region=cast.kubar, wish=WISH)


def test_nobody_corrects_for_another_region(cast, row):
    out(cast, row)
    for region in (cast.kubar, cast.paser, cast.kaltim):
        with pytest.raises(NotAllowed):
            propose_correction(actor=cast.officer, meeting=row, region=region, wish=WISH)


@pytest.mark.parametrize("wish", [Wish("tidak-ada", "x", "A"), Wish("jalannya", "  ", "A")])
def test_a_correction_names_a_part_and_has_words(cast, row, wish):
    out(cast, row)
    with pytest.raises(DomainError) as refused:
        propose_correction(actor=cast.officer, meeting=row, region=cast.kukar, wish=wish)
    assert refused.value.status == 422


def test_accepting_a_correction_changes_no_word_by_itself(cast, row):
    out(cast, row)
    said = propose_correction(actor=cast.officer, meeting=row, region=cast.kukar, wish=WISH)
    answer_correction(actor=cast.biro, correction=said, accepted=True, reply="")
    assert Minutes.objects.get().course == "Rapat dibuka dengan doa."
    assert Notice.objects.filter(user=cast.officer, key=f"rapat:koreksi:{said.pk}").exists()
    with pytest.raises(ImpossibleStep, match="sudah ditanggapi"):
        answer_correction(actor=cast.biro, correction=said, accepted=False, reply="x")


def test_a_correction_is_declined_with_a_reason_by_the_organiser_alone(cast, row):
    out(cast, row)
    said = propose_correction(actor=cast.officer, meeting=row, region=cast.kukar, wish=WISH)
    with pytest.raises(DomainError, match="alasan"):
        answer_correction(actor=cast.biro, correction=said, accepted=False, reply=" ")
    with pytest.raises(NotAllowed):
        answer_correction(actor=cast.officer, correction=said, accepted=True, reply="")


def test_it_is_signed_when_the_term_is_over_or_everybody_answered(cast, row):
    sent = out(cast, row)
    with pytest.raises(NotReady, match="belum menjawab"):
        sign_minutes(actor=cast.biro, meeting=row, seen=1)
    said = propose_correction(actor=cast.officer, meeting=row, region=cast.kukar, wish=WISH)
    assert sent.correct_until is not None
    with clock.frozen(sent.correct_until + timedelta(days=1)):
        assert len(lacking_to_sign(sent)) == 1
        with pytest.raises(NotReady, match="belum ditanggapi"):
            sign_minutes(actor=cast.biro, meeting=row, seen=1)
        answer_correction(actor=cast.biro, correction=said, accepted=True, reply="")
        assert sign_minutes(actor=cast.biro, meeting=row, seen=1, number="1/NOT").state == "disahkan"


def test_a_notula_changed_meanwhile_is_not_signed_unread(cast, row):
    out(cast, row)
    agree(cast, row)
    written(cast, row, course="Diubah.")
    with pytest.raises(StaleForm):
        sign_minutes(actor=cast.biro, meeting=row, seen=1)


def test_the_words_stay_once_signed(cast, row):
    minutes = signed(cast, row)
    point(cast.biro, row, "Butir sesudah disahkan.")
    came(row, cast.kukar, "Datang belakangan")
    paper = paper_of_minutes(row, Minutes.objects.get())
    assert paper == from_json(minutes.words)
    assert paper.number
    assert not paper.note
    assert "Butir sesudah disahkan." not in words_of(paper)
    assert Deadline.objects.get(code="rapat.notula").met_on == clock.today()


def test_a_meeting_is_not_closed_over_a_notula_not_signed(cast, row):
    written(cast, row)
    assert "Notula rapat belum disahkan." in lacking(row, step("selesaikan"))
    Minutes.objects.update(state="disahkan", signed_at=clock.now())
    assert "Notula rapat belum disahkan." not in lacking(row, step("selesaikan"))


def test_another_meetings_notula_is_not_touched(cast, row):
    other = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), state="berlangsung")
    written(cast, row)
    assert minutes_of(other).pk is None
