"""The form of a paper, made from the law pack: its items with help and article, number, date and file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from agreements.law.schema import DocumentKind, Item
from agreements.models import CaseDocument
from ksd.core.fields import DocumentField
from ksd.core.files import DOCUMENTS
from ksd.core.forms import OnceForm


def explained(help_text: str, article: str) -> SafeString:
    """Help of a field with the article it comes from."""
    lines = [(help_text, "ksd-hint")] if help_text else []
    lines += [(article, "ksd-article")] if article else []
    return format_html_join("", '<span class="{1} d-block">{0}</span>', lines)


class PaperForm(OnceForm):
    """A paper of the case; it may be saved unfinished, for completeness is judged when an act needs it."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        rule: DocumentKind,
        current: CaseDocument | None,
        known: Mapping[str, str] | None = None,
        blank: bool = False,
        issued: "tuple[str, date | None]" = ("", None),
        **kwargs: Any,
    ) -> None:
        """`known` are the facts of the register that fill a new paper; `issued` number and day given to it here."""
        kwargs.setdefault("initial", {})["seen_revision"] = current.revision if current else 0
        super().__init__(*args, **kwargs)
        self.rule = rule
        filled = None if blank else current
        if rule.numbered:
            self._add_letter(*((filled.number, filled.dated) if filled and filled.number else issued))
        for item in rule.fields:
            value = str(filled.fields.get(item.code, "")) if filled else (known or {}).get(item.code, "")
            self.fields[f"isi_{item.code}"] = _item_field(item, value, rule.article)
        if rule.file != "none":
            self._add_file(filled)

    def _add_letter(self, number: str, dated: date | None) -> None:
        self.fields["number"] = forms.CharField(
            label=_("Nomor surat"), max_length=120, required=False, initial=number
        )
        self.fields["dated"] = forms.DateField(
            label=_("Tanggal surat"),
            required=False,
            initial=dated,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def _add_file(self, current: CaseDocument | None) -> None:
        kept = bool(current and current.file_id)
        label = _("Ganti berkas") if kept else _("Berkas")
        self.fields["upload"] = DocumentField(DOCUMENTS, label=label, required=False)

    def letter(self) -> tuple[str, date | None]:
        """Number and day of the letter; empty for papers that have none."""
        return self.cleaned_data.get("number", ""), self.cleaned_data.get("dated")

    def upload_given(self) -> "UploadedFile[bytes] | None":
        """The file uploaded now, if any."""
        upload: UploadedFile[bytes] | None = self.cleaned_data.get("upload")
        return upload

    def items(self) -> dict[str, str]:
        """The items as text, as they are kept."""
        values = {item.code: self.cleaned_data.get(f"isi_{item.code}") for item in self.rule.fields}
        return {
            code: value.isoformat() if isinstance(value, date) else str("" if value is None else value)
            for code, value in values.items()
        }


def _item_field(item: Item, value: str, known: str) -> forms.Field:
    """The field of an item; its article is named where it differs from the paper's own (`known`)."""
    shared: dict[str, Any] = {
        "label": item.label
        if item.required
        else format_html("{} <small>({})</small>", item.label, _("boleh kosong")),
        "help_text": explained(item.help, "" if item.article == known else item.article),
        "required": False,
        "initial": value,
    }
    if item.choices:
        return forms.ChoiceField(choices=[("", _("Pilih …")), *item.choices], **shared)
    if item.input == "date":
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **shared)
    if item.input == "number":
        return forms.DecimalField(**shared)
    if item.rows > 1:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": item.rows}), **shared)
    return forms.CharField(max_length=500, **shared)
