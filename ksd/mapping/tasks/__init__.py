"""Background work of the mapping, one module per noun; importing it registers its kinds."""

from ksd.mapping.tasks import minutes

__all__ = ["minutes"]
