"""Editable files of annexes, made at once: DOCX to finish in Word, XLSX of the coordinates."""

from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agreements.documents.letters import letter_docx
from boundaries.choices import AnnexKind
from boundaries.documents.annexes.decree_print import decree_docx
from boundaries.documents.annexes.gather import facts_of
from boundaries.documents.annexes.lists import HEAD, coordinate_rows
from boundaries.documents.annexes.prints import draft_of, letter_of
from boundaries.models import Segment
from ksd.core.language import in_indonesian
from ksd.core.spreadsheets import XLSX, workbook

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = {"docx": DOCX, "xlsx": XLSX}
# What each kind of annex may be taken as, besides its print.
OFFERED = {
    AnnexKind.KOORDINAT: ("docx", "xlsx"),
    AnnexKind.URAIAN: ("docx",),
    AnnexKind.RANCANGAN: ("docx",),
    AnnexKind.PETA: (),
}
_WIDTHS = (6, 14, 10, 22, 24, 10, 18, 20, 50)


def hand_file(segment: Segment, kind: str, wanted: str) -> HttpResponse:
    """The file as a download; a kind that is not offered so is not found."""
    if wanted not in OFFERED[AnnexKind(kind)]:
        raise Http404(_("Lampiran ini tidak tersedia dalam bentuk itu."))
    name = f"{slugify(f'{AnnexKind(kind).label} {segment}')[:90]}.{wanted}"
    return HttpResponse(
        _content(segment, kind, wanted),
        content_type=FILES[wanted],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@in_indonesian
def _content(segment: Segment, kind: str, wanted: str) -> bytes:
    """The file in Indonesian, like every paper; the facts are read anew, for those at hand speak the reader's language."""
    facts = facts_of(segment)
    if wanted == "xlsx":
        columns = list(zip(HEAD, _WIDTHS, strict=True))
        # A sheet is searched and calculated with: its spaces are plain ones.
        rows = [[cell.replace("\u00a0", " ") for cell in row] for row in coordinate_rows(facts)]
        return workbook(str(AnnexKind.KOORDINAT.label), columns, rows)
    if kind == AnnexKind.RANCANGAN:
        return decree_docx(draft_of(segment, facts))
    return letter_docx(letter_of(segment, facts, kind))
