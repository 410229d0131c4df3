"""Meetings of the demonstration, one module per noun; each plays what is not there yet."""

from meetings.demo.rakors import NEXT, RAKOR_2025, build

__all__ = ["NEXT", "RAKOR_2025", "build"]
