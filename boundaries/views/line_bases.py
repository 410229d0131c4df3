"""On which document each stretch of a claim rests: a table, a strip, and one form."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.views.refusing import carried_out
from boundaries.choices import LineRole
from boundaries.forms.evidence import BaseForm
from boundaries.models import BoundaryLine, Evidence, LineEvidence, Segment
from boundaries.services.access import may_speak_for
from boundaries.services.line_bases import Stretch, drop_base, state_base, stretches
from boundaries.views.evidence import page_of
from boundaries.views.shared import segment_of
from ksd.accounts.pages import person

STRIP = 1000
COLOURS = 8


def _claim(segment: Segment, pk: int) -> BoundaryLine:
    rows = BoundaryLine.objects.shared_of(segment).filter(role=LineRole.KLAIM)
    row = get_object_or_404(rows.select_related("region", "replaced_by"), pk=pk)
    row.segment = segment
    return row


def _may_state(request: HttpRequest, line: BoundaryLine) -> bool:
    return line.region is not None and may_speak_for(request.user, line.segment, line.region)


def _address(line: BoundaryLine) -> str:
    return reverse("boundaries:line_basis", args=[line.segment.slug, line.pk])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def line_basis(request: HttpRequest, slug: str, line: int) -> HttpResponse:
    """The stretches of one claim version; POST states one more."""
    segment = segment_of(request, slug)
    row = _claim(segment, line)
    may_state = _may_state(request, row)
    if request.method == "POST" and not may_state:
        raise PermissionDenied(_("Dasar klaim dinyatakan oleh daerah yang menyatakan klaim itu."))
    choice = Evidence.objects.visible_to(request.user).standing().filter(segment=segment)
    form = BaseForm(request.POST or None, evidence=choice)

    def act(given: dict[str, Any]) -> None:
        state_base(
            actor=person(request),
            line=row,
            **{name: given[name] for name in ("evidence", "start", "end", "note")},
        )

    response, status = carried_out(request, form, act, back=_address(row), done=_("Dasar bentang dicatat."))
    context = _shown(request, row) | {"form": form if may_state and not hasattr(row, "replaced_by") else None}
    return response or render(request, "boundaries/evidence/line.html", context, status=status)


def _shown(request: HttpRequest, line: BoundaryLine) -> dict[str, Any]:
    found = stretches(line, request.user)
    return page_of(line.segment, (str(line), "")) | _sums(found) | {
        "line": line, "stretches": found, "strip": strip(found), "newer": getattr(line, "replaced_by", None),
    }  # fmt: skip


def _sums(found: list[Stretch]) -> dict[str, float]:
    bare = sum(row.length_m for row in found if row.is_bare)
    return {"bare_m": bare, "based_m": sum(row.length_m for row in found) - bare}


def strip(found: list[Stretch]) -> list[dict[str, Any]]:
    """The line laid straight: one bar per stretch, as long as it is on the ground."""
    whole = sum(row.length_m for row in found) or 1.0
    bars, at, colours = [], 0.0, dict[int, int]()
    for row in found:
        wide = row.length_m / whole * STRIP
        colour = (
            0
            if row.is_bare or row.base is None
            else colours.setdefault(row.base.evidence_id, len(colours) % COLOURS + 1)
        )
        bars.append(
            {
                "x": round(at, 2),
                "wide": round(wide, 2),
                "colour": colour,
                "title": f"{row.first}–{row.last}: {row.title}",
            }
        )
        at += wide
    return bars


@login_required
@require_POST
def line_basis_drop(request: HttpRequest, slug: str, line: int, pk: int) -> HttpResponse:
    """Take back what was said of one stretch."""
    row = _claim(segment_of(request, slug), line)
    if not _may_state(request, row):
        raise PermissionDenied(_("Dasar klaim dinyatakan oleh daerah yang menyatakan klaim itu."))
    base = get_object_or_404(
        LineEvidence.objects.select_related("line__segment"), pk=pk, line=row, dropped_at=None
    )
    drop_base(actor=person(request), base=base)
    return redirect(_address(row))
