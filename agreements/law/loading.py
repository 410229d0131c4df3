"""Finds, reads and checks the law packs; what it returns is safe to build on."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from agreements.law.errors import PackError
from agreements.law.reading import Reader
from agreements.law.schema import DocumentKind, Kind, LawPack, NaskahKind, ReportRule
from agreements.law.validation import faults_of

PACKS = Path(__file__).parent / "packs"


def build_pack(data: Mapping[str, Any], name: str) -> LawPack:
    """A checked pack from TOML data; PackError lists every fault of shape and of sense at once."""
    reader = Reader()
    pack = _inherit(reader.table(LawPack, data, name))
    faults = [*reader.faults, *faults_of(pack)]
    if faults:
        raise PackError(name, dict.fromkeys(faults))
    return pack


def read_pack(text: str, name: str) -> LawPack:
    """A checked pack from TOML text."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(name, [f"bukan TOML yang benar: {error}"]) from error
    return build_pack(data, name)


@lru_cache(maxsize=32)
def get_pack(code: str, version: str) -> LawPack:
    """The pack a case runs under, by code and version."""
    if version not in versions(code):
        raise PackError(f"{code} {version}", ["paket dengan kode dan versi ini tidak tersedia"])
    return _load(PACKS / code / f"{version}.toml")


@lru_cache(maxsize=32)
def latest(code: str) -> LawPack:
    """The newest version of a pack: the one new cases run under."""
    known = versions(code)
    if not known:
        raise PackError(code, ["paket dengan kode ini tidak tersedia"])
    return get_pack(code, known[-1])


def codes() -> list[str]:
    """The codes of all packs there are."""
    return sorted(folder.name for folder in PACKS.iterdir() if any(folder.glob("*.toml")))


def versions(code: str) -> list[str]:
    """All versions of a pack, oldest first."""
    if code not in codes():
        return []
    return sorted((path.stem for path in (PACKS / code).glob("*.toml")), key=_ordinal)


def all_kinds() -> list[Kind]:
    """Every kind of cooperation one may start today."""
    return [row for code in codes() for row in latest(code).kinds]


def kind(code: str) -> tuple[LawPack, Kind]:
    """A kind of cooperation with the newest pack that holds it."""
    for pack in map(latest, codes()):
        for row in pack.kinds:
            if row.code == code:
                return pack, row
    raise PackError(code, ["jenis kerja sama ini tidak ada dalam paket mana pun"])


def document_rule(pack: LawPack, code: str) -> DocumentKind:
    """A paper as the pack describes it, or as another pack does: a case whose kind changed keeps its old papers."""
    for known in (pack, *map(latest, codes())):
        for row in known.documents:
            if row.code == code:
                return row
    raise KeyError(code)


def all_faults() -> list[str]:
    """Every fault of every pack and version, for the system check; empty when all is well."""
    found: list[str] = []
    owners: dict[str, str] = {}
    for code in codes():
        for version in versions(code):
            try:
                pack = get_pack(code, version)
            except PackError as error:
                found += [f"{error.pack}: {fault}" for fault in error.faults]
                continue
            found += _taken(pack, owners)
    return found


def _taken(pack: LawPack, owners: dict[str, str]) -> list[str]:
    taken = [row.code for row in pack.kinds if owners.setdefault(row.code, pack.code) != pack.code]
    return [f"{pack.code} {pack.version}: jenis '{code}' sudah ada di paket {owners[code]}" for code in taken]


def _load(path: Path) -> LawPack:
    name = f"{path.parent.name} {path.stem}"
    pack = read_pack(path.read_text(encoding="utf-8"), name)
    if (pack.code, pack.version) != (path.parent.name, path.stem):
        raise PackError(name, [f"berkas menyebut dirinya {pack.code} {pack.version}"])
    return pack


def _ordinal(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _inherit(pack: LawPack) -> LawPack:
    """Items and clauses that name no article stand in the article of their document, naskah or report."""
    return replace(
        pack,
        documents=tuple(_document(row) for row in pack.documents),
        naskah=tuple(_naskah(row) for row in pack.naskah),
        reports=tuple(_report(row) for row in pack.reports),
    )


def _document(row: DocumentKind) -> DocumentKind:
    return replace(
        row,
        items=tuple(
            item
            if item.article or item.internal
            else replace(item, article=row.article, internal=row.internal)
            for item in row.items
        ),
    )


def _naskah(row: NaskahKind) -> NaskahKind:
    return replace(
        row,
        clauses=tuple(
            rule if rule.article or rule.internal else replace(rule, article=row.article)
            for rule in row.clauses
        ),
    )


def _report(row: ReportRule) -> ReportRule:
    return replace(
        row,
        items=tuple(
            item
            if item.article or item.internal
            else replace(item, article=row.article, internal=row.internal)
            for item in row.items
        ),
    )
