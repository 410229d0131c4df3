"""What each party has done around its signature: number given, copies prepared and registered, papers checked."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import MarkStep, NaskahState
from agreements.models import Naskah, NaskahParty, Party, ReplacedCopy, SigningCheck, SigningMark
from agreements.services.acting import Acting
from agreements.services.freezing import follow_text
from agreements.services.naskah import acting_for_text, lock_naskah, require_state
from agreements.services.signed_pdf import store_signed_pdf
from agreements.services.signing import SIGN, check_number
from agreements.services.signing_events import tell_signing
from agreements.services.text_numbers import number_for_text
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.models import StoredFile


def _begin(actor: User, naskah: Naskah, party: Party) -> tuple[Naskah, NaskahParty, Acting]:
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, SIGN)
    return naskah, naskah.signatures.select_for_update().get(party=party), acting


def require_unsigned(naskah: Naskah, row: NaskahParty) -> None:
    """Refuse what belongs before the signature. Raises ImpossibleStep."""
    require_state(naskah, NaskahState.AGREED)
    if row.signed_on:
        raise ImpossibleStep(
            _("%s sudah menandatangani.") % row.party.short_name, remedy=_("Nomornya tidak diganti lagi.")
        )


def require_signed(row: NaskahParty) -> None:
    """Refuse what belongs after the signature. Raises ImpossibleStep."""
    if row.signed_on is None:
        raise ImpossibleStep(
            _("Tanda tangan %s belum dicatat.") % row.party.short_name,
            remedy=_("Catat tanda tangannya lebih dahulu."),
        )


def require_mark(naskah: Naskah, row: NaskahParty, step: str) -> None:
    """Refuse a step marked before, or too early. Raises ImpossibleStep."""
    if step == MarkStep.REGISTERED:
        require_signed(row)
    else:
        require_state(naskah, NaskahState.AGREED)
    if row.marks.filter(step=step).exists():
        raise ImpossibleStep(
            _("“%(step)s” untuk %(party)s sudah dicatat.")
            % {"step": MarkStep(step).label, "party": row.party.short_name},
            remedy=_("Tidak perlu dicatat dua kali."),
        )


@transaction.atomic
def give_number(*, actor: User, naskah: Naskah, party: Party, number: str = "") -> NaskahParty:
    """Note the number a party will sign under, before it signs; the next of its own count when none is given."""
    naskah, row, acting = _begin(actor, naskah, party)
    require_unsigned(naskah, row)
    check_number(naskah, row, number.strip())
    row.number = number.strip()
    if acting.recorded_for is None:
        row.number = number_for_text(actor=actor, row=row, on=clock.today(), typed=row.number)
        check_number(naskah, row, row.number)
    if not row.number:
        raise DomainError(_("Isi nomor dari pihak ini."), remedy=_("Salin dari suratnya."), status=422)
    row.save(update_fields=["number"])
    follow_text(naskah, naskah.state)
    label = f"{party.short_name} memberi Nomor {row.number} kepada {naskah.rule.label}"
    tell_signing(actor, naskah, acting, "nomor", label)
    return row


@transaction.atomic
def mark_step(
    *, actor: User, naskah: Naskah, party: Party, step: str, on: date, note: str = ""
) -> SigningMark:
    """Note what a party has done: copies prepared before it signs, entered in its own register afterwards."""
    naskah, row, acting = _begin(actor, naskah, party)
    require_mark(naskah, row, step)
    cause = row.signed_on if step == MarkStep.REGISTERED else naskah.state_since
    if on > clock.today() or (cause and on < cause):
        raise DomainError(
            _("Tanggal itu di masa depan atau mendahului peristiwa yang menyebabkannya."),
            remedy=_("Periksa tanggalnya."),
        )
    mark = SigningMark.objects.create(
        row=row, step=step, on=on, note=note.strip(), actor=actor, actor_name=actor.get_full_name(),
        role=acting.role[:150],
    )  # fmt: skip
    what = {MarkStep.PREPARED: "menyiapkan eksemplar", MarkStep.REGISTERED: "mencatat dalam buku register"}
    label = f"{party.short_name} {what[MarkStep(step)]}: {naskah.rule.label}"
    tell_signing(actor, naskah, acting, f"status_{step}"[:40], label, note=note)
    return mark


@transaction.atomic
def check_paper(
    *, actor: User, naskah: Naskah, party: Party, done: list[str], copies: int, note: str = ""
) -> SigningCheck:
    """Keep what was found on the signed paper; complete when every item is there on every original (F37)."""
    naskah, row, acting = _begin(actor, naskah, party)
    require_signed(row)
    known = [item.code for item in naskah.case.pack.signing_checks]
    kept = [code for code in known if code in done]
    complete = kept == known and copies == naskah.originals
    found, _new = SigningCheck.objects.update_or_create(
        row=row,
        defaults={
            "done": kept, "copies": copies, "note": note.strip(), "complete": complete, "actor": actor,
            "actor_name": actor.get_full_name(), "role": acting.role[:150], "at": clock.now(),
        },
    )  # fmt: skip
    result = "lengkap" if complete else "belum lengkap"
    label = f"Naskah bertanda tangan {party.short_name} diperiksa: {result}"
    tell_signing(actor, naskah, acting, "periksa", label, note=note)
    return found


def require_replaceable(row: NaskahParty) -> StoredFile:
    """The copy there is; refuse to replace one that is not. Raises ImpossibleStep."""
    if row.signed_copy is None:
        raise ImpossibleStep(
            _("Salinan bertanda tangan %s belum ada.") % row.party.short_name,
            remedy=_("Unggah salinan pertamanya dari halaman naskah."),
        )
    return row.signed_copy


@transaction.atomic
def replace_copy(
    *, actor: User, naskah: Naskah, party: Party, upload: "UploadedFile[Any]", reason: str
) -> NaskahParty:
    """Put a better scan in the place of the stored one; the old file stays on record with the reason."""
    naskah, row, acting = _begin(actor, naskah, party)
    earlier = require_replaceable(row)
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan mengapa pindaian diganti."))
    stored = store_signed_pdf(upload=upload, actor=actor)
    ReplacedCopy.objects.create(
        row=row, file=earlier, reason=reason.strip(), actor=actor, actor_name=actor.get_full_name()
    )
    row.signed_copy = stored
    row.save(update_fields=["signed_copy"])
    label = f"Salinan {naskah.rule.label} bertanda tangan {party.short_name} diganti; yang lama disimpan"
    tell_signing(actor, naskah, acting, "salinan_diganti", label, note=reason)
    return row
