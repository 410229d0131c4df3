"""Geometry files for tests, made here: sound ones, and those somebody would send to do harm."""

import io
import json
import struct
import zipfile
from collections.abc import Sequence
from typing import Any

import shapefile
from openpyxl import Workbook
from pyproj import CRS
from pyproj.enums import WktVersion

Position = tuple[float, float]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    """One GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def geojson(*features: dict[str, Any], **more: Any) -> bytes:
    """A FeatureCollection."""
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def square(x: float, y: float, size: float = 0.1) -> list[list[Position]]:
    """The ring of a square, as Polygon coordinates."""
    return [[(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]]


def zipped(members: dict[str, bytes], **settings: Any) -> bytes:
    """A ZIP package."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **settings) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return target.getvalue()


def shape_parts(points: Sequence[Position], epsg: int | None = 4326, **texts: str) -> dict[str, bytes]:
    """The files of a shapefile of points with a name."""
    parts = {ending: io.BytesIO() for ending in ("shp", "shx", "dbf")}
    with shapefile.Writer(
        **parts, shapeType=shapefile.POINT, encoding=texts.get("encoding", "utf-8")
    ) as writer:
        writer.field("nama", "C", size=40)
        for number, point in enumerate(points, 1):
            writer.record(texts.get("name", "TK {}").format(number))
            writer.point(*point)
    found = {f"titik.{ending}": part.getvalue() for ending, part in parts.items()}
    if epsg:
        found["titik.prj"] = CRS.from_epsg(epsg).to_wkt(WktVersion.WKT1_ESRI).encode()
    return found


def kml(placemarks: str, head: str = "") -> bytes:
    """A KML document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"{placemarks}</Document></kml>"
    ).encode()


def xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    """A workbook of one sheet."""
    book, target = Workbook(), io.BytesIO()
    sheet: Any = book.active
    for row in rows:
        sheet.append(list(row))
    book.save(target)
    return target.getvalue()


PLACE = "<Placemark><name>TK 1</name><Point><coordinates>117,-0.5</coordinates></Point></Placemark>"
LAUGHS = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def lying_shapefile() -> bytes:
    """A shapefile whose first record says it has two thousand million points."""
    parts = shape_parts([(117.0, -0.5)])
    shp = bytearray(parts["titik.shp"])
    shp[32:36] = struct.pack("<i", shapefile.POLYLINE)
    shp[108:112] = struct.pack("<i", shapefile.POLYLINE)
    body = struct.pack("<4d2i", 117, -1, 118, 0, 1, 2_000_000_000)
    shp[112:] = body
    return zipped(parts | {"titik.shp": bytes(shp)})


HOSTILE: dict[str, tuple[str, bytes, str]] = {
    "external entity": ("a.kml", kml(PLACE, '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "DTD atau entitas"),
    "billion laughs": ("a.kml", kml(PLACE.replace("TK 1", "&b;"), LAUGHS), "DTD atau entitas"),
    "laughs in gpx": ("a.gpx", (LAUGHS + "<gpx/>").encode(), "DTD atau entitas"),
    "laughs in kmz": ("a.kmz", zipped({"doc.kml": kml(PLACE, LAUGHS)}), "DTD atau entitas"),
    "deep xml": ("a.kml", b"<a>" * 500, "bertingkat terlalu dalam"),
    "broken xml": ("a.kml", b"<kml><Placemark>", "XML rusak"),
    "zip bomb": ("a.zip", zipped({"titik.shp": b"\0" * 20_000_000}), "membengkak"),
    "path traversal": ("a.zip", zipped({"../../etc/titik.shp": b"x"}), "luar foldernya"),
    "windows path": ("a.zip", zipped({"C:\\titik.shp": b"x"}), "luar foldernya"),
    "absolute path": ("a.kmz", zipped({"/doc.kml": kml(PLACE)}), "luar foldernya"),
    "nested package": ("a.zip", zipped({"dalam.zip": zipped({"a.txt": b"x"})}), "paket lain"),
    "many members": ("a.zip", zipped({f"{number}.txt": b"x" for number in range(300)}), "paling banyak 200"),
    "broken package": ("a.zip", zipped({"a.shp": b"x" * 5000})[:60], "ZIP rusak"),
    "no shx": ("a.zip", zipped({k: v for k, v in shape_parts([(117, 0)]).items() if not k.endswith("shx")}), ".shx tidak ada"),
    "no dbf": ("a.zip", zipped({k: v for k, v in shape_parts([(117, 0)]).items() if not k.endswith("dbf")}), ".dbf tidak ada"),
    "no shp": ("a.zip", zipped({"titik.dbf": b"x"}), ".shp tidak ada"),
    "no prj": ("a.zip", zipped(shape_parts([(117, 0)], None)), ".prj tidak ada"),
    "odd prj": ("a.zip", zipped(shape_parts([(117, 0)], None) | {"titik.prj": b"peta lama"}), "tidak dikenal sebagai sistem"),
    "two shapefiles": ("a.zip", zipped({"a.shp": b"x", "b.shp": b"x"}), "2 shapefile"),
    "lying shapefile": ("a.zip", lying_shapefile(), "Shapefile rusak"),
    "noise in shapefile": ("a.zip", zipped({f"a.{e}": b"\x07" * 400 for e in ("shp", "shx", "dbf")} | {"a.prj": CRS.from_epsg(4326).to_wkt().encode()}), "Shapefile rusak"),
    "broken json": ("a.geojson", b'{"type":"FeatureCollection","features":[{', "JSON yang utuh"),
    "deep json": ("a.geojson", b'{"type":"FeatureCollection","features":' + b"[" * 200_000, "bertingkat terlalu dalam"),
    "not geojson": ("a.json", b'{"type":"Toko"}', "bukan GeoJSON"),
    "unknown system": ("a.geojson", geojson(feature("Point", (1, 2)), crs={"type": "name", "properties": {"name": "EPSG:999999"}}), "EPSG:999999"),
    "named file": ("a.geojson", geojson(crs={"type": "name", "properties": {"name": "/etc/passwd"}}), "tidak dikenal"),
    "ten million vertices": ("a.geojson", b'{"type":"MultiPoint","coordinates":[' + b"[1,2]," * 7_000_000 + b"[1,2]]}", "2.000.000"),
    "nothing": ("a.geojson", b"  \n", "Berkas kosong"),
    "no feature": ("a.geojson", geojson(), "tidak memuat satu fitur"),
    "wrong ending": ("a.geojson", zipped({"a": b"x"}), "tidak sesuai dengan akhiran"),
    "unknown ending": ("a.exe", b"MZ", "tidak dikenal"),
    "no headings": ("a.csv", b"satu;dua\n1;2\n", "Judul kolom koordinat tidak ditemukan"),
    "metres without a zone": ("a.csv", b"nama;easting;northing\nA;500000;9900000\n", "tanpa kolom zona"),
    "broken xlsx": ("a.xlsx", zipped({"xl/workbook.xml": b"<a/>"}), "XLSX rusak"),
    "entity in xlsx": ("a.xlsx", zipped({"xl/workbook.xml": LAUGHS.encode()}), "DTD atau entitas"),
}  # fmt: skip
FAULTY: dict[str, tuple[str, bytes, str]] = {
    "crossing line": ("a.geojson", geojson(feature("LineString", [(117, 0), (117.1, 0.1), (117.1, 0), (117, 0.1)])), "memotong atau menyusuri dirinya"),
    "crossing area": ("a.geojson", geojson(feature("Polygon", [[(117, 0), (117.1, 0.1), (117.1, 0), (117, 0.1), (117, 0)]])), "memotong dirinya"),
    "swapped": ("a.geojson", geojson(feature("Point", (-0.5, 117))), "Lintang dan bujurnya tertukar"),
    "antimeridian": ("a.geojson", geojson(feature("LineString", [(117, 0), (-179, 0)])), "antimeridian"),
    "nan": ("a.geojson", b'{"type":"Point","coordinates":[NaN,1]}', "bukan angka"),
    "infinite": ("a.geojson", b'{"type":"Point","coordinates":[1e999,1]}', "bukan angka"),
    "empty geometry": ("a.geojson", geojson(feature("LineString", [])), "tidak mempunyai geometri"),
    "no geometry": ("a.geojson", b'{"type":"Feature","properties":{},"geometry":null}', "tidak mempunyai geometri"),
    "metres as degrees": ("a.geojson", geojson(feature("Point", (500000, 9900000))), "dalam meter"),
    "wrong zone": ("a.zip", zipped(shape_parts([(500000, 9900000)], 32630)), "zonanya keliru"),
    "degrees as metres": ("a.zip", zipped(shape_parts([(117, -0.5)], 32750)), "dalam derajat"),
    "abroad": ("a.geojson", geojson(feature("Point", (10, 50))), "di luar Indonesia"),
    "one vertex": ("a.geojson", geojson(feature("LineString", [(117, 0)])), "hanya memuat satu titik"),
    "letters for numbers": ("a.geojson", geojson(feature("Point", ["x", "y"])), "bukan daftar pasangan angka"),
    "unknown shape": ("a.geojson", geojson(feature("Circle", [1, 2])), "Jenis geometri tidak dikenal"),
    "mixed shapes": ("a.geojson", b'{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[117,0]},{"type":"LineString","coordinates":[[117,0],[117.1,0]]}]}', "mencampur"),
    "letters in kml": ("a.kml", kml(PLACE.replace("117,", "x,")), "bukan pasangan angka"),
    "gpx without numbers": ("a.gpx", b'<gpx><wpt lat="x" lon="117"/></gpx>', "tanpa lat/lon"),
    "formula": ("a.csv", b"nama;lintang;bujur\nA;=1+1;117\n", "berisi rumus"),
    "formula in xlsx": ("a.xlsx", xlsx([["nama", "lintang", "bujur"], ["A", "=1+1", 117]]), "berisi rumus"),
    "words for a number": ("a.csv", b"nama;lintang;bujur\nA;utara;117\n", ""),
}  # fmt: skip
