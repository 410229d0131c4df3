"""Two or three lines of a segment laid over each other: drawing, table, rounds, paper."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.views.letters import hand_out
from boundaries.documents.line_drawings import overlay_drawing
from boundaries.documents.overlay_letter import overlay_letter
from boundaries.documents.overlay_words import PairWords, RoundWords, chart, pair_words, round_words
from boundaries.forms.overlays import OverlayForm
from boundaries.models import BoundaryLine, Segment
from boundaries.services import overlays as figures
from boundaries.services.access import spoken_for
from boundaries.views.lines import lines_of
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.accounts.pages import person
from ksd.core.language import INDONESIAN
from regions.models import Region


@login_required
@require_safe
def overlay(request: HttpRequest, slug: str) -> HttpResponse:
    """The comparison of the lines chosen, or of both newest claims and the study."""
    segment = segment_of(request, slug)
    form, chosen = _chosen(request, segment, request.GET)
    context = {
        "segment": segment,
        "tabs": tabs_of(segment, "overlay"),
        "form": form,
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Tumpang tindih"), "")),
        **_compared(request, segment, chosen),
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "boundaries/overlays/page.html", context, status=status)


def _chosen(request: HttpRequest, segment: Segment, data: Any) -> tuple[OverlayForm, list[BoundaryLine]]:
    """The form of choice and the lines it names, in the order they are compared."""
    rows = lines_of(request, segment)
    usual = figures.usual_choice(segment, rows)
    asked = "garis" in data
    form = OverlayForm(
        data if asked else None,
        lines=rows.for_list().newest_first(),
        initial={"garis": [row.pk for row in usual]},
    )
    wanted = (form.cleaned_data["garis"] if form.is_valid() else []) if asked else usual
    found = rows.for_drawing().filter(pk__in=[row.pk for row in wanted])
    return form, figures.ordered(segment, list(found))


def _compared(request: HttpRequest, segment: Segment, chosen: list[BoundaryLine]) -> dict[str, Any]:
    """Drawing and words of the comparison, the rounds and their chart."""
    comparer = figures.Comparer()
    pairs = comparer.pairs(figures.pairs_of(segment, chosen))
    rounds: list[RoundWords] = [
        round_words(row) for row in figures.by_round(segment, lines_of(request, segment), comparer)
    ]
    words: list[PairWords] = [pair_words(segment, pair) for pair in pairs]
    main = pairs[0].kept if pairs else None
    return {
        "lines": chosen,
        "pairs": words,
        "drawing": overlay_drawing(_drawn(chosen, pairs), main) if chosen else None,
        "rounds": rounds,
        "chart": chart(rounds),
    }


def _drawn(chosen: list[BoundaryLine], pairs: list[figures.Pair]) -> list[BoundaryLine]:
    """The lines with those of the main pair first."""
    first = [pairs[0].first, pairs[0].second] if pairs else []
    return [*first, *(line for line in chosen if line not in first)]


@login_required
@require_POST
def overlay_compute(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand the pairs that are too large for a page to the worker."""
    segment = segment_of(request, slug)
    form, chosen = _chosen(request, segment, request.POST)
    if form.is_bound and not form.is_valid():
        return render(request, "boundaries/overlays/page.html", _refused(request, segment, form), status=422)
    pairs = figures.Comparer(left=0).pairs(figures.pairs_of(segment, chosen))
    due = [pair for pair in pairs if pair.is_due]
    jobs = [
        figures.request_overlay(actor=person(request), segment=segment, first=pair.first, second=pair.second)
        for pair in due
    ]
    if jobs:
        return redirect(reverse("core:job", args=[jobs[0].public_id]))
    return redirect(_address(segment, chosen))


def _refused(request: HttpRequest, segment: Segment, form: OverlayForm) -> dict[str, Any]:
    return {
        "segment": segment,
        "tabs": tabs_of(segment, "overlay"),
        "form": form,
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Tumpang tindih"), "")),
        **_compared(request, segment, []),
    }


def _address(segment: Segment, chosen: list[BoundaryLine]) -> str:
    query = "&".join(f"garis={line.pk}" for line in chosen)
    return reverse("boundaries:overlay", args=[segment.slug]) + (f"?{query}" if query else "")


@login_required
@require_POST
def overlay_print(request: HttpRequest, slug: str) -> HttpResponse:
    """The comparison on paper: drawing and table as PDF, the table as DOCX."""
    segment = segment_of(request, slug)
    form, chosen = _chosen(request, segment, request.POST)
    if len(chosen) < 2 or (form.is_bound and not form.is_valid()):
        return render(request, "boundaries/overlays/page.html", _refused(request, segment, form), status=422)
    # Papers speak Indonesian, whatever the person reads on the screen.
    with translation.override(INDONESIAN):
        found = _compared(request, segment, chosen)
        words = (found["pairs"], found["rounds"])
        letter = overlay_letter(_letterhead(request, segment), segment, chosen, found["drawing"], words)
    return hand_out(request, letter, _("Tumpang tindih %(segment)s") % {"segment": segment})


def _letterhead(request: HttpRequest, segment: Segment) -> Region:
    """Whose paper it is: the side one officer speaks for, else the province of the first side."""
    own = spoken_for(request.user, segment)
    return own[0] if len(own) == 1 else segment.region_a.parent or segment.region_a
