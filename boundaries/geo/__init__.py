"""Geometry on the ellipsoid, free of Django: coordinates, measuring, overlay, reading of files."""
