"""The pages of one meeting, as tabs: each a noun, shown where the meeting has use for it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import AnyUser
from ksd.core.tabs import Tab
from meetings.choices import MeetingState
from meetings.models import Meeting
from meetings.services import may_manage
from meetings.workflow import MAIN_LINE, Step


def always(_meeting: Meeting) -> bool:
    """A page every meeting has."""
    return True


@dataclass(frozen=True)
class TabRule:
    """A page of a meeting: its address, when it is of use, and whether only its managers have it."""

    url_name: str
    label: str | Promise
    shown: Callable[[Meeting], bool] = always
    managers: bool = False


def is_held(meeting: Meeting) -> bool:
    """The room is of use while the meeting is held; what was agreed stays to be read."""
    return meeting.state == MeetingState.BERLANGSUNG


def was_held(meeting: Meeting) -> bool:
    """Whether there can be a result."""
    return meeting.rule.record and meeting.state in MAIN_LINE[MAIN_LINE.index(MeetingState.BERLANGSUNG) :]


def was_opened(meeting: Meeting) -> bool:
    """Whether the meeting was opened, so that there is something to write down."""
    return meeting.state in MAIN_LINE[MAIN_LINE.index(MeetingState.BERLANGSUNG) :]


def takes_place(meeting: Meeting) -> bool:
    """What earlier meetings left over may be taken along until a meeting is called off."""
    return meeting.state != MeetingState.DIBATALKAN


TABS: tuple[TabRule, ...] = (
    TabRule("meetings:detail", _("Ringkasan")),
    TabRule("meetings:agenda", _("Agenda")),
    TabRule("meetings:plan", _("KAK"), managers=True),
    TabRule("meetings:invitations", _("Undangan")),
    TabRule("meetings:attendance", _("Kehadiran")),
    TabRule("meetings:speeches", _("Sambutan")),
    TabRule("meetings:room", _("Ruang rapat"), is_held),
    TabRule("meetings:record", _("Rumusan"), was_held),
    TabRule("meetings:minutes", _("Notula"), was_opened),
    TabRule("meetings:photos", _("Foto"), was_opened),
    TabRule("meetings:results", _("Hasil & tindak lanjut"), takes_place),
    TabRule("meetings:report", _("Laporan"), was_opened, managers=True),
)


def tabs_of(meeting: Meeting, user: AnyUser, current: str = "meetings:detail") -> list[Tab]:
    """The tabs of a meeting for this person, with the one that is open."""
    managing = may_manage(user, meeting)
    return [
        Tab(str(rule.label), reverse(rule.url_name, args=[meeting.public_id]), rule.url_name == current)
        for rule in TABS
        if rule.url_name == current or (rule.shown(meeting) and (managing or not rule.managers))
    ]


def ways_to(meeting: Meeting, step: Step) -> list[tuple[str, str]]:
    """The pages where the work before a step is done, as far as this meeting has them: what each is called, its address."""
    here = {rule.url_name for rule in TABS if rule.shown(meeting)}
    return [
        (str(label), reverse(name, args=[meeting.public_id])) for name, label in step.first if name in here
    ]
