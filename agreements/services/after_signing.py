"""What every act on a running cooperation asks first and leaves behind."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Case, Naskah, Party
from agreements.services.acting import Acting, acting_for, acting_for_party, not_yours
from agreements.services.acts import lock_case
from agreements.services.history import tell_parties, write_event
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.core.models import StoredFile

MANAGE = "agreements.manage"
PROOF = "bukti-pelaksanaan"


def require_signed(naskah: Naskah) -> None:
    """Refuse what may only be recorded of a signed text. Raises ImpossibleStep."""
    if naskah.state != NaskahState.SIGNED:
        raise ImpossibleStep(
            _("%s belum ditandatangani lengkap.") % naskah.rule.label,
            remedy=_("Pelaksanaan dicatat sesudah semua pihak menandatangani."),
        )


def has_signed_text(case: Case) -> bool:
    """Whether a text of the case was signed by all."""
    return case.naskah.filter(state=NaskahState.SIGNED).exists()


def require_signed_text(case: Case) -> None:
    """Refuse what may only be recorded once a text of the case was signed. Raises ImpossibleStep."""
    if not has_signed_text(case):
        raise ImpossibleStep(
            _("Kerja sama ini belum mempunyai naskah yang ditandatangani lengkap."),
            remedy=_("Pelaksanaan dicatat sesudah semua pihak menandatangani."),
        )


def begin(actor: User, case: Case, party: Party) -> tuple[Case, Party, Acting]:
    """The case under its lock, the party in it, and the right to act for that party. Raises NotAllowed."""
    case = lock_case(case)
    own = next(row for row in case.parties.all() if row.pk == party.pk)
    return case, own, acting_for_party(actor, case, own, permission=MANAGE)


def begin_for_all(actor: User, case: Case) -> tuple[Case, Acting]:
    """The case under its lock and the right to act for any party of it. Raises NotAllowed."""
    case = lock_case(case)
    return case, require_any(actor, case)


def require_any(actor: User, case: Case) -> Acting:
    """The party this person may act for. Raises NotAllowed when there is none."""
    acting = acting_for(actor, case, side="any", permission=MANAGE)
    if acting is None:
        raise not_yours(", ".join(party.short_name for party in case.parties.all()))
    return acting


def parties_of(actor: User, case: Case) -> list[Party]:
    """The parties this person may record for: their own, and a partner nobody can sign in for."""
    return [party for party in case.acting_parties if _may(actor, case, party)]


def _may(actor: User, case: Case, party: Party) -> bool:
    try:
        acting_for_party(actor, case, party, permission=MANAGE)
    except NotAllowed:
        return False
    return True


def finish(
    *,
    actor: User,
    case: Case,
    acting: Acting,
    arrow: str,
    label: str,
    link: str,
    naskah: Naskah | None = None,
    on: date | None = None,
    reason: str = "",
) -> None:
    """Write the history row, move the case up in the lists, and tell the parties."""
    event = write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow=f"pelaksanaan.{arrow}",
        label=label,
        source=case.state,
        target=case.state,
        naskah=naskah,
        on=on,
        reason=reason,
    )
    case.updated_at = clock.now()
    case.save(update_fields=["updated_at"])
    tell_parties(case=case, event=event, link=link)


def by(actor: User, acting: Acting) -> dict[str, Any]:
    """Who writes a record, in which role, and for whom."""
    role = acting.role
    if acting.recorded_for is not None:
        role = f"{role} (untuk {acting.recorded_for.short_name})"
    return {"actor": actor, "actor_name": actor.get_full_name(), "role": role[:150]}


def keep_proof(actor: User, upload: "UploadedFile[Any] | None") -> StoredFile | None:
    """Store the file that proves a record, if one was given; ValidationError for what is no document."""
    if upload is None:
        return None
    return files.store_upload(upload=upload, actor=actor, kind=PROOF, accept=files.DOCUMENTS)


def begins_on(naskah: Naskah) -> date:
    """The first day anything may happen under a text: its signature or its first day in force."""
    return min(day for day in (naskah.signed_on, naskah.starts_on, clock.today()) if day)


def require_day(day: date, *, earliest: date, what: str) -> None:
    """Refuse a day to come and a day before its cause. Raises DomainError."""
    if day > clock.today():
        raise DomainError(
            _("%s tidak boleh di masa depan.") % what, remedy=_("Catat sesudah hal itu terjadi.")
        )
    if day < earliest:
        raise DomainError(
            _("%(what)s tidak boleh sebelum %(day)s, tanggal naskahnya.")
            % {"what": what, "day": f"{earliest:%d-%m-%Y}"},
            remedy=_("Periksa kembali tanggalnya."),
        )


def require_reason(reason: str) -> str:
    """The reason without its edges. Raises DomainError when there is none."""
    if not reason.strip():
        raise DomainError(_("Alasan belum diisi."), remedy=_("Tuliskan alasannya."))
    return reason.strip()


def require_seen(found: int, seen: int) -> None:
    """Refuse to overwrite what somebody else changed meanwhile. Raises StaleForm."""
    if found != seen:
        raise StaleForm(
            _("Data ini sudah diubah orang lain sesudah Anda membukanya."),
            remedy=_("Isian Anda masih ada. Bandingkan dengan data terbaru, lalu simpan lagi."),
        )
