"""Who may act on a meeting, under one lock, and what every act leaves behind."""

from collections.abc import Iterable

from django.db.models import F, Model
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser, acting_region_ids, may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.language import in_indonesian
from meetings.models import Meeting, MeetingEvent
from meetings.querysets import invitations
from regions.models import Region

PERMISSION = "meetings.manage"
ANSWERING = invitations.ANSWERING


def may_manage(user: AnyUser, meeting: Meeting) -> bool:
    """Whether a person may act on a meeting: by a role in the region that organises it."""
    return may(user, PERMISSION, meeting.organiser)


def may_answer_for(user: AnyUser, region: Region | None) -> bool:
    """Whether a person answers invitations, confirms results and reports follow-ups for this region."""
    return region is not None and region.pk in acting_region_ids(user, ANSWERING)


def require_manager(actor: User, organiser: Region) -> None:
    """Refuse whoever does not manage meetings of this region. Raises NotAllowed."""
    if not may(actor, PERMISSION, organiser):
        raise NotAllowed(
            _("Anda tidak berwenang mengurus rapat atas nama %(region)s.") % {"region": organiser},
            remedy=_("Mintalah petugas rapat daerah penyelenggara melakukannya."),
        )


def require_open(meeting: Meeting) -> None:
    """Refuse to change a meeting that is over or called off."""
    if meeting.is_locked:
        raise ImpossibleStep(
            _("Rapat ini sudah “%(state)s”; datanya dikunci.") % {"state": meeting.get_state_display()},
            remedy=_("Buka kembali rapat yang selesai, atau rencanakan rapat baru."),
        )


def lock_meeting(meeting: Meeting) -> Meeting:
    """The meeting read anew and kept from others until the act is done."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("organiser", "host")
    return rows.get(pk=meeting.pk)


def touch(meeting: Meeting) -> None:
    """Let the live pages of a meeting know that something changed; call it within the act's own transaction."""
    Meeting.objects.filter(pk=meeting.pk).update(pulse=F("pulse") + 1)


@in_indonesian
def field_names(model: type[Model], names: Iterable[str]) -> list[str]:
    """Fields of a row as the history names them to everybody."""
    return [str(model._meta.get_field(name).verbose_name) for name in names]  # type: ignore[union-attr]  # our own fields


def write_event(meeting: Meeting, actor: User, code: str, source: str, reason: str) -> MeetingEvent:
    """One line of the history; `code` is a step of the table or a word of `meetings.sheet.WORDS`."""
    return MeetingEvent.objects.create(
        meeting=meeting,
        actor=actor,
        step=code,
        source=source,
        target=meeting.state,
        reason=reason,
        at=clock.now(),
    )
