"""How a text becomes agreed: shared, approved by every party or returned, reopened, cancelled."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import ApprovalDecision, NaskahState
from agreements.models import Naskah, NaskahApproval, NaskahVersion, Party
from agreements.services.acting import Acting
from agreements.services.acts import follow_trigger
from agreements.services.dprd_again import require_dprd_again
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import (
    acting_for_text,
    approved_by,
    lock_naskah,
    newest_version,
    require_drafter,
    require_stage,
    require_state,
    undecided_version,
)
from agreements.services.naskah_rules import require_clean
from agreements.services.turns import refresh_turns
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, StaleForm

APPROVE = "agreements.approve"


def enter_state(
    *, actor: User, naskah: Naskah, acting: Acting, state: str, arrow: str, label: str, reason: str = ""
) -> None:
    """Write the naskah's new state with its history row and tell the parties."""
    source = naskah.state
    naskah.state = state
    naskah.state_since = clock.today()
    naskah.save()
    if source != state:
        Party.objects.filter(case=naskah.case).update(turn_since=None)
    event = write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow=f"naskah.{arrow}",
        label=label,
        article=naskah.rule.article,
        source=source,
        target=state,
        reason=reason,
        naskah=naskah,
    )
    naskah.case.updated_at = clock.now()
    naskah.case.save(update_fields=["updated_at"])
    refresh_turns(naskah.case)
    tell_parties(case=naskah.case, event=event, link=naskah.get_absolute_url())


@transaction.atomic
def share_naskah(*, actor: User, naskah: Naskah) -> None:
    """Send the newest version to every party for approval; it must hold what the law requires."""
    naskah = lock_naskah(naskah)
    acting = require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    require_stage(naskah, naskah.rule.agreed_in)
    version = undecided_version(naskah, actor)
    require_clean(naskah, version)
    label = f"{naskah.rule.label} versi {version.number} dibagikan kepada para pihak"
    enter_state(
        actor=actor, naskah=naskah, acting=acting, state=NaskahState.DISCUSSED, arrow="bagikan", label=label
    )


@transaction.atomic
def approve_naskah(*, actor: User, naskah: Naskah, party: Party, seen_number: int, note: str = "") -> None:
    """Record one party's agreement to the version it read; the last one makes the text final and locks it."""
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, APPROVE)
    require_state(naskah, NaskahState.DISCUSSED)
    require_dprd_again(naskah)
    version = newest_version(naskah)
    if version.number != seen_number:
        raise StaleForm(
            _("Naskah ini sudah berganti menjadi versi %d.") % version.number,
            remedy=_("Baca versi terbaru, lalu putuskan lagi."),
        )
    if party.pk in approved_by(naskah, version):
        raise DomainError(
            _("%(party)s sudah menyetujui versi %(number)d.")
            % {"party": party.short_name, "number": version.number},
            remedy=_("Tidak perlu menyetujui dua kali."),
        )
    _decide(version, party, ApprovalDecision.APPROVED, note, actor=actor, acting=acting)
    label = f"{naskah.rule.label} versi {version.number} disetujui {party.short_name}"
    enter_state(
        actor=actor,
        naskah=naskah,
        acting=acting,
        state=NaskahState.DISCUSSED,
        arrow="setujui",
        label=label,
        reason=note,
    )
    if approved_by(naskah, version) >= set(naskah.signatures.values_list("party_id", flat=True)):
        _agree(actor, naskah, version, acting)


def _decide(
    version: NaskahVersion, party: Party, decision: str, note: str, *, actor: User, acting: Acting
) -> None:
    NaskahApproval.objects.create(
        naskah=version.naskah,
        version=version,
        party=party,
        decision=decision,
        note=note.strip(),
        actor=actor,
        actor_name=actor.get_full_name(),
        role=acting.role[:150],
    )


def _agree(actor: User, naskah: Naskah, version: NaskahVersion, acting: Acting) -> None:
    naskah.agreed_version = version
    label = f"{naskah.rule.label} disepakati semua pihak dan dikunci"
    enter_state(
        actor=actor, naskah=naskah, acting=acting, state=NaskahState.AGREED, arrow="sepakat", label=label
    )
    follow_trigger(
        actor=actor, case=naskah.case, trigger=f"naskah.{naskah.kind}.agreed", acting=acting, on=clock.today()
    )


@transaction.atomic
def return_naskah(*, actor: User, naskah: Naskah, party: Party, reason: str) -> None:
    """Send a shared text back to its drafters, with the reason; approvals and versions stay on record."""
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, APPROVE)
    require_state(naskah, NaskahState.DISCUSSED)
    _require_reason(reason)
    _decide(newest_version(naskah), party, ApprovalDecision.RETURNED, reason, actor=actor, acting=acting)
    label = f"{naskah.rule.label} dikembalikan oleh {party.short_name}"
    enter_state(
        actor=actor,
        naskah=naskah,
        acting=acting,
        state=NaskahState.DRAFTED,
        arrow="kembalikan",
        label=label,
        reason=reason,
    )


@transaction.atomic
def reopen_naskah(*, actor: User, naskah: Naskah, reason: str) -> None:
    """Unlock an agreed text that nobody has signed yet; the next wording is a new version."""
    naskah = lock_naskah(naskah)
    acting = require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.AGREED)
    _require_reason(reason)
    _require_unsigned(naskah, _("Naskah yang sudah ditandatangani salah satu pihak tidak dapat dibuka lagi."))
    naskah.agreed_version = None
    label = f"{naskah.rule.label} dibuka kembali"
    enter_state(
        actor=actor,
        naskah=naskah,
        acting=acting,
        state=NaskahState.DRAFTED,
        arrow="buka_kembali",
        label=label,
        reason=reason,
    )
    _step_back(actor, naskah, acting, "reopened")


@transaction.atomic
def cancel_naskah(*, actor: User, naskah: Naskah, reason: str) -> None:
    """Give up a text that was not signed by everybody; it stays readable."""
    naskah = lock_naskah(naskah)
    acting = require_drafter(actor, naskah.case)
    require_state(naskah, *NaskahState.open())
    _require_reason(reason)
    _require_unsigned(naskah, _("Naskah yang sudah ditandatangani salah satu pihak tidak dapat dibatalkan."))
    was_agreed = naskah.state == NaskahState.AGREED
    label = f"{naskah.rule.label} dibatalkan"
    enter_state(
        actor=actor,
        naskah=naskah,
        acting=acting,
        state=NaskahState.CANCELLED,
        arrow="batalkan",
        label=label,
        reason=reason,
    )
    if was_agreed:
        _step_back(actor, naskah, acting, "cancelled")


def _step_back(actor: User, naskah: Naskah, acting: Acting, what: str) -> None:
    """Move the case back to drafting, unless another text of this kind still waits for its signatures."""
    if naskah.case.naskah.filter(kind=naskah.kind, state=NaskahState.AGREED).exists():
        return
    trigger = f"naskah.{naskah.kind}.{what}"
    follow_trigger(actor=actor, case=naskah.case, trigger=trigger, acting=acting, on=clock.today())


def _require_unsigned(naskah: Naskah, message: str) -> None:
    if naskah.signatures.filter(signed_on__isnull=False).exists():
        raise DomainError(
            message,
            remedy=_("Perubahan dibuat dengan adendum sesudah semua pihak menandatangani."),
            article=naskah.rule.signer_article,
        )


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan alasannya agar pihak lain mengerti."))
