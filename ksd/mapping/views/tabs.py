"""The pages of one mapping period, as tabs: each a noun."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ksd.core.tabs import Tab, tabs_to
from ksd.mapping.models import Period

# Name of the address and label, in the order of the work.
TABS: tuple[tuple[str, str | Promise], ...] = (
    ("period", _("Ringkasan")),
    ("rows", pgettext_lazy("pemetaan", "Isian")),
    ("sheet", _("Berkas XLSX")),
    ("consolidation", _("Konsolidasi")),
    ("matches", _("Pasangan")),
    ("outputs", _("Keluaran")),
    ("minutes", _("Berita Acara")),
    ("realisation", pgettext_lazy("pemetaan", "Realisasi")),
)


def tabs_of(period: Period, current: str) -> list[Tab]:
    """The tabs of a period's page; `current` is the name of the page shown."""
    pages = ((f"mapping:{name}", label) for name, label in TABS)
    return tabs_to(pages, period.public_id, f"mapping:{current}")
