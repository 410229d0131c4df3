"""Pages of the shared floor: errors, signs of life, progress of a job."""

import sys
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ksd.core.busy import busy_page
from ksd.core.jobs import may_view
from ksd.core.liveness import living_parts, look_for_worker
from ksd.core.models import Job


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's signature
    """Answer a request that cannot be understood."""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's signature
    """Answer a person who may see but not do this."""
    return render(request, "errors/403.html", {"reason": ""}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django's signature
    """Answer for a page that is not there, or not for this person."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours; a database that is away gets its own page."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return busy_page()
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose safety token is missing or old."""
    return render(request, "errors/403.html", {"reason": reason or "csrf"}, status=403)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001  a probe tells nothing
    """Tell a supervisor which parts live; 200 only when all do."""
    try:
        parts = {**living_parts(), "database": True}
    except DatabaseError:
        parts = {"worker": False, "beat": False, "database": False}
    return JsonResponse({"web": True, **parts}, status=200 if all(parts.values()) else 503)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001  a probe tells nothing
    """Tell a proxy whether this process can serve pages."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"ready": False}, status=503)
    return JsonResponse({"ready": True})


@never_cache
@login_required
@require_safe
def job_status(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show how far a job is: the whole page, or for htmx the same fragment alone."""
    job = get_object_or_404(Job.objects.select_related("result"), public_id=public_id)
    if not may_view(request.user, job):
        raise Http404
    fragment = request.headers.get("HX-Request") == "true"
    return render(
        request,
        "core/_job.html" if fragment else "core/job.html",
        {"job": look_for_worker(job), "crumbs": [(_("Beranda"), "/"), (job.label, "")]},
    )
