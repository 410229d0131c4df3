"""What the page "Undangan" of a meeting shows, gathered in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass, field

from agreements.services.numbering import numbers_here
from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import Answer, SendState
from meetings.models import AnswerEntry, Invitee, Meeting, MeetingLetter, Sending
from meetings.querysets import ANSWERABLE
from meetings.services.access import may_answer_for
from meetings.services.answering import latest_answers, why_closed
from meetings.services.invitation_letters import letter_lacks
from meetings.services.sending_letters import letter_audience
from meetings.services.standing_letters import letter_due, letter_kind_open, standing_letter


@dataclass(frozen=True)
class Line:
    """One invitee with the last mail, and what this person may do."""

    invitee: Invitee
    sending: Sending | None
    closed: str
    may_answer: bool
    outdated: bool

    @property
    def tone(self) -> str:
        """The colour of the answer."""
        tones = {Answer.HADIR: "success", Answer.DIWAKILI: "info", Answer.TIDAK_HADIR: "danger"}
        return tones.get(Answer(self.invitee.answer), "secondary")


@dataclass(frozen=True)
class InvitationSheet:
    """Everything the page prints."""

    lines: list[Line]
    struck: list[Invitee]
    counts: list[tuple[str, int]]
    people: int
    unreached: list[Invitee] = field(default_factory=list)
    letters: list[MeetingLetter] = field(default_factory=list)
    standing: MeetingLetter | None = None
    draft: MeetingLetter | None = None
    kind_open: str = ""
    due: str = ""
    unsent: int = 0
    silent: int = 0
    lacks: list[str] = field(default_factory=list)
    trace: list[AnswerEntry] = field(default_factory=list)
    failed: int = 0
    numbered_here: bool = True


def invitation_sheet(meeting: Meeting, user: User, *, managing: bool) -> InvitationSheet:
    """The whole page for who manages the meeting; for others the invitations of their own regions."""
    standing = standing_letter(meeting)
    rows = list(meeting.invitees.for_list())
    for row in rows:
        row.meeting = meeting
    if not managing:
        rows = [row for row in rows if row.invited_by_letter_id and may_answer_for(user, row.region)]
    current = [row for row in rows if not row.is_withdrawn]
    mails = _last_mails(standing, current)
    lines = [_line(row, mails.get(row.pk), standing, user, managing=managing) for row in current]
    tally = Counter(row.answer for row in current)
    shown = InvitationSheet(
        lines=lines,
        struck=[row for row in rows if row.is_withdrawn],
        counts=[(str(answer.label), tally[answer]) for answer in Answer],
        people=sum(row.people for row in current if row.answer in {Answer.HADIR, Answer.DIWAKILI}),
        standing=standing,
    )
    return _for_managers(shown, meeting, lines) if managing else shown


def _for_managers(shown: InvitationSheet, meeting: Meeting, lines: list[Line]) -> InvitationSheet:
    letters = list(meeting.letters.select_related("number", "created_by"))
    draft = next((letter for letter in letters if not letter.is_issued), None)
    standing = shown.standing
    open_now = meeting.state in ANSWERABLE and meeting.ends_at > clock.now()
    sendable = standing is not None and (standing.calls_off or open_now)
    if standing is not None:
        standing.meeting = meeting
    return InvitationSheet(
        **{
            **vars(shown),
            "letters": [letter for letter in letters if letter.is_issued],
            "draft": draft,
            "kind_open": letter_kind_open(meeting, standing),
            "due": letter_due(meeting, standing),
            "lacks": letter_lacks(meeting, draft) if draft else [],
            "unsent": len(letter_audience(standing)) if standing is not None and sendable else 0,
            "silent": sum(1 for line in lines if open_now and _remindable(line)),
            "unreached": [line.invitee for line in lines if _unreached(line)],
            "failed": sum(1 for line in lines if line.sending and line.sending.state == SendState.GAGAL),
            "trace": latest_answers(meeting),
            "numbered_here": numbers_here(meeting.organiser),
        }
    )


def _remindable(line: Line) -> bool:
    """Who got the letter by mail and has not answered."""
    return line.sending is not None and bool(line.invitee.email) and line.invitee.answer == Answer.BELUM


def _unreached(line: Line) -> bool:
    """Whom no mail reaches and who has not answered."""
    states = {SendState.TANPA_SUREL, SendState.GAGAL}
    return line.sending is not None and line.sending.state in states and line.invitee.answer == Answer.BELUM


def _last_mails(standing: MeetingLetter | None, rows: list[Invitee]) -> dict[int, Sending]:
    """The last mail about the standing letter, by invitee; of several rounds the latest."""
    if standing is None:
        return {}
    sent = Sending.objects.filter(letter=standing, invitee__in=[row.pk for row in rows]).order_by("round")
    return {each.invitee_id: each for each in sent}


def _line(
    row: Invitee, mail: Sending | None, standing: MeetingLetter | None, user: User, *, managing: bool
) -> Line:
    closed = why_closed(row, row.meeting)
    issued = standing.issued_at if standing and standing.sequence else None
    outdated = bool(issued and row.answered_at and row.answered_at < issued)
    return Line(row, mail, closed, not closed and (managing or may_answer_for(user, row.region)), outdated)
