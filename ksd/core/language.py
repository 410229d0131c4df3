"""Indonesian first: another language only where the person chose it."""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware


class ChosenLanguageMiddleware(LocaleMiddleware):
    """Reads the language a person chose with the switch; what the browser would like does not count."""

    def process_request(self, request: HttpRequest) -> None:
        """Forget the browser's wish before the language is decided."""
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            request.META["HTTP_ACCEPT_LANGUAGE"] = settings.LANGUAGE_CODE
        super().process_request(request)
