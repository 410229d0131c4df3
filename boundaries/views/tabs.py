"""The pages of one segment, as tabs: each a noun."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boundaries.models import Segment
from ksd.core.tabs import Tab, tabs_to

TABS: tuple[tuple[str, str | Promise], ...] = (
    ("detail", _("Ringkasan")),
    ("legs", _("Ruas")),
    ("segment_points", _("Titik")),
    ("segment_map", _("Peta")),
    ("rounds", _("Perundingan")),
    ("lines", _("Klaim")),
    ("overlay", _("Tumpang tindih")),
    ("inside", _("Di dalam")),
    ("compromises", _("Simulasi garis")),
    ("evidence", _("Bukti")),
    ("papers", _("Berkas & BA")),
    ("terms_of", _("Tenggat & surat")),
    ("regulations", _("Dasar hukum")),
    ("annexes", _("Lampiran")),
    ("exchange", _("Impor dan ekspor")),
    ("history", _("Riwayat")),
)


def tabs_of(segment: Segment, current: str) -> list[Tab]:
    """The tabs of a segment's page; `current` is the name of the page shown."""
    pages = ((f"boundaries:{name}", label) for name, label in TABS)
    return tabs_to(pages, segment.slug, f"boundaries:{current}")
