"""Pages of deadlines, notices and the calendar."""

from django.http import HttpRequest, HttpResponse


def notices(request: HttpRequest) -> HttpResponse:
    """List a person's notices."""
    return HttpResponse()


def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all read."""
    return HttpResponse()


def read_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one read."""
    return HttpResponse()


def calendar_page(request: HttpRequest) -> HttpResponse:
    """Show the calendar."""
    return HttpResponse()


def deadline_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a deadline."""
    return HttpResponse()


def override(request: HttpRequest, pk: int) -> HttpResponse:
    """Set another day."""
    return HttpResponse()
