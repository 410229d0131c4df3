"""KML, and KMZ which is KML in a package."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.geo.writing.items import Item, number, parts_of, rounded, written


def write(title: str, items: Sequence[Item]) -> bytes:
    """A document with one placemark per feature and its values as ExtendedData."""
    marks = "\n".join(_placemark(item) for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<name>{escape(written(title))}</name>\n{marks}\n</Document></kml>\n"
    ).encode()


def write_kmz(title: str, items: Sequence[Item]) -> bytes:
    """The same, packed; always the same bytes for the same content."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        entry = zipfile.ZipInfo("doc.kml", (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        package.writestr(entry, write(title, items))
    return target.getvalue()


def _placemark(item: Item) -> str:
    data = "".join(
        f"<Data name={quoteattr(written(name))}><value>{escape(written(value))}</value></Data>"
        for name, value in item.values.items()
        if value is not None
    )
    parts = [_shape(part) for part in parts_of(item.geometry)]
    shape = f"<MultiGeometry>{''.join(parts)}</MultiGeometry>" if len(parts) > 1 else "".join(parts)
    extended = f"<ExtendedData>{data}</ExtendedData>" if data else ""
    return f"<Placemark><name>{escape(written(item.name))}</name>{extended}{shape}</Placemark>"


def _shape(part: BaseGeometry) -> str:
    if part.geom_type != "Polygon":
        return f"<{part.geom_type}>{_coordinates(part)}</{part.geom_type}>"
    rings = [f"<LinearRing>{_coordinates(ring)}</LinearRing>" for ring in shapely.get_rings(part)]
    holes = "".join(f"<innerBoundaryIs>{ring}</innerBoundaryIs>" for ring in rings[1:])
    return f"<Polygon><outerBoundaryIs>{rings[0]}</outerBoundaryIs>{holes}</Polygon>"


def _coordinates(part: BaseGeometry) -> str:
    return f"<coordinates>{' '.join(f'{number(x)},{number(y)}' for x, y in rounded(part))}</coordinates>"
