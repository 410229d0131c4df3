"""What people choose about a subscription to the calendar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import AnyUser, reach
from ksd.core.forms import OnceForm
from regions.models import Region


class FeedForm(OnceForm):
    """All one sees, or the meetings of one region."""

    region = forms.ModelChoiceField(
        label=_("Daerah"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=_("Semua rapat dalam lingkup saya"),
    )

    def __init__(self, *args: Any, actor: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        within = Region.objects.current().filter(pk__in=reach(actor), level__in=(1, 2))
        self.fields["region"].queryset = within.order_by("level", "code")  # type: ignore[attr-defined]  # a ModelChoiceField
