"""What people fill in at the boundary, and what the office decides about it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from boundaries.choices.fixes import FixKind
from boundaries.forms.points import CoordinateField, notes_field
from boundaries.geo.coordinates import CoordinateError, Position, parse, position
from boundaries.models import PointKind
from boundaries.services.fixes import FixData
from ksd.core.fields import DocumentField
from ksd.core.files import IMAGES
from ksd.core.forms import OnceForm

HIDDEN = {"widget": forms.HiddenInput, "required": False}


class FixForm(forms.Form):
    """A position taken by the telephone or typed, with what stands there; its key tells a repeated sending."""

    kind = forms.ChoiceField(label=_("Yang ditemukan"), choices=FixKind.choices)
    coordinate = CoordinateField(label=_("Koordinat yang diketik (WGS 84)"), required=False)
    note = notes_field(_("Catatan"), required=False)
    photo = DocumentField(label=_("Foto"), rule=IMAGES, required=False)
    lat = forms.FloatField(min_value=-90, max_value=90, **HIDDEN)  # type: ignore[arg-type]  # keywords of any field
    lon = forms.FloatField(min_value=-180, max_value=180, **HIDDEN)  # type: ignore[arg-type]  # the same
    accuracy_m = forms.DecimalField(min_value=0, max_value=999_999, max_digits=8, decimal_places=2, **HIDDEN)  # type: ignore[arg-type]  # the same
    spread_m = forms.DecimalField(min_value=0, max_value=999_999, max_digits=8, decimal_places=2, **HIDDEN)  # type: ignore[arg-type]  # the same
    samples = forms.IntegerField(min_value=0, max_value=10_000_000, **HIDDEN)  # type: ignore[arg-type]  # the same
    taken_at = forms.DateTimeField(**HIDDEN)  # type: ignore[arg-type]  # the same
    key = forms.CharField(widget=forms.HiddenInput, min_length=8, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid4().hex)

    def clean(self) -> dict[str, Any]:
        """One position: the telephone's when it has one, else the typed one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        try:
            cleaned["position"] = self._position(cleaned)
        except CoordinateError as error:
            self.add_error("coordinate", str(error))
        return cleaned

    def _position(self, cleaned: dict[str, Any]) -> Position | None:
        lat, lon = cleaned.get("lat"), cleaned.get("lon")
        if lat is not None and lon is not None:
            return position(lat, lon)
        if cleaned.get("coordinate"):
            return parse(cleaned["coordinate"], "", "wgs84")
        self.add_error("coordinate", _("Ambil posisi dengan telepon, atau ketik koordinatnya."))
        return None

    def given(self) -> FixData:
        """The position as the service takes it; a typed one has no readings."""
        cleaned = self.cleaned_data
        measured = cleaned.get("lat") is not None and cleaned.get("lon") is not None
        names = ("accuracy_m", "spread_m", "taken_at")
        facts: dict[str, Any] = {name: cleaned.get(name) for name in names} if measured else {}
        samples = (cleaned.get("samples") or 1) if measured else 0
        plain: dict[str, Any] = {name: cleaned[name] for name in ("kind", "position", "key", "note", "photo")}
        return FixData(**plain, **facts, samples=samples)


class FixDecisionForm(OnceForm):
    """The office makes a point of a position, or puts it aside with a reason."""

    decision = forms.ChoiceField(
        label=_("Keputusan"),
        choices=[("titik", _("Jadikan titik batas")), ("tolak", _("Tidak dipakai"))],
        widget=forms.RadioSelect,
    )
    kind = forms.ModelChoiceField(label=_("Jenis titik"), queryset=PointKind.objects.all(), required=False)
    label = forms.CharField(
        label=_("Nama titik"), max_length=40, required=False, help_text=_("Misalnya TK 1A.")
    )
    reason = forms.CharField(
        label=_("Alasan"), max_length=500, required=False, help_text=_("Wajib bila posisi tidak dipakai.")
    )

    def clean(self) -> dict[str, Any]:
        """Ask for what the decision needs."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        wanted = {"titik": ("kind", "label"), "tolak": ("reason",)}
        for name in wanted.get(cleaned.get("decision", ""), ()):
            if not cleaned.get(name):
                self.add_error(name, _("Isi bagian ini untuk keputusan itu."))
        return cleaned
