"""Background work of the boundary register, one module per noun."""

from boundaries.tasks import annexes

__all__ = ["annexes"]
