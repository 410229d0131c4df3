"""What the page components need: tones, addresses of list pages, moments, file icons."""

from datetime import date, datetime
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.core.words import long_date, size_words

register = template.Library()

TONES = frozenset({"primary", "success", "warning", "danger", "info", "secondary"})
_SAME = {"error": "danger", "debug": "secondary", "": "secondary"}
_ICONS = {
    "primary": "info-circle",
    "success": "circle-check",
    "warning": "alert-triangle",
    "danger": "alert-circle",
    "info": "info-circle",
    "secondary": "info-circle",
}
_FILES = {
    "application/pdf": "file-type-pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "file-type-docx",
    "image/png": "photo",
    "image/jpeg": "photo",
}


@register.filter
def tone(value: object) -> str:
    """One of the six tones of the house; anything else is the quiet one."""
    name = _SAME.get(str(value), str(value))
    return name if name in TONES else "secondary"


@register.filter
def tone_icon(value: object) -> str:
    """The icon that says a tone without its colour."""
    return _ICONS[tone(value)]


@register.simple_tag(takes_context=True)
def page_url(context: template.Context, number: int) -> str:
    """The address of another page of this list, with its filters and order kept."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page: "Page[Any]") -> list[int | None]:
    """The page numbers to show; None stands for the ones left out."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown]


@register.filter
def moment(value: date | datetime | None) -> str:
    """A date in words, and the local time of day where there is one."""
    if not value:
        return ""
    if not isinstance(value, datetime):
        return long_date(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return _("%(day)s pukul %(time)s") % {"day": long_date(local.date()), "time": f"{local:%H.%M}"}


@register.filter
def file_icon(content_type: str) -> str:
    """The icon for a kind of file."""
    return _FILES.get(content_type, "file")


@register.filter
def file_type(name: str) -> str:
    """The ending of a file's name as people say it: PDF, DOCX."""
    return name.rpartition(".")[2].upper() if "." in name else ""


@register.filter
def file_size(size: int) -> str:
    """The size of a file: 20 MB."""
    return size_words(size)


@register.filter
def in_use(form: forms.Form) -> bool:
    """Whether any filter of a GET form is filled in."""
    return form.is_bound and any(form[name].data not in (None, "", [], False) for name in form.fields)
