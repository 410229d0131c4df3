"""A DOCX as a package of parts, opened without trusting it: sizes, macros, passwords and outside links are checked."""

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
MAIN, TYPES = "word/document.xml", "[Content_Types].xml"

MAX_ENTRIES = 2_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 150
# Below this a high ratio harms nobody.
RATIO_FROM = 10 * 1024 * 1024
MAX_XML = 16 * 1024 * 1024
# All parts that are read, together.
MAX_READ = 40 * 1024 * 1024
MAX_TAGS = 900_000

MACRO_PARTS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml)$|(?:^|/)activeX/", re.IGNORECASE)
# Word's own "strict" spelling of the same vocabulary.
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml/main|officeDocument/[A-Za-z/]+)")
LOCAL_DRIVE = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]|(?!\w+:|//|\\\\)")


class WordFileError(ValueError):
    """The file is refused; `code` names the reason, `remedy` says what to do next."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        """Keep reason and way out beside the message."""
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


RESAVE = "Buka berkas di Word atau LibreOffice, simpan ulang sebagai .docx, lalu unggah lagi."
FAULTS: dict[str, tuple[str, str]] = {
    "broken": ("Berkas Word rusak atau tidak lengkap.", RESAVE),
    "old": ("Berkas ini berformat Word lama (.doc).", RESAVE),
    "password": (
        "Berkas dikunci dengan kata sandi, sehingga isinya tidak dapat dibaca.",
        "Hapus kata sandinya di Word (File, Info, Protect Document), simpan, lalu unggah lagi.",
    ),
    "macros": (
        "Berkas memuat makro atau kontrol aktif.",
        "Simpan ulang sebagai .docx biasa tanpa makro, lalu unggah lagi.",
    ),
    "bomb": (
        "Isi berkas terlalu besar setelah dibuka.",
        "Perkecil gambar di dalamnya atau bagi berkasnya, lalu unggah lagi.",
    ),
    "entities": (
        "Berkas memuat definisi entitas XML, yang tidak pernah ditulis oleh Word.",
        RESAVE,
    ),
    "outside": (
        "Berkas mengambil isi dari alamat di luar berkas (templat, gambar, atau objek jarak jauh).",
        "Putuskan tautannya di Word (File, Info, Edit Links to Files), simpan, lalu unggah lagi.",
    ),
}


def refuse(code: str) -> WordFileError:
    """The refusal of this name."""
    return WordFileError(code, *FAULTS[code])


@dataclass
class Package:
    """The parts of one DOCX; a part is unpacked when it is asked for, up to its limit."""

    archive: zipfile.ZipFile
    names: frozenset[str] = field(default_factory=frozenset)
    taken: int = 0

    def xml(self, name: str) -> Any:
        """The root element of a part, or None when there is no such part. Raises WordFileError."""
        return parse_xml(self._read(name)) if name in self.names else None

    def matching(self, pattern: str) -> list[str]:
        """Names of parts that fit a pattern, in order."""
        return sorted(name for name in self.names if re.fullmatch(pattern, name))

    def _read(self, name: str) -> bytes:
        try:
            with self.archive.open(name) as part:
                content = part.read(MAX_XML + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
            raise refuse("broken") from None
        self.taken += len(content)
        if len(content) > MAX_XML or self.taken > MAX_READ or content.count(b"<") > MAX_TAGS:
            raise refuse("bomb")
        return content


def open_package(content: bytes) -> Package:
    """The package in these bytes. Raises WordFileError with what is wrong and what to do."""
    if content.startswith(OLE_MAGIC):
        raise refuse("password" if ENCRYPTED_STREAM in content else "old")
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise refuse("broken") from None
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or not {MAIN, TYPES} <= set(names):
        raise refuse("broken")
    _check_entries(entries)
    package = Package(archive, frozenset(names))
    _check_types(package)
    _check_links(package)
    return package


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refuse("password")
    if any(MACRO_PARTS.search(entry.filename) for entry in entries):
        raise refuse("macros")
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise refuse("bomb")
    for entry in entries:
        if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise refuse("bomb")


def _check_types(package: Package) -> None:
    """A macro document does not become harmless by another name."""
    kinds = " ".join(str(node.get("ContentType", "")) for node in package.xml(TYPES))
    if "macroEnabled" in kinds or "vbaProject" in kinds:
        raise refuse("macros")
    if "wordprocessingml" not in kinds:
        raise refuse("broken")


def _check_links(package: Package) -> None:
    """Nothing is ever fetched here, but the file is handed on to people whose Word would fetch it."""
    for name in package.matching(r"(?:.*/)?_rels/[^/]*\.rels"):
        for node in package.xml(name):
            kind = str(node.get("Type", "")).rsplit("/", 1)[-1]
            if node.get("TargetMode") != "External" or kind == "hyperlink":
                continue
            if not LOCAL_DRIVE.match(str(node.get("Target", ""))):
                raise refuse("outside")


def parse_xml(content: bytes) -> Any:
    """One part as elements, without entities, network or documents of another encoding."""
    if b"\0" in content[:400]:
        raise refuse("broken")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(STRICT.sub(_transitional, content), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise refuse("entities" if b"<!DOCTYPE" in content or b"<!ENTITY" in content else "broken") from None
    if root.getroottree().docinfo.doctype:
        raise refuse("entities")
    return root


def _transitional(found: "re.Match[bytes]") -> bytes:
    part = found.group(1)
    if part.startswith(b"wordprocessingml"):
        return b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return b"http://schemas.openxmlformats.org/officeDocument/2006/" + part.removeprefix(b"officeDocument/")
