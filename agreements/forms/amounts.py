"""Numbers as Indonesian offices type them: 1.500.000 and 12,5."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.core.words import figures

GROUPED = re.compile(r"(?P<minus>-?)(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<part>[0-9]+))?")
POINTED = re.compile(r"(?P<minus>-?)(?P<whole>[0-9]+)\.(?P<part>[0-9]{1,2})")
RUPIAH = re.compile(r"^\s*rp\.?\s*|(?:,-|,00)\s*$", re.IGNORECASE)
HIGHEST = Decimal(10) ** 15


class NumberField(forms.CharField):
    """A number typed with comma or point decimals and optional dots between thousands."""

    decimals = 3
    # "12.5" is plain for a share; for money a point may be a thousand somebody mistyped.
    pointed = True
    lowest: Decimal | None = None
    example = "1.250 atau 12,5"

    def __init__(self, **kwargs: Any) -> None:
        """Keep the field short; phones show their number keys."""
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "decimal"
        self.widget.attrs.setdefault("autocomplete", "off")

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number the way it is typed."""
        return figures(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        """The typed number, None for nothing; ValidationError says how to write it."""
        text = super().clean(value)
        return self.number(text) if text else None

    def number(self, text: str) -> Decimal:
        """Text as a number. Raises ValidationError."""
        found = GROUPED.fullmatch(text) or (POINTED.fullmatch(text) if self.pointed else None)
        if found is None or len(found["part"] or "") > self.decimals:
            raise ValidationError(
                _("Angka tidak terbaca. Tulis angkanya saja secara lengkap, misalnya %s.") % self.example
            )
        whole = found["whole"].replace(".", "")
        if len(whole) > 15:
            raise ValidationError(_("Angka terlalu besar. Periksa banyaknya nol."))
        number = Decimal(f"{found['minus']}{whole}.{found['part'] or '0'}")
        if self.lowest is not None and number < self.lowest:
            raise ValidationError(_("Angka tidak boleh negatif."))
        return number


class RupiahField(NumberField):
    """An amount of rupiah: never negative, "Rp" and ",-" are forgiven, "1,5 juta" is not."""

    decimals = 2
    pointed = False
    lowest = Decimal(0)
    example = "1.500.000 (bukan 1,5 juta)"
    default_error_messages = {"required": gettext_lazy("Isi jumlahnya dalam rupiah; tulis 0 bila tidak ada.")}

    def number(self, text: str) -> Decimal:
        """Text as an amount below a thousand trillion. Raises ValidationError."""
        amount = super().number(RUPIAH.sub("", text))
        if amount >= HIGHEST:
            raise ValidationError(_("Angka terlalu besar. Periksa banyaknya nol."))
        return amount
