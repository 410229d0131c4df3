"""One version of a text as it is printed: the sheet, its HTML, its fingerprint and the name of its file."""

import hashlib
from dataclasses import replace

from django.utils import translation
from django.utils.text import slugify

from agreements.choices import NaskahState
from agreements.documents.compose import compose
from agreements.documents.freezing import from_plain
from agreements.documents.gather import facts_of, frame_of
from agreements.documents.page import page_setup
from agreements.documents.printing import render_html
from agreements.documents.sheet import NaskahSheet
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.facts import NaskahFacts
from agreements.naskah.library import Frame
from agreements.naskah.structure import Body, from_json
from ksd.core.language import INDONESIAN
from regions.models import Region

NATION = "00"


def is_final(naskah: Naskah, version: NaskahVersion) -> bool:
    """Whether this version is the one every party agreed to, so that it prints without the DRAF mark."""
    locked = naskah.state in (NaskahState.AGREED, NaskahState.SIGNED)
    return locked and naskah.agreed_version_id == version.pk


def state_emblem() -> str:
    """Lambang Negara as the register keeps it, empty while nobody uploaded it."""
    emblem = Region.objects.filter(code=NATION, valid_to=None).values_list("emblem", flat=True).first()
    return f"ksd-file:{emblem}" if emblem else ""


def sheet_of(naskah: Naskah, version: NaskahVersion, body: Body | None = None) -> NaskahSheet:
    """The sheet of a saved version, or of a wording not saved yet.

    A wording still being written shows what is known today; every other version shows what was kept with it.
    """
    final = is_final(naskah, version)
    note = f"{naskah.rule.label} · versi {version.number}" + ("" if final else " · draf")
    kept = None if body or is_being_written(naskah, version) else kept_sheet(version)
    if kept is None:
        kept = composed(naskah, body or from_json(version.body), facts_of(naskah), frame_of(naskah))
    return replace(kept, draft=not final, version_note=note, page=page_setup(naskah.case.keeper.region))


def composed(naskah: Naskah, body: Body, facts: NaskahFacts, frame: Frame) -> NaskahSheet:
    """The sheet of a wording with the facts and fixed sentences given."""
    with translation.override(INDONESIAN):
        return compose(body=body, facts=facts, rule=naskah.rule, frame=frame, state_emblem=state_emblem())


def is_being_written(naskah: Naskah, version: NaskahVersion) -> bool:
    """Whether this is the newest wording of a text nobody has been asked to agree to."""
    if naskah.state != NaskahState.DRAFTED:
        return False
    return not naskah.versions.filter(number__gt=version.number).exists()


def kept_sheet(version: NaskahVersion) -> NaskahSheet | None:
    """The sheet kept with a version; None for one saved before sheets were kept."""
    sheet = version.frozen.get("sheet") if version.frozen else None
    return from_plain(NaskahSheet, sheet) if sheet else None


def html_of(naskah: Naskah, version: NaskahVersion) -> str:
    """The whole document as HTML for the PDF engine."""
    sheet = sheet_of(naskah, version)
    with translation.override(INDONESIAN):
        return render_html(sheet)


def fingerprint_of(html: str) -> str:
    """SHA-256 of the document: the same words on the same paper have the same fingerprint."""
    return hashlib.sha256(html.encode("utf-8", "surrogatepass")).hexdigest()


def file_name(naskah: Naskah, version: NaskahVersion) -> str:
    """A name people recognise in their downloads."""
    mark = "" if is_final(naskah, version) else "-DRAF"
    return f"{naskah.kind.upper()}-{slugify(naskah.title)[:60]}-versi-{version.number}{mark}.pdf"
