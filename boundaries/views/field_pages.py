"""The script that opens the field page of one segment where there is no net."""

from functools import cache
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from boundaries.services.points.access import may_propose
from boundaries.views.shared import segment_of

SCRIPT = Path(__file__).resolve().parents[2] / "static/js/boundaries/field_worker.js"


@login_required
@require_safe
def field_worker(request: HttpRequest, slug: str) -> HttpResponse:
    """The worker of this page alone: a browser lets it see nothing above the folder of its own address."""
    if not may_propose(request.user, segment_of(request, slug)):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengirim posisi lapangan segmen ini."))
    answer = HttpResponse(_script(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "private, no-cache"
    return answer


@cache
def _script() -> bytes:
    return SCRIPT.read_bytes()
