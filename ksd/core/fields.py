"""Form fields of the shared floor."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from ksd.core.uploads import DOCUMENTS, FileRule, recognise


def _accepted(rule: FileRule) -> str:
    """Say which kinds and sizes are welcome."""
    return _("%(types)s; paling besar %(limit)s.") % {
        "types": rule.label,
        "limit": filesizeformat(settings.KSD_UPLOAD_MAX_BYTES),
    }


_accepted_lazily = lazy(_accepted, str)


class DocumentField(forms.FileField):
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
