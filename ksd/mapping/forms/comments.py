"""The form of a remark on a row."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ksd.core.forms import OnceForm
from ksd.mapping.models.comments import LONGEST


class RowCommentForm(OnceForm):
    """What a region says about a row."""

    text = forms.CharField(
        label=_("Komentar"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Terbaca semua daerah peserta, dan tidak dapat diubah sesudah dikirim."),
    )
