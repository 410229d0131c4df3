"""Which column of a table is what, by its heading in Indonesian or English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# The first heading that fits wins; words are compared without signs, units in brackets and capitals.
HEADINGS: dict[str, tuple[str, ...]] = {
    "lat": ("lintang", "latitude", "lat", "y", "lintang dd", "lat dd", "koordinat lintang", "koordinat y"),
    "lon": ("bujur", "longitude", "lon", "lng", "long", "x", "bujur dd", "lon dd", "koordinat bujur", "koordinat x"),
    "easting": ("easting", "timur", "absis", "e", "mt", "utm x", "x utm", "x m", "x meter", "utm e"),
    "northing": ("northing", "utara", "ordinat", "n", "mu", "utm y", "y utm", "y m", "y meter", "utm n"),
    "zone": ("zona", "zone", "zona utm", "utm zone", "utm zona"),
    "both": ("koordinat", "coordinate", "coordinates", "posisi", "lintang bujur", "lat lon", "lat long"),
    "label": ("nama titik", "nama", "titik", "label", "name", "no titik", "nomor titik", "kode titik", "id titik", "point", "pilar", "nama pilar"),
    "kind": ("jenis titik", "jenis", "tipe", "kind", "type", "kind code", "jenis pilar"),
    "height_m": ("tinggi", "elevasi", "ketinggian", "height", "elevation", "z", "h", "ele"),
    "accuracy_m": ("ketelitian", "akurasi", "accuracy", "ketelitian m"),
    "datum": ("datum",),
    "method": ("metode", "method"),
    "place": ("letak", "lokasi", "place", "desa", "location"),
    "brass_text": ("tulisan pelat", "tulisan pe", "pelat kuningan", "brass", "brass tablet", "tulisan pelat kuningan"),
    "note": ("keterangan", "catatan", "note", "notes", "remark", "remarks", "deskripsi", "desc", "description"),
    "line": ("garis", "nama garis", "line", "fitur"),
    "order": ("urutan", "no", "nomor", "order", "no urut"),
}  # fmt: skip
_WHERE = {word: name for name, words in HEADINGS.items() for word in words}
_UNIT = re.compile(r"\((?:m|meter|dd|dms|°|derajat|wgs ?84|utm|ls/lu|lu/ls|bt)\)", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """Where each known column stands."""

    places: dict[str, int]
    headings: tuple[str, ...]

    @property
    def metres(self) -> bool:
        """Whether positions are eastings and northings."""
        return "both" not in self.places and not {"lat", "lon"} <= set(self.places)

    @property
    def coordinates(self) -> tuple[str, ...]:
        """The columns a position is read from."""
        if {"lat", "lon"} <= set(self.places):
            return "lat", "lon"
        return ("both",) if "both" in self.places else ("easting", "northing")

    def has(self, name: str) -> bool:
        """Whether the table has such a column that is used."""
        return name in self.places and not (name == "both" and {"lat", "lon"} <= set(self.places))

    def at(self, name: str) -> int:
        """The place of a column."""
        return self.places[name]

    def of(self, name: str, texts: Sequence[str]) -> str:
        """A cell of a row; short rows are empty at the end."""
        place = self.places[name]
        return texts[place] if place < len(texts) else ""

    def others(self, texts: Sequence[str]) -> dict[str, str]:
        """Everything but the position, known columns by our name, the others by their heading."""
        mine = {place: name for name, place in self.places.items()}
        used = {self.places[name] for name in self.coordinates}
        return {
            mine.get(place, heading[:60]): texts[place]
            for place, heading in enumerate(self.headings)
            if place < len(texts) and place not in used and heading
        }


def find_columns(texts: Sequence[str]) -> Columns | None:
    """The columns these headings name; None when no position can be read from them."""
    places: dict[str, int] = {}
    for place, text in enumerate(texts):
        name = _WHERE.get(_plain(text))
        if name is not None:
            places.setdefault(name, place)
    if "zone" in places and {"lat", "lon"} <= set(places) and not {"easting", "northing"} & set(places):
        # X and Y beside a zone are metres.
        places["easting"], places["northing"] = places.pop("lon"), places.pop("lat")
    enough = ({"lat", "lon"}, {"easting", "northing"}, {"both"})
    return Columns(places, tuple(texts)) if any(need <= set(places) for need in enough) else None


def canonical(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties of a feature under our own names where their names are known headings."""
    found: dict[str, Any] = {}
    for name, value in properties.items():
        found.setdefault(_WHERE.get(_plain(name), name), value)
    return found


def _plain(text: str) -> str:
    """A heading without capitals, units and signs."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", _UNIT.sub(" ", text).casefold()).split())
