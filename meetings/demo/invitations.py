"""Invitations of the demonstration: letters, invitees with invented names and mixed answers, each marked "(contoh)".

No mail leaves: the rows say it did, and every address ends in contoh.test.
"""

from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import Answer, MeetingState, SendState
from meetings.demo.stages import END, before
from meetings.models import Invitee, Meeting, MeetingLetter, Sending
from meetings.models.links import LinkAct
from meetings.services.answering import AnswerData, answer_by_account, answer_by_link
from meetings.services.candidates import candidates_for
from meetings.services.invitation_letters import (
    LetterData,
    LetterDay,
    default_letter,
    issue_meeting_letter,
    save_letter_draft,
)
from meetings.services.invitees import invite_chosen
from meetings.services.links import link_of, new_link

INVENTED = "Surat rekaan untuk peragaan (contoh)."
# One after the other down the list; the fifth is silent.
ANSWERS = (
    AnswerData(answer=Answer.HADIR, people=2),
    AnswerData(answer=Answer.HADIR),
    AnswerData(
        answer=Answer.DIWAKILI,
        delegate_name="Contoh Utusan (contoh)",
        delegate_title="Analis Kebijakan",
        delegate_phone="0800-000-000",
        mandate_number="800/001/ST (contoh)",
    ),
    AnswerData(answer=Answer.TIDAK_HADIR, remark="Bersamaan dengan rapat lain (contoh)."),
    None,
)


@before("kirim_undangan")
def invite(meeting: Meeting, planner: User) -> None:
    """Invite the usual people of every region by one issued letter."""
    keys = [row.key for group in candidates_for(meeting) for row in group.usual]
    invite_chosen(actor=planner, meeting=meeting, keys=keys)
    for number, row in enumerate(meeting.invitees.all(), start=1):
        place = row.region.code.replace(".", "") if row.region else "0"
        # Whoever is in the directory has not answered this invented letter; and one has no address.
        row.name = f"Contoh Undangan {number} (contoh)"
        row.email = "" if number % 11 == 0 else f"undangan{number}.{place}@contoh.test"
        row.phone = "0800-000-000"
        row.save(update_fields=["name", "email", "phone"])
    words = default_letter(meeting, "undangan") | {"signer_name": "Contoh Pejabat (contoh)", "signer_nip": ""}
    words |= {"notes": INVENTED, "signer_rank": ""}
    save_letter_draft(actor=planner, meeting=meeting, data=LetterData(**words))
    letter = issue_meeting_letter(actor=planner, meeting=meeting, day=LetterDay(dated=clock.today()))
    _as_sent(letter)


def _as_sent(letter: MeetingLetter) -> None:
    """Write down that the mails went out."""
    now = clock.now()
    Sending.objects.bulk_create(
        Sending(
            invitee=row, letter=letter, email=row.email, queued_at=now, due_at=now, sent_at=now if row.email else None,
            state=SendState.TERKIRIM if row.email else SendState.TANPA_SUREL,
        )
        for row in letter.meeting.invitees.all()
    )  # fmt: skip


@before("mulai")
def answer_before_the_meeting(meeting: Meeting, planner: User) -> None:
    """Delegations answer before the meeting begins."""
    for number, row in enumerate(meeting.invitees.silent()):
        _answer(row, ANSWERS[number % len(ANSWERS)], planner, by_link=number % 2 == 0)


@before(END)
def answer_what_is_ahead(meeting: Meeting, planner: User) -> None:
    """Of a meeting still to come about half have answered."""
    if meeting.state != MeetingState.UNDANGAN_TERKIRIM:
        return
    for number, row in enumerate(meeting.invitees.silent()):
        if number % 2 == 0:
            _answer(row, ANSWERS[number // 2 % len(ANSWERS)], planner, by_link=number % 4 == 0)


def _answer(row: Invitee, said: AnswerData | None, planner: User, *, by_link: bool) -> None:
    if said is None:
        return
    link = link_of(new_link(LinkAct.JAWAB, invitee=row), LinkAct.JAWAB) if by_link else None
    if link is None:
        answer_by_account(actor=planner, invitee=row, data=said)
    else:
        answer_by_link(link=link, data=said)
