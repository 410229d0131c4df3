"""Which clause a Pasal is, told from its title by the words of the law pack, the library and common usage."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from agreements.naskah.changes import ADD, LAST, REMOVE, REPLACE, code_of
from agreements.naskah.rules import NaskahRule

TITLES = Path(__file__).with_name("titles.toml")
SIGNS = re.compile(r"[^a-z0-9]+")
MOST_CODE = 60
# How an addendum titles its Pasal: "PASAL 3 OBJEK DIUBAH SEHINGGA …", "PASAL 3 OBJEK DIHAPUS", "PASAL BARU …: SANKSI".
CHANGED = re.compile(r"pasal \d+[a-z]? (?P<title>.+?) (?P<how>diubah|dihapus)\b")
NEW = re.compile(r"pasal baru (?:sesudah|pada akhir)\b")


@lru_cache
def common_titles() -> dict[str, tuple[str, ...]]:
    """Titles people write, by clause code."""
    data = tomllib.loads(TITLES.read_text(encoding="utf-8"))
    return {code: tuple(map(plain_title, titles)) for code, titles in data.items()}


def plain_title(title: str) -> str:
    """A title without capitals, signs and the one-word spelling, so that equal ones compare equal."""
    words = SIGNS.sub(" ", title.casefold()).strip()
    return words.replace("kerjasama", "kerja sama").removeprefix("tentang ")  # bentuk-salah yang dicari


class Codes:
    """Gives each Pasal of one text its clause code; no code is given twice."""

    def __init__(self, rule: NaskahRule | None = None) -> None:
        self._known: dict[str, str] = {}
        self._taken: set[str] = set()
        needs = tuple(rule.clauses) if rule else ()
        own = {need.code for need in needs}
        for need in needs:
            self._known.setdefault(plain_title(need.label), need.code)
        common = common_titles()
        # The clauses of this kind come first: "masa berlaku" is another clause in an MoU than in a PKS.
        for code in sorted(common, key=lambda code: code not in own):
            for title in common[code]:
                self._known.setdefault(title, code)

    def code_of(self, title: str, number: str) -> str:
        """The code of a title; one nobody knows makes its own."""
        plain = plain_title(title)
        return self._once(self._change(plain) or self._clause(plain) or _slug(plain, number))

    def _change(self, plain: str) -> str:
        """The code of a change an addendum makes; nothing for any other title."""
        if NEW.match(plain):
            return code_of(ADD, LAST, self._taken)
        found = CHANGED.match(plain)
        clause = self._clause(found["title"]) if found else ""
        return (
            code_of(REPLACE if found["how"] == "diubah" else REMOVE, clause, ()) if found and clause else ""
        )

    def _clause(self, plain: str) -> str:
        return self._known.get(plain) or self._beginning(plain)

    def _beginning(self, plain: str) -> str:
        """The clause whose title begins this one: "pembiayaan kegiatan bersama" is pembiayaan."""
        words = plain.split()
        for end in range(min(len(words) - 1, 6), 0, -1):
            code = self._known.get(" ".join(words[:end]))
            if code:
                return code
        return ""

    def _once(self, code: str) -> str:
        chosen, step = code, 2
        while chosen in self._taken:
            chosen, step = f"{code}_{step}", step + 1
        self._taken.add(chosen)
        return chosen


def _slug(plain: str, number: str) -> str:
    return plain.replace(" ", "_")[:MOST_CODE].strip("_") or f"pasal_{number.casefold()}"
