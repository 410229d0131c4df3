"""GeoJSON as people send it: one line or one area found in a geometry, a Feature or a FeatureCollection.

GeoJSON (RFC 7946) knows WGS 84 alone. The older "crs" member is obeyed: the same coordinates under another name are
taken, other systems are transformed with a note, unknown ones refused.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from boundaries.geo.errors import GeometryError, counted

MAX_VERTICES = 200_000
# Geographic systems whose degrees are those of WGS 84 within centimetres.
SAME_DEGREES = frozenset({"CRS84", "EPSG:4326", "EPSG:9470"})
_CODE = re.compile(r"(EPSG|CRS84)(?:.*?:)?(\d{4,6})?$", re.IGNORECASE)
LINES = ("LineString", "MultiLineString")
AREAS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Found:
    """The coordinates of one geometry as parts of rings of positions, and what was done to them."""

    kind: str
    parts: tuple[NDArray[np.float64], ...]
    shape: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def looks_like(text: str) -> bool:
    """Whether a text means to be GeoJSON rather than a list of coordinates."""
    return text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}


def read(text: str) -> dict[str, Any]:
    """The object of a text. Raises GeometryError naming the row and column that is no JSON."""
    try:
        found = json.loads(text.lstrip("\ufeff"), parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        raise GeometryError(
            "Teks ini bukan GeoJSON yang utuh.",
            "Ekspor ulang berkasnya, lalu tempel seluruh isinya.",
            f"Baris {counted(error.lineno)}, kolom {counted(error.colno)}.",
        ) from None
    except RecursionError:
        raise GeometryError("GeoJSON ini bertingkat terlalu dalam.", "Ekspor satu garis saja.") from None
    if not isinstance(found, dict):
        raise GeometryError(
            "GeoJSON berupa objek, bukan daftar.", "Tempel geometri, Feature, atau FeatureCollection."
        )
    return found


def _not_a_number(word: str) -> float:
    raise GeometryError(f"Koordinat memuat “{word}”, bukan angka.", "Hapus atau perbaiki titik itu.")


def geometries(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Every geometry of a document that is not empty."""
    kind = document.get("type")
    if kind == "FeatureCollection":
        rows = document.get("features")
        found = (
            [row.get("geometry") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        )
    elif kind == "Feature":
        found = [document.get("geometry")]
    elif kind == "GeometryCollection":
        rows = document.get("geometries")
        found = list(rows) if isinstance(rows, list) else []
    else:
        found = [document]
    return [
        row for row in found if isinstance(row, dict) and (row.get("coordinates") or "coordinates" not in row)
    ]


def coordinates_of(document: dict[str, Any], kinds: tuple[str, ...]) -> Found:
    """The only geometry of a document, of one of these kinds, in WGS 84 degrees."""
    rows = geometries(document)
    if not rows:
        raise GeometryError("GeoJSON ini kosong: tidak ada geometri di dalamnya.", "Ekspor ulang garisnya.")
    wrong = [str(row.get("type")) for row in rows if row.get("type") not in kinds]
    if wrong:
        raise _wrong_kind(wrong[0], kinds)
    if len(rows) > 1:
        raise GeometryError(
            f"GeoJSON ini memuat {counted(len(rows))} geometri; yang dibaca tepat satu.",
            "Gabungkan menjadi satu, atau kirim satu per satu.",
        )
    parts, shape = _parts(rows[0])
    convert = transformer_of(document)
    notes = _dropped_heights(parts)
    flat = tuple(part[:, :2] for part in parts)
    if convert is not None:
        flat, note = tuple(convert.apply(part) for part in flat), convert.note
        notes = (*notes, note)
    return Found(str(rows[0]["type"]), flat, shape, notes)


def _wrong_kind(kind: str, kinds: tuple[str, ...]) -> GeometryError:
    if kind in AREAS:
        return GeometryError(
            "Yang dikirim bidang (poligon), padahal yang diminta garis.",
            "Ambil bagian tepinya yang menjadi batas kedua daerah, lalu kirim sebagai LineString.",
        )
    if kind in LINES:
        return GeometryError(
            "Yang dikirim garis, padahal yang diminta bidang (poligon).", "Kirim poligonnya."
        )
    if kind in {"Point", "MultiPoint"}:
        return GeometryError(
            "Yang dikirim titik, bukan garis.", "Hubungkan titik-titiknya menjadi satu LineString."
        )
    return GeometryError(f"Jenis geometri “{kind[:40]}” tidak dikenal.", f"Kirim {' atau '.join(kinds)}.")


def _parts(row: dict[str, Any]) -> tuple[list[NDArray[np.float64]], tuple[int, ...]]:
    """The chains of positions of a geometry; for areas also how many rings each polygon has."""
    found, kind = row.get("coordinates"), row["type"]
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[kind]
    if depth == 0:
        chains: list[Any] = [found]
        shape: tuple[int, ...] = ()
    elif depth == 1:
        chains = _list(found)
        shape = (len(chains),)
    else:
        polygons = [_list(polygon) for polygon in _list(found)]
        chains, shape = (
            [ring for rings in polygons for ring in rings],
            tuple(len(rings) for rings in polygons),
        )
    chains = [_list(chain) for chain in chains]
    check_count(sum(len(chain) for chain in chains))
    return [positions(chain) for chain in chains], shape


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise GeometryError(
            "Susunan koordinat GeoJSON ini tidak benar.", "Ekspor ulang dari aplikasi peta Anda."
        )
    return value


def check_count(number: int) -> None:
    """Refuse more vertices than the register draws."""
    if number > MAX_VERTICES:
        raise GeometryError(
            f"Geometri memuat {counted(number)} titik; paling banyak {counted(MAX_VERTICES)}.",
            "Sederhanakan dahulu, misalnya di QGIS: Vector → Geometry Tools → Simplify dengan toleransi 0,5 m "
            "(0,000005 derajat), lalu kirim lagi.",
        )


def positions(chain: list[Any]) -> NDArray[np.float64]:
    """Positions as rows of longitude, latitude and height (NaN where none is given)."""
    rows = np.full((len(chain), 3), np.nan)
    for number, position in enumerate(chain):
        if not isinstance(position, list) or len(position) < 2:
            raise _broken(number, "bukan pasangan bujur dan lintang")
        for axis, value in enumerate(position[:3]):
            if isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value):
                raise _broken(number, "memuat nilai yang bukan angka")
            rows[number, axis] = value
    return rows


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer longer than a float holds
        return False


def _broken(number: int, why: str) -> GeometryError:
    return GeometryError(
        f"Titik ke-{counted(number + 1)} {why}.", "Perbaiki atau hapus titik itu, lalu kirim lagi."
    )


def _dropped_heights(parts: list[NDArray[np.float64]]) -> tuple[str, ...]:
    if any(np.isfinite(part[:, 2]).any() for part in parts):
        return ("Nilai tinggi pada titik-titiknya tidak dipakai.",)
    return ()


@dataclass(frozen=True)
class Change:
    """A way from another coordinate system to WGS 84 degrees."""

    transformer: Transformer
    note: str

    def apply(self, part: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same positions in degrees of longitude and latitude."""
        try:
            x, y = self.transformer.transform(part[:, 0], part[:, 1], errcheck=True)
        except ProjError:
            raise GeometryError(
                "Koordinat berada di luar jangkauan sistem koordinat yang disebut berkas.",
                "Periksa sistem koordinatnya, lalu ekspor ulang sebagai WGS 84 (EPSG:4326).",
            ) from None
        return np.c_[x, y]


def transformer_of(document: dict[str, Any]) -> Change | None:
    """What the older "crs" member asks for; nothing when the degrees are those of WGS 84."""
    member = document.get("crs")
    if member is None:
        return None
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else ""
    found = _CODE.search(name) if isinstance(name, str) else None
    if found is None or (found.group(1).upper() == "EPSG" and not found.group(2)):
        raise GeometryError(
            f"Sistem koordinat berkas tidak dikenal: “{str(name)[:60]}”.",
            "Ekspor ulang sebagai GeoJSON WGS 84 (EPSG:4326).",
        )
    code = "CRS84" if found.group(1).upper() == "CRS84" else f"EPSG:{found.group(2)}"
    return None if code in SAME_DEGREES else _change_from(code)


@cache
def _change_from(code: str) -> Change:
    try:
        crs = CRS.from_user_input(code)
        transformer = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    except CRSError:
        raise GeometryError(
            f"Sistem koordinat {code} tidak dikenal.", "Ekspor ulang sebagai GeoJSON WGS 84 (EPSG:4326)."
        ) from None
    accuracy = transformer.accuracy
    sure = (
        f"ketelitian alih sekitar {accuracy:g} m".replace(".", ",")
        if accuracy >= 0
        else "ketelitian alih tidak diketahui"
    )
    return Change(transformer, f"Koordinat dialihkan dari {code} ({crs.name}) ke WGS 84; {sure}.")


def polygon_of(found: Found) -> shapely.Polygon | shapely.MultiPolygon:
    """The area of a found Polygon or MultiPolygon; rings must be closed."""
    rings = []
    for number, part in enumerate(found.parts):
        if len(part) < 4 or not np.array_equal(part[0], part[-1]):
            raise GeometryError(
                f"Cincin ke-{number + 1} tidak tertutup.",
                "Titik terakhir harus sama dengan titik pertama, paling sedikit empat titik.",
            )
        rings.append(part)
    polygons, at = [], 0
    for count in found.shape:
        own = rings[at : at + count]
        at += count
        if own:
            polygons.append(shapely.Polygon(own[0], own[1:]))
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
