"""HTML to PDF by WeasyPrint, which may read our own files and nothing else."""

import base64
import binascii
import ctypes
import ctypes.util
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes
from uuid import UUID

import structlog
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation, ValidationError
from django.utils.translation import gettext as _

from ksd.core.bounds import TooDear, bounded
from ksd.core.errors import DomainError
from ksd.core.files import read_bytes
from ksd.core.models import StoredFile
from ksd.core.uploads import open_image

logger = structlog.get_logger(__name__)

# Archival, tagged, every letter with its meaning: what is issued is read in thirty years and by a screen reader.
VARIANT = "pdf/a-3a"
MAX_HTML = 6_000_000
# No document of ours is nested deeper than a dozen or two; the layout engine calls itself once a level.
MAX_DEPTH = 60
_OPENING = re.compile(
    r"<(/?)(?:div|section|table|span|ul|ol|li|blockquote|p|td|tr|b|i|font)\b", re.IGNORECASE
)
_DATA_IMAGE = re.compile(r"data:image/(png|jpeg)(;base64)?,", re.IGNORECASE)
MAX_DATA_IMAGE = 1_500_000
# Emblems, and signatures drawn on a list of attendance, are the only pictures of the store that are printed.
SIGNATURE = "tanda-tangan"
_PRINTED = ("emblem", "lambang", SIGNATURE)
_QR_SCALE, _QR_BORDER, _QR_LONGEST = 8, 2, 300
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
    """Content and type of an address of our own (`ksd-file:<uuid>`, `ksd-static:<path>`, `ksd-qr:<text>`), or refuse."""
    scheme, _colon, rest = url.partition(":")
    reader = {"ksd-file": _stored, "ksd-static": _static, "ksd-qr": _qr}.get(scheme)
    if reader is not None:
        return reader(rest)
    msg = f"not one of our own addresses: {url[:120]}"
    raise RefusedAddress(msg)


def _stored(reference: str) -> tuple[bytes, str]:
    """An emblem or a signature; every other file of the store belongs to some case and is never printed into another."""
    try:
        stored = StoredFile.objects.get(pk=UUID(reference), kind__in=_PRINTED)
    except (ValueError, StoredFile.DoesNotExist):
        msg = f"no picture for print in our store: {reference[:60]}"
        raise RefusedAddress(msg) from None
    return read_bytes(stored), stored.content_type


def _qr(quoted: str) -> tuple[bytes, str]:
    """A QR code of a text, drawn here: a picture of some hundred bytes."""
    import segno

    text = unquote(quoted)
    if not 0 < len(text) <= _QR_LONGEST:
        msg = f"no text for a QR code: {len(text)} letters"
        raise RefusedAddress(msg)
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=_QR_SCALE, border=_QR_BORDER)
    return drawn.getvalue(), "image/png"


def _carried(url: str) -> tuple[bytes, str]:
    """A small PNG or JPEG the document carries itself; drawings (SVG) and bombs are refused."""
    found = _DATA_IMAGE.match(url)
    if found is None or len(url) > MAX_DATA_IMAGE:
        msg = f"no small picture: {url[:60]}"
        raise RefusedAddress(msg)
    data = url[found.end() :]
    try:
        content = base64.b64decode(unquote(data)) if found.group(2) else unquote_to_bytes(data)
        open_image(BytesIO(content))
    except (ValidationError, binascii.Error):
        msg = f"a broken or huge picture: {url[:60]}"
        raise RefusedAddress(msg) from None
    return content, f"image/{found.group(1).lower()}"


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

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ARG002  theirs
            """Read one of our own, or a picture the document carries itself."""
            content, content_type = _carried(url) if url[:5].lower() == "data:" else read_own(url)
            return URLFetcherResponse(url, content, {"Content-Type": content_type})

    return OwnFilesOnly(allowed_protocols={"data"}, allow_redirects=False)


def render_pdf(html: str) -> bytes:
    """Return the PDF/A of a complete HTML document; call it in a worker, never in a web request.

    Raises DomainError when it is larger, deeper or slower than any document of an office, or where Pango is missing.
    """
    if not is_available():
        raise _no_pango()
    from weasyprint import HTML

    if len(html) > MAX_HTML or _depth(html) > MAX_DEPTH:
        raise _too_much()
    try:
        with bounded(seconds=settings.KSD_PDF_SECONDS, megabytes=settings.KSD_PDF_MEGABYTES):
            return bytes(HTML(string=html, url_fetcher=_fetcher()).write_pdf(pdf_variant=VARIANT))
    except TooDear as error:
        logger.warning("pdf_too_dear", error=str(error), letters=len(html))
        raise _too_much() from error


def _depth(html: str) -> int:
    """How deep the boxes of a document stand in each other, counted roughly and without building anything."""
    depth = deepest = 0
    for closing in _OPENING.finditer(html):
        depth = max(0, depth + (-1 if closing.group(1) else 1))
        deepest = max(deepest, depth)
    return deepest


def _no_pango() -> DomainError:
    return DomainError(
        _("PDF belum dapat dibuat di server ini."),
        remedy=_("Mintalah administrator memasang pustaka Pango; sementara itu unduh berkas Word-nya."),
    )


def _too_much() -> DomainError:
    return DomainError(
        _("Dokumen ini terlalu besar atau terlalu rumit untuk dicetak menjadi PDF."),
        remedy=_(
            "Bagi lampirannya menjadi beberapa berkas, atau ringkas isinya, lalu minta PDF sekali lagi."
        ),
    )


def warm_up() -> None:
    """Render one small page, so that fonts are read before the first real document."""
    try:
        render_pdf("<html lang=id><title>KSD</title><p>Kerja sama daerah</p></html>")
    except Exception as error:  # a worker without Pango still does the other jobs
        logger.warning("pdf_unavailable", error=repr(error))
