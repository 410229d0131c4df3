"""Acts on the money of a cooperation: planned, budgeted, spent; amounts are rupiah."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from agreements.models import BudgetLine, Case, Party, Realisation
from agreements.services.acting import Acting
from agreements.services.after_signing import (
    begin,
    by,
    finish,
    keep_proof,
    require_day,
    require_reason,
    require_seen,
    require_signed_text,
)
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date

FIRST_YEAR, LAST_YEAR = 2000, 2100
# A thousand trillion rupiah: more than any budget, less than the column holds.
HIGHEST = Decimal(10) ** 15


@dataclass(frozen=True)
class BudgetDraft:
    """What is written of a budget line."""

    year: int
    source: str
    purpose: str
    planned: Decimal
    budgeted: Decimal = Decimal(0)
    dpa_number: str = ""


@transaction.atomic
def add_line(*, actor: User, case: Case, party: Party, draft: BudgetDraft) -> BudgetLine:
    """Record money of one party from one source in one year."""
    case, own, acting = begin(actor, case, party)
    require_signed_text(case)
    _check(draft)
    line = BudgetLine(case=case, party=own, **vars(draft))
    line.full_clean()
    line.save()
    _tell(actor, line, acting, "catat", f"Anggaran {own.short_name} tahun {line.year} dicatat")
    return line


@transaction.atomic
def change_line(*, actor: User, line: BudgetLine, draft: BudgetDraft, seen_revision: int) -> BudgetLine:
    """Correct a line; its year stays once money was spent from it. Raises StaleForm."""
    line, acting = _locked(actor, line)
    require_seen(line.revision, seen_revision)
    _check(draft)
    if draft.year != line.year and line.realisations.filter(voided_at=None).exists():
        raise ImpossibleStep(
            _("Tahun anggaran tidak dapat diubah karena sudah ada realisasinya."),
            remedy=_("Catat anggaran tahun lain sebagai baris baru."),
        )
    before = f"Rp {line.planned:.0f} / Rp {line.budgeted:.0f}"
    for name, value in vars(draft).items():
        setattr(line, name, value)
    line.revision += 1
    line.full_clean()
    line.save()
    reason = f"{before} menjadi Rp {line.planned:.0f} / Rp {line.budgeted:.0f} (rencana / anggaran)"
    _tell(
        actor,
        line,
        acting,
        "ubah",
        f"Anggaran {line.party.short_name} tahun {line.year} diubah",
        reason=reason,
    )
    return line


@transaction.atomic
def realise(
    *,
    actor: User,
    line: BudgetLine,
    amount: Decimal,
    on: date,
    note: str = "",
    upload: "UploadedFile[Any] | None" = None,
) -> Realisation:
    """Record money spent on a day of the budget year; spending more than budgeted is kept and warned of."""
    line, acting = _locked(actor, line)
    if not 0 < amount < HIGHEST:
        raise DomainError(_("Realisasi harus lebih dari nol."), remedy=_("Periksa jumlahnya."))
    if on.year != line.year:
        raise DomainError(
            _("Realisasi anggaran %d dicatat dengan tanggal pada tahun itu.") % line.year,
            remedy=_("Periksa tanggalnya, atau catat pada baris anggaran tahun yang sesuai."),
        )
    require_day(on, earliest=date(line.year, 1, 1), what=_("Tanggal realisasi"))
    entry = Realisation.objects.create(
        line=line, amount=amount, on=on, note=note.strip(), proof=keep_proof(actor, upload),
        **by(actor, acting),
    )  # fmt: skip
    _tell(actor, line, acting, "realisasi", f"Realisasi Rp {amount:.0f} dicatat", reason=note, on=on)
    return entry


@transaction.atomic
def void_realisation(*, actor: User, realisation: Realisation, reason: str) -> Realisation:
    """Take a mistaken record out of the sums, with its reason; it stays readable."""
    line, acting = _locked(actor, realisation.line)
    entry = Realisation.objects.get(pk=realisation.pk)
    require_standing(entry)
    entry.void_reason, entry.voided_at = require_reason(reason), clock.now()
    entry.save(update_fields=["void_reason", "voided_at"])
    label = f"Realisasi Rp {entry.amount:.0f} tanggal {long_date(entry.on)} dibatalkan"
    _tell(actor, line, acting, "batalkan", label, reason=entry.void_reason)
    return entry


def spent_of(line: BudgetLine) -> Decimal:
    """What was spent from a line."""
    total = line.realisations.filter(voided_at=None).aggregate(sum=Sum("amount"))["sum"]
    return total or Decimal(0)


def require_standing(entry: Realisation) -> None:
    """Refuse to void twice. Raises ImpossibleStep."""
    if entry.voided_at:
        raise ImpossibleStep(_("Realisasi ini sudah dibatalkan."), remedy=_("Muat ulang halaman."))


def _check(draft: BudgetDraft) -> None:
    """Refuse negative or absurd amounts and years. Raises DomainError."""
    if not (0 <= draft.planned < HIGHEST and 0 <= draft.budgeted < HIGHEST):
        raise DomainError(_("Jumlah uang tidak boleh negatif."), remedy=_("Periksa jumlahnya."))
    if not FIRST_YEAR <= draft.year <= LAST_YEAR:
        raise DomainError(_("Tahun anggaran tidak masuk akal."), remedy=_("Periksa tahunnya."))


def _locked(actor: User, line: BudgetLine) -> tuple[BudgetLine, Acting]:
    """The line under its case's lock, and the right to act for its party."""
    case, own, acting = begin(actor, line.case, line.party)
    fresh = BudgetLine.objects.get(pk=line.pk)
    fresh.case, fresh.party = case, own
    return fresh, acting


def _tell(
    actor: User,
    line: BudgetLine,
    acting: Acting,
    arrow: str,
    label: str,
    *,
    reason: str = "",
    on: date | None = None,
) -> None:
    finish(
        actor=actor,
        case=line.case,
        acting=acting,
        arrow=f"anggaran.{arrow}",
        label=f"{label}: {line.purpose[:90]}",
        link=line.get_absolute_url(),
        on=on,
        reason=reason,
    )
