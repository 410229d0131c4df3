"""The printed page of a text on the screen, before anybody waits for a PDF."""

import re
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.documents.printed import html_of
from agreements.models import Naskah
from agreements.services.pdf import require_words
from agreements.views.text_page import text_or_404, version_or_404
from ksd.core.files import file_response
from ksd.core.models import StoredFile

# The content security policy allows no style inside the page: paper and letter come from a file for screens.
INLINE_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
STORED = re.compile(r'"ksd-file:([0-9a-f-]{36})"')
PRINT_SHEET = '"ksd-static:css/naskah.css"'
BODY = re.compile(r"<body[^>]*>")


@login_required
@require_safe
def naskah_print(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show the page as it will be printed; `versi` asks for an older one."""
    text = text_or_404(request, public_id)
    require_words(text)
    asked = version_or_404(text, request.GET.get("versi", ""))
    version = asked or text.agreed_version or text.versions.order_by("-number")[:1].get()
    return HttpResponse(_for_screen(text, html_of(text, version)))


def _for_screen(text: Naskah, html: str) -> str:
    """The same document with addresses a browser may open, and a way back."""
    links = format_html(
        '"{}"><link rel="stylesheet" href="{}"><link rel="icon" type="image/svg+xml" href="{}"',
        static("css/naskah.css"),
        static("css/naskah-screen.css"),
        static("img/favicon.svg"),
    )
    bar = format_html(
        '<p class="screen-bar"><a href="{}">{}</a> <span>{}</span></p>',
        text.get_absolute_url(),
        _("Kembali ke naskah"),
        _("Pratinjau cetak; pembagian halaman dan huruf menurut pengaturan kantor tampak pada PDF."),
    )
    html = INLINE_STYLE.sub("", html).replace(PRINT_SHEET, links)
    html = STORED.sub(lambda found: f'"{_emblem_url(text, found.group(1))}"', html)
    return BODY.sub(lambda found: found.group(0) + bar, html, count=1)


def _emblem_url(text: Naskah, stored: str) -> str:
    return reverse("agreements:naskah_emblem", args=[text.public_id, stored])


@login_required
@require_safe
def naskah_emblem(request: HttpRequest, public_id: str, stored: UUID) -> FileResponse:
    """Hand out an emblem that stands on this text, and nothing else of the store."""
    text = text_or_404(request, public_id)
    # With its quotes: what people write is printed without any, so no text names a file of the store.
    newest = text.versions.order_by("-number")[:1].get()
    if f'"ksd-file:{stored}"' not in html_of(text, newest) and not _stands_on_older(text, stored):
        raise Http404
    return file_response(get_object_or_404(StoredFile, pk=stored), inline=True)


def _stands_on_older(text: Naskah, stored: UUID) -> bool:
    """Whether an older version was printed with this emblem."""
    sheets = text.versions.values_list("frozen__sheet__emblems", flat=True)
    return any(row["src"] == f"ksd-file:{stored}" for rows in sheets for row in rows or ())
