"""What the page of a point tells: its facts in every notation, and its history."""

from typing import Any

from django.utils.translation import gettext as _

from boundaries.choices import PointAct
from boundaries.geo.coordinates import convert, decimal, stated_accuracy_m, utm
from boundaries.geo.written import shown, unbroken
from boundaries.models import PointChange, SegmentPoint
from ksd.core.templatetags.core import angka, tanggal

TONES = {
    PointAct.SETUJU: "success", PointAct.KEBERATAN: "danger", PointAct.POSISI: "warning", PointAct.DILEPAS: "danger",
    PointAct.DITAMBAHKAN: "info", PointAct.SIMPUL: "info",
}  # fmt: skip


def facts_of(row: SegmentPoint) -> list[tuple[str, Any]]:
    """Where a point lies, how that is known, and what stands on the pillar."""
    point = row.point
    moved = convert(point.position, point.datum)
    exact = [] if not moved.accuracy_m else [(_("Dalam SRGI2013"), _in_srgi(row))]
    return [
        (_("Jenis resmi"), str(point.kind)),
        (_("Tulisan pelat kuningan"), point.brass_text),
        (_("Koordinat"), shown(point.lat, point.lon)),
        (_("Derajat desimal"), unbroken(decimal(point.lat, point.lon, comma=True))),
        (_("UTM"), unbroken(utm(point.lat, point.lon, datum=point.datum))),
        (_("Datum"), point.get_datum_display()),
        *exact,
        (_("Seperti ditulis sumbernya"), point.as_given),
        (_("Ketelitian"), metres(point.accuracy_m)),
        (_("Tinggi"), metres(point.height_m)),
        (_("Metode"), point.get_method_display()),
        (_("Diukur pada"), tanggal(point.measured_on)),
        (_("Letak"), point.place),
        (_("Sumber"), point.source),
        (_("Catatan"), point.note),
    ]


def _in_srgi(row: SegmentPoint) -> str:
    """The position in today's datum, with the accuracy of the change and why it is no better."""
    point = row.point
    moved = convert(point.position, point.datum)
    given = {
        "where": shown(moved.position.lat, moved.position.lon),
        "metres": angka(round(stated_accuracy_m(point.datum), 1)),
        "note": moved.note,
    }
    return _("%(where)s (± %(metres)s m). %(note)s") % given


def metres(value: Any) -> str:
    """A length in metres, or nothing."""
    return "" if value is None else f"{angka(value)} m"


def history_of(row: SegmentPoint) -> list[dict[str, Any]]:
    """What happened to the point as entries of a timeline, newest first."""
    changes = row.point.changes.select_related("actor", "region", "segment__region_a", "segment__region_b")
    return [
        {
            "title": f"{change.get_act_display()} ({change.region})"
            if change.region
            else change.get_act_display(),
            "at": change.at,
            "by": f"{change.actor or ''} · {change.segment}"
            if change.segment != row.segment
            else str(change.actor or ""),
            "text": "\n".join(part for part in (change.text, _old_place(change)) if part),
            "tone": TONES.get(PointAct(change.act), "secondary"),
            "icon": "",
        }
        for change in changes
    ]


def _old_place(change: PointChange) -> str:
    if change.lat is None or change.lon is None:
        return ""
    where = f"{shown(change.lat, change.lon)} ({change.get_datum_display()})"
    gap = angka(round(change.moved_m or 0, 3))
    return _("Sebelumnya %(where)s; bergeser %(gap)s m.") % {"where": where, "gap": gap}
