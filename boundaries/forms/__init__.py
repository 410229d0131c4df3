"""What people fill in about a segment."""

from boundaries.forms.annexes import AnnexForm, MapForm
from boundaries.forms.stages import CorrectionForm, StageForm

__all__ = ["AnnexForm", "CorrectionForm", "MapForm", "StageForm"]
