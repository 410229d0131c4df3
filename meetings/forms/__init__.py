"""Forms of the meetings app."""

from meetings.forms.meetings import MeetingForm, StepForm

__all__ = ["MeetingForm", "StepForm"]
