"""The lines of a segment as GeoJSON, as fine as the asker needs, for the map."""

import hashlib
import json
import math
from typing import Any

import shapely
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe
from shapely import LineString

from boundaries.models import BoundaryLine
from boundaries.views.lines import lines_of
from boundaries.views.shared import segment_of

# Degrees: a thousandth is some hundred metres.
MOST_TOLERANCE = 0.05
DIGITS = 7


@login_required
@require_safe
def lines_geojson(request: HttpRequest, slug: str) -> HttpResponse:
    """Standing lines (or those named by `garis`) thinned by `toleransi` in degrees; versions never change, so ETag holds."""
    segment = segment_of(request, slug)
    rows = lines_of(request, segment)
    wanted = [int(value) for value in request.GET.getlist("garis") if value.isascii() and value.isdigit()][
        :20
    ]
    rows = rows.filter(pk__in=[pk for pk in wanted if pk < 2**63]) if wanted else rows.standing()
    step = tolerance_of(request.GET.get("toleransi", ""))
    marks = list(rows.order_by("pk").values_list("pk", flat=True))
    tag = f'"{hashlib.sha256(repr((marks, step)).encode()).hexdigest()[:32]}"'
    if tag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        features = [feature_of(row, step) for row in rows.for_drawing().order_by("pk")]
        body = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
        response = HttpResponse(body, content_type="application/geo+json")
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


def tolerance_of(text: str) -> float:
    """The tolerance asked for in degrees; nothing and nonsense mean none."""
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return min(max(value, 0.0), MOST_TOLERANCE) if math.isfinite(value) else 0.0


def feature_of(line: BoundaryLine, step: float) -> dict[str, Any]:
    """One line with what a map says of it."""
    geometry = LineString(line.vertices)
    if step:
        geometry = shapely.simplify(geometry, step)
    return {
        "type": "Feature",
        "id": line.pk,
        "geometry": {
            "type": "LineString",
            "coordinates": [[round(x, DIGITS), round(y, DIGITS)] for x, y in geometry.coords],
        },
        "properties": {
            "role": line.role,
            "region": line.region.code if line.region else "",
            "name": str(line),
            "round": line.round.number if line.round else None,
            "version": line.version,
            "length_km": round(line.length_km, 3),
            "confidential": line.confidential,
            "illustrative": line.illustrative,
            "note": "Indikatif, bukan acuan hukum.",
        },
    }
