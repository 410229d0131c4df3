"""Named questions of the boundary register."""

from boundaries.querysets.annexes import AnnexQuerySet
from boundaries.querysets.evidence import EvidenceQuerySet
from boundaries.querysets.imports import GeoImportQuerySet
from boundaries.querysets.layers import CompromiseQuerySet, FeatureQuerySet, LayerQuerySet
from boundaries.querysets.lines import LineQuerySet
from boundaries.querysets.papers import PaperQuerySet
from boundaries.querysets.points import ListingQuerySet, PointTotals
from boundaries.querysets.regulations import SegmentRegulationQuerySet
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = [
    "AnnexQuerySet",
    "CompromiseQuerySet",
    "EvidenceQuerySet",
    "FeatureQuerySet",
    "GeoImportQuerySet",
    "LayerQuerySet",
    "LineQuerySet",
    "ListingQuerySet",
    "PaperQuerySet",
    "PointTotals",
    "SegmentQuerySet",
    "SegmentRegulationQuerySet",
    "Totals",
]
