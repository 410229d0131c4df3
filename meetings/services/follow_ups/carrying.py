"""Taking unfinished follow-ups along into a later meeting: the same record, asked for again, never copied."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep
from meetings.duties import AGREED_STATES, CARRIED
from meetings.models import Carry, FollowUp, Meeting
from meetings.services.access import lock_meeting, require_manager, require_open
from meetings.services.follow_ups.access import write_entry


@transaction.atomic
def carry(*, actor: User, meeting: Meeting, follow_ups: Iterable[FollowUp], reason: str = "") -> int:
    """Take these along into the meeting; how many were. Raises NotAllowed, ImpossibleStep, DomainError."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    wanted = {follow_up.pk for follow_up in follow_ups}
    found = list(FollowUp.objects.carriable_into(row).filter(pk__in=wanted).for_list().order_by("pk"))
    if len(found) != len(wanted):
        raise DomainError(
            _("Sebagian tindak lanjut sudah dibawa, selesai, atau bukan dari rapat sebelumnya."),
            remedy=_("Muat ulang daftarnya, lalu centang lagi."),
        )
    _take_along(actor, row, found, reason)
    return len(found)


def carry_from_agenda(*, actor: User, meeting: Meeting, follow_ups: Iterable[FollowUp]) -> int:
    """What was put on the agenda of a locked meeting is asked for again there, where the meeting may ask for it."""
    wanted = {follow_up.pk for follow_up in follow_ups}
    found = list(FollowUp.objects.carriable_into(meeting).filter(pk__in=wanted).for_list().order_by("pk"))
    _take_along(actor, meeting, found, "Dari susunan acara.")
    return len(found)


def _take_along(actor: User, meeting: Meeting, follow_ups: list[FollowUp], reason: str) -> None:
    for follow_up in follow_ups:
        Carry.objects.create(
            follow_up=follow_up, meeting=meeting, reason=reason.strip()[:300], carried_by=actor
        )
        write_entry(follow_up, CARRIED, actor=actor, text=f"Dibawa ke {meeting.title}. {reason}".strip())


@transaction.atomic
def leave_behind(*, actor: User, meeting: Meeting, follow_up: FollowUp) -> None:
    """Undo a carry before the meeting's result is agreed. Raises NotAllowed, ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    if row.state in AGREED_STATES:
        raise ImpossibleStep(
            _("Rumusan rapat ini sudah disepakati; yang diminta lagi di dalamnya tidak dapat dilepas."),
            remedy=_("Selesaikan atau hentikan tindak lanjutnya, atau bawa ke rapat berikutnya."),
        )
    if not Carry.objects.filter(meeting=row, follow_up=follow_up).delete()[0]:
        raise ImpossibleStep(
            _("Tindak lanjut ini tidak dibawa ke rapat ini."), remedy=_("Muat ulang daftarnya.")
        )
    write_entry(follow_up, CARRIED, actor=actor, text=f"Tidak jadi dibawa ke {row.title}.")
