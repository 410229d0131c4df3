"""The log of the negotiation: rounds as a timeline, each with what both sides held."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.forms.rounds import PositionForm, RoundForm
from boundaries.models import Round, Segment
from boundaries.services import may_speak_for, spoken_for
from boundaries.services.rounds import Position, RoundFacts, keep_round, state_position
from boundaries.views.shared import act_page, frame, managed, segment_of
from ksd.accounts.pages import person
from ksd.core import clock
from regions.models import Region

_FORM = ["GET", "HEAD", "POST"]


def rounds_url(segment: Segment) -> str:
    """The page of the negotiation."""
    return reverse("boundaries:rounds", args=[segment.slug])


def _round_or_404(segment: Segment, number: int) -> Round:
    return get_object_or_404(
        segment.rounds.select_related("segment__region_a", "segment__region_b"), number=number
    )


@login_required
@require_safe
def rounds(request: HttpRequest, slug: str) -> HttpResponse:
    """The rounds of the negotiation, the latest first."""
    segment = segment_of(request, slug)
    rows = segment.rounds.select_related("paper", "written_by").prefetch_related(
        "positions__region", "positions__line"
    )
    context = frame(request, segment, "rounds", _("Perundingan")) | {
        "rounds": rows.order_by("-number"),
        "own_sides": spoken_for(request.user, segment),
    }
    return render(request, "boundaries/rounds.html", context)


@login_required
@require_http_methods(_FORM)
def round_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down the next round."""
    return _round(request, managed(request, slug), None)


@login_required
@require_http_methods(_FORM)
def round_edit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Correct a round; what it said before stays in the history."""
    segment = managed(request, slug)
    return _round(request, segment, _round_or_404(segment, number))


def _round(request: HttpRequest, segment: Segment, row: Round | None) -> HttpResponse:
    told = _told(row) if row else {"on": clock.today()}
    form = RoundForm(request.POST or None, segment=segment, initial=told)

    def act(_data: dict[str, Any]) -> None:
        keep_round(
            actor=person(request), segment=segment, facts=form.facts(), positions=form.positions(), round=row
        )

    title = _("Putaran %(number)d") % {"number": row.number} if row else _("Catat putaran")
    return act_page(
        request, segment, form, act, title=title, back=rounds_url(segment), done=_("Putaran dicatat.")
    )


def _told(row: Round) -> dict[str, Any]:
    """A round as its form begins."""
    told: dict[str, Any] = {name: getattr(row, name) for name in RoundFacts.__dataclass_fields__}
    for position in row.positions.all():
        told |= {f"text_{position.region_id}": position.text, f"line_{position.region_id}": position.line_id}
    return told


@login_required
@require_http_methods(_FORM)
def position(request: HttpRequest, slug: str, number: int, code: str) -> HttpResponse:
    """Let one side say what it held in a round."""
    segment = segment_of(request, slug)
    row, side = _round_or_404(segment, number), _side_or_404(segment, code)
    if not may_speak_for(request.user, segment, side):
        raise PermissionDenied(_("Anda tidak mewakili %(region)s.") % {"region": side})
    current = row.positions.filter(region=side).first()
    told = {"text": current.text, "line": current.line_id} if current else None
    form = PositionForm(request.POST or None, segment=segment, initial=told)

    def act(data: dict[str, Any]) -> None:
        state_position(actor=person(request), round=row, position=Position(side, data["text"], data["line"]))

    return act_page(
        request, segment, form, act, back=rounds_url(segment), done=_("Posisi dicatat."),
        title=_("Posisi %(region)s pada putaran %(number)d") % {"region": side, "number": number},
    )  # fmt: skip


def _side_or_404(segment: Segment, code: str) -> Region:
    for side in segment.sides:
        if side.code == code:
            return side
    raise Http404(_("Daerah itu bukan pihak segmen ini."))
