"""What is asked when a proposal becomes another kind of cooperation."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.proposal import kinds_open
from agreements.law.schema import Kind
from agreements.models import Case
from ksd.core.forms import OnceForm


class KindForm(OnceForm):
    """The new kind and why."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Jenis kerja sama"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Alasan mengubah jenis"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Tersimpan dalam riwayat bersama jawaban yang tidak dipakai lagi."),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"seen_revision": case.revision, "kind": case.kind})
        super().__init__(*args, **kwargs)
        self.kinds = kinds_open()
        self.fields["kind"].choices = [(kind.code, kind.label) for kind in self.kinds]  # type: ignore[attr-defined]

    def kind_choices(self) -> Iterator[tuple[Any, Kind]]:
        """Each choice with what the pack says of it."""
        return zip(self["kind"], self.kinds, strict=True)
