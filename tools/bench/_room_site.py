"""The whole site, and beside it a view that does nothing: what any answer of this server costs at least."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(_request: HttpRequest) -> HttpResponse:
    """Answer without asking anything."""
    return HttpResponse(status=204)


urlpatterns = [path("ukur/polos/", bare), path("", include("ksd.urls"))]
