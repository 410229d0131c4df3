"""Pages of the shared floor: errors, signs of life, progress of a job."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form without its token."""
    return render(request, "errors/403.html", {"reason": reason}, status=403)


def healthz(request: HttpRequest) -> JsonResponse:
    """Signs of life."""
    return JsonResponse({"web": True})


def readyz(request: HttpRequest) -> JsonResponse:
    """Ready to serve."""
    return JsonResponse({"ready": True})


def job_status(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Progress of a job."""
    return HttpResponse(status=204)
