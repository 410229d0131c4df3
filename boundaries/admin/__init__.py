"""Admin of the boundary register."""

from boundaries.admin import compromises, evidence, layers, segments

__all__ = ["compromises", "evidence", "layers", "segments"]
