"""A naskah ready to print: every word decided, nothing left to the template but its place on the page."""

from dataclasses import dataclass
from typing import Literal

Side = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper, margins (mm) and letter; the regulation leaves them to the office (PM 22/2020 names none)."""

    paper: str = "F4"
    width_mm: int = 215
    height_mm: int = 330
    top_mm: int = 20
    right_mm: int = 20
    bottom_mm: int = 22
    left_mm: int = 25
    font: str = "arimo"
    size_pt: float = 11.5

    @property
    def margin(self) -> str:
        """The four margins as a style sheet wants them."""
        return f"{self.top_mm:d}mm {self.right_mm:d}mm {self.bottom_mm:d}mm {self.left_mm:d}mm"


@dataclass(frozen=True, slots=True)
class Emblem:
    """An emblem above the title; without an image its name stands in a box."""

    side: Side
    alt: str
    src: str = ""


@dataclass(frozen=True, slots=True)
class Komparisi:
    """Who signs, for whom and by what authority."""

    numeral: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered or lettered line; the mark may be empty."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedAyat:
    """An ayat with its mark "(1)", empty in a pasal of one ayat."""

    mark: str
    text: str
    huruf: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPasal:
    """A pasal with its heading "Pasal 1" and title in capitals."""

    heading: str
    title: str
    ayat: tuple[PrintedAyat, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """One box of the signature block."""

    sebutan: str
    position: str
    name: str


@dataclass(frozen=True, slots=True)
class PrintedAnnex:
    """A lampiran; `widths` are per cent for each column, `wide` lays it on its side."""

    heading: str
    title: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed sentences around recitals, bases, pasal and signatures."""

    definition: str
    bases_intro: str
    agreement: str
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NaskahSheet:
    """Everything the page prints, in the order of the Lampiran of PM 22/2020."""

    document_title: str
    emblems: tuple[Emblem, ...]
    title: tuple[str, ...]
    numbers: tuple[str, ...]
    opening: str
    komparisi: tuple[Komparisi, ...]
    wording: Wording
    recitals: tuple[Item, ...]
    bases: tuple[Item, ...]
    pasal: tuple[PrintedPasal, ...]
    signatures: tuple[tuple[Signature, ...], ...]
    annexes: tuple[PrintedAnnex, ...] = ()
    draft: bool = True
    version_note: str = ""
    page: PageSetup = PageSetup()

    @property
    def definition(self) -> str:
        """Who is called PARA PIHAK, leading into the recitals."""
        return self.wording.definition

    @property
    def bases_intro(self) -> str:
        """The sentence above the legal bases."""
        return self.wording.bases_intro

    @property
    def agreement(self) -> str:
        """The sentence above Pasal 1."""
        return self.wording.agreement

    @property
    def closing(self) -> tuple[str, ...]:
        """Originals, stamp duty and equal force."""
        return self.wording.closing
