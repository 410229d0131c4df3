"""Binding papers into one volume: photographs scaled for print, pages marked through, a bookmark for each part."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.html import escape
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from agreements.documents.letters import Letter, letter_html
from ksd.core.errors import DomainError
from ksd.core.files import read_bytes
from ksd.core.models import StoredFile
from ksd.core.pdf import render_pdf
from ksd.core.uploads import open_image, shrunk

PHOTO = (1300, 1300)
QUALITY, SMALLER = 80, 55
# What one picture may weigh in a page, and how many stand in one printed file.
HEAVY = 800_000
PER_FILE = 6
MOST_PAGES = 600


@dataclass(frozen=True)
class Bound:
    """One part of a volume: what its bookmark and its marks call it, and its printed files."""

    label: str
    files: tuple[bytes, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(pages_in(file) for file in self.files)


def pages_in(pdf: bytes) -> int:
    """How many pages a printed file has."""
    return len(PdfReader(BytesIO(pdf)).pages)


def photo_pages(letter: Letter, photos: Sequence[tuple[StoredFile, str]]) -> list[str]:
    """Pages of photographs with their captions under the letterhead, as HTML; a few pictures in each file."""
    pages = []
    for first in range(0, len(photos), PER_FILE):
        rows = [(printed_photo(file), caption) for file, caption in photos[first : first + PER_FILE]]
        figures = render_to_string("meetings/report/photos.html", {"photos": rows})
        pages.append(letter_html(letter).replace("</body>", f"{figures}</body>", 1))
    return pages


def printed_photo(file: StoredFile) -> str:
    """A photograph scaled down for print as an address of its own, without what the camera noted; empty when unreadable."""
    try:
        picture = shrunk(open_image(BytesIO(read_bytes(file))), PHOTO).convert("RGB")
    except (ValidationError, DomainError):
        return ""
    for quality in (QUALITY, SMALLER):
        target = BytesIO()
        picture.save(target, "JPEG", quality=quality, optimize=True)
        if target.tell() <= HEAVY:
            break
    return f"data:image/jpeg;base64,{b64encode(target.getvalue()).decode()}"


def bound_volume(parts: Sequence[Bound], *, title: str) -> bytes:
    """All parts as one file, marked through with part and page. Raises ValueError beyond the longest volume."""
    writer = PdfWriter()
    labels: list[str] = []
    for part in parts:
        first = len(labels)
        for file in part.files:
            writer.append(BytesIO(file), import_outline=False)
        labels += [part.label] * (len(writer.pages) - first)
        writer.add_outline_item(title=part.label, page_number=first)
    if len(labels) > MOST_PAGES:
        raise ValueError(f"a volume of {len(labels)} pages")
    sizes = [page.mediabox for page in writer.pages]
    marks = PdfReader(BytesIO(render_pdf(_marks(labels, sizes)))).pages
    for page, mark in zip(writer.pages, marks, strict=True):
        page.merge_page(mark)
    writer.add_metadata({"/Title": title})
    writer.page_mode = "/UseOutlines"
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _marks(labels: Sequence[str], sizes: Sequence[RectangleObject]) -> str:
    """A transparent page for each page of the volume, as large as that, with the mark at its head."""
    shapes = list(dict.fromkeys((float(size.width), float(size.height)) for size in sizes))
    css = "".join(
        f"@page p{place}{{size:{width:.2f}pt {height:.2f}pt;margin:0}}.p{place}{{page:p{place}}}"
        for place, (width, height) in enumerate(shapes)
    )
    rows = "".join(
        f'<section class="p{shapes.index((float(size.width), float(size.height)))}">'
        f"<p><span>{escape(label)}</span><b>{place} / {len(labels)}</b></p></section>"
        for place, (label, size) in enumerate(zip(labels, sizes, strict=True), 1)
    )
    face = "@font-face{font-family:Mark;src:url(ksd-static:fonts/arimo-latin-400-normal.woff2)}"
    shape = (
        "html{font-family:Mark;font-size:8pt;color:#444}section{break-after:page}section:last-child{break-after:auto}"
        "p{margin:0;padding:7mm 20mm 0 25mm;display:flex;justify-content:space-between}b{font-weight:normal}"
    )
    return f'<!DOCTYPE html><html lang="id"><head><title>-</title><style>{face}{css}{shape}</style></head><body>{rows}</body></html>'
