"""What a meeting keeps for everybody is Indonesian, in whatever language its writer reads the pages."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from agreements.documents.letters import to_json
from ksd.deadlines.models import Notice
from meetings.choices import MeetingKind
from meetings.documents.follow_up_matrix import matrix_letter
from meetings.documents.invitations import invitation_letter
from meetings.services import change_meeting, sessions, take_proposed_chair
from meetings.services.follow_ups import ReportData, report
from meetings.services.follow_ups.terms import hand_over
from meetings.services.invitation_letters import save_letter_draft
from meetings.services.plans import PlanData, write_plan
from tests.meetings.follow_up_rows import agreed, follow_up
from tests.meetings.invitation_rows import invited, letter_data, sent
from tests.meetings.rows import data, meeting, moment
from tests.meetings.team_rows import team


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def told(row):
    return [event.reason for event in row.events.all()]


def test_the_history_of_a_meeting(cast):
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), ends_at=moment(16, 12))
    changed = data(cast.kaltim, ends_at=moment(16, 12), place="Sendawar")
    change_meeting(actor=cast.biro, meeting=row, data=changed, participants=[cast.kukar])
    write_plan(actor=cast.biro, meeting=row, data=PlanData(aim="Data yang sama (contoh)"))
    sessions.prepare_sessions(actor=cast.biro, meeting=row)
    sessions.drop_session(actor=cast.biro, session=row.sessions.all()[1])
    dropped, planned, moved = told(row)[:3]
    assert dropped == "Hari ke-2, 16 Desember 2026 dihapus."
    assert planned.startswith("maksud dan tujuan, peserta")
    assert moved == "tempat"
    assert row.sessions.get().title == "Hari ke-1, 15 Desember 2026"


def test_a_chair_taken_from_the_decree(cast):
    team(cast.kukar)
    row = meeting(cast.officer, cast.kukar, kind=MeetingKind.TKKSD_PLENO)
    row = take_proposed_chair(actor=cast.officer, meeting=row)
    assert (row.chair_title, told(row)[0]) == ("Ketua TKKSD", "pimpinan rapat")


def test_a_letter_that_was_issued_and_sent(cast):
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), state="disetujui")
    invited(cast, row)
    sent(cast, row)
    assert any(reason.startswith("Surat undangan Nomor ") for reason in told(row))
    assert "Surat undangan: 1 lewat surel, 0 tanpa alamat surel" in told(row)
    assert {notice.title for notice in Notice.objects.all()} == {f"Surat undangan: {row.title}"}


def test_notices_of_follow_ups(cast):
    row = follow_up(agreed(cast), cast.kukar)
    hand_over(actor=cast.biro, meeting=row.decision.meeting)
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=100, text="Selesai (contoh)"))
    titles = set(Notice.objects.values_list("title", flat=True))
    assert "1 tindak lanjut untuk daerah Anda dari Rakor Pemerintahan (contoh)" in titles
    assert f"Dilaporkan selesai: {row}" in titles


def test_what_is_printed(cast):
    row = follow_up(agreed(cast), cast.kukar, due_on=date(2026, 11, 1))
    held = row.decision.meeting
    table = next(block for block in matrix_letter(held, [row]).blocks if block.tag == "table")
    assert "Terlambat 20 hari" in table.rows[0]
    ahead = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), state="disetujui")
    invitees = [invited(cast, ahead, title=f"Asisten {place} (contoh)", role="peserta") for place in range(9)]
    words = str(to_json(letter_to(ahead, invitees)))
    assert "'Peserta'" in words
    assert "Participant" not in words


def letter_to(row, invitees):
    draft = save_letter_draft(actor=row.created_by, meeting=row, data=letter_data(row))
    return invitation_letter(draft, row, invitees)
