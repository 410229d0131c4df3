"""The whole site, and beside it a view that only knows who asks: what any answer to a person costs at least."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(request: HttpRequest) -> HttpResponse:
    """Answer without asking anything of the meeting."""
    return HttpResponse(status=204 if request.user.is_authenticated or request.session.session_key else 403)


urlpatterns = [path("ukur/polos/", bare), path("", include("ksd.urls"))]
