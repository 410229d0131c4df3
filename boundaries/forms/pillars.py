"""What people fill in about a pillar."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from boundaries.choices.points import FOUND_STATES
from boundaries.forms.points import CoordinateField, day_field, notes_field
from boundaries.geo.coordinates import CoordinateError, parse
from boundaries.models import Pillar
from boundaries.services.pillars import InspectionData, PillarData
from ksd.core.fields import DocumentField
from ksd.core.files import IMAGES
from ksd.core.forms import OnceForm


class PillarForm(OnceForm):
    """A pillar: how large, set when and by whom."""

    size = forms.CharField(
        label=_("Tipe dan ukuran"),
        max_length=120,
        required=False,
        help_text=_("Misalnya: tipe B, 30 × 30 × 150 cm."),
    )
    set_on = day_field(_("Dipasang pada"), required=False)
    set_by = forms.CharField(label=_("Dipasang oleh"), max_length=200, required=False)
    note = notes_field(_("Catatan"), required=False)
    photo = DocumentField(label=_("Foto"), rule=IMAGES, required=False)

    def __init__(self, *args: Any, pillar: Pillar | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pillar:
            self.initial.update(
                {name: getattr(pillar, name) for name in ("size", "set_on", "set_by", "note")}
            )

    def given(self) -> PillarData:
        """The pillar as the service takes it."""
        names = ("size", "set_on", "set_by", "note")
        return PillarData(**{name: self.cleaned_data[name] for name in names}, photo=_upload(self))


class InspectionForm(OnceForm):
    """A visit to a pillar."""

    on = day_field(_("Tanggal pemeriksaan"))
    state = forms.ChoiceField(label=_("Keadaan"), choices=FOUND_STATES, widget=forms.RadioSelect)
    inspector = forms.CharField(label=_("Pemeriksa"), max_length=200, help_text=_("Nama dan instansinya."))
    coordinate = CoordinateField(label=_("Posisi ditemukan (SRGI2013)"), required=False)
    note = notes_field(_("Catatan"), required=False)
    photo = DocumentField(label=_("Foto"), rule=IMAGES, required=False)

    def clean(self) -> dict[str, Any]:
        """Read the position where one was given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["found"] = None
        if cleaned.get("coordinate"):
            try:
                cleaned["found"] = parse(cleaned["coordinate"])
            except CoordinateError as error:
                self.add_error("coordinate", str(error))
        return cleaned

    def given(self) -> InspectionData:
        """The visit as the service takes it."""
        names = ("on", "state", "inspector", "note", "found")
        return InspectionData(
            **{name: self.cleaned_data[name] for name in names},
            as_given=self.cleaned_data["coordinate"],
            photo=_upload(self),
        )


class PlanForm(OnceForm):
    """The distance between main pillars of one segment."""

    km_per_pillar = forms.DecimalField(
        label=_("Jarak antarpilar utama (km)"), min_value=Decimal("0.05"), max_value=500, max_digits=6, decimal_places=2,
        required=False, help_text=_("Kosongkan untuk kembali ke pengaturan kantor."),
    )  # fmt: skip
    basis = forms.CharField(label=_("Dasar"), max_length=250, required=False)


def _upload(form: forms.Form) -> "UploadedFile[Any] | None":
    photo = form.cleaned_data["photo"]
    return photo if isinstance(photo, UploadedFile) else None
