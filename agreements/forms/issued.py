"""The shape of a check by anybody, of a request for an electronic signature, and of its answer."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.signing import day_input
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.files import PDF_ONLY
from ksd.core.forms import OnceForm
from ksd.core.shortcodes import read_code

USUAL_DAYS = 14


class CodeForm(forms.Form):
    """The short code as somebody copied it from paper."""

    kode = forms.CharField(
        label=gettext_lazy("Kode pada kaki halaman"),
        max_length=60,
        help_text=gettext_lazy(
            "Dua belas tanda, misalnya 4K7T-9M2P-XW3C. Huruf O dibaca nol, I dan L dibaca satu."
        ),
    )

    def clean_kode(self) -> str:
        """Refuse what cannot be a code, before anybody searches for it."""
        typed = str(self.cleaned_data["kode"])
        if read_code(typed) is None:
            raise ValidationError(_("Kode ini salah ketik. Periksa lagi tanda demi tanda pada kertasnya."))
        return typed


class FileForm(forms.Form):
    """The file itself."""

    berkas = DocumentField(PDF_ONLY, label=gettext_lazy("Berkas PDF"))


class ModeForm(OnceForm):
    """On paper or electronically."""

    PAPER, ELECTRONIC = "kertas", "elektronik"
    manner = forms.ChoiceField(
        label=gettext_lazy("Cara tanda tangan"),
        widget=forms.RadioSelect,
        choices=[
            (PAPER, gettext_lazy("Di atas kertas: hari dan tanggal ditulis tangan saat penandatanganan")),
            (ELECTRONIC, gettext_lazy("Secara elektronik: naskah menunjuk tanggal tanda tangan terakhir")),
        ],
    )

    @property
    def is_electronic(self) -> bool:
        """What was chosen."""
        return bool(self.cleaned_data["manner"] == self.ELECTRONIC)


class AskForm(OnceForm):
    """Until when a link may be used."""

    expires_on = forms.DateField(
        label=gettext_lazy("Tautan berlaku sampai"),
        widget=day_input(),
        initial=lambda: clock.today() + timedelta(days=USUAL_DAYS),
    )


class WithdrawForm(OnceForm):
    """Why a request is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class GiveForm(forms.Form):
    """NIK and passphrase: sent to the signing service, kept nowhere, never shown again."""

    nik = forms.RegexField(
        r"^[0-9]{16}$",
        label=gettext_lazy("NIK"),
        error_messages={"invalid": gettext_lazy("NIK terdiri atas 16 angka.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 16}),
    )
    passphrase = forms.CharField(
        label=gettext_lazy("Passphrase sertifikat"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Diteruskan kepada layanan tanda tangan dan tidak disimpan."),
    )
    setuju = forms.BooleanField(
        label=gettext_lazy("Saya sudah membaca naskah ini dan menandatanganinya."),
        error_messages={"required": gettext_lazy("Baca naskahnya, lalu centang pernyataan ini.")},
    )


class RefuseForm(forms.Form):
    """Why the official does not sign."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan menolak"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
