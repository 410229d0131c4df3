"""The shape of what people tell the deadlines app."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.deadlines.models import Deadline


class OverrideForm(forms.Form):
    """Another due date, and why; the date the person saw goes along to notice a change made meanwhile."""

    due_on = forms.DateField(
        label=_("Jatuh tempo yang ditetapkan"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alasan ini terlihat oleh semua pihak dan disimpan dalam riwayat."),
    )
    seen_due_on = forms.DateField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, deadline: Deadline, **kwargs: Any) -> None:
        """Start from the present due date."""
        kwargs.setdefault("initial", {"due_on": deadline.due_on, "seen_due_on": deadline.due_on})
        super().__init__(*args, **kwargs)
