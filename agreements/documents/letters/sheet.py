"""What a letter says, every word decided: the templates only place it."""

import re
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from agreements.documents.page import LETTER, letter_setting, page_of
from agreements.documents.sheet import PageSetup
from agreements.models import LetterSetting
from regions.models import Region

# Left empty by the machine, filled with ink or in Word.
BLANK = "…………………………"
CONTACT_MARK = " · "
PICTURE = re.compile(r"ksd-file:[0-9a-f-]{36}")


@dataclass(frozen=True)
class Letterhead:
    """The kop surat: government, office, address line, emblem (`ksd-file:<uuid>`, empty when there is none).

    The paper comes with it: size, margins and face of the office whose letter it is.
    """

    government: str
    office: str = ""
    address: str = ""
    emblem: str = ""
    page: PageSetup = LETTER

    @property
    def contacts(self) -> list[str]:
        """Street, telephone and mail address, each kept on one line where it fits."""
        return self.address.split(CONTACT_MARK)


@dataclass(frozen=True)
class Text:
    """One paragraph."""

    text: str
    tag: Literal["text"] = "text"


@dataclass(frozen=True)
class Heading:
    """A heading inside the letter or above an annex; an inner one stays on the page of its annex."""

    text: str
    tag: Literal["heading"] = "heading"
    inner: bool = False


@dataclass(frozen=True)
class Numbered:
    """A list a, b, c or 1, 2, 3."""

    items: tuple[str, ...]
    style: Literal["number", "letter"] = "number"
    tag: Literal["numbered"] = "numbered"


@dataclass(frozen=True)
class Facts:
    """Pairs printed as "name : value"."""

    rows: tuple[tuple[str, str], ...]
    tag: Literal["facts"] = "facts"


@dataclass(frozen=True)
class Table:
    """A table with its head; `widths` in percent, one per column, or empty for equal ones.

    Cells of the column `pictured` (0 is the first) may name a picture of ours, `ksd-file:<uuid>`; only whoever builds
    the table fills that column, never what somebody typed. `tall` leaves room for ink in every row.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    caption: str = ""
    pictured: int | None = None
    tall: bool = False
    tag: Literal["table"] = "table"

    @property
    def cells(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Each cell as its words and its picture; one of the two is empty."""
        return tuple(
            tuple(
                ("", cell) if self._is_picture(place, cell) else (cell, "") for place, cell in enumerate(row)
            )
            for row in self.rows
        )

    def _is_picture(self, place: int, cell: str) -> bool:
        return place == self.pictured and PICTURE.fullmatch(cell) is not None


@dataclass(frozen=True)
class Marked:
    """A paragraph of a redline: its number and its words, each kept, removed or added."""

    mark: str
    runs: tuple[tuple[str, str], ...]
    depth: int = 0
    title: bool = False
    tag: Literal["marked"] = "marked"


@dataclass(frozen=True)
class Path:
    """A shape of a drawing as the path language of SVG; `fill` may be `url(#both)` or `url(#neither)`."""

    d: str
    fill: str = "none"
    stroke: str = "none"
    width: str = "1"
    dash: str = ""


@dataclass(frozen=True)
class Label:
    """Words in a drawing, placed in its units."""

    x: str
    y: str
    text: str
    size: str = "13"
    anchor: str = "start"


@dataclass(frozen=True)
class Drawing:
    """A drawing made here, printed as SVG; Word gets its description. Two patterns tell areas apart without colour."""

    width: int
    height: int
    paths: tuple[Path, ...]
    labels: tuple[Label, ...]
    alt: str
    caption: str = ""
    tag: Literal["drawing"] = "drawing"

    @property
    def patterned(self) -> bool:
        """Whether an area in it is told by a pattern."""
        return any(path.fill.startswith("url(") for path in self.paths)


Block: TypeAlias = Text | Heading | Numbered | Facts | Table | Marked | Drawing
_BLOCKS: dict[str, type[Any]] = {
    "text": Text,
    "heading": Heading,
    "numbered": Numbered,
    "facts": Facts,
    "table": Table,
    "marked": Marked,
    "drawing": Drawing,
}


@dataclass(frozen=True)
class Signer:
    """Who signs: the line above the title ("a.n. Bupati"), the title, the name, further lines such as the NIP."""

    title: str
    name: str = BLANK
    above: str = ""
    below: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter (`surat`), minutes (`berita_acara`), a decision (`keputusan`) or a list (`daftar`).

    A letter shows number, nature, annexes and subject beside place and date, then the addressee; the others
    show `subject` as their title, a decision below the title of `decided_by`. Empty number and date print as blanks to be filled. Landscape is for wide tables.
    `annexed` follows the signature on pages of its own; each heading among it begins a new page.
    """

    head: Letterhead
    subject: str
    blocks: tuple[Block, ...]
    form: Literal["surat", "berita_acara", "keputusan", "daftar"] = "surat"
    number: str = ""
    nature: str = ""
    annexes: str = ""
    place: str = ""
    dated: str = ""
    addressee: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    copies_to: tuple[str, ...] = ()
    note: str = ""
    landscape: bool = False
    annexed: tuple[Block, ...] = ()
    decided_by: str = ""

    @property
    def first_annexed(self) -> int:
        """How many blocks stand before the annexes; places of blocks are counted through."""
        return len(self.blocks)


def letterhead_of(region: Region, office: str = "") -> Letterhead:
    """The kop surat and paper of a region as it set them; `office` names another unit than its own."""
    return letterhead_with(letter_setting(region), region, office)


def letterhead_with(own: LetterSetting | None, region: Region, office: str = "") -> Letterhead:
    """The kop surat under this setting, saved or not; what it leaves empty comes from the register."""
    kept = own or LetterSetting(region=region)
    known = " · ".join(part for part in (region.phone and f"Telepon {region.phone}", region.email) if part)
    address = (kept.address or region.address, kept.contact or known)
    return Letterhead(
        government=(kept.government or region.government_name).upper(),
        office=(office or kept.office).upper(),
        address=CONTACT_MARK.join(part for part in address if part),
        emblem=f"ksd-file:{region.emblem_id}" if region.emblem_id and kept.with_emblem else "",
        page=page_of(own, LETTER),
    )


def to_json(letter: Letter) -> dict[str, Any]:
    """The letter as plain data, for the payload of a job."""
    return asdict(letter)


def from_json(data: dict[str, Any]) -> Letter:
    """The letter again from plain data."""
    return Letter(
        **{
            **data,
            "head": _head(data["head"]),
            "blocks": tuple(_block(block) for block in data["blocks"]),
            "annexed": tuple(_block(block) for block in data.get("annexed", ())),
            "signers": tuple(Signer(**signer) for signer in data["signers"]),
            "addressee": tuple(data["addressee"]),
            "copies_to": tuple(data["copies_to"]),
        }
    )


# What no file format prints: control characters, halves of characters, marks that turn the reading direction.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(letter: Letter) -> Letter:
    """The letter without characters that break a file or mislead its reader."""
    return from_json(_cleaned(to_json(letter)))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value)
    if isinstance(value, dict):
        return {name: _cleaned(row) for name, row in value.items()}
    return [_cleaned(row) for row in value] if isinstance(value, list | tuple) else value


def _head(data: dict[str, Any]) -> Letterhead:
    # A letter asked for before the paper travelled with it has none.
    page = data.get("page")
    return Letterhead(**{**data, "page": PageSetup(**page) if page else LETTER})


def _block(data: dict[str, Any]) -> Any:
    if data["tag"] == "drawing":
        shapes = {
            "paths": [Path(**row) for row in data["paths"]],
            "labels": [Label(**row) for row in data["labels"]],
        }
        data = {**data, **shapes}
    return _BLOCKS[data["tag"]](**{name: _frozen(value) for name, value in data.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list | tuple) else value
