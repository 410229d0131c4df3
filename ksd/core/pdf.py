"""HTML to PDF by WeasyPrint, which may read our own files and nothing else."""

import ctypes
import ctypes.util
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation

from ksd.core.files import read_bytes
from ksd.core.models import StoredFile

logger = structlog.get_logger(__name__)

_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml)[;,]", re.IGNORECASE)
_STATIC_TYPES = {
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".svg": "image/svg+xml",
}
_LIBRARIES = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0")


class RefusedAddress(ValueError):  # noqa: N818  named for what it says in the log
    """A document asked for something outside our own store."""


def is_available() -> bool:
    """Tell whether the system libraries WeasyPrint needs are there."""
    for name in _LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
    return True


def read_own(url: str) -> tuple[bytes, str]:
    """Return content and type of an address of our own (`ksd-file:<uuid>`, `ksd-static:<path>`), or refuse."""
    scheme, _, rest = url.partition(":")
    if scheme == "ksd-file":
        return _stored(rest)
    if scheme == "ksd-static":
        return _static(rest)
    msg = f"not one of our own addresses: {url[:120]}"
    raise RefusedAddress(msg)


def _stored(reference: str) -> tuple[bytes, str]:
    stored = StoredFile.objects.get(pk=UUID(reference))
    return read_bytes(stored), stored.content_type


def _static(name: str) -> tuple[bytes, str]:
    content_type = _STATIC_TYPES.get(Path(name).suffix.lower())
    try:
        found = finders.find(name)
    except SuspiciousFileOperation:
        found = None
    if content_type is None or found is None:
        msg = f"no such static file for documents: {name[:120]}"
        raise RefusedAddress(msg)
    return Path(found).read_bytes(), content_type


def _fetcher() -> Any:
    """Return WeasyPrint's fetcher narrowed to our own addresses and pictures within the document."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):
        """Refuses every address but our own."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            """Read one of our own, or a picture the document carries itself."""
            if _DATA_IMAGE.match(url):
                return super().fetch(url, headers)
            content, content_type = read_own(url)
            return URLFetcherResponse(url, content, {"Content-Type": content_type})

    return OwnFilesOnly(allowed_protocols={"data"}, allow_redirects=False)


def render_pdf(html: str) -> bytes:
    """Return the PDF of a complete HTML document; call it in a worker, never in a web request."""
    from weasyprint import HTML

    return bytes(HTML(string=html, url_fetcher=_fetcher()).write_pdf())


def warm_up() -> None:
    """Render one small page, so that fonts are read before the first real document."""
    try:
        render_pdf("<p>Kerja sama daerah</p>")
    except Exception as error:  # a worker without Pango still does the other jobs
        logger.warning("pdf_unavailable", error=repr(error))
