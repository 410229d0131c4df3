"""Form fields of the shared floor."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ksd.core.uploads import DOCUMENTS, FileRule, recognise
from ksd.core.words import size_words


def _accepted(rule: FileRule) -> str:
    """Say which kinds and sizes are welcome."""
    return _("%(types)s; paling besar %(limit)s.") % {
        "types": rule.label,
        "limit": size_words(settings.KSD_UPLOAD_MAX_BYTES),
    }


_accepted_lazily = lazy(_accepted, str)


class FileBoundField(BoundField):
    """A file field on a page; when its form comes back refused it says that the file must be picked again."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        """Keep the field's own help apart."""
        self._help: Any = ""
        super().__init__(form, field, name)

    @property
    def help_text(self) -> Any:
        """What the field accepts; what the browser forgot, where one had picked a file."""
        if not (self.form.is_bound and self.html_name in self.form.files and self.form.errors):
            return self._help
        again = _("Pilih lagi berkasnya; peramban tidak menyimpannya.")
        return format_html('<strong class="ksd-again">{}</strong> {}', again, self._help)

    @help_text.setter
    def help_text(self, value: Any) -> None:
        self._help = value


class PickedFileField(forms.FileField):
    """An upload that asks for the file again when its form is refused."""

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> FileBoundField:
        """Draw the field with its reminder."""
        return FileBoundField(form, self, field_name)


class DocumentField(PickedFileField):
    """An upload that says what it accepts and looks inside what it gets."""

    def __init__(self, rule: FileRule = DOCUMENTS, **kwargs: Any) -> None:
        """Take the rule; the rest is as for any file field."""
        self.rule = rule
        kwargs.setdefault("help_text", _accepted_lazily(rule))
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(rule.extensions)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Check presence as usual, then the content."""
        value = super().clean(data, initial)
        if isinstance(value, UploadedFile):
            recognise(value, self.rule)
        return value
