"""Bringing in the points of one segment."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import shapely
from django.db.models import Max
from django.urls import reverse

from boundaries.choices import Datum, PointAct, PointMethod
from boundaries.geo import measuring
from boundaries.geo.reading import Feature, Problem, Reading
from boundaries.geo.reading.columns import canonical
from boundaries.geo.written import shown
from boundaries.models import BoundaryPoint, GeoImport, PointChange, PointKind, Segment, SegmentPoint
from boundaries.services.importing.around import Around, around
from boundaries.services.importing.plan import MOST_ROWS, Plan
from boundaries.services.traces import labels_of, trace
from ksd.accounts.models import User

_NAMES = ("label", "id")
STEP = Decimal("0.000000001")
SAME_M, NEAR_M = 0.001, 25.0
_NUMBERS = {"height_m": "Tinggi", "accuracy_m": "Ketelitian"}


@dataclass
class Row:
    """One point to be: its label here, the point itself, or the node that is already there."""

    feature: Feature
    label: str
    point: BoundaryPoint
    shared: bool = False


def plan_points(reading: Reading, segment: Segment, options: dict[str, Any]) -> Plan:
    """What bringing in these points would do."""
    plan = Plan(_Writing(segment, []).run, problems=list(reading.problems), shapes=[])
    kinds = {kind.code.casefold(): kind for kind in PointKind.objects.all()}
    surroundings = around(segment)
    rows = [row for feature in reading.features if (row := _row(feature, kinds, options, plan))]
    _check_labels(rows, plan)
    _check_place(rows, surroundings, plan)
    rows = _without_known(rows, segment, plan)
    _find_nodes(rows, segment, plan)
    plan.write = _Writing(segment, rows).run
    plan.shapes = [row.feature.geometry for row in rows]
    plan.behind = surroundings.outlines
    plan.counts = {"Titik": len(rows), "Titik simpul bersama": sum(row.shared for row in rows)}
    plan.rows = [["Tempat", "Nama titik", "Jenis", "Koordinat"]]
    plan.rows += [
        [row.feature.where, row.label, row.point.kind.code, shown(row.point.lat, row.point.lon)]
        for row in rows[:MOST_ROWS]
    ]
    if not rows and not any(problem.blocking for problem in plan.problems):
        plan.problems.append(
            Problem(
                "Berkas",
                "Tidak ada titik baru di dalam berkas.",
                "Semua titiknya sudah tercatat pada segmen ini.",
            )
        )
    return plan


def _row(feature: Feature, kinds: dict[str, PointKind], options: dict[str, Any], plan: Plan) -> Row | None:
    """One point out of a feature; None with its fault told."""
    given = canonical(feature.properties)
    label = next((str(given[name]).strip() for name in _NAMES if given.get(name) not in (None, "")), "")
    code = str(given.get("kind") or options.get("kind_code") or "").strip()
    fault = _fault(feature, label, code, kinds)
    if fault is not None:
        plan.problems.append(fault)
        return None
    point = _point(feature, kinds[code.casefold()], options, plan)
    return Row(feature, label, point) if point else None


def _fault(feature: Feature, label: str, code: str, kinds: dict[str, PointKind]) -> Problem | None:
    """What keeps a feature from being a point: its shape, its label, its kind."""
    if feature.geometry.geom_type != "Point":
        return Problem(
            feature.where,
            "Bukan titik tunggal.",
            "Impor garis melalui “Garis satu segmen”, atau hapus fitur ini.",
        )
    if not label:
        return Problem(feature.where, "Titik ini belum bernama.", "Isi kolom “Nama titik”, misalnya TK 1.")
    if len(label) > 40:
        return Problem(feature.where, "Nama titiknya lebih dari 40 huruf.", "Persingkat, misalnya TK 1.")
    if not code:
        return Problem(
            feature.where,
            "Jenis titiknya tidak tertulis dalam berkas.",
            "Unggah lagi dengan memilih “Jenis titik”, atau isi kolom “Jenis” dalam berkas.",
        )
    if code.casefold() not in kinds:
        return Problem(
            feature.where,
            f"Jenis titik “{code[:20]}” tidak dikenal.",
            f"Pakai salah satu dari: {', '.join(kind.code for kind in kinds.values())}.",
        )
    return None


def _numbers(feature: Feature, given: dict[str, Any]) -> dict[str, Decimal | None] | Problem:
    """Height and accuracy in metres, or what is wrong with them."""
    numbers: dict[str, Decimal | None] = {}
    for name, word in _NUMBERS.items():
        text = str(given.get(name) or "").strip()
        try:
            value = Decimal(text.replace(",", ".")) if text else None
            numbers[name] = None if value is None else value.quantize(Decimal("0.001"))
        except InvalidOperation:
            value = Decimal("NaN")
        if value is not None and not value.is_finite():
            remedy = "Isi dengan meter, misalnya 12,5, atau kosongkan."
            return Problem(feature.where, f"{word} “{text[:20]}” bukan angka.", remedy)
        least = 0 if name == "accuracy_m" else -12_000
        if value is not None and not least <= value < 99_999:
            return Problem(feature.where, f"{word} “{text[:20]}” tidak masuk akal.", "Isi dengan meter.")
    return numbers


def _point(feature: Feature, kind: PointKind, options: dict[str, Any], plan: Plan) -> BoundaryPoint | None:
    given = canonical(feature.properties)
    numbers = _numbers(feature, given)
    if isinstance(numbers, Problem):
        plan.problems.append(numbers)
        return None
    lon, lat = (
        Decimal(value).quantize(STEP) for value in shapely.get_coordinates(feature.geometry)[0].tolist()
    )
    named = str(given.get("datum") or options.get("datum") or Datum.SRGI2013)
    datum = named.casefold().replace(" ", "").replace("-", "")
    method = str(given.get("method") or options.get("method") or "").casefold().replace(" ", "_")
    return BoundaryPoint(
        kind=kind, lat=lat, lon=lon, datum=datum if datum in Datum.values else Datum.SRGI2013,
        method=method if method in PointMethod.values else PointMethod.TIDAK_DIKETAHUI,
        as_given=str(given.get("as_given", ""))[:120], place=str(given.get("place", ""))[:250],
        brass_text=str(given.get("brass_text", ""))[:80], note=str(given.get("note", given.get("desc", "")))[:2000],
        source=str(options.get("source", ""))[:250], **numbers,
    )  # fmt: skip


def _check_labels(rows: list[Row], plan: Plan) -> None:
    """A label stands once in a file."""
    many = {label for label, count in Counter(row.label for row in rows).items() if count > 1}
    for row in rows:
        if row.label in many:
            plan.problems.append(
                Problem(
                    row.feature.where,
                    f"Nama titik “{row.label}” muncul lebih dari sekali dalam berkas.",
                    "Beri setiap titik nama sendiri, misalnya TK 1, TK 1A.",
                )
            )


def _check_place(rows: list[Row], surroundings: Around, plan: Plan) -> None:
    """Another zone or a wrong sign puts a point far from both regions."""
    if not rows:
        return
    far = surroundings.far(shapely.get_coordinates([row.feature.geometry for row in rows]))
    for row, away in zip(rows, far.tolist(), strict=True):
        if away:
            plan.problems.append(
                Problem(
                    row.feature.where,
                    f"{row.label} terletak lebih dari 10 km di luar kedua wilayah.",
                    "Periksa zona UTM, tanda minus, dan datumnya, atau pilih segmen yang benar.",
                )
            )
    if len(surroundings.outlines) < 2:
        plan.problems.append(
            Problem(
                "Berkas",
                "Letaknya tidak dapat dicocokkan: garis luar kedua wilayah belum ada.",
                "Impor lapisan wilayah lebih dahulu bila ingin dicocokkan.",
                blocking=False,
            )
        )


def _without_known(rows: list[Row], segment: Segment, plan: Plan) -> list[Row]:
    """Points already in the segment's list: the same are left out, another place under the same label is a fault."""
    known = {listed.label: listed.point for listed in segment.listed_points.select_related("point")}
    kept = []
    for row in rows:
        there = known.get(row.label)
        if there is None:
            kept.append(row)
        elif _apart_m(there, row.point) <= SAME_M:
            plan.problems.append(
                Problem(row.feature.where, "Titik yang sama sudah tercatat; dilewati.", blocking=False)
            )
        else:
            apart = f"{_apart_m(there, row.point):.2f}".replace(".", ",")
            message = (
                f"Nama titik “{row.label}” sudah dipakai pada segmen ini untuk tempat {apart} m dari sini."
            )
            remedy = "Ganti namanya dalam berkas, atau ubah titik yang tercatat pada halaman titik."
            plan.problems.append(Problem(row.feature.where, message, remedy))
    return kept


def _find_nodes(rows: list[Row], segment: Segment, plan: Plan) -> None:
    """A point of another segment at the same place is the node of both; one close by is named."""
    if not rows:
        return
    margin = Decimal("0.0003")
    lats, lons = [row.point.lat for row in rows], [row.point.lon for row in rows]
    box = {
        "lat__gte": min(lats) - margin,
        "lat__lte": max(lats) + margin,
        "lon__gte": min(lons) - margin,
        "lon__lte": max(lons) + margin,
    }
    near = list(
        BoundaryPoint.objects.filter(**box, listings__isnull=False)
        .exclude(segments=segment)
        .distinct()[:5000]
    )
    if not near:
        return
    tree = shapely.STRtree([shapely.Point(float(point.lon), float(point.lat)) for point in near])
    for row in rows:
        there = near[int(tree.nearest(row.feature.geometry))]
        metres = _apart_m(there, row.point)
        if metres <= SAME_M and there.datum == row.point.datum:
            row.point, row.shared = there, True
        elif metres <= NEAR_M:
            apart = f"{metres:.2f}".replace(".", ",")
            message = f"{row.label} terletak {apart} m dari titik segmen tetangga tanpa berimpit."
            remedy = "Bila keduanya satu titik simpul, samakan koordinatnya; bila tidak, biarkan."
            plan.problems.append(Problem(row.feature.where, message, remedy, blocking=False))


def _apart_m(one: BoundaryPoint, other: BoundaryPoint) -> float:
    return measuring.distance_m((float(one.lon), float(one.lat)), (float(other.lon), float(other.lat)))


@dataclass
class _Writing:
    """The writing of the points, in their order, behind those already listed."""

    segment: Segment
    rows: list[Row]

    def run(self, actor: User | None, imported: GeoImport | None) -> str:
        """Write all of them."""
        fresh = [row.point for row in self.rows if not row.shared]
        for point in fresh:
            point.added_by = actor
            point.source = point.source or (f"Impor {imported.file.name}"[:250] if imported else "")
        BoundaryPoint.objects.bulk_create(fresh, batch_size=500)
        last = self.segment.listed_points.aggregate(last=Max("order"))["last"] or 0
        SegmentPoint.objects.bulk_create(
            [
                SegmentPoint(segment=self.segment, point=row.point, label=row.label, order=last + place)
                for place, row in enumerate(self.rows, 1)
            ],
            batch_size=500,
        )
        if actor is not None:
            self._tell(actor, imported)
        return reverse("boundaries:detail", args=[self.segment.slug])

    def _tell(self, actor: User, imported: GeoImport | None) -> None:
        """On the history of every point, and one line on that of the segment."""
        PointChange.objects.bulk_create(
            [
                PointChange(
                    point=row.point, segment=self.segment, actor=actor, text=row.label,
                    act=PointAct.SIMPUL if row.shared else PointAct.DITAMBAHKAN,
                )
                for row in self.rows
            ],
            batch_size=500,
        )  # fmt: skip
        file = f" dari berkas {imported.file.name}" if imported else ""
        told = labels_of([row.label for row in self.rows])
        trace(actor=actor, segment=self.segment, label=f"{len(self.rows)} titik diimpor{file}", detail=told)
