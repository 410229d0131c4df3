"""Evidence in the history of a segment: told from the rows themselves, so that each reads only what it may see."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from boundaries.models import Evidence, EvidenceRemark, Segment
from ksd.accounts.access import AnyUser

Dated = tuple[datetime, dict[str, Any]]
# So many pieces are told of; the catalogue has them all.
SHOWN = 200


def evidence_entries(user: AnyUser, segment: Segment) -> list[Dated]:
    """Evidence brought, answered and withdrawn, as far as this person may read it; as many queries for one as for many."""
    rows = Evidence.objects.visible_to(user).filter(segment=segment).order_by("-added_at", "-pk")
    found = rows.select_related("region", "added_by", "dropped_by").prefetch_related(
        "remarks__region", "remarks__author"
    )
    told: list[Dated] = []
    for row in found[:SHOWN]:
        told.append(_entry(row.added_at, _("Bukti diajukan: %s") % row, row.added_by, str(row.region)))
        told += [_remark(row, remark) for remark in row.remarks.all()]
        if row.dropped_at is not None:
            title = _("Bukti ditarik: %s") % row
            told.append(_entry(row.dropped_at, title, row.dropped_by, row.drop_reason))
    return told


def _remark(row: Evidence, remark: EvidenceRemark) -> Dated:
    title = _("Tanggapan atas bukti %(evidence)s: %(verdict)s") % {
        "evidence": row,
        "verdict": remark.get_verdict_display(),
    }
    return _entry(remark.at, title, remark.author, f"{remark.region}: {remark.reason}")


def _entry(at: datetime, title: str, person: object, text: str) -> Dated:
    by = _("Dicatat %(person)s.") % {"person": person} if person else ""
    return at, {"title": title, "at": at, "by": by, "text": text, "tone": "secondary", "icon": ""}
