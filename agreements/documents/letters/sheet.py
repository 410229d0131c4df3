"""What a letter says, every word decided: the templates only place it."""

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from regions.models import Region

# Left empty by the machine, filled with ink or in Word.
BLANK = "…………………………"
CONTACT_MARK = " · "


@dataclass(frozen=True)
class Letterhead:
    """The kop surat: government, office, address line, emblem (`ksd-file:<uuid>`, empty when there is none)."""

    government: str
    office: str = ""
    address: str = ""
    emblem: str = ""

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
    """A heading inside the letter or above an annex."""

    text: str
    tag: Literal["heading"] = "heading"


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
    """A table with its head; `widths` in percent, one per column, or empty for equal ones."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    caption: str = ""
    tag: Literal["table"] = "table"


Block: TypeAlias = Text | Heading | Numbered | Facts | Table
_BLOCKS: dict[str, type[Any]] = {
    "text": Text,
    "heading": Heading,
    "numbered": Numbered,
    "facts": Facts,
    "table": Table,
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
    """A letter (`surat`), minutes (`berita_acara`) or a list (`daftar`).

    A letter shows number, nature, annexes and subject beside place and date, then the addressee; the other two
    show `subject` as their title. Empty number and date print as blanks to be filled. Landscape is for wide tables.
    """

    head: Letterhead
    subject: str
    blocks: tuple[Block, ...]
    form: Literal["surat", "berita_acara", "daftar"] = "surat"
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


def letterhead_of(region: Region, office: str = "") -> Letterhead:
    """The kop surat of a region, of one of its offices when named."""
    contact = [region.address, region.phone and f"Telepon {region.phone}", region.email]
    return Letterhead(
        government=region.government_name.upper(),
        office=office.upper(),
        address=CONTACT_MARK.join(part for part in contact if part),
        emblem=f"ksd-file:{region.emblem_id}" if region.emblem_id else "",
    )


def to_json(letter: Letter) -> dict[str, Any]:
    """The letter as plain data, for the payload of a job."""
    return asdict(letter)


def from_json(data: dict[str, Any]) -> Letter:
    """The letter again from plain data."""
    return Letter(
        **{
            **data,
            "head": Letterhead(**data["head"]),
            "blocks": tuple(_block(block) for block in data["blocks"]),
            "signers": tuple(Signer(**signer) for signer in data["signers"]),
            "addressee": tuple(data["addressee"]),
            "copies_to": tuple(data["copies_to"]),
        }
    )


def _block(data: dict[str, Any]) -> Any:
    return _BLOCKS[data["tag"]](**{name: _frozen(value) for name, value in data.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list | tuple) else value
