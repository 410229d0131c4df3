"""The signing of a text as an event: planned, held, and the originals on their way between the parties (F35)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.choices import EventState, NaskahState
from agreements.models import Courier, Naskah, Party, SigningEvent
from agreements.services.acting import Acting, acting_for, not_yours
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import acting_for_text, lock_naskah, require_state
from agreements.services.signing_terms import follow_event
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.calendar import add_months

SIGN = "agreements.sign"
# A signing planned later than this is surely mistyped (our own bound, no rule of law).
MOST_MONTHS_AHEAD = 24


@dataclass(frozen=True)
class Plan:
    """When, where and how a text is to be signed."""

    on: date
    place: str
    mode: str
    agenda: str = ""


def require_party(actor: User, naskah: Naskah) -> Acting:
    """The right to arrange the signing for any party. Raises NotAllowed."""
    acting = acting_for(actor, naskah.case, side="any", permission=SIGN)
    if acting is None:
        raise not_yours(", ".join(party.short_name for party in naskah.case.parties.all()))
    return acting


def event_of(naskah: Naskah) -> SigningEvent | None:
    """The signing of a text, if one is planned."""
    return SigningEvent.objects.filter(naskah=naskah).first()


@transaction.atomic
def plan_event(*, actor: User, naskah: Naskah, plan: Plan) -> SigningEvent:
    """Plan the signing, or move it. Raises ImpossibleStep once it was held."""
    naskah = lock_naskah(naskah)
    acting = require_party(actor, naskah)
    require_state(naskah, *NaskahState.open())
    known = event_of(naskah)
    require_unheld(known)
    _check_day(naskah, plan.on)
    values = {
        "on": plan.on, "place": plan.place.strip(), "mode": plan.mode, "agenda": plan.agenda.strip(),
        "recorded_by": actor, "recorded_at": clock.now(),
    }  # fmt: skip
    event, _new = SigningEvent.objects.update_or_create(naskah=naskah, defaults=values)
    moved = known is not None and known.on != plan.on
    verb = "dijadwalkan ulang" if moved else "direncanakan"
    label = f"Penandatanganan {naskah.rule.label} {verb} pada {long_date(plan.on)} di {event.place}"
    tell_signing(actor, naskah, acting, "acara", label)
    follow_event(actor=actor, naskah=naskah)
    return event


def require_unheld(event: SigningEvent | None) -> None:
    """Refuse to change a signing that took place. Raises ImpossibleStep."""
    if event is not None and event.state == EventState.HELD:
        raise ImpossibleStep(
            _("Acara penandatanganan sudah terlaksana pada %s.") % long_date(event.on),
            remedy=_("Catat tanda tangan pihak yang belum lengkap; acaranya tidak diubah lagi."),
        )


def _check_day(naskah: Naskah, on: date) -> None:
    begun = timezone.localtime(naskah.created_at).date()
    if on < begun:
        raise DomainError(
            _("Tanggal acara mendahului naskah yang mulai disusun %s.") % long_date(begun),
            remedy=_("Periksa tanggalnya."),
        )
    if on > add_months(clock.today(), MOST_MONTHS_AHEAD):
        raise DomainError(
            _("Tanggal acara %s terlalu jauh di masa depan.") % long_date(on),
            remedy=_("Periksa tahun yang Anda isi."),
        )


def require_event(naskah: Naskah) -> SigningEvent:
    """The planned signing of an agreed text that was not held yet. Raises ImpossibleStep."""
    require_state(naskah, NaskahState.AGREED, NaskahState.SIGNED)
    event = event_of(naskah)
    if event is None:
        raise ImpossibleStep(
            _("Acara penandatanganan belum direncanakan."), remedy=_("Rencanakan acaranya lebih dahulu.")
        )
    require_unheld(event)
    return event


@transaction.atomic
def hold_event(*, actor: User, naskah: Naskah, on: date) -> SigningEvent:
    """Note that the event took place on that day; who has not signed is reminded from there."""
    naskah = lock_naskah(naskah)
    acting = require_party(actor, naskah)
    event = require_event(naskah)
    if on > clock.today():
        raise DomainError(_("Acara belum berlangsung pada tanggal itu."), remedy=_("Periksa tanggalnya."))
    _check_day(naskah, on)
    event.state, event.on = EventState.HELD, on
    event.save(update_fields=["state", "on"])
    label = f"Acara penandatanganan {naskah.rule.label} terlaksana pada {long_date(on)}"
    tell_signing(actor, naskah, acting, "acara_terlaksana", label)
    follow_event(actor=actor, naskah=naskah)
    return event


def tell_signing(
    actor: User, naskah: Naskah, acting: Acting, what: str, label: str, *, note: str = ""
) -> None:
    """Write the history row of something around the signing and tell the parties."""
    event = write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow=f"naskah.{what}",
        label=label,
        source=naskah.state,
        target=naskah.state,
        reason=note.strip(),
        naskah=naskah,
    )
    tell_parties(case=naskah.case, event=event, link=naskah.get_absolute_url())


@transaction.atomic
def hand_over(
    *, actor: User, naskah: Naskah, original: int, carrier: str, sender: Party, receiver: Party, on: date
) -> Courier:
    """Record an original that leaves one party for another, with who carries it."""
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, sender, SIGN)
    require_state(naskah, NaskahState.AGREED, NaskahState.SIGNED)
    if not 1 <= original <= naskah.originals:
        raise DomainError(
            _("Naskah ini dibuat dalam %d naskah asli.") % naskah.originals,
            remedy=_("Isi nomor naskah asli yang diantar."),
        )
    if on > clock.today():
        raise DomainError(_("Tanggal diserahkan tidak boleh di masa depan."), remedy=_("Periksa tanggalnya."))
    if naskah.couriers.filter(original=original, received_on=None).exists():
        raise ImpossibleStep(
            _("Naskah asli %d masih dalam perjalanan.") % original, remedy=_("Catat dahulu penerimaannya.")
        )
    courier = Courier(
        naskah=naskah, original=original, carrier=carrier.strip(), sender=sender, receiver=receiver,
        handed_on=on, recorded_by=actor,
    )  # fmt: skip
    courier.full_clean()
    courier.save()
    label = f"Asli {original} {naskah.rule.label} dibawa {courier.carrier} kepada {receiver.short_name}"
    tell_signing(actor, naskah, acting, "antar", label)
    return courier


@transaction.atomic
def receive_original(*, actor: User, courier: Courier, on: date) -> Courier:
    """Record that an original on its way has arrived, by the party that received it."""
    naskah = lock_naskah(courier.naskah)
    courier = Courier.objects.select_for_update().select_related("receiver").get(pk=courier.pk)
    acting = acting_for_text(actor, naskah, courier.receiver, SIGN)
    if courier.received_on:
        raise ImpossibleStep(
            _("Penerimaan naskah asli ini sudah dicatat pada %s.") % long_date(courier.received_on),
            remedy=_("Tidak perlu dicatat dua kali."),
        )
    if not courier.handed_on <= on <= clock.today():
        raise DomainError(
            _("Tanggal diterima harus antara %s dan hari ini.") % long_date(courier.handed_on),
            remedy=_("Periksa tanggalnya."),
        )
    courier.received_on = on
    courier.save(update_fields=["received_on"])
    label = f"Asli {courier.original} {naskah.rule.label} diterima {courier.receiver}"
    tell_signing(actor, naskah, acting, "antar_diterima", label)
    return courier
