"""Good naskah as files, and broken ones as a good one with a single fault planted in it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
GOOD = {path.stem: path for path in sorted((FOLDER / "good").glob("*.txt"))}


@dataclass(frozen=True)
class Fault:
    """One planted fault: the good text, the rule that must find it, and what was changed."""

    of: str
    code: str
    swap: tuple[tuple[str, str], ...] = ()
    cut: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The broken text; what is to be changed must be there exactly once."""
        text = good(self.of)
        if self.cut:
            lines = text.splitlines()
            start = next(n for n, line in enumerate(lines) if line.startswith(self.cut[0]))
            end = next(n for n, line in enumerate(lines) if n > start and line.startswith(self.cut[1]))
            text = "\n".join(lines[:start] + lines[end:])
        for old, new in self.swap:
            assert text.count(old) == 1, f"{self.of}: {old!r} ada {text.count(old)} kali"
            text = text.replace(old, new)
        return text


def good(name: str) -> str:
    """A good text."""
    return GOOD[name].read_text(encoding="utf-8")


def kind_of(name: str) -> str:
    """The kind of a text: family and naskah, as ksdd.pks."""
    return name.partition("--")[0]


def faults() -> list[Fault]:
    """Every planted fault."""
    rows = tomllib.loads((FOLDER / "broken.toml").read_text(encoding="utf-8"))["fault"]
    return [
        Fault(
            row["of"],
            row["code"],
            tuple((old, new) for old, new in row.get("swap", ())),
            tuple(row.get("cut", ())),
        )
        for row in rows
    ]
