"""What the map draws, as data."""

import gzip
import hashlib
import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.models import Segment
from boundaries.querysets import SegmentQuerySet
from boundaries.services.drawings import LEVELS, drawings_in_use, prepare_level
from boundaries.services.map_data import claim_rows, point_rows, segment_rows
from boundaries.views.found import found_in
from boundaries.views.shared import segment_of

EMPTY = gzip.compress(b'{"grid":1,"arcs":[],"regions":[]}', mtime=0)


@login_required
@require_safe
def regions_json(request: HttpRequest, level: int) -> HttpResponse:
    """The outlines of the layer in use at a level, as kept; they are no secret, but only people who sign in need them."""
    if level not in LEVELS:
        raise Http404(_("Tingkat rincian ini tidak ada."))
    asked = request.headers.get("If-None-Match", "")
    kept = drawings_in_use(level)
    if asked and _known(asked, kept.values_list("digest", flat=True).first() or "-"):
        return HttpResponseNotModified()
    digest, body = kept.values_list("digest", "body").first() or _prepared(level)
    lasting = "max-age=31536000, immutable" if request.GET.get("v") == digest else "no-cache"
    return _packed(request, bytes(body), digest, lasting)


@login_required
@require_safe
def segments_json(request: HttpRequest) -> HttpResponse:
    """The segments the filter finds, all pages of the table together."""
    return _rows(request, {"segments": segment_rows(filtered(request))})


@login_required
@require_safe
def points_json(request: HttpRequest) -> HttpResponse:
    """The points of those segments."""
    points, cut = point_rows(filtered(request))
    return _rows(request, {"points": points, "cut": cut})


@login_required
@require_safe
def segment_json(request: HttpRequest, slug: str) -> HttpResponse:
    """One segment with its points and the lines stated for it, as far as the person may read them."""
    segment = segment_of(request, slug)
    only = Segment.objects.visible_to(request.user).filter(pk=segment.pk)
    points, cut = point_rows(only)
    body = {"segments": segment_rows(only, fine=True), "points": points, "cut": cut}
    return _rows(request, body | {"claims": claim_rows(request.user, segment)})


def filtered(request: HttpRequest) -> SegmentQuerySet:
    """The very segments the table of the register shows for the same address."""
    found: SegmentQuerySet = found_in(request).qs
    return found


def _prepared(level: int) -> tuple[str, bytes]:
    made = prepare_level(level)
    return (made.digest, bytes(made.body)) if made is not None else ("kosong", EMPTY)


def _rows(request: HttpRequest, data: dict[str, Any]) -> HttpResponse:
    """Rows that depend on the person: never kept by anybody in between, and not sent twice unchanged."""
    body = json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode()
    digest = hashlib.sha256(body).hexdigest()
    if _known(request.headers.get("If-None-Match", ""), digest):
        return HttpResponseNotModified()
    return _packed(request, gzip.compress(body, 5, mtime=0), digest, "no-cache")


def _known(asked: str, digest: str) -> bool:
    return digest in asked


def _packed(request: HttpRequest, body: bytes, digest: str, lasting: str) -> HttpResponse:
    """Gzip as it is, or unpacked for whoever cannot read it."""
    takes = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(body if takes else gzip.decompress(body), content_type="application/json")
    if takes:
        response["Content-Encoding"] = "gzip"
    response["ETag"] = f'"{digest}"'
    response["Cache-Control"] = f"private, {lasting}"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return response
