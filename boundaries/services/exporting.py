"""What a person may take out: points, lines, outlines and segments, only those they may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import shapely
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from boundaries.choices import LineRole
from boundaries.geo.writing import FORMATS, Item, write
from boundaries.models import BoundaryLine, RegionShape, Segment, SegmentPoint
from boundaries.querysets import LineQuerySet
from boundaries.services.importing.around import outline_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep

MOST_XLSX_ROWS = 60_000
# Which line stands for a segment, the surest first; claims never do.
_SUREST = (LineRole.DISEPAKATI, LineRole.KAJIAN_KEMENDAGRI, LineRole.KAJIAN_PROVINSI, LineRole.INDIKATIF)


@dataclass(frozen=True)
class Exported:
    """A file to hand out."""

    name: str
    content_type: str
    content: bytes


def export(*, actor: User, content: str, form: str, segment: Segment | None = None) -> Exported:
    """The file of one content in one format; raises ImpossibleStep when there is nothing to write."""
    seen = Segment.objects.visible_to(actor)
    if segment is not None:
        seen = seen.filter(pk=segment.pk)
    return _written(
        content, segment.slug if segment else "semua", form, _ITEMS[content](actor, seen, segment)
    )


def export_line(*, line: BoundaryLine, form: str) -> Exported:
    """One line as it stands on record, every digit of it: the file that can be brought in again."""
    return _written("garis", f"{line.segment.slug}-v{line.version}", form, [_line(line)])


def _written(content: str, scope: str, form: str, items: list[Item]) -> Exported:
    if not items:
        raise ImpossibleStep(
            _("Tidak ada data yang dapat diekspor."),
            remedy=_("Pilih isi atau segmen lain, atau impor datanya dahulu."),
        )
    vertices = sum(
        int(shapely.get_num_coordinates(item.geometry)) for item in items if item.geometry is not None
    )
    if form == "xlsx" and vertices > MOST_XLSX_ROWS:
        raise ImpossibleStep(
            _("Datanya lebih dari %(most)d baris, terlalu besar untuk XLSX.") % {"most": MOST_XLSX_ROWS},
            remedy=_("Pilih CSV, GeoJSON, atau Shapefile."),
        )
    kind = FORMATS[form]
    name = f"{slugify(content)}-{scope}-{clock.today():%Y%m%d}.{kind.extension}"
    return Exported(name, kind.content_type, write(form, f"{content} {scope}", items))


def _standing_lines(actor: User, segments: "QuerySet[Segment]") -> LineQuerySet:
    """Lines of these segments that stand and that the person may read."""
    return BoundaryLine.objects.visible_to(actor).standing().filter(segment__in=segments).for_drawing()


def _points(_actor: User, seen: "QuerySet[Segment]", _one: Segment | None) -> list[Item]:
    rows = SegmentPoint.objects.filter(segment__in=seen).select_related(
        "point__kind", "segment__region_a", "segment__region_b"
    )
    return [
        _point(row)
        for row in rows.order_by("segment__region_a__code", "segment__region_b__code", "order", "pk")
    ]


def _point(row: SegmentPoint) -> Item:
    point = row.point
    return Item(
        row.label, shapely.Point(float(point.lon), float(point.lat)),
        {
            "segmen": row.segment.slug, "jenis": point.kind.code, "datum": point.datum, "metode": point.method,
            "ketelitian": _float(point.accuracy_m), "tinggi": _float(point.height_m), "letak": point.place,
            "tulisan pelat": point.brass_text, "keterangan": point.note,
        },
    )  # fmt: skip


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))


def _lines(actor: User, seen: "QuerySet[Segment]", _one: Segment | None) -> list[Item]:
    standing = _standing_lines(actor, seen)
    order = ("segment__region_a__code", "segment__region_b__code", "role", "pk")
    return [_line(row) for row in standing.order_by(*order)]


def _line(row: BoundaryLine) -> Item:
    return Item(
        str(row), _geometry(row),
        {
            "segmen": row.segment.slug, "peran": row.role, "daerah": row.region.code if row.region else "",
            "versi": row.version, "panjang_m": round(row.length_m, 3), "terbatas": "ya" if row.confidential else "tidak",
            "ilustrasi": "ya" if row.illustrative else "tidak",
        },
    )  # fmt: skip


def _geometry(row: BoundaryLine) -> BaseGeometry:
    line: BaseGeometry = shapely.LineString(row.vertices)
    return line


def _outlines(_actor: User, _seen: "QuerySet[Segment]", one: Segment | None) -> list[Item]:
    rows = RegionShape.objects.filter(layer__in_use=True).select_related("region", "layer")
    if one is not None:
        rows = rows.filter(region__in=[one.region_a_id, one.region_b_id])
    return [
        Item(
            str(row.region), outline_of(row),
            {"code": row.region.code, "luas_m2": round(row.area_m2, 1), "sumber": row.layer.source, "catatan": "Indikatif, bukan acuan hukum."},
        )
        for row in rows.order_by("region__code")
    ]  # fmt: skip


def _segments(actor: User, seen: "QuerySet[Segment]", _one: Segment | None) -> list[Item]:
    best = _best_lines(_standing_lines(actor, seen).filter(role__in=_SUREST, confidential=False))
    return [
        Item(
            str(row), best.get(row.pk),
            {
                "segmen": row.slug, "jenis": row.kind.value, "tahapan": row.stage, "sejak": row.stage_since.isoformat() if row.stage_since else "",
                "peraturan": row.regulation, "panjang_km": _float(row.length_km), "sumber": row.source,
                "catatan": "Indikatif, bukan acuan hukum.",
            },
        )
        for row in seen.select_related("region_a__parent", "region_b__parent").order_by("region_a__code", "region_b__code")
    ]  # fmt: skip


def _best_lines(lines: Iterable[BoundaryLine]) -> dict[int, BaseGeometry]:
    """The surest line of each segment."""
    order = {role.value: place for place, role in enumerate(_SUREST)}
    ranked = sorted(lines, key=lambda row: (order[row.role], -row.version))
    found: dict[int, BaseGeometry] = {}
    for row in ranked:
        if row.segment_id not in found:
            found[row.segment_id] = _geometry(row)
    return found


_ITEMS: dict[str, Callable[[User, "QuerySet[Segment]", Segment | None], list[Item]]] = {
    "titik": _points, "garis": _lines, "wilayah": _outlines, "segmen": _segments,
}  # fmt: skip
