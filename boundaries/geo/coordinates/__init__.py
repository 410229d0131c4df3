"""Positions as people write them: degrees-minutes-seconds, decimal degrees, UTM; read, checked, written, moved between datums.

`parse(text)` gives a `Position`; `dms`, `decimal` and `utm` write one. Messages are Indonesian and shown as they are.
"""

from boundaries.geo.coordinates.datums import DATUMS, Converted, convert, stated_accuracy_m
from boundaries.geo.coordinates.errors import CoordinateError
from boundaries.geo.coordinates.places import INDONESIA, Window, check_window
from boundaries.geo.coordinates.position import Notation, Position, position
from boundaries.geo.coordinates.reading import parse, parse_pair
from boundaries.geo.coordinates.utm import Grid, Zone, from_utm, to_utm, zone_of
from boundaries.geo.coordinates.writing import angle, decimal, dms, dms_lat, dms_lon, utm

__all__ = [
    "DATUMS",
    "INDONESIA",
    "Converted",
    "CoordinateError",
    "Grid",
    "Notation",
    "Position",
    "Window",
    "Zone",
    "angle",
    "check_window",
    "convert",
    "decimal",
    "dms",
    "dms_lat",
    "dms_lon",
    "from_utm",
    "parse",
    "parse_pair",
    "position",
    "stated_accuracy_m",
    "to_utm",
    "utm",
    "zone_of",
]
