"""Regions of Indonesia, their offices and officials, and the reference lists they share."""

from regions.models.directory import Office, Official
from regions.models.imports import RegionImport
from regions.models.neighbours import Adjacency
from regions.models.reference import LegalBasis, Urusan
from regions.models.region import Region, RegionChange, RegionSuccession

__all__ = [
    "Adjacency",
    "LegalBasis",
    "Office",
    "Official",
    "Region",
    "RegionChange",
    "RegionImport",
    "RegionSuccession",
    "Urusan",
]
