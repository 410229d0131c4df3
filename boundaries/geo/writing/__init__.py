"""Writing features as GeoJSON, KML/KMZ, zipped Shapefile, GPX, CSV and XLSX; free of Django.

Every format keeps positions to a tenth of a millimetre (EPSG:4326), so that a file read back gives the same place.
"""

from boundaries.geo.writing.formats import FORMATS, Format, Item, write

__all__ = ["FORMATS", "Format", "Item", "write"]
