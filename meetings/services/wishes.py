"""What regions would like to see on an agenda: proposed, withdrawn, taken up, postponed, declined."""

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from meetings.choices import BacklogState, MeetingState
from meetings.models import AgendaItem, AgendaSection, BacklogItem, Meeting
from meetings.services.access import may_answer_for
from meetings.services.agenda import writable
from meetings.services.items import ItemData, Origin, add_item
from meetings.services.subjects import Subject
from meetings.services.wish_notices import tell_organiser, tell_region
from regions.models import Region

# A wish for a meeting that has begun comes too late.
BEFORE = (MeetingState.RENCANA, MeetingState.DISETUJUI, MeetingState.UNDANGAN_TERKIRIM, MeetingState.DITUNDA)
SOURCE = "usul"


def source_of(wish: BacklogItem) -> str:
    """What names a wish as the origin of an item."""
    return f"{SOURCE}:{wish.pk}"


@transaction.atomic
def propose_wish(
    *,
    actor: User,
    region: Region,
    title: str,
    reason: str,
    meeting: Meeting | None = None,
    subject: Subject | None = None,
) -> BacklogItem:
    """Propose an item for a meeting, or (None) for the next one. Raises NotAllowed, ImpossibleStep or ValidationError."""
    _require_speaker(actor, region)
    if meeting is not None:
        _require_invited(meeting, region)
    about = subject or Subject()
    wish = BacklogItem(
        region=region,
        meeting=meeting,
        title=title.strip(),
        reason=reason.strip(),
        case=about.case,
        segment=about.segment,
        follow_up=about.follow_up,
        proposed_by=actor,
        proposed_at=clock.now(),
    )
    wish.full_clean(exclude=["region", "meeting", "case", "segment", "follow_up", "proposed_by"])
    wish.save()
    tell_organiser(wish, "baru", "Usul acara baru")
    return wish


@transaction.atomic
def withdraw_wish(*, actor: User, wish: BacklogItem) -> BacklogItem:
    """Take a wish back before an organiser took it up."""
    row = _locked(wish)
    _require_speaker(actor, row.region)
    _require_waiting(row, _("ditarik"))
    row.state, row.decided_at = BacklogState.DITARIK, clock.now()
    row.save(update_fields=["state", "decided_at"])
    tell_organiser(row, "ditarik", "Usul acara ditarik pengusulnya")
    return row


@transaction.atomic
def accept_wish(
    *,
    actor: User,
    wish: BacklogItem,
    meeting: Meeting,
    section: AgendaSection | None = None,
    minutes: int = 15,
    reply: str = "",
) -> AgendaItem:
    """Put a wish onto the agenda of a meeting; the item keeps who wished it and why."""
    row = _for_meeting(actor, wish, meeting)
    item = add_item(
        actor=actor,
        meeting=meeting,
        data=ItemData(title=row.title, minutes=minutes),
        section=section,
        subject=Subject(row.case, row.segment, row.follow_up),
        origin=Origin(source_of(row), row.reason, row.region),
    )
    row.item = item
    _decide(row, meeting, BacklogState.DITERIMA, reply)
    tell_region(row, "diterima", "Usul acara masuk agenda")
    return item


@transaction.atomic
def postpone_wish(*, actor: User, wish: BacklogItem, meeting: Meeting, reply: str = "") -> BacklogItem:
    """Leave a wish to a later meeting; it stays in the backlog and is not offered to this meeting again."""
    row = _for_meeting(actor, wish, meeting)
    _decide(row, meeting, BacklogState.DITUNDA, reply)
    tell_region(row, "ditunda", "Usul acara ditunda ke rapat berikutnya")
    return row


@transaction.atomic
def decline_wish(*, actor: User, wish: BacklogItem, meeting: Meeting, reply: str) -> BacklogItem:
    """Say no to a wish, with the reason."""
    row = _for_meeting(actor, wish, meeting)
    if not reply.strip():
        raise DomainError(
            _("Usul tidak diterima tanpa jawaban."),
            remedy=_("Tuliskan alasannya; daerah pengusul membacanya."),
            status=422,
        )
    _decide(row, meeting, BacklogState.DITOLAK, reply)
    tell_region(row, "ditolak", "Usul acara tidak diterima")
    return row


def _locked(wish: BacklogItem) -> BacklogItem:
    rows = BacklogItem.objects.select_for_update(of=("self",))
    return rows.select_related("region__parent", "meeting__organiser", "case", "segment", "follow_up").get(
        pk=wish.pk
    )


def _for_meeting(actor: User, wish: BacklogItem, meeting: Meeting) -> BacklogItem:
    """The wish, locked, if this meeting may still answer it."""
    writable(actor, meeting)
    row = _locked(wish)
    require_answerable(actor, row, meeting)
    return row


def require_answerable(actor: User, wish: BacklogItem, meeting: Meeting) -> None:
    """Refuse a wish that was answered already, or that this meeting has no say in. Raises ImpossibleStep."""
    _require_waiting(wish, _("dijawab"))
    if not BacklogItem.objects.visible_to(actor).waiting_for(meeting).filter(pk=wish.pk).exists():
        raise ImpossibleStep(
            _("Usul ini tidak ditujukan kepada rapat ini."),
            remedy=_("Jawablah dari agenda rapat yang dituju."),
        )


def _decide(wish: BacklogItem, meeting: Meeting, state: str, reply: str) -> None:
    wish.state, wish.meeting, wish.reply, wish.decided_at = state, meeting, reply.strip()[:500], clock.now()
    wish.save(update_fields=["state", "meeting", "reply", "decided_at", "item"])


def _require_speaker(actor: User, region: Region) -> None:
    if not may_answer_for(actor, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengusulkan acara atas nama %s.") % region.full_name,
            remedy=_("Mintalah petugas rapat daerah itu melakukannya."),
        )


def _require_invited(meeting: Meeting, region: Region) -> None:
    """A wish for a given meeting comes from a region that sits in it, and before it begins."""
    if meeting.state not in BEFORE:
        raise ImpossibleStep(
            _("Rapat ini sudah “%s”; usul acara baru tidak dapat dimuat lagi.") % meeting.get_state_display(),
            remedy=_("Usulkan untuk rapat berikutnya."),
        )
    own = region.pk in {meeting.organiser_id, meeting.host_id}
    if not own and not meeting.participants.filter(pk=region.pk).exists():
        raise ImpossibleStep(
            _("%s tidak tercatat sebagai peserta rapat ini.") % region.full_name,
            remedy=_("Usulkan untuk rapat berikutnya, atau mintalah penyelenggara menambahkan daerah Anda."),
        )


def _require_waiting(wish: BacklogItem, what: str) -> None:
    if not wish.is_waiting:
        raise ImpossibleStep(
            _("Usul ini tidak dapat %(what)s: keadaannya “%(state)s”.")
            % {"what": what, "state": wish.get_state_display()},
            remedy=_("Bila masih perlu, ajukan usul baru."),
        )
