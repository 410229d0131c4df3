"""Work of the boundaries in the background."""

from boundaries.tasks import drawings

__all__ = ["drawings"]
