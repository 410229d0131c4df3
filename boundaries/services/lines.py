"""Stating, replacing and withdrawing a line of a segment; a version, once stated, never changes."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from shapely import LineString

from boundaries.choices import LineRole
from boundaries.geo import lines, turning
from boundaries.models import BoundaryLine, LineDraft, LineWithdrawal, Segment
from boundaries.services.access import may_manage, may_speak_for, spoken_for
from boundaries.services.line_notices import tell_stated, tell_withdrawn
from boundaries.services.outlines import outlines_of
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from regions.models import Region

# Compromise lines have a desk of their own.
STUDIES = (
    LineRole.KAJIAN_PROVINSI,
    LineRole.KAJIAN_KEMENDAGRI,
    LineRole.DISEPAKATI,
    LineRole.INDIKATIF,
)
DRAFT_DAYS = 2


def may_state(user: AnyUser, segment: Segment, role: str, region: Region | None) -> bool:
    """Whether a person may state a line: a claim for a side it speaks for, other lines as keeper of the segment."""
    if role == LineRole.KLAIM:
        return region is not None and may_speak_for(user, segment, region)
    return role in STUDIES and may_manage(user, segment)


def may_state_any(user: AnyUser, segment: Segment) -> bool:
    """Whether there is any line a person may state here."""
    return bool(spoken_for(user, segment)) or may_manage(user, segment)


@transaction.atomic
def draft_line(
    *, actor: User, segment: Segment, role: str, region: Region | None, reading: lines.Reading, **facts: Any
) -> LineDraft:
    """Keep a line that was read for its author to look at, turned by the outlines where they can tell."""
    _allowed(actor, segment, role, region)
    LineDraft.objects.filter(author=actor, made_at__lt=clock.now() - timedelta(days=DRAFT_DAYS)).delete()
    turned = turning.oriented(reading.line, *outlines_of(segment))
    notes = [*reading.notes]
    if turned.reversed:
        notes.append(_("Garis dibalik arahnya menurut garis luar wilayah."))
    return LineDraft.objects.create(
        segment=segment,
        author=actor,
        role=role,
        region=region if role == LineRole.KLAIM else None,
        vertices=[[x, y] for x, y in turned.line.coords],
        notes=notes,
        decided=turned.decided,
        **facts,
    )


@transaction.atomic
def turn_draft(*, actor: User, draft: LineDraft) -> None:
    """Let a draft run the other way: its author says which side is whose."""
    own = LineDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk, author=actor)
    own.vertices, own.decided = own.vertices[::-1], True
    own.save(update_fields=["vertices", "decided"])


@transaction.atomic
def drop_draft(*, actor: User, draft: LineDraft) -> None:
    """Throw away a draft of one's own; nothing was stated."""
    LineDraft.objects.filter(pk=draft.pk, author=actor).delete()


@transaction.atomic
def state_line(*, actor: User, draft: LineDraft) -> BoundaryLine:
    """State a draft as a new version. Raises NotAllowed, ImpossibleStep or StaleForm.

    Of two people who replace the same version the first wins; the other is told and decides anew.
    """
    facts = lines.facts_of(LineString(draft.vertices))  # measured before anybody has to wait
    segment = Segment.objects.select_for_update(of=("self",)).get(pk=draft.segment_id)
    segment = Segment.objects.for_list().get(pk=segment.pk)
    _allowed(actor, segment, draft.role, draft.region)
    old = _replaced(draft, segment)
    if old is None:
        _refuse_second(draft, segment)
    west, south, east, north = facts.bbox
    line = BoundaryLine.objects.create(
        segment=segment,
        role=draft.role,
        region=draft.region,
        round=draft.round,
        name=draft.name,
        note=draft.note,
        reason=draft.reason,
        confidential=draft.confidential,
        version=old.version + 1 if old else 1,
        replaces=old,
        vertices=draft.vertices,
        vertex_count=facts.vertex_count,
        length_m=facts.length_m,
        west=west, south=south, east=east, north=north,
        author=actor,
    )  # fmt: skip
    draft.delete()
    tell_stated(actor, line)
    return line


@transaction.atomic
def withdraw_line(*, actor: User, line: BoundaryLine, reason: str) -> LineWithdrawal:
    """Take back a line that stands; it stays readable with the reason."""
    Segment.objects.select_for_update(of=("self",)).get(pk=line.segment_id)
    row = BoundaryLine.objects.for_list().get(pk=line.pk)
    _allowed(actor, row.segment, row.role, row.region)
    refuse_unless_standing(row)
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tulis mengapa garis ini ditarik."), status=422)
    withdrawal = LineWithdrawal.objects.create(line=row, actor=actor, reason=reason.strip())
    tell_withdrawn(actor, row, withdrawal.reason)
    return withdrawal


def refuse_unless_standing(line: BoundaryLine) -> None:
    """A replaced or withdrawn version is history."""
    newer = line.successor
    if newer is not None:
        raise StaleForm(
            _("Versi ini sudah digantikan versi %(version)s oleh %(person)s.")
            % {"version": newer.version, "person": newer.author or _("sistem")},
            remedy=_("Buka versi terbaru, lalu putuskan apakah perubahan Anda masih perlu."),
        )
    if line.withdrawn is not None:
        raise ImpossibleStep(
            _("Garis ini sudah ditarik."), remedy=_("Nyatakan garis baru bila masih diperlukan.")
        )


def _allowed(actor: User, segment: Segment, role: str, region: Region | None) -> None:
    if may_state(actor, segment, role, region):
        return
    if role == LineRole.KLAIM:
        raise NotAllowed(
            _("Anda tidak berwenang menyatakan klaim daerah ini."),
            remedy=_("Klaim dinyatakan petugas daerahnya sendiri, atau dicatat Biro Pemerintahan provinsi."),
        )
    raise NotAllowed(
        _("Anda tidak berwenang mencatat garis kajian atau garis yang disepakati."),
        remedy=_("Mintalah Biro Pemerintahan provinsi salah satu pihak mencatatnya."),
    )


def _replaced(draft: LineDraft, segment: Segment) -> BoundaryLine | None:
    """The version a draft replaces, still standing and of the same kind and side."""
    if draft.replaces_id is None:
        return None
    old = BoundaryLine.objects.for_list().get(pk=draft.replaces_id, segment=segment)
    refuse_unless_standing(old)
    if (old.role, old.region_id) != (draft.role, draft.region_id):
        raise ImpossibleStep(
            _("Versi baru harus sejenis dan dari daerah yang sama dengan versi yang digantikan."),
            remedy=_("Nyatakan garis baru, bukan versi baru."),
        )
    return old


def _refuse_second(draft: LineDraft, segment: Segment) -> None:
    """One standing line for each party and round, and one of each other kind and name."""
    same = BoundaryLine.objects.standing().filter(
        segment=segment, role=draft.role, region=draft.region, round=draft.round
    )
    if draft.role != LineRole.KLAIM:
        same = same.filter(name=draft.name)
    found = same.first()
    if found is not None:
        raise ImpossibleStep(
            _("Garis yang sama sudah ada dan masih berlaku: %(line)s.") % {"line": found},
            remedy=_("Buka garis itu dan pilih “Ganti dengan versi baru”, atau tarik dahulu."),
        )
