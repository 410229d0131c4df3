"""Reads the wordings and checks every name in them, so that no letter is printed with a hole nobody meant."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from agreements.documents.drafts.council import council_drafts
from agreements.documents.drafts.names import known_names
from agreements.documents.drafts.schema import Draft
from agreements.documents.drafts.tokens import token_faults
from agreements.law.errors import PackError
from agreements.law.loading import codes, latest
from agreements.law.reading import Reader
from agreements.law.schema import LawPack

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True)
class _Family:
    """One TOML file."""

    letters: tuple[Draft, ...]


def build(data: Mapping[str, Any], name: str) -> tuple[Draft, ...]:
    """Checked wordings from TOML data. Raises PackError with every fault."""
    reader = Reader()
    family = reader.table(_Family, data, name)
    faults = [*reader.faults, *(fault for row in family.letters for fault in _faults(row))]
    if faults:
        raise PackError(name, dict.fromkeys(faults))
    return family.letters


@lru_cache(maxsize=1)
def all_drafts() -> tuple[Draft, ...]:
    """Every wording of every family, and those the packs keep for the DPRD. Raises PackError for a code used twice."""
    rows = [
        row
        for path in sorted(FOLDER.glob("*.toml"))
        for row in build(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    ]
    rows += [row for code in codes() for row in council_drafts(latest(code))]
    seen: set[str] = set()
    twice = [row.code for row in rows if row.code in seen or seen.add(row.code)]  # type: ignore[func-returns-value]
    if twice:
        raise PackError("drafts", [f"kode '{code}' dipakai dua kali" for code in twice])
    return tuple(rows)


def draft_by(code: str) -> Draft | None:
    """The wording with this code."""
    return next((row for row in all_drafts() if row.code == code), None)


def draft_for(pack: LawPack, kind: str, document: str, arrow: str = "") -> Draft | None:
    """The wording of a document when this act uses it, or None when people write it themselves."""
    rows = (row for row in all_drafts() if row.of == "case")
    return next((row for row in rows if row.serves_act(pack.code, kind, document, arrow)), None)


def _faults(row: Draft) -> Iterator[str]:
    where = f"letters[{row.code}]"
    if not row.packs:
        yield f"{where}.packs: sebutkan paket hukumnya"
    if row.to == "named" and not row.addressee:
        yield f"{where}.addressee: sebutkan tujuannya"
    for code in row.packs:
        if code not in codes():
            yield f"{where}.packs: '{code}' tidak dikenal"
            continue
        yield from _against(latest(code), row, where)
    for text in row.texts_said:
        yield from (f"{where}: {fault}" for fault in token_faults(text, known_names(row)))


def _against(pack: LawPack, row: Draft, where: str) -> Iterator[str]:
    documents = {paper.code for paper in pack.documents}
    if row.document and row.document not in documents:
        yield f"{where}.document: '{row.document}' tidak ada dalam paket {pack.code}"
    acts = {arrow.code for arrow in pack.arrows}
    yield from (
        f"{where}.arrows: '{code}' tidak ada dalam paket {pack.code}"
        for code in row.arrows
        if code not in acts
    )
    if row.to == "law" and not any(entry.document == row.document for entry in pack.addressees):
        yield f"{where}.to: paket {pack.code} tidak menyebut tujuannya"
