"""What a field says when it is filled in wrongly: our own words where Django's Indonesian reads badly."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

REQUIRED = _("Belum diisi. Isi bagian ini lebih dahulu.")
PICKED = _("Belum dipilih. Pilih salah satu.")
FORM_FIELDS: tuple[tuple[type[forms.Field], dict[str, Any]], ...] = (
    (forms.Field, {"required": REQUIRED}),
    (forms.IntegerField, {"invalid": _("Isi dengan bilangan bulat.")}),
    (forms.DecimalField, {"invalid": _("Isi dengan angka.")}),
    (forms.DateField, {"invalid": _("Isi dengan tanggal yang benar.")}),
    (forms.EmailField, {"invalid": _("Isi alamat surel yang benar, misalnya nama@daerah.go.id.")}),
    (forms.BooleanField, {"required": _("Belum dicentang. Centang pernyataan ini lebih dahulu.")}),
    (forms.FileField, {"required": _("Belum ada berkas. Pilih berkasnya lebih dahulu.")}),
    (forms.ChoiceField, {"required": PICKED}),
    (forms.ModelChoiceField, {"required": PICKED}),
)


def speak_plainly() -> None:
    """Lay our words over Django's, before the first field is made."""
    for field, own in FORM_FIELDS:
        field.default_error_messages = {**field.default_error_messages, **own}
    blank = {"blank": REQUIRED, "null": REQUIRED}
    models.Field.default_error_messages = {**models.Field.default_error_messages, **blank}
