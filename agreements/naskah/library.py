"""Our own clause texts as data: one TOML file for each kind of naskah, with what differs for a family."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from agreements.naskah.structure import Ayat

FOLDER = Path(__file__).parent / "clauses"
ENDING = re.compile(r"\s*(?:[;,]\s*(?P<word>dan/atau|dan|atau)?|\.)\s*$")


@dataclass(frozen=True, slots=True)
class ClauseText:
    """The wording of one clause; `starter` says whether an optional one opens a new naskah too."""

    code: str
    title: str
    ayat: tuple[Ayat, ...]
    purpose: str = ""
    optional: bool = False
    starter: bool = False
    conditions: tuple[str, ...] = ()
    fallbacks: tuple["FallbackText", ...] = ()


@dataclass(frozen=True, slots=True)
class FallbackText:
    """A wording to fall back on when a partner does not accept the first one, and when it may be used."""

    title: str
    when: str
    ayat: tuple[Ayat, ...]


@dataclass(frozen=True, slots=True)
class RecitalText:
    """One recital and the kinds of cooperation it suits; none means all."""

    text: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed sentences around the pasal."""

    definition: str
    bases_intro: str
    agreement: str
    closing: tuple[str, ...]
    recitals: tuple[RecitalText, ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Frame and clauses of one kind of naskah in one family of cooperation; `source` is the regulation they follow."""

    naskah: str
    family: str
    frame: Frame
    clauses: tuple[ClauseText, ...]
    source: str = ""

    @property
    def starters(self) -> frozenset[str]:
        """Optional clauses a new naskah opens with."""
        return frozenset(clause.code for clause in self.clauses if clause.starter)

    def clause(self, code: str) -> ClauseText | None:
        """The clause of this code, or None when the library has no text for it."""
        return next((clause for clause in self.clauses if clause.code == code), None)


def available() -> tuple[tuple[str, str], ...]:
    """Every (kind of naskah, family) that has its own file; an empty family serves all."""
    names = (path.stem.partition("_") for path in sorted(FOLDER.glob("*.toml")))
    return tuple((naskah, family) for naskah, _, family in names)


@lru_cache
def library(naskah: str, family: str = "") -> Library:
    """The texts for a kind of naskah; a family without its own file uses the common one."""
    own = FOLDER / f"{naskah}_{family}.toml"
    data = _read(own if family and (naskah, family) in available() else FOLDER / f"{naskah}.toml")
    clauses = tuple(_clause(row) for row in data["clause"])
    return Library(naskah, family, _frame(data["frame"]), clauses, data["source"])


def punctuate(items: tuple[str, ...], word: str = "dan") -> tuple[str, ...]:
    """Items of a list with their closing marks: a; b; dan c."""
    bare = tuple(ENDING.sub("", item) for item in items)
    if len(bare) < 2:
        return tuple(f"{item}." for item in bare)
    return (*(f"{item};" for item in bare[:-2]), f"{bare[-2]}; {word}", f"{bare[-1]}.")


def joining_word(items: tuple[str, ...]) -> str:
    """The "dan" or "atau" before the last item of a list, "dan" when none is written."""
    for item in items:
        found = ENDING.search(item)
        if found and found.group("word"):
            return found.group("word")
    return "dan"


def _read(path: Path) -> dict[str, Any]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if "extends" not in data:
        return data
    base = _read(path.with_name(f"{data['extends']}.toml"))
    clauses: list[dict[str, Any]] = list(base["clause"])
    for row in data["clause"]:
        codes = [clause["code"] for clause in clauses]
        if row["code"] in codes:
            clauses[codes.index(row["code"])] = row
        else:
            clauses.insert(codes.index(row["before"]) if "before" in row else len(clauses), row)
    frame = base["frame"] | data.get("frame", {})
    return {"source": data.get("source", base["source"]), "frame": frame, "clause": clauses}


def _frame(data: dict[str, Any]) -> Frame:
    return Frame(
        definition=data["definition"],
        bases_intro=data["bases_intro"],
        agreement=data["agreement"],
        closing=tuple(data["closing"]),
        recitals=tuple(RecitalText(row["text"], tuple(row.get("kinds", ()))) for row in data["recitals"]),
        bases=tuple(data["bases"]),
    )


def _clause(data: dict[str, Any]) -> ClauseText:
    fallbacks = (FallbackText(row["title"], row["when"], _ayat(row)) for row in data.get("fallback", ()))
    return ClauseText(
        code=data["code"],
        title=data["title"],
        ayat=_ayat(data),
        purpose=data["purpose"],
        optional=data.get("optional", False),
        starter=data.get("starter", False),
        conditions=tuple(data.get("conditions", ())),
        fallbacks=tuple(fallbacks),
    )


def _ayat(data: dict[str, Any]) -> tuple[Ayat, ...]:
    return tuple(
        Ayat(row["text"], punctuate(tuple(row.get("huruf", ())), row.get("ending", "dan")))
        for row in data["ayat"]
    )
