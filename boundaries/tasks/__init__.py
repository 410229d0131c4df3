"""Background work of the boundary register."""

from boundaries.tasks import annexes, drawings
from boundaries.tasks.overlays import OVERLAY_JOB, keep_overlay

__all__ = ["OVERLAY_JOB", "annexes", "drawings", "keep_overlay"]
