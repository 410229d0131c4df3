"""Acts on boundary segments, one module per noun."""

from boundaries.services.access import MANAGE, STATE, may_manage, may_speak_for, spoken_for
from boundaries.services.annexes import may_print, request_annex
from boundaries.services.stages import change_stage, correct_stage

__all__ = [
    "MANAGE",
    "STATE",
    "change_stage",
    "correct_stage",
    "may_manage",
    "may_print",
    "may_speak_for",
    "request_annex",
    "spoken_for",
]
