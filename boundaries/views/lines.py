"""The lines of a segment: who claims what, version by version."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.choices import LineRole
from boundaries.documents.line_drawings import drawing_of
from boundaries.geo.writing import FORMATS
from boundaries.models import BoundaryLine, Segment
from boundaries.querysets import LineQuerySet
from boundaries.services.line_bases import stretches
from boundaries.services.lines import may_state, may_state_any
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.core.templatetags.core import angka

# A drawing names no more than this many lines: what is claimed before what is proposed.
DRAWN = 4
FIRST = (
    LineRole.KLAIM,
    LineRole.DISEPAKATI,
    LineRole.KAJIAN_KEMENDAGRI,
    LineRole.KAJIAN_PROVINSI,
    LineRole.KOMPROMI,
    LineRole.INDIKATIF,
)


def lines_of(request: HttpRequest, segment: Segment) -> LineQuerySet:
    """The lines of a segment the person may read."""
    return BoundaryLine.objects.visible_to(request.user).filter(segment=segment)


def line_of(request: HttpRequest, segment: Segment, pk: int) -> BoundaryLine:
    """One version the person may read; a stranger finds nothing."""
    return get_object_or_404(lines_of(request, segment).for_list(), pk=pk)


@login_required
@require_safe
def line_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Every line that stands, by whose it is, and the versions before."""
    segment = segment_of(request, slug)
    rows = list(lines_of(request, segment).without_older_steps().for_list().newest_first())
    standing = [row for row in rows if row.stands]
    drawn = drawn_of(request, segment, standing)
    context = {
        "segment": segment,
        "tabs": tabs_of(segment, "lines"),
        "standing": standing,
        "past": [row for row in rows if not row.stands],
        "drawing": drawing_of(segment, drawn) if drawn else None,
        "undrawn": len(standing) - len(drawn),
        "may_state": may_state_any(request.user, segment),
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Klaim"), "")),
    }
    return render(request, "boundaries/lines/list.html", context)


def drawn_of(request: HttpRequest, segment: Segment, standing: list[BoundaryLine]) -> list[BoundaryLine]:
    """The lines a drawing has strokes for; the first side's claim leads and the second's follows, as on the overlay."""

    def rank(line: BoundaryLine) -> tuple[int, bool]:
        return FIRST.index(LineRole(line.role)), line.region_id != segment.region_a_id

    chosen = [row.pk for row in sorted(standing, key=rank)[:DRAWN]]
    return sorted(lines_of(request, segment).filter(pk__in=chosen).for_drawing(), key=rank)


@login_required
@require_safe
def line_detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One version: where it runs, who stated it, the versions before and after."""
    segment = segment_of(request, slug)
    line = line_of(request, segment, pk)
    context = {
        "segment": segment,
        "tabs": tabs_of(segment, "lines"),
        "line": line,
        "facts": facts_of(line),
        "drawing": drawing_of(segment, [line], sides=True),
        "history": history_of(request, line),
        "formats": FORMATS.values(),
        "stretches": stretches(line, request.user) if line.is_claim else [],
        "may_state": may_state(request.user, segment, line.role, line.region),
        "crumbs": line_crumbs(segment, (str(line), "")),
    }
    return render(request, "boundaries/lines/detail.html", context)


def line_crumbs(segment: Segment, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the register through the segment's lines."""
    claims = (_("Klaim"), reverse("boundaries:lines", args=[segment.slug]))
    return crumbs((str(segment), segment.get_absolute_url()), claims, *more)


def facts_of(line: BoundaryLine) -> list[tuple[str, Any]]:
    """What is known of a version, as pairs."""
    return [
        (_("Jenis"), line.get_role_display()),
        (_("Daerah"), line.region or ""),
        (_("Putaran"), line.round or ""),
        (_("Versi"), line.version),
        (_("Panjang"), f"{angka(round(line.length_km, 3))} km"),
        (_("Banyak titik"), angka(line.vertex_count)),
        (_("Kerahasiaan"), _("Terbatas pada para pihak") if line.confidential else _("Biasa")),
        (_("Catatan"), line.note),
    ]


def history_of(request: HttpRequest, line: BoundaryLine) -> list[dict[str, Any]]:
    """The versions of one line as entries of a timeline, newest first."""
    same = lines_of(request, line.segment).filter(role=line.role, region=line.region).for_list()
    entries = []
    for row in same.order_by("-drawn_at", "-pk"):
        gone = row.withdrawn
        if gone is not None:
            entries.append(
                _entry(_("Ditarik: %(line)s") % {"line": row}, gone.at, gone.actor, gone.reason, "danger")
            )
        tone = "success" if row.stands else "secondary"
        entries.append(_entry(str(row), row.drawn_at, row.author or _("sistem"), row.reason, tone))
    return entries


def _entry(title: str, at: Any, by: Any, text: str, tone: str) -> dict[str, Any]:
    return {
        "title": title,
        "at": at,
        "by": _("Oleh %(person)s") % {"person": by},
        "text": text,
        "tone": tone,
        "icon": "",
    }
