"""The pages of one mapping period, as tabs: each a noun."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ksd.mapping.models import Period


@dataclass(frozen=True)
class Tab:
    """A page of one period as the tabs show it."""

    label: str | Promise
    url: str
    current: bool


# Name of the address and label, in the order of the work.
TABS: tuple[tuple[str, str | Promise], ...] = (
    ("period", _("Ringkasan")),
    ("rows", _("Isian")),
    ("sheet", _("Berkas XLSX")),
    ("consolidation", _("Konsolidasi")),
    ("outputs", _("Keluaran")),
    ("minutes", _("Berita Acara")),
    ("realisation", _("Realisasi")),
    ("matches", _("Pasangan")),
)


def tabs_of(period: Period, current: str) -> list[Tab]:
    """The tabs of a period's page; `current` is the name of the page shown."""
    return [
        Tab(label, reverse(f"mapping:{name}", args=[period.public_id]), name == current)
        for name, label in TABS
    ]
