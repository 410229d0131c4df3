"""Names that tie a Word file to a text: its paragraph styles, and the invisible mark on every paragraph of ours."""

import re
from dataclasses import dataclass

TITLE, NUMBER, SENTENCE = "Judul Naskah", "Nomor Naskah", "Kalimat Naskah"
EMBLEM, PARTY, SIGNATURE, CLOSING = "Lambang", "Komparisi", "Tanda Tangan", "Penutup Naskah"
RECITAL, BASIS = "Konsideran", "Dasar Hukum"
PASAL, PASAL_TITLE = "Pasal", "Judul Pasal"
AYAT, ONLY_AYAT = "Ayat", "Isi Pasal"
HURUF, ONLY_HURUF = "Huruf", "Huruf Isi Pasal"
ANNEX_HEAD, ANNEX_TITLE, ANNEX_TEXT, ANNEX_CELL = (
    "Kepala Lampiran", "Judul Lampiran", "Alinea Lampiran", "Sel Lampiran",
)  # fmt: skip
# What the machine writes around the parts of the drafters.
FRAME = frozenset({TITLE, NUMBER, SENTENCE, EMBLEM, PARTY, SIGNATURE, CLOSING, ANNEX_HEAD})
OURS = FRAME | {
    RECITAL, BASIS, PASAL, AYAT, ONLY_AYAT, HURUF, ONLY_HURUF, ANNEX_TITLE, ANNEX_TEXT, ANNEX_CELL,
}  # fmt: skip

# Word keeps names of bookmarks up to this length, and hides those that begin with a line.
LONGEST = 40
PREFIX = "_ksd_"
MARK = re.compile(rf"{PREFIX}([a-z])(\d+)_(\d+)_(\w*)")
ORIGIN = "KSD naskah"
VERSION = "KSD versi"


@dataclass(frozen=True, slots=True)
class Mark:
    """Which part of the text a paragraph is: `kind` and counts from 1.

    f frame line; r recital; b basis; p pasal by its clause (`ayat` 0 is the heading, `huruf` 0 the ayat itself);
    q pasal by its place, for a code too long for a bookmark; l annex `ayat` (`huruf` 0 is its title);
    t table of annex `ayat`; v the text and version the file was made from.
    """

    kind: str
    ayat: int = 0
    huruf: int = 0
    rest: str = ""

    def __str__(self) -> str:
        """The name of the bookmark."""
        return f"{PREFIX}{self.kind}{self.ayat}_{self.huruf}_{self.rest}"


def pasal_mark(clause: str, place: int, ayat: int = 0, huruf: int = 0) -> Mark:
    """The mark of a pasal, ayat or huruf; by its place when the clause's code does not fit."""
    by_code = Mark("p", ayat, huruf, clause)
    return by_code if len(str(by_code)) <= LONGEST else Mark("q", ayat, huruf, str(place))


def read_mark(name: str) -> Mark | None:
    """The mark a bookmark stands for; None when it is somebody else's."""
    found = MARK.fullmatch(name) if len(name) <= LONGEST else None
    if found is None:
        return None
    kind, ayat, huruf, rest = found.groups()
    return Mark(kind, int(ayat), int(huruf), rest)
