"""What the pages of one segment tell: its facts, what lacks, its history."""

from typing import Any

from django.utils.translation import gettext as _

from boundaries.choices import ChangeAct, tone_of
from boundaries.models import Segment, SegmentChange, SegmentTrace
from boundaries.services.completeness import findings
from boundaries.services.extent import Extent, extent_of, findings_of
from boundaries.views.evidence_history import evidence_entries
from ksd.accounts.access import AnyUser
from ksd.core.templatetags.core import angka, tanggal

Fact = tuple[str, Any, str]
# So many traces are shown; older ones are in the admin.
SHOWN = 500


def facts_of(segment: Segment, extent: Extent) -> list[Fact]:
    """The facts of a segment, each with its label and perhaps a page."""
    sides = [(_("Wilayah pertama"), segment.region_a), (_("Wilayah kedua"), segment.region_b)]
    return [
        *[(label, f"{region} ({region.code})", region.get_absolute_url()) for label, region in sides],
        (_("Jenis"), segment.kind.label, ""),
        (_("Panjang indikatif"), km(extent.total), ""),
        (_("Disepakati"), km(extent.agreed), ""),
        (_("Diperselisihkan"), km(extent.disputed), ""),
        (_("Angka disepakati dari"), extent.said_by, ""),
        (_("Tahapan"), segment.get_stage_display(), ""),
        (_("Pada tahapan ini sejak"), since(segment), ""),
    ]


def km(value: Any) -> str:
    """Kilometres in words; nothing for nobody knows."""
    return f"{angka(value)} km" if value is not None else ""


def since(segment: Segment) -> str:
    """Since when, and how many days that is."""
    days = segment.days_in_stage
    if days is None:
        return ""
    return _("%(day)s (%(days)s hari)") % {"day": tanggal(segment.stage_since), "days": angka(days)}


def lacks_of(segment: Segment) -> list[str]:
    """What the record of a segment still lacks, each with its mend."""
    found = findings_of(segment, list(segment.legs.all()))
    missing = len(findings(segment))
    if missing:
        found.append(
            _(
                "%d dokumen atau berita acara yang semestinya ada pada tahapan ini belum lengkap; lihat Berkas & BA."
            )
            % missing
        )
    if segment.is_settled:
        found += _lacks_of_decree(segment)
    elif segment.stage_since is None:
        found.append(
            _("Sejak kapan segmen berada pada tahapan ini belum dicatat; ralat tahapannya bila diketahui.")
        )
    return found


def _lacks_of_decree(segment: Segment) -> list[str]:
    basis = segment.bases.settling().first()
    if basis is None:
        return [
            _(
                "Segmen tercatat sudah ditetapkan, tetapi peraturannya belum dicatat. Catat di bagian Dasar hukum."
            )
        ]
    regulation = basis.regulation
    if regulation.file_id is None:
        return [
            _("Berkas %(regulation)s belum diunggah. Unggah di bagian Dasar hukum.")
            % {"regulation": regulation}
        ]
    return []


def summary_of(segment: Segment) -> dict[str, Any]:
    """The facts and kilometres of a segment for its first page."""
    extent = extent_of(segment)
    return {"extent": extent, "facts": facts_of(segment, extent), "lacks": lacks_of(segment)}


def history_of(segment: Segment) -> list[dict[str, Any]]:
    """The changes of stage as entries of a timeline, newest first."""
    return [_entry(change) for change in segment.changes.select_related("actor", "paper")]


def _entry(change: SegmentChange) -> dict[str, Any]:
    stage, corrected = change.get_to_stage_display(), change.act == ChangeAct.RALAT
    by = _("Dicatat %(person)s; sebelumnya %(stage)s.") % {
        "person": change.actor,
        "stage": change.get_from_stage_display(),
    }
    parts = [change.regulation, str(change.paper or ""), change.reason]
    return {
        "title": _("Ralat: %s") % stage if corrected else stage,
        "at": change.on,
        "by": _("%(by)s Semula sejak %(day)s.") % {"by": by, "day": tanggal(change.from_since)}
        if corrected and change.from_since
        else by,
        "text": "\n".join(part for part in parts if part),
        "tone": "secondary" if corrected else tone_of(change.to_stage),
        "icon": "",
    }


def everything_of(user: AnyUser, segment: Segment) -> list[dict[str, Any]]:
    """Every entry about a segment, changes of stage and other acts, by the moment they were written."""
    changes = segment.changes.select_related("actor", "paper")
    entries = [(change.at, _entry(change) | {"at": change.at}) for change in changes]
    traces = segment.traces.select_related("actor")[:SHOWN]
    entries += [(row.at, _traced(row)) for row in traces]
    entries += evidence_entries(user, segment)
    return [entry for _at, entry in sorted(entries, key=lambda pair: pair[0], reverse=True)]


def _traced(row: SegmentTrace) -> dict[str, Any]:
    return {
        "title": row.label,
        "at": row.at,
        "by": _("Dicatat %(person)s.") % {"person": row.actor},
        "text": row.detail,
        "tone": "secondary",
        "icon": "",
    }
