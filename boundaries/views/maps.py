"""The map: its own page, and what the map in other pages needs."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.choices.drawing import STROKES
from boundaries.models import Segment
from boundaries.querysets import SegmentQuerySet
from boundaries.services.access import may_manage
from boundaries.services.drawings import LEVELS, digests_in_use
from boundaries.services.points.access import may_propose
from boundaries.services.svg_maps import SvgMap, svg_map
from boundaries.views.found import found_in
from boundaries.views.map_words import words
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of


@login_required
@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """All segments the filter finds, on the map and as a list."""
    found = found_in(request)
    context = {
        "filter": found,
        "drawn": map_of(request, found.qs),
        "query": request.GET.urlencode(),
        "crumbs": crumbs((_("Peta"), "")),
    }
    return render(request, "boundaries/map.html", context)


@login_required
@require_safe
def segment_map(request: HttpRequest, slug: str) -> HttpResponse:
    """One segment on the map: its line, its points, and the claims the person may read."""
    segment = segment_of(request, slug)
    if segment.slug != slug:
        return redirect("boundaries:segment_map", segment.slug)
    context = {
        "segment": segment,
        "tabs": tabs_of(segment, "segment_map"),
        "drawn": map_of_one(segment),
        "fixes": segment.fixes.select_related("person", "photo")[:50],
        "may_send": may_propose(request.user, segment),
        "may_decide": may_manage(request.user, segment),
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Peta"), "")),
    }
    return render(request, "boundaries/segment_map.html", context)


def map_of(request: HttpRequest, segments: SegmentQuerySet) -> dict[str, Any]:
    """The map of the segments a list shows: the drawing for all, and where a browser finds the rest."""
    query = request.GET.urlencode()
    more = f"?{query}" if query else ""
    data = {
        "segments": reverse("boundaries:segments_json") + more,
        "points": reverse("boundaries:points_json") + more,
    }
    return _drawn(svg_map(segments), data)


def map_of_one(segment: Segment) -> dict[str, Any]:
    """The same for one segment."""
    return _drawn(svg_map([segment]), {"one": reverse("boundaries:segment_json", args=[segment.slug])})


def _drawn(svg: SvgMap, data: dict[str, str]) -> dict[str, Any]:
    """What a template of the map needs."""
    tiles = _tiles()
    setup = _setup(data, tiles)
    return {
        "svg": svg,
        "one": "one" in data,
        "setup": setup,
        "strokes": STROKES,
        "pmtiles": tiles.get("pmtiles", ""),
    }


def _setup(data: dict[str, str], tiles: dict[str, str]) -> dict[str, Any]:
    """What the browser needs: where everything is, how it looks, and the words."""
    digests = digests_in_use()
    levels = [
        f"{reverse('boundaries:regions_json', args=[level])}?v={digests.get(level, '')}" for level in LEVELS
    ]
    modules = {name: static(f"js/boundaries/map_{name}.js") for name in ("topology", "layers", "hands")}
    return {
        "data": data | {"levels": levels},
        "modules": modules,
        "maplibre": static("maplibre/maplibre-gl.mjs"),
        "worker": static("maplibre/maplibre-gl-worker.mjs"),
        "strokes": [row.as_data() for row in STROKES],
        "tiles": tiles,
        "words": words(),
    }


def _tiles() -> dict[str, str]:
    """A source of background pictures, where the office has named one."""
    address: str = settings.KSD_MAP_TILES
    if not address:
        return {}
    tiles = {"url": address, "attribution": settings.KSD_MAP_ATTRIBUTION}
    if urlsplit(address).path.endswith(".pmtiles"):
        tiles["pmtiles"] = static("maplibre/pmtiles.js")
    return tiles
