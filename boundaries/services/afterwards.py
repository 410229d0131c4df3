"""Reviews by a court and changes under Pasal 34 Permendagri 141/2017, after a segment was settled."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import AmendmentState, Verdict
from boundaries.models import Amendment, CourtCase, Regulation, Segment, SegmentPaper
from boundaries.services.traces import kept_by, rewrite, trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from regions.models import Region


@dataclass(frozen=True)
class CourtFacts:
    """One review as it stands."""

    court: str
    object: str
    number: str = ""
    filed_on: date | None = None
    decided_on: date | None = None
    verdict: str = Verdict.BERJALAN
    note: str = ""
    paper: SegmentPaper | None = None


@dataclass(frozen=True)
class AmendmentFacts:
    """One wish to change a boundary already set."""

    proposed_on: date
    reason: str
    region: Region | None = None
    state: str = AmendmentState.DIAJUKAN
    decided_on: date | None = None
    regulation: Regulation | None = None
    paper: SegmentPaper | None = None


@transaction.atomic
def keep_court_case(
    *, actor: User, segment: Segment, facts: CourtFacts, case: CourtCase | None = None
) -> CourtCase:
    """Write down a review, or how it went on. Raises NotAllowed, DomainError or ValidationError."""
    row = kept_by(actor, segment)
    _check_days(facts.filed_on, facts.decided_on)
    if facts.verdict == Verdict.BERJALAN and facts.decided_on:
        raise DomainError(
            _("Perkara dengan tanggal putusan mempunyai amar."), remedy=_("Pilih amar putusannya.")
        )
    current = (
        row.court_cases.get(pk=case.pk)
        if case
        else CourtCase(segment=row, added_by=actor, added_at=clock.now())
    )
    _keep(actor, row, current, facts, "perkara pengadilan")
    return current


@transaction.atomic
def keep_amendment(
    *, actor: User, segment: Segment, facts: AmendmentFacts, amendment: Amendment | None = None
) -> Amendment:
    """Write down a wish to change the boundary, or what became of it. Raises NotAllowed, DomainError or ValidationError."""
    row = kept_by(actor, segment)
    _check_days(facts.proposed_on, facts.decided_on)
    if not row.is_settled:
        raise DomainError(
            _("Perubahan menurut Pasal 34 hanya untuk segmen yang sudah ditetapkan."),
            remedy=_("Catat penetapannya lebih dahulu."),
            article=_("Pasal 34 Permendagri 141/2017"),
        )
    current = (
        row.amendments.get(pk=amendment.pk)
        if amendment
        else Amendment(segment=row, added_by=actor, added_at=clock.now())
    )
    _keep(actor, row, current, facts, "usul perubahan menurut Pasal 34")
    return current


def _check_days(first: date | None, last: date | None) -> None:
    today = clock.today()
    if (first and first > today) or (last and last > today):
        raise DomainError(_("Tanggal tidak boleh di masa depan."), remedy=_("Periksa kedua tanggalnya."))
    if first and last and last < first:
        raise DomainError(_("Putusan tidak mendahului pengajuannya."), remedy=_("Periksa kedua tanggalnya."))


def _keep(
    actor: User, row: Segment, current: CourtCase | Amendment, facts: CourtFacts | AmendmentFacts, what: str
) -> None:
    """Check and write the row, and trace what is new about it."""
    new = current.pk is None
    told = rewrite(current, vars(facts))
    current.full_clean(exclude=["added_by"])
    current.save()
    if told:
        label = f"Mencatat {what}" if new else f"Memperbarui {what}"
        trace(actor=actor, segment=row, label=label, detail=told)
