"""The paragraphs of a file on disk: a DOCX or plain text, refused with a clear sentence when it cannot be trusted."""

from agreements.naskah.reading.lines import Paragraph, paragraphs_of_text
from agreements.naskah.word.package import OLE_MAGIC, WordFileError
from agreements.naskah.word.paragraphs import paragraphs_of
from agreements.naskah.word.reader import read_docx

MOST_BYTES = 20 * 1024 * 1024
MOST_TEXT = 5 * 1024 * 1024


class UnreadableFileError(ValueError):
    """The file cannot be read as a naskah; its words say why and what to do."""


def paragraphs_of_file(name: str, content: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a .docx or a text file. Raises UnreadableFileError."""
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(
            f"Berkas lebih dari {MOST_BYTES // 1024 // 1024} MB; kirim naskahnya saja, tanpa gambar."
        )
    if name.casefold().endswith(".docx") or content[:4] == b"PK\x03\x04":
        return paragraphs_of_docx(content)
    if content.startswith(OLE_MAGIC):
        return paragraphs_of_docx(content)
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


def paragraphs_of_docx(content: bytes) -> tuple[Paragraph, ...]:
    """Paragraphs and tables of a DOCX in their order. Raises UnreadableFileError for one that cannot be trusted."""
    try:
        return paragraphs_of(read_docx(content))
    except WordFileError as error:
        raise UnreadableFileError(f"{error.message} {error.remedy}") from error
