"""A boundary segment and everything kept about it."""

from boundaries.models.afterwards import Amendment, CourtCase
from boundaries.models.annexes import Annex
from boundaries.models.compromises import Compromise, CompromiseEvent, CompromiseStep
from boundaries.models.drafts import LineDraft, LineOverlay
from boundaries.models.drawings import LayerDrawing
from boundaries.models.evidence import Evidence, EvidenceRemark, LineEvidence
from boundaries.models.facilitation import ChainLetter, FacilitationAttendance, MissingPaper, TacitConsent
from boundaries.models.fixes import FieldFix
from boundaries.models.imports import GeoImport
from boundaries.models.layers import Layer, LayerFeature
from boundaries.models.legs import Leg
from boundaries.models.lines import BoundaryLine, LineWithdrawal
from boundaries.models.minutes import BoundaryMinutes, BoundarySigner, MinutesEvent
from boundaries.models.papers import SegmentPaper
from boundaries.models.pillars import Pillar, PillarInspection, PillarPlan
from boundaries.models.point_traces import PointChange, PointVerdict
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
    "Annex",
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
    "Compromise",
    "CompromiseEvent",
    "CompromiseStep",
    "CourtCase",
    "EventAnswer",
    "Evidence",
    "EvidenceRemark",
    "FacilitationAttendance",
    "FieldFix",
    "GeoImport",
    "Layer",
    "LayerDrawing",
    "LayerFeature",
    "Leg",
    "LineDraft",
    "LineEvidence",
    "LineOverlay",
    "LineWithdrawal",
    "MinutesEvent",
    "MissingPaper",
    "Pillar",
    "PillarInspection",
    "PillarPlan",
    "PointChange",
    "PointKind",
    "PointVerdict",
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
