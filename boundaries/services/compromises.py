"""Acts on compromise lines: drawn step by step in private, undone, shared with the parties, withdrawn."""

from dataclasses import dataclass
from typing import NoReturn

from django.db import transaction
from django.utils.translation import gettext as _
from shapely import LineString, get_coordinates

from boundaries.choices import CompromiseAct, LineRole
from boundaries.geo.lines import facts_of
from boundaries.models import BoundaryLine, Compromise, CompromiseEvent, CompromiseStep, Segment
from boundaries.services.access import MANAGE, STATE, may_manage
from boundaries.services.traces import trace
from ksd.accounts.access import AnyUser, own_region_ids, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.notices import notify
from regions.models import Region

MOST_ALTERNATIVES = 20
MOST_STEPS = 500


@dataclass(frozen=True)
class Drawing:
    """A line to be saved as a step, and a word about it."""

    line: LineString
    note: str = ""
    illustrative: bool = False


def office_of(user: AnyUser, segment: Segment) -> Region | None:
    """The province for which a person mediates in this segment; None for everybody else."""
    own = own_region_ids(user, MANAGE)
    above = [side.parent for side in segment.sides if side.parent_id in own]
    return above[0] if above else None


def may_mediate(user: AnyUser, segment: Segment) -> bool:
    """Whether a person draws compromise lines: the office of the province above one of the sides."""
    return may_manage(user, segment) and office_of(user, segment) is not None


@transaction.atomic
def begin_compromise(*, actor: User, segment: Segment, name: str, drawing: Drawing) -> Compromise:
    """Begin an alternative with its first line, private to the office. Raises NotAllowed or ImpossibleStep."""
    office = office_of(actor, segment)
    if office is None or not may_manage(actor, segment):
        _refuse()
    Segment.objects.select_for_update(of=("self",)).get(pk=segment.pk)
    others = Compromise.objects.filter(segment=segment, office=office)
    if others.filter(name__iexact=name.strip()).exists():
        raise ImpossibleStep(
            _("Nama alternatif “%(name)s” sudah dipakai.") % {"name": name.strip()},
            remedy=_("Pilih nama lain."),
        )
    if others.count() >= MOST_ALTERNATIVES:
        raise ImpossibleStep(
            _("Segmen ini sudah memuat %(count)s alternatif.") % {"count": MOST_ALTERNATIVES},
            remedy=_("Lanjutkan salah satu alternatif yang ada."),
        )
    row = Compromise.objects.create(
        segment=segment, office=office, name=name.strip(), author=actor, created_at=clock.now()
    )
    _save_step(actor, row, drawing)
    return row


@transaction.atomic
def save_step(*, actor: User, compromise: Compromise, drawing: Drawing, seen: int) -> CompromiseStep:
    """Save the line as the next step; what was undone stays in the list. Raises StaleForm when a colleague was quicker."""
    row = _own(actor, compromise, seen)
    return _save_step(actor, row, drawing)


def _save_step(actor: User, row: Compromise, drawing: Drawing) -> CompromiseStep:
    number = row.steps.count() + 1
    if number > MOST_STEPS:
        raise ImpossibleStep(
            _("Alternatif ini sudah memuat %(count)s langkah.") % {"count": MOST_STEPS},
            remedy=_("Mulai alternatif baru dari garis ini."),
        )
    step = CompromiseStep.objects.create(
        compromise=row,
        number=number,
        line=_line(actor, row, drawing, number),
        before=row.current,
        note=drawing.note,
    )
    _stand_at(actor, row, step, CompromiseAct.LANGKAH)
    return step


def _line(actor: User, row: Compromise, drawing: Drawing, number: int) -> BoundaryLine:
    facts = facts_of(drawing.line)
    west, south, east, north = facts.bbox
    return BoundaryLine.objects.create(
        segment=row.segment, role=LineRole.KOMPROMI, region=row.office, name=row.name, version=number, shared=False,
        vertices=get_coordinates(drawing.line).tolist(), vertex_count=facts.vertex_count, length_m=facts.length_m,
        west=west, south=south, east=east, north=north, author=actor, drawn_at=clock.now(), note=drawing.note,
        illustrative=drawing.illustrative,
    )  # fmt: skip


@transaction.atomic
def undo_step(*, actor: User, compromise: Compromise, seen: int) -> Compromise:
    """Return to the step before; nothing is lost. Raises ImpossibleStep at the first step."""
    row = _own(actor, compromise, seen)
    before = row.current.before if row.current else None
    if before is None:
        raise ImpossibleStep(_("Tidak ada langkah sebelum ini."), remedy=_("Ubah garisnya, lalu simpan."))
    _stand_at(actor, row, before, CompromiseAct.URUNG)
    return row


@transaction.atomic
def redo_step(*, actor: User, compromise: Compromise, seen: int) -> Compromise:
    """Go forward again to the newest step drawn upon this one."""
    row = _own(actor, compromise, seen)
    after = row.steps.filter(before=row.current).order_by("-number").first() if row.current else None
    if after is None:
        raise ImpossibleStep(_("Tidak ada langkah yang diurungkan."), remedy=_("Ubah garisnya, lalu simpan."))
    _stand_at(actor, row, after, CompromiseAct.ULANG)
    return row


@transaction.atomic
def share_compromise(*, actor: User, compromise: Compromise, seen: int, note: str = "") -> Compromise:
    """Show the present step to both parties and tell them; an older step shown before is hidden again."""
    row = _own(actor, compromise, seen)
    step = row.current
    if step is None or row.shared_step_id == step.pk:
        raise ImpossibleStep(
            _("Langkah ini memang sudah dibagikan."), remedy=_("Simpan langkah baru bila garisnya berubah.")
        )
    _hide_lines(row)
    BoundaryLine.objects.filter(pk=step.line_id).update(shared=True)
    row.shared_step, row.shared_at = step, clock.now()
    row.save(update_fields=["shared_step", "shared_at"])
    _write(actor, row, step, CompromiseAct.BAGIKAN, note)
    _tell(actor, row, _("Usul garis kompromi “%(name)s” dibagikan"), note)
    return row


@transaction.atomic
def withdraw_sharing(*, actor: User, compromise: Compromise, seen: int, note: str = "") -> Compromise:
    """Hide the alternative from the parties again, and tell them so."""
    row = _own(actor, compromise, seen)
    step = row.shared_step
    if step is None:
        raise ImpossibleStep(_("Alternatif ini tidak sedang dibagikan."), remedy=_("Muat ulang halamannya."))
    _hide_lines(row)
    row.shared_step, row.shared_at = None, None
    row.save(update_fields=["shared_step", "shared_at"])
    _write(actor, row, step, CompromiseAct.TARIK, note)
    _tell(actor, row, _("Usul garis kompromi “%(name)s” ditarik"), note)
    return row


def _hide_lines(row: Compromise) -> None:
    BoundaryLine.objects.filter(step__compromise=row, shared=True).update(shared=False)


def _own(actor: User, compromise: Compromise, seen: int) -> Compromise:
    """The alternative, locked, for its own office and as it was seen."""
    rows = Compromise.objects.select_for_update(of=("self",)).select_related(
        "segment__region_a__parent", "segment__region_b__parent", "office", "current__before", "shared_step"
    )
    row = rows.get(pk=compromise.pk)
    if row.office_id not in own_region_ids(actor, MANAGE):
        _refuse()
    if row.revision != seen:
        raise StaleForm(
            _("Sementara halaman ini terbuka, alternatif “%(name)s” berubah.") % {"name": row},
            remedy=_(
                "Yang Anda isi tetap ada di sini; kirim lagi bila tetap dikehendaki, atau buka alternatif itu dahulu."
            ),
        )
    return row


def _refuse() -> NoReturn:
    raise NotAllowed(
        _("Garis kompromi hanya disusun oleh Biro Pemerintahan provinsi yang menjadi penengah."),
        remedy=_("Sampaikan usul Anda dalam perundingan, atau mintalah Biro mencatatnya."),
    )


def _stand_at(actor: User, row: Compromise, step: CompromiseStep, act: CompromiseAct) -> None:
    row.current = step
    row.save(update_fields=["current"])
    _write(actor, row, step, act)


def _write(actor: User, row: Compromise, step: CompromiseStep, act: CompromiseAct, note: str = "") -> None:
    row.revision += 1
    row.save(update_fields=["revision"])
    CompromiseEvent.objects.create(
        compromise=row, act=act, step=step, actor=actor, note=note.strip(), at=clock.now()
    )


def _tell(actor: User, row: Compromise, title: str, note: str) -> None:
    """Both parties learn of it, and the history of the segment keeps it."""
    act = "dibagikan" if row.shared_step else "ditarik"
    trace(
        actor=actor, segment=row.segment, label=f"Usul garis kompromi “{row.name}” {act}", detail=note.strip()
    )
    sides = [side.pk for side in row.segment.sides]
    notify(
        users=recipients(sides, permissions=[STATE]).exclude(pk=actor.pk),
        key=f"compromise-{row.pk}-{row.revision}",
        kind="boundary_compromise",
        title=title % {"name": row.name},
        body=" ".join(
            part for part in (_("Segmen %(segment)s.") % {"segment": row.segment}, note.strip()) if part
        ),
        link=row.get_absolute_url(),
    )
