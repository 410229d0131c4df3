"""The parts of a naskah as values: recitals, bases, pasal → ayat → huruf, annexes (Pasal 40-41 PM 22/2020)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

MAX_PASAL = 80
MAX_AYAT = 60
MAX_HURUF = 26
MAX_TEXT = 6_000
MAX_LINES = 100
MAX_ROWS = 400
MAX_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Ayat:
    """One paragraph of a pasal, with its lettered items."""

    text: str
    huruf: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasal:
    """One article: the code of its clause in the law pack, its title and its ayat."""

    clause: str
    title: str
    ayat: tuple[Ayat, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """One lampiran: paragraphs, then a table whose first row is the heading."""

    title: str
    paragraphs: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """What the drafters write; komparisi, numbers and closing come from data."""

    recitals: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    pasal: tuple[Pasal, ...] = ()
    annexes: tuple[Annex, ...] = ()


def to_json(body: Body) -> dict[str, Any]:
    """Plain lists and dictionaries, ready for a JSON column."""
    result: dict[str, Any] = json.loads(json.dumps(asdict(body)))
    return result


def fingerprint(body: Body) -> str:
    """SHA-256 of the canonical text of the body; equal bodies have equal prints."""
    canonical = json.dumps(to_json(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def ayat_to_json(ayat: tuple[Ayat, ...]) -> list[dict[str, Any]]:
    """The ayat of a library clause, ready for a JSON column."""
    return [{"text": row.text, "huruf": list(row.huruf)} for row in ayat]


def ayat_from_json(data: object) -> tuple[Ayat, ...]:
    """The ayat of a library clause from its JSON column; ValueError when they do not fit."""
    return tuple(_ayat(row) for row in _list(data, MAX_AYAT, "ayat"))


def from_json(data: object) -> Body:
    """The body kept in a JSON column; ValueError names the part that does not fit."""
    part = _fields(data, {"recitals", "bases", "pasal", "annexes"}, "naskah")
    return Body(
        recitals=_texts(part["recitals"], MAX_LINES, "konsiderans"),
        bases=_texts(part["bases"], MAX_LINES, "dasar hukum"),
        pasal=tuple(_pasal(row) for row in _list(part["pasal"], MAX_PASAL, "pasal")),
        annexes=annexes_from_json(part["annexes"]),
    )


def annexes_from_json(data: object) -> tuple[Annex, ...]:
    """The lampiran of a body; ValueError when they do not fit."""
    return tuple(_annex(row) for row in _list(data, MAX_LINES, "lampiran"))


def _pasal(data: object) -> Pasal:
    part = _fields(data, {"clause", "title", "ayat"}, "pasal")
    title = _text(part["title"], "judul pasal")
    return Pasal(_text(part["clause"], "kode klausul"), title, ayat_from_json(part["ayat"]))


def _ayat(data: object) -> Ayat:
    part = _fields(data, {"text", "huruf"}, "ayat")
    return Ayat(_text(part["text"], "ayat"), _texts(part["huruf"], MAX_HURUF, "huruf"))


def _annex(data: object) -> Annex:
    part = _fields(data, {"title", "paragraphs", "table"}, "lampiran")
    rows = _list(part["table"], MAX_ROWS, "baris tabel")
    return Annex(
        title=_text(part["title"], "judul lampiran"),
        paragraphs=_texts(part["paragraphs"], MAX_LINES, "paragraf lampiran"),
        table=tuple(_texts(row, MAX_COLUMNS, "kolom tabel") for row in rows),
    )


def _fields(data: object, names: set[str], place: str) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise ValueError(f"Bagian {place} bukan susunan yang dikenal.")
    if set(data) != names:
        odd = ", ".join(sorted(str(name) for name in set(data) ^ names))
        raise ValueError(f"Bagian {place} tidak lengkap atau berisi bagian asing: {odd}.")
    return data


def _list(data: object, most: int, place: str) -> list[object]:
    if not isinstance(data, (list, tuple)):
        raise ValueError(f"Bagian {place} bukan daftar.")
    if len(data) > most:
        raise ValueError(f"Bagian {place} berisi lebih dari {most} butir.")
    return list(data)


def _texts(data: object, most: int, place: str) -> tuple[str, ...]:
    return tuple(_text(row, place) for row in _list(data, most, place))


def _text(data: object, place: str) -> str:
    if not isinstance(data, str):
        raise ValueError(f"Bagian {place} bukan teks.")
    if len(data) > MAX_TEXT:
        raise ValueError(f"Bagian {place} lebih dari {MAX_TEXT} huruf.")
    return data
