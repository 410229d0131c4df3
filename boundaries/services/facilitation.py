"""Who came to a facilitation and who did not; a person, never the machine, may find that silence is consent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.models import FacilitationAttendance, Round, Segment, SegmentPaper, TacitConsent
from boundaries.services.checks import locked, require_day, require_manager, words
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Region


@dataclass(frozen=True)
class Presence:
    """How often one side was invited and how often it did not come."""

    region: Region
    invited: int
    absent: int


@transaction.atomic
def record_attendance(
    *, actor: User, round: Round, region: Region, present: bool, invitation: str = "",
    invited_on: date | None = None, by: str = "", reason: str = "",
) -> FacilitationAttendance:  # fmt: skip
    """Keep whether a side came to a round; recorded again it is corrected. Raises NotAllowed, DomainError."""
    segment = locked(round.segment)
    require_manager(actor, segment)
    if region not in segment.sides:
        raise DomainError(
            _("%(region)s bukan pihak segmen ini.") % {"region": region}, remedy=_("Pilih dari daftar."),
            status=422,
        )  # fmt: skip
    if invited_on is not None and invited_on > round.on:
        raise DomainError(
            _("Undangan tidak mungkin bertanggal sesudah rapatnya."), remedy=_("Periksa tanggalnya."),
            status=422,
        )  # fmt: skip
    if not present:
        require_day(round.on)
    row, _new = FacilitationAttendance.objects.update_or_create(
        round=round, region=region,
        defaults={
            "present": present, "invitation": " ".join(invitation.split())[:120], "invited_on": invited_on,
            "by": by.strip()[:200], "reason": words(reason, "", required=False), "recorded_by": actor,
            "recorded_at": clock.now(),
        },
    )  # fmt: skip
    trace(actor=actor, segment=segment, label=f"Kehadiran: {round}", detail=str(row))
    return row


def attendance_of(segment: Segment) -> list[FacilitationAttendance]:
    """Every invited side of every round, newest first; one query."""
    rows = FacilitationAttendance.objects.filter(round__segment=segment)
    return list(rows.select_related("round", "region").order_by("-round__number", "region__code"))


def presences(segment: Segment, rows: Iterable[FacilitationAttendance]) -> list[Presence]:
    """Invitations and absences counted per side; what follows from the count is for a person to say."""
    kept = list(rows)
    own = {side.pk: [row for row in kept if row.region_id == side.pk] for side in segment.sides}
    return [
        Presence(side, len(own[side.pk]), sum(not row.present for row in own[side.pk]))
        for side in segment.sides
    ]


@transaction.atomic
def record_consent(
    *, actor: User, segment: Segment, region: Region, on: date, reason: str, paper: SegmentPaper | None
) -> TacitConsent:
    """Write down a person's finding that a side that did not come counts as agreeing, with reason and document.

    It changes neither stage nor lines. Raises NotAllowed, ImpossibleStep (no absence, said before) or DomainError.
    """
    row = locked(segment)
    require_manager(actor, row)
    if region not in row.sides:
        raise DomainError(
            _("%(region)s bukan pihak segmen ini.") % {"region": region}, remedy=_("Pilih dari daftar."),
            status=422,
        )  # fmt: skip
    if paper is None or paper.segment_id != row.pk or paper.dropped_at is not None:
        raise DomainError(
            _("Pilih dokumen yang menjadi dasarnya."),
            remedy=_("Masukkan dahulu ke berkas segmen."),
            status=422,
        )
    require_day(on)
    absent = FacilitationAttendance.objects.filter(
        round__segment=row, region=region, present=False, round__on__lte=on
    ).count()
    if not absent:
        raise ImpossibleStep(
            _("Tidak ada ketidakhadiran %(region)s yang tercatat sampai tanggal itu.") % {"region": region},
            remedy=_("Catat dahulu kehadiran dalam rapat fasilitasinya."),
        )
    if TacitConsent.objects.filter(segment=row, region=region, dropped_at=None).exists():
        raise ImpossibleStep(_("Pencatatan bagi daerah ini sudah ada."), remedy=_("Muat ulang halaman."))
    said = TacitConsent.objects.create(
        segment=row, region=region, on=on, paper=paper, absences=absent, recorded_by=actor,
        reason=words(reason, _("Tuliskan alasan dan dasarnya.")),
    )  # fmt: skip
    trace(actor=actor, segment=row, label=f"Dinyatakan dianggap menyetujui: {region}", detail=said.reason)
    return said


@transaction.atomic
def drop_consent(*, actor: User, consent: TacitConsent, reason: str) -> TacitConsent:
    """Take such a finding back, with the reason; it stays readable. Raises NotAllowed, ImpossibleStep."""
    rows = TacitConsent.objects.select_for_update(of=("self",))
    row = rows.select_related("segment__region_a", "segment__region_b").get(pk=consent.pk)
    require_manager(actor, row.segment)
    if row.dropped_at is not None:
        raise ImpossibleStep(_("Pencatatan ini sudah ditarik."), remedy=_("Muat ulang halaman."))
    row.dropped_at, row.dropped_reason = clock.now(), words(reason, _("Tuliskan alasan menariknya."))
    row.save(update_fields=["dropped_at", "dropped_reason"])
    label = f"Pernyataan dianggap menyetujui ditarik: {row.region}"
    trace(actor=actor, segment=row.segment, label=label, detail=row.dropped_reason)
    return row
