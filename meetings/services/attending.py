"""Who was there, for everybody who asks: the room, the minutes, the scorecard, the report."""

from collections import Counter
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from meetings.choices import Answer, MeetingState
from meetings.models import Attendance, Invitee, Meeting, MeetingSession


@dataclass(frozen=True)
class Delegation:
    """One delegation: how many lines of invitation it has, how many people said they come, how many came."""

    name: str
    invited: int
    promised: int
    came: int


def present_at(meeting: Meeting) -> "models.QuerySet[Attendance]":
    """The standing lines of all sessions, session by session in the order people came."""
    return Attendance.objects.of_meeting(meeting).standing().for_list()


def people_present(meeting: Meeting) -> int:
    """How many people came, each once over all sessions."""
    rows = Attendance.objects.filter(session__meeting=meeting).standing()
    return rows.order_by().values("name", "organisation").distinct().count()


def regions_present(meeting: Meeting) -> set[int]:
    """Regions of which somebody came."""
    rows = Attendance.objects.filter(session__meeting=meeting, region__isnull=False).standing()
    return set(rows.order_by().values_list("region_id", flat=True).distinct())


def sessions_of(meeting: Meeting) -> list[MeetingSession]:
    """The sessions in their order, each with its counts."""
    return list(meeting.sessions.counted())


def why_shut(meeting: Meeting) -> str:
    """Why nobody can be put on the lists of a meeting, as a sentence; empty while it can be done."""
    if meeting.state == MeetingState.DIBATALKAN:
        return _("Rapat ini dibatalkan. Daftar hadirnya tidak diisi.")
    if meeting.state == MeetingState.DITUNDA:
        return _("Rapat ini ditunda. Tunggu undangan dengan jadwal yang baru.")
    if meeting.is_locked:
        return _("Rapat ini sudah dinyatakan selesai dan daftar hadirnya ditutup.")
    return ""


def delegations(invitees: list[Invitee], rows: list[Attendance]) -> list[Delegation]:
    """Counts per region, and per organisation where there is no region; in the order of the invitations."""
    invited = Counter(_of_invitee(each) for each in invitees)
    promised: Counter[str] = Counter()
    for each in invitees:
        if each.answer in {Answer.HADIR, Answer.DIWAKILI}:
            promised[_of_invitee(each)] += each.people
    came = Counter(_of_line(row) for row in rows)
    names = dict.fromkeys([*invited, *came])
    return [Delegation(name, invited[name], promised[name], came[name]) for name in names]


def _of_invitee(row: Invitee) -> str:
    return row.region.name if row.region else row.organisation or _("Lainnya")


def _of_line(row: Attendance) -> str:
    return row.region.name if row.region else row.organisation or _("Lainnya")
