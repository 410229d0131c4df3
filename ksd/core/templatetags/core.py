"""Filters and tags every template has: Indonesian dates and numbers, icons, active links."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ksd.core import words

register = template.Library()


@register.filter
def tanggal(value: date | datetime | None) -> str:
    """Print a date as "21 November 2026"; nothing for no date."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return words.long_date(value) if value else ""


@register.filter
def tanggal_tertulis(value: str) -> str:
    """Print the day of a moment that another program wrote ("2026-11-21T09:00:00Z"); as it stands when it is none."""
    try:
        return words.long_date(date.fromisoformat(value[:10]))
    except ValueError:
        return value


@register.filter
def terbilang(value: int | str | None) -> str:
    """Print a whole number in words; nothing for no number."""
    return "" if value is None or value == "" else words.terbilang(int(value))


@register.filter
def angka(value: int | float | Decimal | str | None) -> str:
    """Print a number the Indonesian way: 1.234,5."""
    if value is None or value == "":
        return ""
    return words.figures(Decimal(str(value)))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon of the sprite; with a label it speaks, without it is silent to screen readers."""
    address = static("icons.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>',
            label,
            address,
            name,
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', address, name)
