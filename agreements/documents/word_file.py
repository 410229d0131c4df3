"""From a saved version to its Word file, and the words its parts are printed with."""

from uuid import UUID

from agreements.documents.compose import Words
from agreements.documents.freezing import from_plain
from agreements.documents.gather import facts_of, frame_of
from agreements.documents.naskah_word import FrameLines, Origin, naskah_docx
from agreements.documents.printed import is_being_written, sheet_of
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.facts import NaskahFacts
from agreements.naskah.library import Frame
from agreements.naskah.structure import from_json
from ksd.core.errors import StorageTrouble
from ksd.core.files import read_bytes
from ksd.core.models import StoredFile


def word_file(naskah: Naskah, version: NaskahVersion) -> bytes:
    """The version as an officer edits it; the same version with the same data gives the same bytes."""
    origin = Origin(naskah.public_id, version.number, version.created_at)
    return naskah_docx(sheet_of(naskah, version), from_json(version.body), origin, emblem_bytes)


def frame_lines(naskah: Naskah, version: NaskahVersion) -> FrameLines:
    """The lines the machine wrote into the file of a version, by their marks."""
    return FrameLines(sheet_of(naskah, version))


def frame_at(naskah: Naskah, version: NaskahVersion) -> Frame:
    """The sentences around the Pasal of a version, with their tokens."""
    kept = None if is_being_written(naskah, version) else (version.frozen or {}).get("frame")
    return from_plain(Frame, kept) if kept else frame_of(naskah)


def words_of(naskah: Naskah, version: NaskahVersion) -> Words:
    """How the texts of a version are printed: with today's facts while it is being written, else with its own."""
    kept = None if is_being_written(naskah, version) else (version.frozen or {}).get("facts")
    facts = from_plain(NaskahFacts, kept) if kept else facts_of(naskah)
    return Words(from_json(version.body), facts)


def emblem_bytes(source: str) -> bytes | None:
    """The picture of an emblem; None when it is not in the store, and its name is written instead."""
    kind, _, code = source.partition(":")
    if kind != "ksd-file":
        return None
    stored = StoredFile.objects.filter(pk=UUID(code)).first()
    try:
        return read_bytes(stored) if stored else None
    except StorageTrouble:
        return None
