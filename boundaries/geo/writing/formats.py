"""The formats a person may ask for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boundaries.geo.writing import geojson, gpx, kml, shapefiles, tables
from boundaries.geo.writing.items import Item

__all__ = ["FORMATS", "Format", "Item", "write"]


@dataclass(frozen=True)
class Format:
    """One format: how it is called, how its files end, what it is for browsers, who writes it."""

    code: str
    label: str
    extension: str
    content_type: str
    write: Callable[[str, Sequence[Item]], bytes]


FORMATS: dict[str, Format] = {
    row.code: row
    for row in (
        Format("geojson", "GeoJSON", "geojson", "application/geo+json", geojson.write),
        Format("kml", "KML", "kml", "application/vnd.google-earth.kml+xml", kml.write),
        Format("kmz", "KMZ", "kmz", "application/vnd.google-earth.kmz", kml.write_kmz),
        Format("shp", "Shapefile (ZIP)", "zip", "application/zip", shapefiles.write),
        Format("gpx", "GPX", "gpx", "application/gpx+xml", gpx.write),
        Format("csv", "CSV", "csv", "text/csv; charset=utf-8", tables.write_csv),
        Format(
            "xlsx",
            "XLSX",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            tables.write_xlsx,
        ),
    )
}


def write(code: str, title: str, items: Sequence[Item]) -> bytes:
    """The file of these features in one format."""
    return FORMATS[code].write(title, items)
