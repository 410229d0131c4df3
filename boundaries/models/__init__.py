"""A boundary segment and everything kept about it."""

from boundaries.models.afterwards import Amendment, CourtCase
from boundaries.models.facilitation import (
    ChainLetter,
    FacilitationAttendance,
    MissingPaper,
    TacitConsent,
)
from boundaries.models.legs import Leg
from boundaries.models.lines import BoundaryLine
from boundaries.models.minutes import BoundaryMinutes, BoundarySigner, MinutesEvent
from boundaries.models.papers import SegmentPaper
from boundaries.models.points import BoundaryPoint, PointKind, SegmentPoint
from boundaries.models.regulations import Regulation, SegmentRegulation
from boundaries.models.rounds import Round, RoundPosition
from boundaries.models.segment import Segment, SegmentChange
from boundaries.models.shapes import RegionLayer, RegionShape
from boundaries.models.teams import BoundaryTeam, BoundaryTeamMember, team_name
from boundaries.models.terms import BoundaryEvent, BoundaryTerm, BoundaryTermChange, EventAnswer
from boundaries.models.traces import SegmentTrace

__all__ = [
    "Amendment",
    "BoundaryEvent",
    "BoundaryLine",
    "BoundaryMinutes",
    "BoundaryPoint",
    "BoundarySigner",
    "BoundaryTeam",
    "BoundaryTeamMember",
    "BoundaryTerm",
    "BoundaryTermChange",
    "ChainLetter",
    "CourtCase",
    "EventAnswer",
    "FacilitationAttendance",
    "Leg",
    "MinutesEvent",
    "MissingPaper",
    "PointKind",
    "RegionLayer",
    "RegionShape",
    "Regulation",
    "Round",
    "RoundPosition",
    "Segment",
    "SegmentChange",
    "SegmentPaper",
    "SegmentPoint",
    "SegmentRegulation",
    "SegmentTrace",
    "TacitConsent",
    "team_name",
]
