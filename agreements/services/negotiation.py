"""The negotiation table: each party's word on each Pasal, until all agree to one wording and lock it (F28)."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.choices.negotiation import ClauseState, Stance
from agreements.models import ClausePosition, GuestLink, Naskah, NegotiatedClause, Party
from agreements.naskah.structure import Body, Pasal, from_json
from agreements.naskah.wording import pasal_of, pasal_to_json, with_pasal, wording_sha256
from agreements.services.acting import Acting, not_yours
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import (
    acting_for_text,
    lock_naskah,
    newest_version,
    require_state,
    save_agreed_wording,
)
from agreements.services.naskah_rules import check_body
from agreements.services.negotiation_table import standing_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm

DRAFT = "agreements.draft"
LONGEST = 5000
SAID = {
    Stance.AGREE: "{party} menyetujui {pasal}",
    Stance.PROPOSE: "{party} mengusulkan rumusan {pasal}",
    Stance.OBJECT: "{party} keberatan atas {pasal}",
    Stance.REOPEN: "{party} meminta {pasal} dibuka kembali",
}


@dataclass(frozen=True)
class Said:
    """What a party says of a Pasal: its word, the wording it had before the eyes, its own wording, its remark."""

    stance: str
    seen: str
    wording: Pasal | None = None
    remark: str = ""


@dataclass(frozen=True)
class Voice:
    """Who speaks for a party; a guest speaks under the responsibility of who made the link."""

    actor: User
    acting: Acting
    party: Party
    name: str
    role: str
    guest: GuestLink | None = None


@transaction.atomic
def state_position(*, actor: User, naskah: Naskah, party: Party, clause: str, said: Said) -> ClausePosition:
    """Say a party's word on a Pasal; the last agreement writes the wording into the text and locks it.

    Raises NotAllowed, ImpossibleStep for an agreed Pasal, StaleForm for another wording than the one seen.
    """
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, DRAFT)
    voice = Voice(actor, acting, party, actor.get_full_name(), acting.role)
    return speak(naskah, clause, voice, said)


def speak(naskah: Naskah, clause: str, voice: Voice, said: Said) -> ClausePosition:
    """Write the word of a party whose right to speak was checked, and what follows from it; the text is locked."""
    require_state(naskah, NaskahState.DRAFTED)
    body = from_json(newest_version(naskah).body)
    pasal = pasal_or_refuse(body, clause)
    if voice.party.pk not in _everybody(naskah):
        raise not_yours(voice.party.short_name)
    row = _row(naskah, clause)
    _check(row, pasal, body, voice.party, said)
    position = _write(row, voice, said)
    _tell(naskah, body, pasal, voice, said)
    if said.stance == Stance.REOPEN:
        _reopen_if_all(naskah, row, body, voice)
    else:
        _agree_if_all(naskah, row, body, voice)
    return position


def pasal_or_refuse(body: Body, clause: str) -> Pasal:
    """The Pasal of the newest version. Raises ImpossibleStep when it is gone."""
    pasal = pasal_of(body, clause)
    if pasal is None:
        raise ImpossibleStep(
            _("Pasal itu tidak ada lagi dalam versi terbaru."), remedy=_("Muat ulang meja pembahasan.")
        )
    return pasal


def _row(naskah: Naskah, clause: str) -> NegotiatedClause:
    row, _new = NegotiatedClause.objects.get_or_create(naskah=naskah, clause=clause)
    return row


def _check(row: NegotiatedClause, pasal: Pasal, body: Body, party: Party, said: Said) -> None:
    """Refuse what cannot be said now."""
    if row.is_agreed != (said.stance == Stance.REOPEN):
        raise _wrong_time(row)
    standing = standing_of(row, pasal)
    if said.seen != standing.sha256:
        raise StaleForm(
            _("Rumusan pasal ini berubah sesudah Anda membukanya."),
            remedy=_("Baca rumusan terbaru, lalu nyatakan posisi lagi."),
        )
    if len(said.remark) > LONGEST:
        raise DomainError(_("Catatan paling panjang %d huruf.") % LONGEST, remedy=_("Ringkaskan."))
    if said.stance in (Stance.OBJECT, Stance.REOPEN) and not said.remark.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan alasannya agar pihak lain mengerti."))
    if said.stance == Stance.PROPOSE:
        _check_proposal(said.wording, standing.sha256, body)
    said_before = standing.agreed if said.stance == Stance.AGREE else standing.asked
    if said.stance in (Stance.AGREE, Stance.REOPEN) and party.pk in said_before:
        raise ImpossibleStep(
            _("%s sudah menyatakan hal yang sama.") % party.short_name,
            remedy=_("Tunggu pihak lain; posisi dapat diganti dengan usul atau keberatan."),
        )


def _wrong_time(row: NegotiatedClause) -> ImpossibleStep:
    if row.is_agreed:
        return ImpossibleStep(
            _("Pasal ini sudah disepakati semua pihak dan terkunci."),
            remedy=_("Minta pembukaan kembali dengan alasan; pasal terbuka bila semua pihak memintanya."),
        )
    return ImpossibleStep(_("Pasal ini masih dibahas."), remedy=_("Nyatakan setuju, usul, atau keberatan."))


def _check_proposal(wording: Pasal | None, current: str, body: Body) -> None:
    if wording is None or not wording.ayat or not wording.title.strip():
        raise DomainError(_("Usul rumusan masih kosong."), remedy=_("Tuliskan judul dan isi pasal."))
    if wording_sha256(wording) == current:
        raise DomainError(
            _("Usul itu sama dengan rumusan yang dibahas."), remedy=_("Pilih “Setuju”, atau ubah rumusannya.")
        )
    check_body(with_pasal(body, wording))


def _write(row: NegotiatedClause, voice: Voice, said: Said) -> ClausePosition:
    sha256 = said.seen
    wording: dict[str, Any] | None = None
    if said.stance == Stance.PROPOSE and said.wording is not None:
        wording, sha256 = pasal_to_json(said.wording), wording_sha256(said.wording)
    return ClausePosition.objects.create(
        row=row, round=row.round, party=voice.party, stance=said.stance, wording=wording, wording_sha256=sha256,
        remark=said.remark.strip(), actor=voice.actor, guest=voice.guest, actor_name=voice.name[:150],
        role=voice.role[:150],
    )  # fmt: skip


def _tell(naskah: Naskah, body: Body, pasal: Pasal, voice: Voice, said: Said) -> None:
    label = SAID[Stance(said.stance)].format(party=voice.party.short_name, pasal=_name(body, pasal.clause))
    reason = said.remark.strip()
    if voice.guest is not None:
        label, reason = f"{label} lewat tautan tamu", f"Tamu: {voice.name}. {reason}".strip()
    record(naskah, voice, label, arrow=f"bahas.{said.stance}", reason=reason)


def record(naskah: Naskah, voice: Voice, label: str, *, arrow: str, reason: str = "") -> None:
    """Write the history row of something that happened at the table, and tell the parties."""
    event = write_event(
        actor=voice.actor, case=naskah.case, acting=voice.acting, arrow=arrow, label=label,
        source=naskah.state, target=naskah.state, reason=reason, naskah=naskah,
    )  # fmt: skip
    tell_parties(
        case=naskah.case, event=event, link=reverse("agreements:negotiation", args=[naskah.public_id])
    )


def _name(body: Body, clause: str) -> str:
    number, pasal = next((n, row) for n, row in enumerate(body.pasal, 1) if row.clause == clause)
    return f"Pasal {number} {pasal.title}"


def _everybody(naskah: Naskah) -> set[int]:
    return set(naskah.signatures.values_list("party_id", flat=True))


def _agree_if_all(naskah: Naskah, row: NegotiatedClause, body: Body, voice: Voice) -> None:
    """Lock the Pasal once every party stands by the same wording, and write that wording into the text."""
    pasal = pasal_or_refuse(body, row.clause)
    standing = standing_of(row, pasal)
    if not _everybody(naskah) <= standing.agreed:
        return
    name = _name(body, row.clause)
    version = save_agreed_wording(
        actor=voice.actor, naskah=naskah, body=with_pasal(body, standing.wording),
        note=f"{name} disepakati semua pihak",
    )  # fmt: skip
    row.state, row.agreed_version, row.agreed_at = ClauseState.AGREED, version, clock.now()
    row.round += 1
    row.save()
    label = f"{name} disepakati semua pihak pada versi {version.number} dan dikunci"
    record(naskah, voice, label, arrow="bahas.sepakat")


def _reopen_if_all(naskah: Naskah, row: NegotiatedClause, body: Body, voice: Voice) -> None:
    """Open an agreed Pasal again once every party asked for it."""
    standing = standing_of(row, pasal_or_refuse(body, row.clause))
    if not _everybody(naskah) <= standing.asked:
        return
    row.state, row.agreed_version, row.agreed_at = ClauseState.OPEN, None, None
    row.round += 1
    row.save()
    label = f"{_name(body, row.clause)} dibuka kembali oleh semua pihak"
    record(naskah, voice, label, arrow="bahas.dibuka")
