"""How much one file may say: pages, lines, words of a line, rows and cells."""

from typing import Any

from agreements.naskah.structure import MAX_TEXT
from agreements.naskah.word.numbering import W
from agreements.naskah.word.package import Package, WordFileError

MAX_PAGES = 300
MAX_LINES = 12_000
MAX_CELLS = 12_000
# A page of a naskah holds some 3,000 signs; nobody writes three hundred full ones.
MAX_SIGNS = MAX_PAGES * 3_500
# Spaces and hidden signs of the file beside what is read.
ROOM = 3
APP = "docProps/app.xml"
PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


class Budget:
    """Counts what was read, and stops before it becomes too much."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.lines = self.cells = self.signs = self.raw = 0

    def check_pages(self, package: Package, main: Any) -> None:
        """Refuse a file that says, or shows by its page breaks, that it is longer than a naskah."""
        told, root = 0, package.xml(APP)
        if root is not None:
            text = root.findtext(f"{PROPERTIES}Pages") or ""
            told = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
        if max(told, _breaks(main)) > MAX_PAGES:
            raise _too_long(f"Berkas ini lebih dari {MAX_PAGES} halaman.")

    def words(self, number: int, pieces: list[str]) -> str:
        """The pieces of a line as one text, refused before anybody spends time on cleaning it."""
        length = sum(map(len, pieces))
        self.raw += length
        if length > ROOM * MAX_TEXT:
            raise _long_line(number, length, "".join(pieces[:20]))
        if self.raw > ROOM * MAX_SIGNS:
            raise _too_long(f"Berkas ini berisi lebih dari {MAX_PAGES} halaman teks.")
        return "".join(pieces)

    def line(self, number: int, text: str) -> None:
        """One line more."""
        self.lines += 1
        self.signs += len(text)
        if len(text) > MAX_TEXT:
            raise _long_line(number, len(text), text)
        if self.lines > MAX_LINES or self.signs > MAX_SIGNS:
            raise _too_long(f"Berkas ini berisi lebih dari {MAX_PAGES} halaman teks.")

    def table(self, number: int, rows: list[tuple[str, ...]]) -> None:
        """One table more."""
        self.cells += sum(map(len, rows))
        if self.cells > MAX_CELLS:
            raise _too_long(f"Tabel sampai baris {number} berisi lebih dari {MAX_CELLS} sel.")


def _breaks(root: Any) -> int:
    """Page breaks Word left or people put, and one page more."""
    shown = sum(1 for _ in root.iter(f"{W}lastRenderedPageBreak"))
    forced = sum(1 for node in root.iter(f"{W}br") if node.get(f"{W}type") == "page")
    return max(shown, forced) + 1


def _long_line(number: int, length: int, text: str) -> WordFileError:
    told, most = (f"{count:,}".replace(",", ".") for count in (length, MAX_TEXT))
    return WordFileError(
        "long_line",
        f"Baris {number} berisi {told} huruf; satu ayat paling banyak {most} huruf.",
        f"Bagi alinea yang berawal “{' '.join(text[:80].split())}…” menjadi beberapa ayat, lalu unggah lagi.",
    )


def _too_long(message: str) -> WordFileError:
    return WordFileError(
        "too_long",
        message,
        "Unggah naskahnya saja; lampiran yang panjang disimpan sebagai dokumen tersendiri.",
    )
