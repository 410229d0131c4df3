"""What people fill in about a segment."""

from boundaries.forms.stages import CorrectionForm, StageForm

__all__ = ["CorrectionForm", "StageForm"]
