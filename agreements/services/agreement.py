"""How a text becomes agreed: shared, approved by every party or returned, reopened, cancelled."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import ApprovalDecision
from agreements.models import Naskah, NaskahApproval, NaskahVersion, Party
from agreements.services.acting import Acting
from agreements.services.approval_steps import open_steps, require_steps_done
from agreements.services.authority import require_authority
from agreements.services.dprd_again import require_dprd_again, withdraw_dprd_test
from agreements.services.naskah import approved_by, newest_version, undecided_version
from agreements.services.naskah_life import Step, begin_act, finish_act, tell_case
from agreements.services.naskah_rules import require_clean
from agreements.services.signing_terms import follow_event, stop_signing_terms
from ksd.accounts.models import User
from ksd.core.errors import DomainError, StaleForm


@transaction.atomic
def share_naskah(*, actor: User, naskah: Naskah) -> None:
    """Send the newest version to every party for approval; it must hold what the law requires."""
    step = begin_act(actor=actor, naskah=naskah, code="bagikan")
    naskah = step.naskah
    version = undecided_version(naskah, actor)
    require_clean(naskah, version)
    require_authority(naskah, sharing=True)
    open_steps(naskah, version)
    finish_act(step, label=f"{naskah.rule.label} versi {version.number} dibagikan kepada para pihak")


@transaction.atomic
def approve_naskah(*, actor: User, naskah: Naskah, party: Party, seen_number: int, note: str = "") -> None:
    """Record one party's agreement to the version it read; the last one makes the text final and locks it."""
    step = begin_act(actor=actor, naskah=naskah, code="setujui", party=party)
    naskah = step.naskah
    require_dprd_again(naskah)
    version = newest_version(naskah)
    if version.number != seen_number:
        raise StaleForm(
            _("Naskah ini sudah berganti menjadi versi %d.") % version.number,
            remedy=_("Baca versi terbaru, lalu putuskan lagi."),
        )
    approved = approved_by(naskah, version)
    if party.pk in approved:
        raise DomainError(
            _("%(party)s sudah menyetujui versi %(number)d.")
            % {"party": party.short_name, "number": version.number},
            remedy=_("Tidak perlu menyetujui dua kali."),
        )
    require_steps_done(version, party)
    _decide(version, party, ApprovalDecision.APPROVED, note, actor=actor, acting=step.acting)
    label = f"{naskah.rule.label} versi {version.number} disetujui {party.short_name}"
    finish_act(step, label=label, reason=note, complete=False)
    everybody = set(naskah.signatures.values_list("party_id", flat=True))
    if not step.arrow.needs_all or everybody <= approved | {party.pk}:
        _agree(step, version)


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


def _agree(step: Step, version: NaskahVersion) -> None:
    naskah = step.naskah
    require_authority(naskah)
    naskah.agreed_version = version
    finish_act(step, label=f"{naskah.rule.label} disepakati semua pihak dan dikunci", event="sepakat")
    follow_event(actor=step.actor, naskah=naskah)
    tell_case(step)


@transaction.atomic
def return_naskah(*, actor: User, naskah: Naskah, party: Party, reason: str) -> None:
    """Send a shared text back to its drafters, with the reason; approvals and versions stay on record."""
    step = begin_act(actor=actor, naskah=naskah, code="kembalikan", party=party, reason=reason)
    version = newest_version(step.naskah)
    _decide(version, party, ApprovalDecision.RETURNED, reason, actor=actor, acting=step.acting)
    finish_act(step, label=f"{step.naskah.rule.label} dikembalikan oleh {party.short_name}", reason=reason)


@transaction.atomic
def reopen_naskah(*, actor: User, naskah: Naskah, reason: str) -> None:
    """Unlock an agreed text that nobody has signed yet; the next wording is a new version."""
    step = begin_act(actor=actor, naskah=naskah, code="buka_kembali", reason=reason)
    step.naskah.agreed_version = None
    _step_back(step, f"{step.naskah.rule.label} dibuka kembali", reason)


@transaction.atomic
def cancel_naskah(*, actor: User, naskah: Naskah, reason: str) -> None:
    """Give up a text that was not signed by everybody; it stays readable."""
    step = begin_act(actor=actor, naskah=naskah, code="batalkan", reason=reason)
    _step_back(step, f"{step.naskah.rule.label} dibatalkan", reason)
    withdraw_dprd_test(actor=actor, naskah=step.naskah)


def _step_back(step: Step, label: str, reason: str) -> None:
    """Move the text back and the case with it; nobody is reminded of a signature any more."""
    stop_signing_terms(actor=step.actor, naskah=step.naskah)
    finish_act(step, label=label, reason=reason)
    tell_case(step)
