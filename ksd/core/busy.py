"""The page people see while the database or another service is away; it asks nothing of either."""

import structlog
from django.http import HttpResponse
from django.template import loader

logger = structlog.get_logger(__name__)
PLAIN = (
    "<!doctype html><html lang=id><meta charset=utf-8><title>KSD sedang sibuk</title>"
    "<h1>KSD sedang sibuk</h1><p>Layanan belum dapat menjawab. Perubahan terakhir Anda mungkin belum tersimpan. "
    "Tunggu sebentar, lalu muat ulang halaman ini.</p></html>"
)


def busy_page() -> HttpResponse:
    """Return 503 with the friendly page; without context processors, since those read the database."""
    try:
        content: str = loader.render_to_string("errors/busy.html", {})
    except Exception:  # a page about trouble must not make more of it
        logger.exception("busy_page_failed")
        content = PLAIN
    response = HttpResponse(content, status=503)
    response["Retry-After"] = "15"
    response["Cache-Control"] = "no-store"
    return response
