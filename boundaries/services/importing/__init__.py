"""Bringing geometry in from files: preview first, then all of it or nothing."""

from boundaries.services.importing.acts import (
    FILE_KIND,
    apply_geometry,
    cancel_geometry,
    read_import,
    upload_geometry,
)
from boundaries.services.importing.rights import keeps_layers, may_import

__all__ = [
    "FILE_KIND",
    "apply_geometry",
    "cancel_geometry",
    "keeps_layers",
    "may_import",
    "read_import",
    "upload_geometry",
]
