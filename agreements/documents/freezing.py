"""A version as it was: facts, fixed sentences and printed sheet kept with it, so that its words never change.

What is kept is plain data. A field added to a sheet later takes its default when an old version is read again.
"""

import hashlib
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from agreements.documents.sheet import NaskahSheet

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A frozen dataclass as lists, dictionaries and texts, ready for a JSON column."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def from_plain(kind: type[T], data: Mapping[str, Any]) -> T:
    """The dataclass again; what the class knows today and the data do not have takes its default."""
    hints = _hints(kind)  # type: ignore[arg-type]  # a class can always be hashed
    known = {name: _read(hints[name], data[name]) for name in hints if name in data}
    return kind(**known)


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = next(part for part in get_args(hint) if part is not type(None))
        return None if value is None else _read(inner, value)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value)
    return date.fromisoformat(value) if hint is date else value


def words_of(sheet: NaskahSheet) -> str:
    """Every word of a sheet as plain text, one paragraph on each line; paper, letter and marks of a draft left out."""
    return "".join(f"{line}\n" for line in _lines(sheet))


def words_sha256(sheet: NaskahSheet) -> str:
    """SHA-256 of the words: `sha256sum` of the downloaded text gives the same."""
    return hashlib.sha256(words_of(sheet).encode("utf-8", "surrogatepass")).hexdigest()


def _lines(sheet: NaskahSheet) -> Iterator[str]:
    yield from head_lines(sheet)
    yield from (f"{item.mark} {item.text}" for item in sheet.recitals)
    if sheet.bases:
        yield sheet.bases_intro
    yield from (f"{item.mark} {item.text}" for item in sheet.bases)
    yield sheet.agreement
    for pasal in sheet.pasal:
        yield from (pasal.heading, pasal.title)
        for ayat in pasal.ayat:
            yield f"{ayat.mark} {ayat.text}".strip()
            yield from (f"{item.mark} {item.text}" for item in ayat.huruf)
    yield from tail_lines(sheet)
    for annex in sheet.annexes:
        yield from (annex.heading, annex.title, *annex.paragraphs)
        yield from (" | ".join(row) for row in (annex.columns, *annex.rows) if row)


def head_lines(sheet: NaskahSheet) -> Iterator[str]:
    """Title, numbers, opening and parties: what stands above the recitals."""
    yield from (*sheet.title, *sheet.numbers, sheet.opening)
    for party in sheet.komparisi:
        yield f"{party.numeral} {party.name}: {party.text}"
    yield sheet.definition


def tail_lines(sheet: NaskahSheet) -> Iterator[str]:
    """Closing sentences and the names under the text."""
    yield from sheet.closing
    for row in sheet.signatures:
        yield from (f"{box.sebutan}, {box.position}, {box.name}" for box in row)
