"""The public list of regions as installed, and the reading of names and codes it needs."""

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ksd.core.errors import NotReady
from regions.choices import RegionKind

DATA = Path(__file__).resolve().parent / "data"
ROOT_CODE = "00"
CODE = re.compile(r"\d{2}(\.\d{2})?")
# Kota are numbered from 71 (Permendagri 58/2021).
_FIRST_CITY = 71
# Longest first, so that "Kabupaten Administrasi" is not read as "Kabupaten".
_PREFIXES = (
    ("kabupaten administrasi", RegionKind.KABUPATEN_ADMINISTRASI),
    ("kab. administrasi", RegionKind.KABUPATEN_ADMINISTRASI),
    ("kab. adm.", RegionKind.KABUPATEN_ADMINISTRASI),
    ("kota administrasi", RegionKind.KOTA_ADMINISTRASI),
    ("kota adm.", RegionKind.KOTA_ADMINISTRASI),
    ("kabupaten", RegionKind.KABUPATEN),
    ("kab.", RegionKind.KABUPATEN),
    ("provinsi", RegionKind.PROVINSI),
    ("kota", RegionKind.KOTA),
)
_SMALL_WORDS = {"Dan": "dan", "Dki": "DKI"}


@dataclass(frozen=True)
class Entry:
    """One region of a list: its code as text, its name without the kind, its kind and its parent's code."""

    code: str
    name: str
    kind: str
    parent: str
    predecessor: str = ""


def read_toml(name: str) -> dict[str, Any]:
    """One of our own reviewed tables."""
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=1)
def _corrections() -> dict[tuple[str, str], str]:
    rows = read_toml("corrections.toml")["correction"]
    return {(row["code"], row["found"].casefold()): row["name"] for row in rows}


def tidy(text: str) -> str:
    """A name without doubled spaces, and without capitals throughout."""
    text = " ".join(text.split())
    if not text.isupper():
        return text
    return " ".join(_SMALL_WORDS.get(word, word) for word in text.title().split(" "))


def kind_of_code(code: str) -> RegionKind:
    """The kind a bare code tells: two digits a province, a tail from 71 a kota."""
    if "." not in code:
        return RegionKind.PROVINSI
    return RegionKind.KOTA if int(code[3:]) >= _FIRST_CITY else RegionKind.KABUPATEN


def read_entry(code: str, name: str, predecessor: str = "") -> Entry:
    """A region from its code and written name: "KOTA BONTANG" becomes kind kota, name Bontang."""
    bare, kind = tidy(name), kind_of_code(code)
    for prefix, found in _PREFIXES:
        if bare.casefold().startswith(prefix + " "):
            bare, kind = bare[len(prefix) + 1 :], found
            break
    bare = _corrections().get((code, bare.casefold()), bare)
    parent = code[:2] if "." in code else ROOT_CODE
    return Entry(code=code, name=bare, kind=kind.value, parent=parent, predecessor=predecessor)


def installed_folder() -> Path:
    """Where the assets step puts the list of the npm package idn-area-data (data licence ODbL 1.0)."""
    return DATA.parent.parent / "vendor" / "data" / "idn-area-data"


def installed_register() -> list[Entry]:
    """All provinces, then all regencies and cities, of the installed list."""
    entries: list[Entry] = []
    for name in ("provinces.csv", "regencies.csv"):
        path = installed_folder() / name
        if not path.is_file():
            raise NotReady(
                f"Daftar wilayah belum terpasang: berkas {name} tidak ditemukan.",
                remedy="Jalankan “make assets” satu kali dengan jaringan, lalu ulangi.",
            )
        with path.open(encoding="utf-8", newline="") as file:
            entries += [read_entry(row["code"], row["name"]) for row in csv.DictReader(file)]
    return entries
