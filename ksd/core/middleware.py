"""Two guards around every request: patience with mute services, and refusals as pages."""

from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from ksd.core.busy import busy_page
from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.forms import first_result
from ksd.core.patience import PatienceLost, patience
from ksd.core.refusals import typed_texts, way_back

logger = structlog.get_logger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]


class PatienceMiddleware:
    """Answer 503 with a friendly page rather than wait on a mute service or show its failure."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request its time."""
        try:
            with patience(settings.KSD_REQUEST_PATIENCE):
                return self.get_response(request)
        except PatienceLost:
            logger.error("patience_lost", path=request.path)
            drop_connections()
            return busy_page()

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a lost or locked database into the same page."""
        if isinstance(exception, OperationalError | InterfaceError):
            logger.error("database_away", path=request.path, exc_info=exception)
            return busy_page()
        return None


def drop_connections() -> None:
    """Close database connections that were interrupted in mid-sentence; the next request opens new ones."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


class DomainErrorMiddleware:
    """Show a refusal as a full page with its status; lead a form sent twice to its first result."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Refuse what no text holds; lead a form that was sent before to its first result, whatever its page says."""
        token = request.POST.get("form_token", "") if request.method == "POST" else ""
        if "\x00" in token or any(
            "\x00" in value for _name, values in request.GET.lists() for value in values
        ):
            raise BadRequest("a NUL character, which PostgreSQL keeps in no text")
        first = first_result(token, request.user) if token else None
        return self.process_exception(request, AlreadyDone(first)) if first else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn refusals into pages; leave everything else alone."""
        if isinstance(exception, AlreadyDone) and exception.result_url:
            messages.info(request, f"{exception.message} {exception.remedy}")
            return HttpResponseRedirect(exception.result_url)
        if isinstance(exception, DomainError):
            context = {"error": exception, "back": way_back(request), "typed": typed_texts(request)}
            return render(request, "errors/refused.html", context, status=exception.status)
        return None
