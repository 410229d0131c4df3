"""Reads the wordings and checks every name in them, so that no letter is printed with a hole nobody meant."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from agreements.documents.drafts.facts import NAMES
from agreements.documents.drafts.schema import Draft
from agreements.law.errors import PackError
from agreements.law.loading import codes, latest
from agreements.law.reading import Reader
from agreements.law.schema import LawPack

FOLDER = Path(__file__).parent / "data"
PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}")


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
    """Every wording of every family."""
    return tuple(
        row
        for path in sorted(FOLDER.glob("*.toml"))
        for row in build(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    )


def draft_for(pack: LawPack, kind: str, document: str, arrow: str = "") -> Draft | None:
    """The wording of a document when this act uses it, or None when people write it themselves."""
    return next((row for row in all_drafts() if row.serves(pack.code, kind, document, arrow)), None)


def _faults(row: Draft) -> Iterator[str]:
    where = f"letters[{row.document}]"
    if not row.packs:
        yield f"{where}.packs: sebutkan paket hukumnya"
    for code in row.packs:
        if code not in codes():
            yield f"{where}.packs: '{code}' tidak dikenal"
            continue
        yield from _against(latest(code), row, where)


def _against(pack: LawPack, row: Draft, where: str) -> Iterator[str]:
    documents = {paper.code for paper in pack.documents}
    known = {
        "nomor": documents,
        "tanggal": documents,
        "tenggat": {term.code for term in pack.terms},
        "lama": {term.code for term in pack.terms},
    }
    if row.document not in documents:
        yield f"{where}.document: '{row.document}' tidak ada dalam paket {pack.code}"
    acts = {arrow.code for arrow in pack.arrows}
    yield from (
        f"{where}.arrows: '{code}' tidak ada dalam paket {pack.code}"
        for code in row.arrows
        if code not in acts
    )
    if row.to == "law" and not any(entry.document == row.document for entry in pack.addressees):
        yield f"{where}.to: paket {pack.code} tidak menyebut tujuannya"
    for text in row.texts:
        for name in PLACEHOLDER.findall(text):
            group, _dot, code = name.partition(".")
            if name not in NAMES and code not in known.get(group, ()):
                yield f"{where}: '{{{name}}}' tidak dikenal"
