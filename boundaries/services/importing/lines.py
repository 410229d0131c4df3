"""Bringing in one line of one segment: a claim, a study, the line agreed."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from django.urls import reverse
from shapely import LineString

from boundaries.choices import LineRole
from boundaries.geo import turning
from boundaries.geo.lines import GeometryError, LineFacts, checked, facts_of, simple, without_repeats
from boundaries.geo.reading import Problem, Reading
from boundaries.models import BoundaryLine, GeoImport, Segment
from boundaries.services.importing.around import Around, around
from boundaries.services.importing.plan import Plan, number
from boundaries.services.line_notices import tell_stated
from ksd.accounts.models import User

_MEND = "Hapus fitur yang lain dari berkas, atau sambungkan garisnya (QGIS: Merge Lines), lalu unggah lagi."


def plan_line(reading: Reading, segment: Segment, options: dict[str, Any]) -> Plan:
    """What bringing in this line would do."""
    surroundings = around(segment)
    plan = Plan(
        _Writing(segment, options, None, None).run,
        problems=list(reading.problems),
        behind=surroundings.outlines,
    )
    line = _one_line(reading, plan)
    plan.shapes = [feature.geometry for feature in reading.features] if line is None else [line]
    if line is None:
        return plan
    line = _turned(line, surroundings, bool(options.get("reverse")), plan)
    _check_place(line, surroundings, plan)
    facts = facts_of(line)
    plan.write = _Writing(segment, options, line, facts).run
    plan.counts = {"Titik pada garis": facts.vertex_count, "Panjang (km)": number(facts.length_m / 1000, 3)}
    plan.rows = [["Dari", "Sampai"], [_place(line.coords[0]), _place(line.coords[-1])]]
    return plan


def _one_line(reading: Reading, plan: Plan) -> LineString | None:
    """The one line of the file, merged from its parts or drawn through its points in their order."""
    kinds = {feature.kind for feature in reading.features}
    if not kinds:
        return None
    if kinds == {"titik"}:
        return _through_points(reading, plan)
    if kinds != {"garis"}:
        odd = next(feature for feature in reading.features if feature.kind != "garis")
        plan.problems.append(Problem(odd.where, f"Berkas garis memuat {odd.kind}.", _MEND))
        return None
    merged = shapely.line_merge(shapely.union_all([feature.geometry for feature in reading.features]))
    parts = shapely.get_parts(merged)
    if len(reading.features) == 1 and reading.features[0].geometry.geom_type == "LineString":
        parts = np.array([reading.features[0].geometry])  # merging would cut a closed line elsewhere
    if len(parts) != 1:
        many = len(reading.features)
        where = reading.features[0].where if many == 1 else "Berkas"
        told = f"Berkas memuat {many if many > 1 else len(parts)} garis yang tidak bersambung menjadi satu."
        plan.problems.append(Problem(where, told, _MEND))
        return None
    return _whole(shapely.get_coordinates(parts[0]), plan)


def _through_points(reading: Reading, plan: Plan) -> LineString | None:
    """A line through points in their order."""
    if len({str(feature.properties.get("line", "")) for feature in reading.features}) > 1:
        plan.problems.append(
            Problem("Berkas", "Tabelnya memuat lebih dari satu garis (kolom “Garis”).", _MEND)
        )
        return None
    plan.problems.append(
        Problem("Berkas", "Garis ditarik melalui titik-titik menurut urutannya dalam berkas.", blocking=False)
    )
    positions = shapely.get_coordinates([feature.geometry for feature in reading.features])
    return _whole(positions, plan)


def _whole(positions: "np.typing.NDArray[np.float64]", plan: Plan) -> LineString | None:
    """A line the register takes."""
    try:
        return simple(without_repeats(checked(np.round(positions, 9)))[0])
    except GeometryError as error:
        plan.problems.append(Problem(error.where or "Garis", error.message, error.remedy))
        return None


def _turned(line: LineString, surroundings: Around, backwards: bool, plan: Plan) -> LineString:
    """The line with the segment's first region on its left."""
    turned = turning.oriented(line, surroundings.first, surroundings.second)
    if backwards:
        return turning.reverse(line)
    if not turned.decided:
        plan.problems.append(
            Problem(
                "Garis",
                "Arah garis tidak dapat ditentukan dari garis luar wilayah; dipakai apa adanya.",
                "Wilayah pertama harus di sebelah kiri arah garis; bila terbalik, unggah lagi dengan “Balik arah garis”.",
                blocking=False,
            )
        )
    elif turned.reversed:
        plan.problems.append(
            Problem(
                "Garis", "Arah garis dibalik agar wilayah pertama berada di sebelah kirinya.", blocking=False
            )
        )
    return turned.line


def _check_place(line: LineString, surroundings: Around, plan: Plan) -> None:
    far = surroundings.far(shapely.get_coordinates(line))
    if far.all():
        plan.problems.append(
            Problem(
                "Garis",
                "Garisnya seluruhnya lebih dari 10 km di luar kedua wilayah.",
                "Periksa zona, sistem koordinat, dan segmen yang dipilih.",
            )
        )
    elif far.any():
        plan.problems.append(
            Problem(
                "Garis",
                f"{int(far.sum())} titiknya lebih dari 10 km di luar kedua wilayah.",
                "Periksa titik-titik itu sebelum menerapkan.",
                blocking=False,
            )
        )


def _place(position: tuple[float, ...]) -> str:
    return f"{position[1]:.6f}, {position[0]:.6f}"


@dataclass
class _Writing:
    """The writing of the line as the next version of its kind."""

    segment: Segment
    options: dict[str, Any]
    line: LineString | None
    facts: LineFacts | None

    def run(self, actor: User | None, imported: GeoImport | None) -> str:
        """Write it; the version before it is replaced, never changed."""
        if self.line is None or self.facts is None:
            raise AssertionError("a plan with faults is never written")
        west, south, east, north = self.facts.bbox
        before = self._before()
        line = BoundaryLine.objects.create(
            segment=self.segment, role=self.options["role"], region_id=self.options.get("region"),
            name=self.options.get("name", "")[:160], version=before.version + 1 if before else 1, replaces=before,
            vertices=shapely.get_coordinates(self.line).tolist(), vertex_count=self.facts.vertex_count,
            length_m=self.facts.length_m, west=west, south=south, east=east, north=north,
            shared=self.options["role"] != LineRole.KOMPROMI, confidential=bool(self.options.get("confidential")),
            note=f"Impor {imported.file.name} ({imported.format}, {imported.crs})." if imported else "", author=actor,
        )  # fmt: skip
        if actor is not None:
            tell_stated(actor, line, source=line.note)
        return reverse("boundaries:detail", args=[self.segment.slug])

    def _before(self) -> BoundaryLine | None:
        """The line this one replaces: the latest of the same kind and region outside the rounds."""
        same = BoundaryLine.objects.standing().filter(
            segment=self.segment, role=self.options["role"], region=self.options.get("region"), round=None
        )
        # Several alternatives of a compromise stand side by side.
        return None if self.options["role"] == LineRole.KOMPROMI else same.order_by("-version", "-pk").first()
