"""The shape of a comparison: which two versions, and what is taken back of the newer one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import NaskahVersion
from ksd.core.forms import OnceForm


class CompareForm(forms.Form):
    """Which version stands left, which right, and whether only changes are shown."""

    kiri = forms.TypedChoiceField(label=_("Versi lama (kiri)"), coerce=int)
    kanan = forms.TypedChoiceField(label=_("Versi baru (kanan)"), coerce=int)
    ubah = forms.BooleanField(label=_("Hanya yang berubah"), required=False)

    def __init__(self, *args: Any, versions: list[NaskahVersion], **kwargs: Any) -> None:
        """Offer the versions there are, newest first."""
        super().__init__(*args, **kwargs)
        choices = [(row.number, f"{row.number}. {row.note}"[:60].rstrip(". ")) for row in versions]
        for name in ("kiri", "kanan"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class ReviewForm(OnceForm):
    """What is taken back of the newer version, and why."""

    back = forms.MultipleChoiceField(label=_("Tarik kembali"), required=False)
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Tercatat dalam riwayat bersama nama Anda; yang tidak ditandai dipertahankan."),
    )

    def __init__(self, *args: Any, keys: tuple[str, ...], **kwargs: Any) -> None:
        """Know the changes there are."""
        super().__init__(*args, **kwargs)
        self.fields["back"].choices = [(key, key) for key in keys]  # type: ignore[attr-defined]

    @property
    def ticked(self) -> list[str]:
        """The changes ticked so far, also in a form that came back."""
        typed: Any = self.data
        return list(typed.getlist("back")) if self.is_bound else []
