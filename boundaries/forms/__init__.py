"""What people fill in about a segment."""

from boundaries.forms.stages import StageForm

__all__ = ["StageForm"]
