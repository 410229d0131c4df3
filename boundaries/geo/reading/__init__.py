"""Reading geometry files: GeoJSON, KML/KMZ, zipped Shapefile, GPX, and tables of points; free of Django.

Every reader is bounded in size and vertices, names each fault by feature or row with its mend, and gives
positions in degrees of longitude and latitude (EPSG:4326).
"""

from boundaries.geo.reading.features import (
    MOST_BYTES,
    MOST_VERTICES,
    Feature,
    Problem,
    Reading,
    UnreadableError,
)
from boundaries.geo.reading.files import EXTENSIONS, read_file

__all__ = [
    "EXTENSIONS",
    "MOST_BYTES",
    "MOST_VERTICES",
    "Feature",
    "Problem",
    "Reading",
    "UnreadableError",
    "read_file",
]
