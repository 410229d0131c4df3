"""What an act asks for, made from its arrow in the law pack: a day, a reason, a word of confirmation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.changes import LONGEST, LeaderMixin
from agreements.law.schema import Arrow, LawPack
from agreements.law.triage import destinations
from ksd.core import clock
from ksd.core.forms import OnceForm


class ActForm(LeaderMixin, OnceForm):
    """The fields of one arrow; `seen_state` tells the state the person had before their eyes."""

    seen_state = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, arrow: Arrow, pack: LawPack, state: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})["seen_state"] = state
        super().__init__(*args, **kwargs)
        self.end_reasons = pack.end_reasons if arrow.reason_codes else ()
        if arrow.date_label:
            self._add_day(arrow)
        if self.end_reasons:
            self._add_end_reasons()
        if arrow.destination:
            self._add_destination()
        if arrow.reason != "none":
            self._add_reason(arrow)
        if arrow.confirm:
            self.fields["confirm"] = forms.BooleanField(
                label=_("Saya mengerti bahwa langkah ini tidak dapat ditarik kembali."),
                error_messages={"required": _("Centang pernyataan ini bila Anda yakin.")},
            )

    def _add_day(self, arrow: Arrow) -> None:
        today = clock.today()
        attrs = {"type": "date", "max": today.isoformat()}
        self.fields["on"] = forms.DateField(
            label=arrow.date_label,
            initial=today,
            widget=forms.DateInput(attrs=attrs, format="%Y-%m-%d"),
            help_text=_("Tanggal peristiwanya terjadi, bukan tanggal dicatat."),
        )

    def _add_end_reasons(self) -> None:
        self.fields["reason_code"] = forms.ChoiceField(
            label=_("Alasan menurut peraturan"),
            choices=[
                ("", _("Pilih …")),
                *((row.code, " – ".join(filter(None, (row.label, row.article)))) for row in self.end_reasons),
            ],
        )

    def _add_destination(self) -> None:
        self.fields["destination"] = forms.ChoiceField(
            label=_("Seharusnya diajukan ke mana"),
            choices=[
                ("", _("Pilih …")),
                *((row.code, f"{row.label} – {row.belongs}") for row in destinations()),
            ],
            help_text=_("Petunjuk kantor, bukan bunyi peraturan."),
        )

    def _add_reason(self, arrow: Arrow) -> None:
        coded = bool(self.end_reasons)
        self.fields["reason"] = forms.CharField(
            label=_("Penjelasan") if coded else _("Alasan"),
            required=arrow.reason == "required" and not coded,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="" if coded else _("Dibaca oleh pihak lain dan tersimpan dalam riwayat."),
        )

    def clean(self) -> dict[str, Any]:
        """Where a cooperation ends, a new leader is no reason."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.end_reasons:
            self.check_leader("reason")
        return cleaned

    def reason(self) -> str:
        """The reason as the history keeps it: the law's wording first, then the person's own."""
        label = next(
            (row.label for row in self.end_reasons if row.code == self.cleaned_data.get("reason_code")), ""
        )
        own = self.cleaned_data.get("reason", "").strip()
        return ". ".join(part for part in (label, own) if part)
