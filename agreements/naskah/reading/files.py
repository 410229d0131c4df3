"""The paragraphs of a file on disk: a DOCX or plain text, refused with a clear sentence when it cannot be trusted."""

import io
import zipfile
from collections.abc import Iterator

from agreements.naskah.reading.lines import Paragraph, paragraphs_of_text

MOST_BYTES = 20 * 1024 * 1024
MOST_TEXT = 5 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_ENTRIES = 2_000
MAIN = "word/document.xml"


class UnreadableFileError(ValueError):
    """The file cannot be read as a naskah; its words say why and what to do."""


def paragraphs_of_file(name: str, content: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a .docx or a text file. Raises UnreadableFileError."""
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(
            f"Berkas lebih dari {MOST_BYTES // 1024 // 1024} MB; kirim naskahnya saja, tanpa gambar."
        )
    if name.casefold().endswith(".docx") or content[:4] == b"PK\x03\x04":
        return tuple(paragraphs_of_docx(content))
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnreadableFileError("Berkas Word lama (.doc) atau bersandi; simpan sebagai .docx tanpa sandi.")
    if content[:5] == b"%PDF-":
        raise UnreadableFileError("Berkas PDF tidak dapat diperiksa; pakai berkas Word (.docx) atau teksnya.")
    if len(content) > MOST_TEXT:
        raise UnreadableFileError(
            f"Teks lebih dari {MOST_TEXT // 1024 // 1024} MB; periksa apakah berkasnya benar."
        )
    try:
        return paragraphs_of_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFileError(
            "Berkas bukan teks UTF-8 dan bukan .docx; simpan ulang sebagai salah satunya."
        ) from None


def paragraphs_of_docx(content: bytes) -> Iterator[Paragraph]:
    """Paragraphs and tables of a DOCX in their order. Raises UnreadableFileError for a broken or swollen one."""
    _check_package(content)
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(content))
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                rows = tuple(tuple(cell.text for cell in row.cells) for row in part.rows)
                yield Paragraph("", table=rows)
            else:
                yield Paragraph(part.text, part.style.name or "" if part.style else "")
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile, AttributeError) as error:
        raise UnreadableFileError(
            "Berkas Word ini rusak; buka di Word, lalu simpan ulang sebagai .docx."
        ) from error


def _check_package(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFileError(
            "Berkas Word ini rusak; buka di Word, lalu simpan ulang sebagai .docx."
        ) from error
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise UnreadableFileError(
            "Isi berkas Word ini mengembang terlalu besar; salin teksnya ke dokumen baru."
        )
    if MAIN not in {entry.filename for entry in entries}:
        raise UnreadableFileError("Berkas ini bukan dokumen Word (.docx).")
