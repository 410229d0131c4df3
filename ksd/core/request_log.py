"""What the log says of a request: its address, without the secrets some addresses carry."""

import re

from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

# Links for guests and fingerprints are longer than any name or number of ours.
SECRET = re.compile(r"(?<=/)[A-Za-z0-9_-]{40,}(?=[/?]|$)")


class QuietRequestMiddleware(RequestMiddleware):
    """The usual log of requests, with long secrets in addresses left out."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and address as they are logged."""
        return f"{request.method} {SECRET.sub('***', request.get_full_path())}"
