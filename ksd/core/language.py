"""Indonesian first: another language only where the person chose it, and never on paper or in the record."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

# What is printed, mailed or kept for everybody.
INDONESIAN = "id"
Given = ParamSpec("Given")
Made = TypeVar("Made")


def in_indonesian(act: Callable[Given, Made]) -> Callable[Given, Made]:
    """What this writes or prints is Indonesian, in whatever language its reader has the site.

    Each call has an override of its own: Django's, used as a decorator, is shared between calls that overlap.
    """

    @wraps(act)
    def within(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        with translation.override(INDONESIAN):
            return act(*args, **kwargs)

    return within


class ChosenLanguageMiddleware(LocaleMiddleware):
    """Reads the language a person chose with the switch; what the browser would like does not count."""

    def process_request(self, request: HttpRequest) -> None:
        """Forget the browser's wish before the language is decided."""
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            request.META["HTTP_ACCEPT_LANGUAGE"] = settings.LANGUAGE_CODE
        super().process_request(request)
