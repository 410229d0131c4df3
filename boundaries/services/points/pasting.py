"""Many points pasted as lines: read as a whole, every fault named by line and column, nothing saved half."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boundaries.choices import Datum, PointMethod
from boundaries.geo.coordinates import CoordinateError, Position, parse, parse_pair
from boundaries.models import PointKind, Segment
from boundaries.services.points.adding import PointData, place_key
from boundaries.services.points.placing import Surroundings, surroundings_of

MOST_LINES = 2_000
MOST_FAULTS = 200
LONGEST = {"label": 40, "brass_text": 80, "place": 250}
# What the first line may call its columns.
HEADS = {
    "label": {"nama", "nama titik", "titik", "label", "no titik", "nomor titik", "id"},
    "kind": {"jenis", "jenis titik", "kode", "tipe"},
    "coordinate": {"koordinat", "posisi"},
    "lat": {"lintang", "lat", "latitude", "y (lintang)"},
    "lon": {"bujur", "lon", "long", "longitude", "x (bujur)"},
    "easting": {"easting", "x", "timur", "x (m)", "e"},
    "northing": {"northing", "y", "utara", "y (m)", "n"},
    "zone": {"zona", "zone", "zona utm"},
    "height_m": {"tinggi", "h", "z", "elevasi", "tinggi (m)"},
    "accuracy_m": {"ketelitian", "akurasi", "ketelitian (m)"},
    "brass_text": {"pelat", "tulisan pelat", "pelat kuningan", "brass tablet", "tulisan pelat kuningan"},
    "place": {"letak", "lokasi", "desa"},
}
PREFIX = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class PasteDefaults:
    """What holds for every line that does not say otherwise."""

    kind: PointKind
    datum: str = Datum.SRGI2013
    method: str = PointMethod.TIDAK_DIKETAHUI
    zone: str = ""
    accuracy_m: Decimal | None = None
    source: str = ""


@dataclass(frozen=True)
class RowFault:
    """What is wrong in one line: where, why, and how to mend it."""

    line: int
    column: str
    cause: str
    mend: str


@dataclass(frozen=True)
class Pasted:
    """The points that were read, with their lines, and every fault; only what has no fault may be saved."""

    rows: tuple[tuple[int, PointData], ...]
    faults: tuple[RowFault, ...]

    @property
    def points(self) -> list[PointData]:
        """The points in the order of their lines."""
        return [data for _line, data in self.rows]


def read_pasted(segment: Segment, text: str, defaults: PasteDefaults) -> Pasted:
    """Read every line, look for what the list already has, and collect the faults of all lines."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        return Pasted(
            (), (RowFault(0, _("Titik"), _("Tidak ada baris."), _("Tempel satu titik pada setiap baris.")),)
        )
    if len(lines) > MOST_LINES:
        return Pasted((), (_too_many(len(lines)),))
    return _Reader(segment, defaults).read(lines)


def _too_many(count: int) -> RowFault:
    cause = ngettext("%(count)s baris ditempel.", "%(count)s baris ditempel.", count) % {"count": count}
    mend = _("Paling banyak %s baris sekaligus; bagi menjadi beberapa bagian.") % MOST_LINES
    return RowFault(MOST_LINES + 1, _("Titik"), cause, mend)


class _Reader:
    """Reads lines one after the other, remembering labels and places already taken."""

    def __init__(self, segment: Segment, defaults: PasteDefaults) -> None:
        self.defaults = defaults
        self.around: Surroundings = surroundings_of(segment)
        self.kinds = {kind.code.upper(): kind for kind in PointKind.objects.all()}
        listed = list(segment.listed_points.with_point())
        self.labels = {row.label.casefold(): _("daftar segmen ini") for row in listed}
        self.places = {place_key(row.point.position, row.point.datum): row.label for row in listed}
        self.rows: list[tuple[int, PointData]] = []
        self.faults: list[RowFault] = []

    def read(self, lines: list[tuple[int, str]]) -> Pasted:
        heads = _heads(lines[0][1])
        for number, line in lines[1:] if heads else lines:
            if len(self.faults) >= MOST_FAULTS:
                break
            self._line(number, _named(line, heads) if heads else _unnamed(line))
        return Pasted(tuple(self.rows), tuple(self.faults))

    def _line(self, number: int, cells: dict[str, str]) -> None:
        faults = len(self.faults)
        label = self._label(number, cells.get("label", ""))
        kind = self._kind(number, cells.get("kind", ""), label)
        found = self._place(number, cells, label)
        facts = {name: self._metres(number, cells.get(name, ""), name) for name in ("height_m", "accuracy_m")}
        texts = {name: self._text(number, cells.get(name, ""), name) for name in ("brass_text", "place")}
        if len(self.faults) == faults and found:
            defaults = self.defaults
            accuracy = facts["accuracy_m"] if facts["accuracy_m"] is not None else defaults.accuracy_m
            data = PointData(
                label=label, kind=kind, position=found, as_given=_as_given(cells), datum=defaults.datum,
                accuracy_m=accuracy, height_m=facts["height_m"], method=defaults.method, source=defaults.source, brass_text=texts["brass_text"], place=texts["place"],
            )  # fmt: skip
            self.rows.append((number, data))

    def _fault(self, number: int, column: str, cause: str, mend: str) -> None:
        self.faults.append(RowFault(number, column, cause, mend))

    def _label(self, number: int, text: str) -> str:
        column, label = _("Nama titik"), self._text(number, text, "label")
        if not label:
            self._fault(
                number, column, _("Nama titik kosong."), _("Tulis misalnya TK 1A, lalu titik koma atau tab.")
            )
        elif label.casefold() in self.labels:
            place = self.labels[label.casefold()]
            cause = _("Nama “%(label)s” sudah dipakai pada %(place)s.") % {"label": label, "place": place}
            self._fault(number, column, cause, _("Pakai nama lain, misalnya dengan huruf di belakangnya."))
        self.labels.setdefault(label.casefold(), _("baris %s") % number)
        return label

    def _kind(self, number: int, text: str, label: str) -> PointKind:
        if text.strip():
            kind = self.kinds.get(text.strip().upper())
            if kind is None:
                known = ", ".join(sorted(self.kinds))
                self._fault(
                    number,
                    _("Jenis"),
                    _("Jenis “%s” tidak dikenal.") % text.strip()[:20],
                    _("Pakai %s.") % known,
                )
            return kind or self.defaults.kind
        prefix = PREFIX.match(label)
        return self.kinds.get(prefix[0].upper(), self.defaults.kind) if prefix else self.defaults.kind

    def _place(self, number: int, cells: dict[str, str], label: str) -> Position | None:
        try:
            found = _read_position(cells, self.defaults)
            self.around.check(found, self.defaults.datum)
            key = place_key(found, self.defaults.datum)
        except CoordinateError as error:
            self._fault(number, _("Koordinat"), error.message, error.remedy)
            return None
        if key in self.places:
            cause = _("Posisi ini sudah dipakai “%s”.") % self.places[key]
            self._fault(number, _("Koordinat"), cause, _("Hapus baris yang berulang."))
        self.places.setdefault(key, label)
        return found

    def _metres(self, number: int, text: str, name: str) -> Decimal | None:
        if not text.strip():
            return None
        try:
            value = Decimal(text.strip().removesuffix("m").strip().replace(",", "."))
        except InvalidOperation:
            value = Decimal("NaN")
        least = Decimal(-500) if name == "height_m" else Decimal(0)
        if value.is_finite() and least <= value < 10_000:
            return value.quantize(Decimal("0.001"))
        column = _("Tinggi") if name == "height_m" else _("Ketelitian")
        self._fault(
            number,
            column,
            _("“%s” bukan angka meter yang mungkin.") % text.strip()[:20],
            _("Isi misalnya 12,345."),
        )
        return None

    def _text(self, number: int, text: str, name: str) -> str:
        plain = " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
        if len(plain) > LONGEST[name]:
            self._fault(
                number, _("Nama titik") if name == "label" else _("Keterangan"),
                _("Tulisannya lebih dari %s huruf.") % LONGEST[name], _("Persingkat."),
            )  # fmt: skip
        return plain[: LONGEST[name]]


def _cells(line: str) -> list[str]:
    """The cells of a line: by tab, else by bar, else by semicolon."""
    for sign in ("\t", "|", ";"):
        if sign in line:
            return [cell.strip() for cell in line.split(sign)]
    return [line.strip()]


def _heads(line: str) -> list[str]:
    """The names of the columns when the first line is a head; it names at least the point and where it lies."""
    cells = (
        _cells(line) if any(sign in line for sign in "\t|;") else [cell.strip() for cell in line.split(",")]
    )
    found = [next((name for name, words in HEADS.items() if cell.casefold() in words), "") for cell in cells]
    return found if "label" in found and {"coordinate", "lat", "easting"} & set(found) else []


def _named(line: str, heads: list[str]) -> dict[str, str]:
    cells = (
        _cells(line) if any(sign in line for sign in "\t|;") else [cell.strip() for cell in line.split(",")]
    )
    return {name: cell for name, cell in zip(heads, cells, strict=False) if name}


def _unnamed(line: str) -> dict[str, str]:
    """A line without a head: the label first, all the rest is its coordinate."""
    label, *rest = _cells(line)
    if not rest:
        label, _comma, tail = label.partition(",")
        rest = [tail]
    if any(sign in label for sign in "°'\"") or not any(sign.isalpha() for sign in label):
        return {"label": "", "coordinate": line}
    return {"label": label, "coordinate": " ; ".join(cell for cell in rest if cell)}


def _as_given(cells: dict[str, str]) -> str:
    names = ("coordinate", "zone", "lat", "lon", "easting", "northing")
    return " ".join(cells[name] for name in names if cells.get(name))[:200]


def _read_position(cells: dict[str, str], defaults: PasteDefaults) -> Position:
    readers: tuple[tuple[str, Callable[[], Any]], ...] = (
        (
            "coordinate",
            lambda: parse(cells["coordinate"], cells.get("zone") or defaults.zone, defaults.datum),
        ),
        ("lat", lambda: parse_pair(cells["lat"], cells.get("lon", ""))),
        ("easting", lambda: _from_columns(cells, defaults)),
    )
    for name, read in readers:
        if cells.get(name):
            found: Position = read()
            return found
    raise CoordinateError(
        _("Koordinat kosong."), _("Isi lintang dan bujur, atau easting dan northing."), "empty"
    )


def _from_columns(cells: dict[str, str], defaults: PasteDefaults) -> Position:
    zone = cells.get("zone") or defaults.zone
    return parse(f"{cells['easting']} {cells.get('northing', '')}", zone, defaults.datum)
