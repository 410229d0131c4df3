"""Closed lists of the boundary register."""

from boundaries.choices.annexes import AnnexKind
from boundaries.choices.evidence import EvidenceKind, EvidenceLevel, MapFitness, RemarkVerdict
from boundaries.choices.geometry import LEG_TONES, Datum, LegState, LineRole, PointMethod
from boundaries.choices.imports import ImportContent, ImportState
from boundaries.choices.layers import CompromiseAct, LayerShape, LayerState, LayerTheme
from boundaries.choices.minutes import STATE_TONES, MinutesState, SignerKind, SignerState, TeamLevel, TeamRole
from boundaries.choices.papers import PaperKind
from boundaries.choices.points import (
    PILLAR_TONES,
    STANDING_TONES,
    PillarState,
    PointAct,
    PointOpinion,
    Standing,
)
from boundaries.choices.regulations import (
    ROLE_TONES,
    SHORT,
    VERDICT_TONES,
    AmendmentState,
    Court,
    RegulationKind,
    RegulationRole,
    Verdict,
)
from boundaries.choices.stages import (
    AFTERWARDS,
    DISPUTE,
    MAIN_LINE,
    SETTLED,
    ChangeAct,
    SegmentKind,
    Stage,
    stage_groups,
    tone_of,
)
from boundaries.choices.terms import OWED_BY, ChainLetterKind, Owing, TermEvent, TermUnit

__all__ = [
    "AFTERWARDS",
    "DISPUTE",
    "LEG_TONES",
    "MAIN_LINE",
    "OWED_BY",
    "PILLAR_TONES",
    "ROLE_TONES",
    "SETTLED",
    "SHORT",
    "STANDING_TONES",
    "STATE_TONES",
    "VERDICT_TONES",
    "AmendmentState",
    "AnnexKind",
    "ChainLetterKind",
    "ChangeAct",
    "CompromiseAct",
    "Court",
    "Datum",
    "EvidenceKind",
    "EvidenceLevel",
    "ImportContent",
    "ImportState",
    "LayerShape",
    "LayerState",
    "LayerTheme",
    "LegState",
    "LineRole",
    "MapFitness",
    "MinutesState",
    "Owing",
    "PaperKind",
    "PillarState",
    "PointAct",
    "PointMethod",
    "PointOpinion",
    "RegulationKind",
    "RegulationRole",
    "RemarkVerdict",
    "SegmentKind",
    "SignerKind",
    "SignerState",
    "Stage",
    "Standing",
    "TeamLevel",
    "TeamRole",
    "TermEvent",
    "TermUnit",
    "Verdict",
    "stage_groups",
    "tone_of",
]
