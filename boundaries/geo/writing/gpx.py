"""GPX: points as waypoints, lines as tracks, areas as one track for each ring; all that is known of them as extensions."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.geo.writing.items import Item, number, parts_of, rounded, written


def write(title: str, items: Sequence[Item]) -> bytes:
    """Waypoints first, as the schema wants, then tracks."""
    points = [
        _point(item, part) for item in items for part in parts_of(item.geometry) if part.geom_type == "Point"
    ]
    tracks = [
        _track(item) for item in items if item.geometry is not None and "Point" not in item.geometry.geom_type
    ]
    body = "\n".join([*points, *filter(None, tracks)])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx version="1.1" creator="KSD" xmlns="http://www.topografix.com/GPX/1/1" xmlns:ksd="urn:ksd:gpx">'
        f"<metadata><name>{escape(written(title))}</name></metadata>\n{body}\n</gpx>\n"
    ).encode()


def _point(item: Item, part: BaseGeometry) -> str:
    (x, y) = rounded(part)[0]
    return f'<wpt lat="{number(y)}" lon="{number(x)}">{_words(item)}</wpt>'


def _words(item: Item) -> str:
    """The name, a sentence for the screen of a device, and the same values for who reads the file again."""
    values = {name: written(value) for name, value in item.values.items() if value not in (None, "")}
    told = escape("; ".join(f"{name}: {value}" for name, value in values.items()))
    data = "".join(
        f"<ksd:data name={quoteattr(name)}>{escape(value)}</ksd:data>" for name, value in values.items()
    )
    more = f"<desc>{told}</desc><extensions>{data}</extensions>" if values else ""
    return f"<name>{escape(written(item.name))}</name>{more}"


def _track(item: Item) -> str:
    runs = [
        run
        for part in parts_of(item.geometry)
        for run in (shapely.get_rings(part) if part.geom_type == "Polygon" else [part])
    ]
    segments = "".join(f"<trkseg>{''.join(_step(x, y) for x, y in rounded(run))}</trkseg>" for run in runs)
    return f"<trk>{_words(item)}{segments}</trk>" if segments else ""


def _step(x: float, y: float) -> str:
    return f'<trkpt lat="{number(y)}" lon="{number(x)}"/>'
