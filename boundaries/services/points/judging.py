"""What each side says of a point: approved, or objected to with a reason."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import PointAct, PointOpinion, Standing
from boundaries.models import PointChange, PointVerdict, Segment, SegmentPoint
from boundaries.services.access import may_speak_for
from boundaries.services.points.access import locked, locked_listing, note
from boundaries.services.traces import labels_of, trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from regions.models import Region


@transaction.atomic
def judge_point(
    *,
    actor: User,
    listing: SegmentPoint,
    region: Region,
    verdict: str,
    reason: str = "",
    seen: str | None = None,
) -> PointVerdict:
    """Say yes or object for one side. Raises NotAllowed, StaleForm (the point moved), ImpossibleStep or DomainError."""
    row = locked_listing(listing)
    _require_voice(actor, row.segment, region)
    if seen is not None and seen != row.point.mark:
        raise _moved(row)
    _check(verdict, reason)
    standing = row.point.verdicts.filter(region=region, voided_at=None)
    if any((old.verdict, old.reason) == (verdict, reason.strip()) for old in standing):
        raise ImpossibleStep(_("%s memang sudah menyatakan demikian.") % region)
    standing.update(voided_at=clock.now())
    note(actor, row, PointAct(verdict), reason.strip(), region=region)
    return PointVerdict.objects.create(
        point=row.point, region=region, verdict=verdict, reason=reason.strip(), by=actor, at=clock.now()
    )


@transaction.atomic
def approve_points(*, actor: User, segment: Segment, region: Region, seen: Iterable[tuple[int, str]]) -> int:
    """Say yes to many points at once, each where it was seen; how many were new. All or none."""
    row = locked(segment)
    _require_voice(actor, row, region)
    marks = dict(seen)
    if not marks:
        raise DomainError(
            _("Belum ada titik yang dipilih."), remedy=_("Centang titik yang disetujui."), status=422
        )
    listed = list(row.listed_points.with_point().filter(pk__in=marks))
    if len(listed) != len(marks):
        raise StaleForm(
            _("Sebagian titik sudah dilepas dari daftar."), remedy=_("Buka kembali daftar titik.")
        )
    for one in listed:
        if marks[one.pk] != one.point.mark:
            raise _moved(one)
    standing = {old.point_id: old for old in PointVerdict.objects.filter(region=region, voided_at=None, point__in=[one.point_id for one in listed])}  # fmt: skip
    fresh = [
        one
        for one in listed
        if one.point_id not in standing or standing[one.point_id].verdict != PointOpinion.SETUJU
    ]
    old = [standing[one.point_id].pk for one in fresh if one.point_id in standing]
    PointVerdict.objects.filter(pk__in=old).update(voided_at=clock.now())
    _write(actor, row, region, fresh)
    return len(fresh)


def _write(actor: User, segment: Segment, region: Region, listed: list[SegmentPoint]) -> None:
    now = clock.now()
    PointVerdict.objects.bulk_create(
        PointVerdict(point=one.point, region=region, verdict=PointOpinion.SETUJU, by=actor, at=now)
        for one in listed
    )
    PointChange.objects.bulk_create(
        PointChange(point=one.point, segment=segment, act=PointAct.SETUJU, region=region, actor=actor, at=now)
        for one in listed
    )
    if listed:
        told = labels_of([one.label for one in listed])
        trace(actor=actor, segment=segment, label=f"{len(listed)} titik disetujui ({region})", detail=told)


def standing_of(listing: SegmentPoint, verdicts: Iterable[PointVerdict]) -> Standing:
    """How a point stands between the two sides of this segment, from the verdicts that hold now."""
    words = {row.region_id: row.verdict for row in verdicts}
    said = [words.get(region) for region in (listing.segment.region_a_id, listing.segment.region_b_id)]
    if PointOpinion.KEBERATAN in said:
        return Standing.KEBERATAN
    return Standing.DISAHKAN if said == [PointOpinion.SETUJU] * 2 else Standing.MENUNGGU


def _check(verdict: str, reason: str) -> None:
    if verdict not in PointOpinion.values:
        raise DomainError(_("Penilaian ini tidak dikenal."), status=422)
    if verdict == PointOpinion.KEBERATAN and not reason.strip():
        raise DomainError(
            _("Keberatan menyebut alasannya."), remedy=_("Tulis di mana letaknya menurut daerah Anda, dan dasarnya."),
            status=422,
        )  # fmt: skip


def _require_voice(actor: User, segment: Segment, region: Region) -> None:
    if not may_speak_for(actor, segment, region):
        raise NotAllowed(
            _("Anda tidak berwenang menilai titik atas nama %s.") % region,
            remedy=_("Mintalah petugas daerah itu, atau Biro Pemerintahan provinsinya."),
        )


def _moved(row: SegmentPoint) -> StaleForm:
    return StaleForm(
        _("Posisi titik %s berubah sejak halaman ini dibuka.") % row.label,
        remedy=_("Periksa posisinya yang baru, lalu nilai lagi."),
    )
