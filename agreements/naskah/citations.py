"""Citations of regulations in running text: "Peraturan Pemerintah No. 28 Tahun 2018" and "PP 28/2018" are the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Longest names first, so that "Peraturan Pemerintah Pengganti Undang-Undang" is not read as a Peraturan Pemerintah.
NAMES: tuple[tuple[str, str, str], ...] = (
    ("Perppu", "Peraturan Pemerintah Pengganti Undang-Undang", r"Perpp?u|Peraturan\s+Pemerintah\s+Pengganti\s+Undang-?\s?Undang"),
    ("Permendagri", "Peraturan Menteri Dalam Negeri", r"Permendagri|Peraturan\s+Menteri\s+Dalam\s+Negeri(?:\s+Republik\s+Indonesia)?"),
    ("Permen", "Peraturan Menteri", r"Permen[a-z]*|Peraturan\s+Menteri(?:\s+[A-Z][\w,]*|\s+dan){1,9}?"),
    ("Perpres", "Peraturan Presiden", r"Perpres|Peraturan\s+Presiden(?:\s+Republik\s+Indonesia)?"),
    ("Keppres", "Keputusan Presiden", r"Keppres|Keputusan\s+Presiden(?:\s+Republik\s+Indonesia)?"),
    ("PP", "Peraturan Pemerintah", r"PP|Peraturan\s+Pemerintah(?:\s+Republik\s+Indonesia)?"),
    ("UU", "Undang-Undang", r"UU|Undang-?\s?Undang(?:\s+Republik\s+Indonesia)?"),
    ("Perda", "Peraturan Daerah", r"(?:Perda|Peraturan\s+Daerah)(?:\s+[A-Z][\w.]*){0,6}?"),
    ("Pergub", "Peraturan Gubernur", r"(?:Pergub|Peraturan\s+Gubernur)(?:\s+[A-Z][\w.]*){0,6}?"),
    ("Perbup", "Peraturan Bupati", r"(?:Perbup|Peraturan\s+Bupati)(?:\s+[A-Z][\w.]*){0,6}?"),
    ("Perwali", "Peraturan Wali Kota", r"(?:Perwali|Perwako|Peraturan\s+Wali\s?[Kk]ota)(?:\s+[A-Z][\w.]*){0,6}?"),
)  # fmt: skip
LONG = {short: name for short, name, _pattern in NAMES}
CITATION = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{short}>{pattern})' for short, _name, pattern in NAMES)})"
    r"\s+(?:(?P<word>Nomor|No\.?|NOMOR)\s*:?\s*)?(?P<number>\d{1,4}[A-Z]?)\s*(?:Tahun\s+|TAHUN\s+|tahun\s+|/)(?P<year>\d{4})\b"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation where it stands in a text."""

    kind: str
    name: str
    number: str
    year: str
    start: int
    end: int
    short: bool

    @property
    def key(self) -> str:
        """The citation as the register writes it: PP 28/2018."""
        return f"{self.kind} {self.number}/{self.year}"


def citations(text: str) -> Iterator[Citation]:
    """Every citation of a regulation in a text, in reading order."""
    for found in CITATION.finditer(text):
        kind = found.lastgroup if found.lastgroup in LONG else next(short for short in LONG if found[short])
        short = found["word"] is None
        yield Citation(kind, found[kind], found["number"], found["year"], found.start(), found.end(), short)


def key_of(text: str) -> str:
    """The key of a text that is one citation; empty for anything else."""
    found = next(citations(text), None)
    return found.key if found and found.start == 0 and found.end == len(text.strip()) else ""


def in_words(key: str) -> str:
    """PP 28/2018 as a legal basis writes it: Peraturan Pemerintah Nomor 28 Tahun 2018."""
    kind, _space, rest = key.partition(" ")
    number, slash, year = rest.partition("/")
    return f"{LONG[kind]} Nomor {number} Tahun {year}" if kind in LONG and slash else key
