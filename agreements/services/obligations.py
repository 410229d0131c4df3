"""Acts on rights and obligations: record, change, begin, fulfil, reopen, remove."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.choices import Every, ObligationKind, ObligationState
from agreements.models import Naskah, Obligation, ObligationEntry, Party
from agreements.services.acting import Acting
from agreements.services.after_signing import (
    begin,
    begins_on,
    by,
    finish,
    keep_proof,
    require_day,
    require_reason,
    require_seen,
    require_signed,
)
from agreements.services.obligation_terms import next_due, stop_term, watch_term
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Office


@dataclass(frozen=True)
class ObligationDraft:
    """What is written of an obligation; its state is moved by acts of its own."""

    kind: str
    wording: str
    place: str = ""
    office: Office | None = None
    person: str = ""
    every: str = Every.ONCE
    due_on: date | None = None
    proof_wanted: str = ""


@transaction.atomic
def add_obligation(*, actor: User, naskah: Naskah, party: Party, draft: ObligationDraft) -> Obligation:
    """Record one right or duty of a party under a signed text."""
    case, own, acting = begin(actor, naskah.case, party)
    naskah = case.naskah.get(pk=naskah.pk)
    obligation = _write(naskah, own, draft, actor, acting)
    finish(
        actor=actor,
        case=case,
        acting=acting,
        arrow="kewajiban.catat",
        label=f"{_kind(obligation)} {own.short_name} dicatat",
        link=obligation.get_absolute_url(),
        naskah=naskah,
        reason=draft.wording[:500],
    )
    return obligation


@transaction.atomic
def take_from_text(
    *, actor: User, naskah: Naskah, party: Party, drafts: Sequence[ObligationDraft]
) -> list[Obligation]:
    """Record the ticked rights and duties of one party as the text words them; those already there are left."""
    case, own, acting = begin(actor, naskah.case, party)
    naskah = case.naskah.get(pk=naskah.pk)
    require_signed(naskah)
    known = set(naskah.obligations.standing().filter(party=own).values_list("kind", "place"))
    fresh = [draft for draft in drafts if (draft.kind, draft.place) not in known]
    rows = [_write(naskah, own, draft, actor, acting) for draft in fresh]
    if rows:
        finish(
            actor=actor,
            case=case,
            acting=acting,
            arrow="kewajiban.ambil",
            label=f"{len(rows)} hak dan kewajiban {own.short_name} diambil dari naskah",
            link=naskah.case.get_absolute_url(),
            naskah=naskah,
        )
    return rows


def _write(naskah: Naskah, party: Party, draft: ObligationDraft, actor: User, acting: Acting) -> Obligation:
    require_signed(naskah)
    _check(naskah, party, draft)
    last = naskah.obligations.aggregate(last=Max("order"))["last"] or 0
    obligation = Obligation(
        naskah=naskah, party=party, order=last + 1, first_due_on=draft.due_on, **_values(draft)
    )
    obligation.full_clean()
    obligation.save()
    _note(obligation, actor, acting, "Dicatat")
    watch_term(actor, obligation)
    return obligation


def _values(draft: ObligationDraft) -> dict[str, Any]:
    return vars(draft) | {"wording": draft.wording.strip()}


def _check(naskah: Naskah, party: Party, draft: ObligationDraft) -> None:
    """Refuse a day before the text, a repetition without a day, an office of somebody else."""
    earliest = begins_on(naskah)
    if draft.due_on and draft.due_on < earliest:
        raise DomainError(
            _("Jatuh tempo tidak boleh sebelum %s, tanggal naskahnya.") % f"{earliest:%d-%m-%Y}",
            remedy=_("Periksa kembali tanggalnya."),
        )
    if draft.every != Every.ONCE and draft.due_on is None:
        raise DomainError(
            _("Kewajiban yang berulang memerlukan tanggal jatuh tempo pertama."),
            remedy=_("Isi jatuh temponya, atau pilih “Sekali”."),
        )
    if draft.office and draft.office.region_id != party.region_id:
        raise DomainError(
            _("Perangkat daerah itu bukan milik %s.") % party.short_name,
            remedy=_("Pilih perangkat daerah dari pihak ini."),
        )


@transaction.atomic
def change_obligation(
    *, actor: User, obligation: Obligation, draft: ObligationDraft, seen_revision: int
) -> Obligation:
    """Correct an open obligation; a new day starts its recurrence afresh. Raises StaleForm."""
    obligation, acting = _locked(actor, obligation)
    require_standing(obligation, *ObligationState.open())
    require_seen(obligation.revision, seen_revision)
    _check(obligation.naskah, obligation.party, draft)
    if draft.due_on != obligation.due_on or draft.every != obligation.every:
        obligation.first_due_on = draft.due_on
    for name, value in _values(draft).items():
        setattr(obligation, name, value)
    obligation.full_clean()
    _save(obligation)
    watch_term(actor, obligation)
    _note(obligation, actor, acting, "Diubah")
    _tell(actor, obligation, acting, "ubah", "diubah")
    return obligation


@transaction.atomic
def start_obligation(*, actor: User, obligation: Obligation) -> Obligation:
    """Note that the party has begun."""
    obligation, acting = _locked(actor, obligation)
    require_standing(obligation, ObligationState.WAITING)
    obligation.state = ObligationState.STARTED
    _save(obligation)
    _note(obligation, actor, acting, "Mulai dikerjakan")
    _tell(actor, obligation, acting, "mulai", "mulai dikerjakan")
    return obligation


@transaction.atomic
def fulfil_obligation(
    *,
    actor: User,
    obligation: Obligation,
    on: date,
    note: str = "",
    upload: "UploadedFile[Any] | None" = None,
    seen_revision: int,
) -> Obligation:
    """Note the fulfilment with its day and proof; a recurring one moves on to its next day."""
    obligation, acting = _locked(actor, obligation)
    require_standing(obligation, *ObligationState.open())
    require_seen(obligation.revision, seen_revision)
    require_day(on, earliest=begins_on(obligation.naskah), what=_("Tanggal pemenuhan"))
    if obligation.proof_wanted and upload is None:
        raise DomainError(
            _("Bukti belum dilampirkan: %s.") % obligation.proof_wanted,
            remedy=_("Unggah buktinya bersama tanggal pemenuhan."),
        )
    _note(obligation, actor, acting, "Dipenuhi", on=on, text=note, upload=upload)
    stop_term(actor, obligation, met_on=on)
    following = next_due(obligation)
    if following is None:
        obligation.state, obligation.done_on = ObligationState.DONE, on
    else:
        obligation.state, obligation.due_on = ObligationState.STARTED, following
    _save(obligation)
    watch_term(actor, obligation)
    _tell(actor, obligation, acting, "penuhi", "dipenuhi", on=on, reason=note)
    return obligation


@transaction.atomic
def reopen_obligation(*, actor: User, obligation: Obligation, reason: str) -> Obligation:
    """Take back a fulfilment or a removal, with its reason; the term runs again."""
    obligation, acting = _locked(actor, obligation)
    require_standing(obligation, ObligationState.DONE, ObligationState.REMOVED)
    reason = require_reason(reason)
    obligation.state, obligation.done_on = ObligationState.STARTED, None
    _save(obligation)
    watch_term(actor, obligation)
    _note(obligation, actor, acting, "Dibuka kembali", text=reason)
    _tell(actor, obligation, acting, "buka", "dibuka kembali", reason=reason)
    return obligation


@transaction.atomic
def remove_obligation(*, actor: User, obligation: Obligation, reason: str) -> Obligation:
    """Take an obligation out of the count, with its reason; it stays readable."""
    obligation, acting = _locked(actor, obligation)
    require_standing(obligation, *ObligationState.open())
    reason = require_reason(reason)
    obligation.state = ObligationState.REMOVED
    _save(obligation)
    stop_term(actor, obligation)
    _note(obligation, actor, acting, "Dihapus", text=reason)
    _tell(actor, obligation, acting, "hapus", "dihapus", reason=reason)
    return obligation


def _locked(actor: User, obligation: Obligation) -> tuple[Obligation, Acting]:
    """The obligation under its case's lock, and the right to act for its party."""
    case, own, acting = begin(actor, obligation.naskah.case, obligation.party)
    fresh = Obligation.objects.select_related("naskah", "office").get(pk=obligation.pk)
    fresh.naskah.case, fresh.party = case, own
    return fresh, acting


def require_standing(obligation: Obligation, *states: str) -> None:
    """Refuse an act that the obligation's state does not allow. Raises ImpossibleStep."""
    if obligation.state not in states:
        raise ImpossibleStep(
            _("Langkah ini tidak dapat dilakukan: keadaannya “%s”.") % obligation.get_state_display(),
            remedy=_("Muat ulang halaman, lalu pilih langkah yang tersedia."),
        )


def _save(obligation: Obligation) -> None:
    obligation.revision += 1
    obligation.save()


def _note(
    obligation: Obligation,
    actor: User,
    acting: Acting,
    what: str,
    *,
    on: date | None = None,
    text: str = "",
    upload: "UploadedFile[Any] | None" = None,
) -> None:
    ObligationEntry.objects.create(
        obligation=obligation,
        what=what,
        on=on or clock.today(),
        due_on=obligation.due_on,
        note=text.strip(),
        proof=keep_proof(actor, upload),
        **by(actor, acting),
    )


def _kind(obligation: Obligation) -> str:
    return {ObligationKind.RIGHT: "Hak"}.get(ObligationKind(obligation.kind), "Kewajiban")


def _tell(
    actor: User,
    obligation: Obligation,
    acting: Acting,
    arrow: str,
    verb: str,
    *,
    on: date | None = None,
    reason: str = "",
) -> None:
    finish(
        actor=actor,
        case=obligation.naskah.case,
        acting=acting,
        arrow=f"kewajiban.{arrow}",
        label=f"{_kind(obligation)} {obligation.party.short_name} {verb}: {obligation.wording[:90]}",
        link=obligation.get_absolute_url(),
        naskah=obligation.naskah,
        on=on,
        reason=reason,
    )
