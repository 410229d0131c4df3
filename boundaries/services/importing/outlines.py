"""Bringing in the outlines of regions as a new layer."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from django.urls import reverse
from shapely.geometry.base import BaseGeometry

from boundaries.geo import measuring
from boundaries.geo.coverage import GAP_WIDTH_M, SLIVER_WIDTH_M, Fault, FaultKind, faults_of
from boundaries.geo.edges import edges_of
from boundaries.geo.neighbours import Contact, neighbours_of
from boundaries.geo.reading import Feature, Problem, Reading
from boundaries.models import GeoImport, RegionLayer, RegionShape
from boundaries.services.drawings import request_drawings
from boundaries.services.importing.plan import MOST_ROWS, Plan, number
from ksd.accounts.models import User
from regions.choices import Level
from regions.models import Region

CODE_NAMES = (
    "code",
    "kode",
    "kode_kab",
    "kdkab",
    "kdpkab",
    "kode_kk",
    "kd_kab",
    "kemendagri",
    "kdppum",
    "id",
)
_WORDS = {
    FaultKind.OVERLAP: "Bertumpang tindih",
    FaultKind.GAP: "Celah di antara",
    FaultKind.HOLE: "Lubang yang bukan milik wilayah mana pun, dikelilingi",
    FaultKind.EDGE: "Tepinya berdekatan dengan tetangganya tanpa berimpit (selat sempit, celah terbuka, atau titik yang berbeda)",
}
_MEND = "Perbaiki dengan QGIS (Topology Checker, snap 0,00001°), atau terapkan dengan sadar bila selisih ini memang ada pada sumbernya."
_OFF = 0.05


@dataclass(frozen=True)
class Options:
    """How a layer is read: the property with the code, and what counts as a fault."""

    code_property: str = ""
    tolerance_m: float = SLIVER_WIDTH_M
    gap_width_m: float = GAP_WIDTH_M

    @classmethod
    def of(cls, given: dict[str, Any]) -> "Options":
        """Out of the kept options of an import."""
        return cls(
            str(given.get("code_property") or ""), float(given.get("tolerance_m") or SLIVER_WIDTH_M),
            float(given.get("gap_width_m") or GAP_WIDTH_M),
        )  # fmt: skip


@dataclass(frozen=True)
class Outline:
    """A region and its outline."""

    region: Region
    geometry: shapely.MultiPolygon
    where: str


def plan_outlines(reading: Reading, given: dict[str, Any]) -> Plan:
    """What bringing in this layer would do."""
    options = Options.of(given)
    plan = Plan(_Writing(given, []).run, problems=list(reading.problems))
    outlines = _outlines(reading, options, plan)
    plan.write = _Writing(given, outlines).run
    plan.shapes = [outline.geometry for outline in outlines]
    _missing(outlines, plan)
    if outlines:
        _measure(outlines, options, plan)
    return plan


def _outlines(reading: Reading, options: Options, plan: Plan) -> list[Outline]:
    """The regions of the file, several features of one region taken together."""
    by_code = {region.code: region for region in Region.objects.current().regencies().order_by("code")}
    name = options.code_property or _code_property(reading.features)
    found: dict[str, list[Feature]] = {}
    for feature in reading.features:
        problem = _fault(feature, name, by_code)
        if problem is not None:
            plan.problems.append(problem)
        else:
            found.setdefault(_code(feature, name), []).append(feature)
    for code, many in found.items():
        if len(many) > 1:
            plan.problems.append(
                Problem(
                    many[0].where,
                    f"{by_code[code]} terdiri atas {len(many)} fitur; digabungkan.",
                    blocking=False,
                )
            )
    return [Outline(by_code[code], _joined(many), many[0].where) for code, many in sorted(found.items())]


def _code_property(features: list[Feature]) -> str:
    """The property that holds codes of regions, by its name."""
    names = {name.casefold(): name for feature in features[:50] for name in feature.properties}
    return next((names[name] for name in CODE_NAMES if name in names), "code")


def _code(feature: Feature, name: str) -> str:
    """The code of a feature as text: 6402, 64.02 and the number 64.02 are one, 11.1 is read as 11.10."""
    value = feature.properties.get(name)
    if isinstance(value, float):
        return f"{value:.2f}" if value < 100 else f"{int(value) // 100:02d}.{int(value) % 100:02d}"
    text = str(value if value is not None else "").strip()
    return f"{text[:2]}.{text[2:]}" if re.fullmatch(r"\d{4}", text) else text


def _fault(feature: Feature, name: str, by_code: dict[str, Region]) -> Problem | None:
    if feature.kind != "bidang":
        return Problem(
            feature.where,
            f"Lapisan wilayah memuat {feature.kind}, bukan bidang.",
            "Ekspor lapisan bidangnya saja, sebagai GeoJSON, KML, KMZ, atau Shapefile.",
        )
    code = _code(feature, name)
    if not code:
        names = ", ".join(list(feature.properties)[:8]) or "tidak ada"
        return Problem(
            feature.where,
            f"Kode wilayah tidak ditemukan pada atribut “{name}”.",
            f"Sebutkan nama atributnya (yang ada: {names}).",
        )
    if code not in by_code:
        named = str(feature.properties.get("name") or feature.properties.get("nama") or "")[:60]
        return Problem(
            feature.where,
            f"Kode “{code[:20]}” {named} tidak ada dalam daftar kabupaten/kota yang berlaku.".replace(
                "  ", " "
            ),
            "Perbaiki kodenya, hapus fiturnya, atau perbarui daftar wilayah lebih dahulu.",
        )
    return None


def _joined(features: list[Feature]) -> shapely.MultiPolygon:
    """All parts of one region as one outline, running counter-clockwise."""
    shape = (
        features[0].geometry
        if len(features) == 1
        else shapely.union_all([feature.geometry for feature in features])
    )
    return shapely.MultiPolygon(list(shapely.orient_polygons(shapely.get_parts(shape))))


def _missing(outlines: list[Outline], plan: Plan) -> None:
    """Regions of the same provinces that the file leaves out."""
    held = {outline.region.pk for outline in outlines}
    parents = {outline.region.parent_id for outline in outlines}
    absent = (
        Region.objects.current()
        .filter(level=Level.KABKOTA, parent__in=parents)
        .exclude(pk__in=held)
        .order_by("code")
    )
    names = [f"{region} ({region.code})" for region in absent]
    if names:
        told = "; ".join(names[:20]) + (f"; dan {len(names) - 20} lainnya" if len(names) > 20 else "")
        plan.problems.append(
            Problem(
                "Berkas",
                f"{len(names)} kabupaten/kota dari provinsi yang sama tidak ada dalam berkas: {told}.",
                "Batasnya tidak akan terhitung sampai garis luarnya diimpor.",
                blocking=False,
            )
        )


def _measure(outlines: list[Outline], options: Options, plan: Plan) -> None:
    """Areas, borders and the fit of the whole."""
    shapes = [outline.geometry for outline in outlines]
    edges = edges_of(shapes)
    neighbours = neighbours_of(shapes, edges)
    faults = faults_of(shapes, edges, gap_width_m=options.gap_width_m)
    for fault in faults:
        problem = _told(fault, outlines)
        if fault.kind in {FaultKind.OVERLAP, FaultKind.GAP} and not fault.is_sliver(options.tolerance_m):
            plan.doubts.append(problem)
        else:
            plan.problems.append(Problem(problem.where, problem.message, blocking=False))
    areas = [measuring.area_m2(shape) for shape in shapes]
    _compare_areas(outlines, areas, plan)
    borders = [pair for pair in neighbours if pair.contact is Contact.BORDER]
    plan.marks = [
        (fault.lon, fault.lat) for fault in faults if fault.kind in {FaultKind.OVERLAP, FaultKind.GAP}
    ][:200]
    plan.counts = {
        "Wilayah": len(outlines), "Titik": number(int(sum(shapely.get_num_coordinates(shapes)))),
        "Perbatasan darat": len(borders), "Panjang perbatasan (km)": number(sum(pair.shared_m for pair in borders) / 1000, 1),
    }  # fmt: skip
    _sample(outlines, areas, plan)


def _sample(outlines: list[Outline], areas: list[float], plan: Plan) -> None:
    """The first regions with their areas."""
    plan.rows = [["Kode", "Wilayah", "Luas (km²)", "Luas resmi (km²)"]]
    for outline, area in list(zip(outlines, areas, strict=True))[:MOST_ROWS]:
        official = outline.region.area_km2
        plan.rows.append(
            [
                outline.region.code,
                str(outline.region),
                number(area / 1e6, 2),
                number(float(official), 2) if official else "–",
            ]
        )


def _told(fault: Fault, outlines: list[Outline]) -> Problem:
    """A fault in words, with its place and size."""
    names = ", ".join(f"{outlines[at].region}" for at in fault.owners[:4]) + (
        " …" if len(fault.owners) > 4 else ""
    )
    size = (
        f"{number(fault.area_m2 / 10_000, 2)} ha, lebar rata-rata {number(fault.width_m, 1)} m"
        if fault.area_m2
        else f"sepanjang {number(fault.length_m, 0)} m"
    )
    place = f"{fault.lat:.5f}, {fault.lon:.5f}"
    return Problem(f"Lintang–bujur {place}", f"{_WORDS[fault.kind]}: {names} ({size}).", _MEND)


def _compare_areas(outlines: list[Outline], areas: list[float], plan: Plan) -> None:
    """Areas far from the official figure."""
    for outline, area in zip(outlines, areas, strict=True):
        official = float(outline.region.area_km2 or 0)
        off = area / 1e6 / official - 1 if official else 0.0
        if abs(off) > _OFF:
            plan.problems.append(
                Problem(
                    outline.where,
                    f"Luas {outline.region} {number(area / 1e6, 1)} km² berbeda {number(off * 100, 1)} % dari luas tercatat.",
                    "Periksa apakah garis luarnya lengkap.",
                    blocking=False,
                )
            )


def coordinates_of(outline: BaseGeometry) -> list[Any]:
    """MultiPolygon coordinates to keep: nine decimals, a tenth of a millimetre."""
    return [
        [np.round(shapely.get_coordinates(ring), 9).tolist() for ring in shapely.get_rings(part)]
        for part in shapely.get_parts(outline)
    ]


@dataclass
class _Writing:
    """The writing of a new layer; the layers before it stay."""

    options: dict[str, Any]
    outlines: list[Outline]

    def run(self, actor: User | None, imported: GeoImport | None) -> str:
        """Write the layer with all its outlines."""
        layer = RegionLayer.objects.create(
            name=self.options["name"][:160], source=self.options["source"][:250], dated=self.options.get("dated") or None,
            digest=self.options.get("digest", ""), loaded_by=actor,
        )  # fmt: skip
        RegionShape.objects.bulk_create(
            [shape_of(layer, outline) for outline in self.outlines], batch_size=40
        )
        if self.options.get("use"):
            use_layer_row(layer)
        if imported is not None:
            imported.layer = layer
        return reverse("boundaries:outlines")


def shape_of(layer: RegionLayer, outline: Outline) -> RegionShape:
    """The row of one outline."""
    west, south, east, north = outline.geometry.bounds
    return RegionShape(
        layer=layer, region=outline.region, coordinates=coordinates_of(outline.geometry),
        area_m2=measuring.area_m2(outline.geometry), west=west, south=south, east=east, north=north,
    )  # fmt: skip


def use_layer_row(layer: RegionLayer) -> None:
    """Make a layer the one in use; within the caller's transaction."""
    RegionLayer.objects.filter(in_use=True).exclude(pk=layer.pk).update(in_use=False)
    layer.in_use = True
    layer.save(update_fields=["in_use"])
    request_drawings(layer=layer, actor=None)  # so that the first look at the map need not wait
