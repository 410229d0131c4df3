"""The shape of a file that comes back from Word, and of the choice what to take from it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.naskah import SeenForm
from agreements.naskah.merging import Change
from agreements.naskah.word.package import OLE_MAGIC
from agreements.services.word_reading import read_upload
from agreements.services.word_returns import WORD_ONLY
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm

MACRO_NAMES = (".docm", ".dotm")


class WordField(DocumentField):
    """A Word file, read while the form is checked; what it says is in `text` of the form's data."""

    def __init__(self, **kwargs: Any) -> None:
        """Accept DOCX alone."""
        super().__init__(rule=WORD_ONLY, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Name passwords, old formats and macros before the general check would only say "not DOCX"."""
        if isinstance(data, UploadedFile):
            if (data.name or "").lower().endswith(MACRO_NAMES):
                raise ValidationError(
                    _("Berkas memuat makro. Simpan ulang sebagai .docx biasa tanpa makro, lalu unggah lagi."),
                    code="macros",
                )
            data.seek(0)
            begins = data.read(len(OLE_MAGIC))
            data.seek(0)
            if begins == OLE_MAGIC:
                read_upload(data)
        return super().clean(data, initial)


class WordSendForm(OnceForm):
    """A file that comes back, or a draft from outside."""

    upload = WordField(label=gettext_lazy("Berkas Word"))
    note = forms.CharField(
        label=gettext_lazy("Catatan (boleh kosong)"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Dibaca semua pihak, misalnya: hasil rapat pembahasan kedua."),
    )

    def clean_upload(self) -> Any:
        """Read the file once; what it says goes on with it."""
        upload = self.cleaned_data["upload"]
        self.cleaned_data["text"] = read_upload(upload)
        return upload


class WordAcceptForm(SeenForm):
    """Which parts of the file become the next version."""

    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Bagian yang diterima"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, changes: Iterable[Change], calm: Iterable[str], **kwargs: Any) -> None:
        """Offer what the file changes; only the parts nobody need think twice about are ticked beforehand."""
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = [(row.key, row.label) for row in changes]  # type: ignore[attr-defined]
        self.calm = list(calm)
        self.fields["parts"].initial = self.calm

    @property
    def ticked(self) -> set[str]:
        """The parts that are ticked now."""
        value = self["parts"].value()
        return {str(code) for code in value or ()}

    def chosen(self) -> set[str]:
        """The parts to accept; the button for all adds every one that is ticked beforehand."""
        return {*self.cleaned_data["parts"], *(self.calm if "all" in self.data else ())}
