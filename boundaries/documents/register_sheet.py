"""The register of segments as a sheet: what the list shows, a line per segment."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from boundaries.models import Segment
from ksd.core.spreadsheets import Value, workbook


def register_sheet(segments: Iterable[Segment]) -> bytes:
    """The segments given, read `with_km`, as XLSX; lengths in kilometres, indicative."""
    columns = [
        (_("Kode"), 15),
        (_("Wilayah pertama"), 32),
        (_("Wilayah kedua"), 32),
        (_("Jenis"), 16),
        (_("Tahapan"), 34),
        (_("Sejak"), 12),
        (_("Hari pada tahapan ini"), 12),
        (_("Panjang indikatif (km)"), 12),
        (_("Disepakati (km)"), 12),
        (_("Diperselisihkan (km)"), 12),
        (_("Peraturan"), 24),
        (_("Tentang"), 60),
        (_("Terverifikasi"), 12),
        (_("Sumber"), 50),
    ]
    return workbook(_("Segmen batas"), columns, (_line(row) for row in segments))


def _line(row: Segment) -> list[Value]:
    figures = (getattr(row, name) for name in ("length_km", "agreed_km", "disputed_km"))
    return [
        row.slug,
        str(row.region_a),
        str(row.region_b),
        str(row.kind.label),
        row.get_stage_display(),
        row.stage_since,
        row.days_in_stage,
        *(None if value is None else float(value) for value in figures),
        row.regulation,
        row.regulation_title,
        _("ya") if row.verified else _("belum"),
        row.source,
    ]
