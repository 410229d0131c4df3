"""The mark of an issued paper at the foot of every page: QR code, short code, and where to check them."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from agreements.models import IssuedFile

# What may stand in a string of a style sheet and in an address within it.
_PLAIN = re.compile(r"[A-Za-z0-9.:/_\-]+")
_HEAD = "</head>"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the mark says: the address of the QR code, the code for typing, the page to type it into."""

    url: str
    code: str
    page: str


def stamp_of(issued: IssuedFile) -> Stamp:
    """The mark of one issued file under the public address of this KSD (KSD_BASE_URL)."""
    place = urlsplit(settings.KSD_BASE_URL)
    page = f"{place.netloc}{place.path.rstrip('/')}{reverse('issued:check')}"
    return Stamp(issued.public_url, issued.spaced_code, page)


def stamped(html: str, stamp: Stamp) -> str:
    """The same document with its mark; no text of a person is part of it."""
    mark = f'<meta name="keywords" content="KSD {escape(stamp.code)}"><style>{_css(stamp)}</style>'
    return html.replace(_HEAD, f"{mark}{_HEAD}", 1)


def _css(stamp: Stamp) -> str:
    page = stamp.page if _PLAIN.fullmatch(stamp.page) else "halaman periksa KSD"
    words = f"Periksa keaslian dan keadaan hukumnya di {page} \\A Kode {stamp.code}"
    picture = f'url("ksd-qr:{quote(stamp.url, safe="")}")'
    return (
        "@page{@bottom-left{"
        f"background:{picture} no-repeat 0 2.5mm/13mm 13mm;padding-left:15mm;padding-top:3.5mm;width:72%;"
        f'vertical-align:top;font-size:8pt;color:#444;white-space:pre-line;line-height:1.35;content:string(note) "\\A {words}"'
        "}}"
    )
