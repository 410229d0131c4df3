"""Points and pillars as a spreadsheet: coordinates in every notation, so that no one copies them by hand."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from boundaries.geo.coordinates import dms_lat, dms_lon, to_utm
from boundaries.models import SegmentPoint
from ksd.core.spreadsheets import Value, workbook

MOST_ROWS = 10_000


def points_sheet(listed: Iterable[SegmentPoint]) -> bytes:
    """The points of listings read with `for_list`, one row each."""
    columns = [
        (_("Segmen"), 36), (_("Kode segmen"), 14), (_("Urutan"), 8), (_("Nama titik"), 12), (_("Jenis"), 8),
        (_("Lintang"), 20), (_("Bujur"), 20), (_("Lintang (desimal)"), 16), (_("Bujur (desimal)"), 16),
        (_("Zona UTM"), 10), (_("Easting (m)"), 14), (_("Northing (m)"), 15), (_("Datum"), 10),
        (_("Ketelitian (m)"), 13), (_("Tinggi (m)"), 10), (_("Metode"), 16), (_("Diukur pada"), 12),
        (_("Tulisan pelat"), 20), (_("Letak"), 30), (_("Sumber"), 30), (_("Titik simpul dengan"), 40),
        (_("Penilaian"), 40), (_("Pilar"), 20), (_("Terakhir diperiksa"), 16),
    ]  # fmt: skip
    return workbook(_("Titik batas"), columns, (_row(row) for row in listed))


def _row(row: Any) -> list[Value]:
    point = row.point
    grid = to_utm(float(point.lon), float(point.lat), datum=point.datum)
    pillar = getattr(point, "pillar", None)
    others = [str(other.segment) for other in point.all_listings if other.pk != row.pk]
    said = [f"{one.region}: {one.get_verdict_display()}" for one in point.standing_verdicts]
    return [
        str(row.segment), row.segment.slug, row.order, row.label, point.kind.code, dms_lat(point.lat), dms_lon(point.lon),
        float(point.lat), float(point.lon), str(grid.zone), round(grid.easting, 3), round(grid.northing, 3),
        point.get_datum_display(), _number(point.accuracy_m), _number(point.height_m), point.get_method_display(),
        point.measured_on, point.brass_text, point.place, point.source, "; ".join(others), "; ".join(said),
        pillar.get_state_display() if pillar else "", pillar.inspected_on if pillar else None,
    ]  # fmt: skip


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
