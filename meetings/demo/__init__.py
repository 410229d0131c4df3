"""Meetings of the demonstration, one module per noun; each adds its scenes to the steps (see `meetings.demo.stages`)."""

from meetings.demo import agenda, attendance, follow_ups, invitations, minutes, plans, room
from meetings.demo.rakors import (
    NEXT,
    PLENO,
    RAKOR_2024,
    RAKOR_2025,
    SERIES,
    TEKNIS,
    TODAY,
    build,
)

__all__ = [
    "NEXT",
    "PLENO",
    "RAKOR_2024",
    "RAKOR_2025",
    "SERIES",
    "TEKNIS",
    "TODAY",
    "agenda",
    "attendance",
    "build",
    "follow_ups",
    "invitations",
    "minutes",
    "plans",
    "room",
]
