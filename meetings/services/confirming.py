"""What each delegation says of the rumusan: asked on the own phone, counted once for each edition."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser, acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from meetings.choices import InviteeRole, MeetingState, RecordState, Stance
from meetings.models import ActLink, Confirmation, Invitee, Meeting, Record
from meetings.models.links import LinkAct
from meetings.services.access import ANSWERING, lock_meeting, may_answer_for, require_manager
from meetings.services.links import new_link, revoke_links, use_link
from meetings.services.room import LONGEST

HOURS = 12


@dataclass(frozen=True)
class Said:
    """One delegation: who may speak for it, what it said of the newest edition, and of which edition before."""

    invitee: Invitee
    confirmation: Confirmation | None = None
    earlier: Confirmation | None = None

    @property
    def name(self) -> str:
        """The delegation as the record names it."""
        return self.invitee.body or self.invitee.label


@dataclass(frozen=True, kw_only=True)
class Word:
    """What the head of a delegation says, under which name, of which edition."""

    stance: str
    edition: int
    name: str
    title: str = ""
    objection: str = ""


def delegations(meeting: Meeting) -> list[Invitee]:
    """The heads of delegations that were invited and not struck out."""
    rows = Invitee.objects.filter(meeting=meeting, role=InviteeRole.KEPALA_DELEGASI, withdrawn_at=None)
    return list(rows.select_related("region", "office", "meeting").order_by("order", "pk"))


def delegations_said(meeting: Meeting, record: Record) -> list[Said]:
    """Every delegation with its word; those struck out later stay when they spoke of this edition. Two queries."""
    rows = Confirmation.objects.filter(record=record) if record.pk else Confirmation.objects.none()
    spoken: dict[int, list[Confirmation]] = {}
    for each in rows.order_by("edition"):
        spoken.setdefault(each.invitee_id, []).append(each)
    return [_said(invitee, record, spoken.get(invitee.pk, [])) for invitee in delegations(meeting)]


def said_of(invitee: Invitee, record: Record) -> Said:
    """One delegation with its word. One query, however many sit in the room."""
    words = Confirmation.objects.filter(record=record, invitee=invitee) if record.pk else []
    return _said(invitee, record, sorted(words, key=lambda each: each.edition))


def _said(invitee: Invitee, record: Record, words: list[Confirmation]) -> Said:
    """A delegation with what it said, the oldest edition first."""
    now = next((each for each in words if each.edition == record.edition), None)
    before = next((each for each in reversed(words) if each.edition < record.edition), None)
    return Said(invitee, now, before)


def spoken_for(user: AnyUser, said: list[Said]) -> list[Said]:
    """Those delegations this person may speak for by the role of the account."""
    own = acting_region_ids(user, ANSWERING)
    return [each for each in said if each.invitee.region_id in own]


@transaction.atomic
def confirm_by_account(*, actor: User, invitee: Invitee, word: Word) -> Confirmation:
    """Speak for a delegation of one's own region. Raises NotAllowed for another's, and what `_confirm` refuses."""
    if not may_answer_for(actor, invitee.region):
        raise NotAllowed(
            _("Anda tidak berwenang menyatakan sikap atas nama %(who)s.") % {"who": invitee.body},
            remedy=_("Mintalah kepala delegasi itu sendiri menyatakannya."),
        )
    return _confirm(invitee, word, actor=actor)


@transaction.atomic
def confirm_by_link(*, link: ActLink, word: Word, same_phone: bool) -> Confirmation:
    """Speak by a one-time link: used up by the first word, then good only for later editions on the same phone."""
    if link.act != LinkAct.KONFIRMASI or link.invitee is None:
        raise NotAllowed(_("Tautan ini bukan untuk menyatakan sikap atas rumusan."))
    again = link.used_at is not None and link.revoked_at is None and clock.now() < link.expires_at
    if not (same_phone and again):
        use_link(link)
    return _confirm(link.invitee, word, actor=None)


def _confirm(invitee: Invitee, word: Word, *, actor: User | None) -> Confirmation:
    held = lock_meeting(invitee.meeting)
    record = Record.objects.select_for_update().filter(meeting=held).first()
    known = (
        record and Confirmation.objects.filter(record=record, invitee=invitee, edition=word.edition).first()
    )
    if known:
        return _said_before(known, word)
    _require_asked(held, record, word)
    if record is None or Invitee.objects.filter(pk=invitee.pk, withdrawn_at__isnull=False).exists():
        raise ImpossibleStep(
            _("Delegasi ini sudah dicoret dari daftar undangan."), remedy=_("Hubungi sekretariat rapat.")
        )
    row = Confirmation(
        record=record, invitee=invitee, edition=word.edition, stance=word.stance, actor=actor, at=clock.now(),
        objection=_objection(word), name=word.name.strip()[:150], title=word.title.strip()[:150],
    )  # fmt: skip
    if not row.name:
        raise DomainError(_("Tuliskan nama Anda."), status=422)
    row.save()
    return row


def _said_before(known: Confirmation, word: Word) -> Confirmation:
    """The same word sent again counts once; another word by the same delegation is refused."""
    if (known.stance, known.objection) == (word.stance, _objection(word)):
        return known
    raise ImpossibleStep(
        _("Delegasi ini sudah menyatakan “%(stance)s” atas edisi %(edition)s pada %(at)s, oleh %(name)s.")
        % {
            "stance": known.get_stance_display(),
            "edition": known.edition,
            "at": f"{timezone.localtime(known.at):%H.%M}",
            "name": known.name,
        },
        remedy=_("Bila keliru, mintalah sekretariat membacakan edisi baru."),
    )


def _require_asked(meeting: Meeting, record: Record | None, word: Word) -> None:
    """Refuse a word nobody asks for: nothing read out, locked, the meeting over, or an edition that was replaced."""
    if record is not None and record.state == RecordState.TERKUNCI:
        message = _("Rumusan sudah dikunci; pernyataan tidak dapat ditambahkan lagi.")
    elif meeting.state != MeetingState.BERLANGSUNG:
        message = _("Rapat ini “%(state)s”; rumusannya tidak sedang dibacakan.") % {
            "state": meeting.get_state_display()
        }
    elif record is None or not record.edition:
        message = _("Rumusan belum dibacakan.")
    elif record.edition != word.edition:
        raise StaleForm(
            _("Sementara itu edisi %(edition)s dibacakan; pernyataan atas edisi lama tidak dihitung.")
            % {"edition": record.edition},
            remedy=_("Baca edisi yang terbaru, lalu nyatakan sikap lagi."),
        )
    else:
        return
    raise ImpossibleStep(message, remedy=_("Hubungi sekretariat rapat bila ada yang keliru."))


def _objection(word: Word) -> str:
    """The words of an objection. Raises DomainError 422 for one without words."""
    words = word.objection.strip()[:LONGEST]
    if word.stance not in Stance.values:
        raise DomainError(_("Pilih setuju atau keberatan."), status=422)
    if word.stance == Stance.SETUJU:
        return ""
    if not words:
        raise DomainError(_("Tuliskan keberatannya: butir mana, dan bagaimana seharusnya."), status=422)
    return words


@transaction.atomic
def ask_by_link(*, actor: User, invitee: Invitee) -> str:
    """Make the one link by which a delegation speaks without an account; earlier unused ones die. Gives its secret."""
    held = lock_meeting(invitee.meeting)
    require_manager(actor, held.organiser)
    if held.state != MeetingState.BERLANGSUNG:
        raise ImpossibleStep(_("Tautan pernyataan hanya dibuat selama rapat berlangsung."))
    revoke_links(invitee=invitee, act=LinkAct.KONFIRMASI)
    return new_link(LinkAct.KONFIRMASI, invitee=invitee, until=clock.now() + timedelta(hours=HOURS))
