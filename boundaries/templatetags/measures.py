"""Metres, square metres and coordinates as people read them."""

from decimal import Decimal

from django import template

from boundaries.geo.written import unbroken_in
from ksd.core.words import figures

register = template.Library()


def _rounded(value: float, places: int) -> str:
    return figures(Decimal(str(round(value, places))))


@register.filter
def hektare(value: float | None) -> str:
    """Square metres as hectares with two decimals: 1.234,56 ha."""
    return "" if value is None else f"{_rounded(value / 10_000, 2)} ha"


@register.filter
def kilometer(value: float | None) -> str:
    """Metres as kilometres with three decimals: 12,345 km."""
    return "" if value is None else f"{_rounded(value / 1_000, 3)} km"


@register.filter
def persen(value: float | None) -> str:
    """A share of one as percent with one decimal."""
    return "" if value is None else f"{_rounded(value * 100, 1)} %"


@register.filter
def utuh(text: str) -> str:
    """Words whose coordinates no line parts."""
    return unbroken_in(text)
