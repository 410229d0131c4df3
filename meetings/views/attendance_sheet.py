"""What the page "Kehadiran" and the desk show, gathered in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass

from meetings.choices import Answer
from meetings.models import Attendance, Invitee, Meeting, MeetingSession
from meetings.services.attending import Delegation, delegations, present_at, sessions_of, why_shut
from meetings.services.checking_in import same
from meetings.services.desk import expected_of
from meetings.services.sessions import astray


@dataclass(frozen=True)
class SessionList:
    """One session with everybody on its list, and who of the invited is not."""

    session: MeetingSession
    rows: list[Attendance]
    missing: list[Invitee]
    walk_ins: int


@dataclass(frozen=True)
class AttendanceSheet:
    """Everything the page prints."""

    lists: list[SessionList]
    delegations: list[Delegation]
    people: int
    invited: int
    shut: str
    astray: bool


def attendance_sheet(meeting: Meeting) -> AttendanceSheet:
    """The whole page: each session's list, and counts per delegation over all sessions."""
    sessions = sessions_of(meeting)
    invitees = list(meeting.invitees.current().select_related("region", "office"))
    lines = list(present_at(meeting))
    by_session: dict[int, list[Attendance]] = defaultdict(list)
    for row in lines:
        by_session[row.session_id].append(row)
    people = {(row.name, row.organisation): row for row in lines}
    return AttendanceSheet(
        lists=[_list_of(session, by_session[session.pk], invitees) for session in sessions],
        delegations=delegations(invitees, list(people.values())),
        people=len(people),
        invited=len(invitees),
        shut=why_shut(meeting),
        astray=astray(meeting, sessions),
    )


def _list_of(session: MeetingSession, rows: list[Attendance], invitees: list[Invitee]) -> SessionList:
    came = {row.invitee_id for row in rows}
    return SessionList(
        session=session,
        rows=rows,
        missing=[each for each in invitees if each.pk not in came],
        walk_ins=sum(1 for row in rows if row.invitee_id is None),
    )


@dataclass(frozen=True)
class DeskLine:
    """An invitation at the desk: who is expected, and who of it already came."""

    invitee: Invitee
    name: str
    title: str
    stands_for: str
    came: list[Attendance]

    @property
    def one_tap(self) -> bool:
        """Whether it is known who comes, so that one press suffices."""
        return bool(self.name)

    @property
    def declined(self) -> bool:
        """Whether they said they would not come."""
        return self.invitee.answer == Answer.TIDAK_HADIR


@dataclass(frozen=True)
class Desk:
    """The desk of a session for one search."""

    lines: list[DeskLine]
    others: list[Attendance]
    struck: list[Attendance]
    present: int


def desk_of(meeting: Meeting, session: MeetingSession, words: str) -> Desk:
    """The invited and those who came, narrowed to what is searched; every word must be found somewhere in the line."""
    invitees = list(meeting.invitees.current().select_related("region", "office"))
    rows = list(session.attendances.for_list())
    standing = [row for row in rows if row.struck_at is None]
    came: dict[int | None, list[Attendance]] = defaultdict(list)
    for row in standing:
        came[row.invitee_id].append(row)
    lines = [_desk_line(each, came[each.pk]) for each in invitees]
    wanted = same(words).split()[:8]
    return Desk(
        lines=[line for line in lines if _found(wanted, _words(line))],
        others=[row for row in came[None] if _found(wanted, [row.name, row.title, row.body])],
        struck=[row for row in rows if row.struck_at is not None],
        present=len(standing),
    )


def _desk_line(invitee: Invitee, came: list[Attendance]) -> DeskLine:
    expected = expected_of(invitee)
    return DeskLine(invitee, expected.name, expected.title, expected.stands_for, came)


def _words(line: DeskLine) -> list[str]:
    region = line.invitee.region.name if line.invitee.region else ""
    return [line.invitee.label, line.name, line.title, region, *(row.name for row in line.came)]


def _found(wanted: list[str], texts: list[str]) -> bool:
    text = same(" ".join(texts))
    return all(word in text for word in wanted)
