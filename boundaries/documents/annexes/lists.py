"""The list of coordinates and the description of legs as sheets of the letter engine; always Indonesian."""

from collections.abc import Sequence

from agreements.documents.letters import (
    Facts,
    Heading,
    Letter,
    Letterhead,
    Numbered,
    Table,
    Text,
    letterhead_of,
)
from agreements.documents.letters.sheet import Block
from boundaries.documents.annexes.checks import Finding
from boundaries.documents.annexes.facts import SegmentFacts
from boundaries.geo.courses import BLANK, closing_words, leg_words, opening_words
from boundaries.geo.measuring import distance_m
from boundaries.geo.written import latitude_words, longitude_words, utm_words
from ksd.core.words import figures
from regions.models import Region

HEAD = ("No.", "Titik", "Jenis", "Lintang", "Bujur", "Zona UTM", "Timur (m)", "Utara (m)", "Letak")
WIDTHS = (5, 9, 7, 15, 15, 7, 11, 12, 19)
NOTE = "Rancangan. Indikatif, bukan acuan hukum."
_RIGHTS = ("Penegasan batas daerah tidak menghapus hak atas tanah, kepemilikan aset, hak ulayat, dan hak adat "
           "masyarakat.")  # fmt: skip


def coordinate_rows(facts: SegmentFacts) -> tuple[tuple[str, ...], ...]:
    """A row for each point: the zone of every point is its own, also where the segment crosses the equator."""
    return tuple(
        (
            str(number), spot.label, spot.kind, latitude_words(spot.lat), longitude_words(spot.lon),
            *_grid(utm_words(spot.lat, spot.lon)), spot.place or BLANK.format("letak"),
        )
        for number, spot in enumerate(facts.spots, start=1)
    )  # fmt: skip


def _grid(words: tuple[str, str, str]) -> tuple[str, str, str]:
    zone, east, north = words
    return zone, _metres(east), _metres(north)


def _metres(value: str) -> str:
    """Metres the Indonesian way: 9.985.000,123."""
    return f"{float(value):,.3f}".translate(str.maketrans(",.", ".,"))


def coordinate_table(facts: SegmentFacts) -> Table:
    """The annex table."""
    return Table(HEAD, coordinate_rows(facts), widths=WIDTHS)


def reference_words(facts: SegmentFacts) -> str:
    """Datum, projection and what the zones mean; said once under every list."""
    zones = sorted({utm_words(spot.lat, spot.lon)[0] for spot in facts.spots})
    words = f"Datum {', '.join(facts.datums) or 'SRGI2013'}; proyeksi UTM zona {', '.join(zones) or '–'}."
    if len({zone[-1] for zone in zones}) > 1:
        words += (" Segmen ini melintasi khatulistiwa: titik di utaranya memakai zona N (utara semu 0 m), titik di "
                  "selatannya memakai zona S (utara semu 10.000.000 m).")  # fmt: skip
    converted = [
        f"{spot.label} (semula {spot.converted_from})" for spot in facts.spots if spot.converted_from
    ]
    return f"{words} Dialihkan dari datum lama: {', '.join(converted)}." if converted else words


def coordinate_letter(facts: SegmentFacts, province: Region) -> Letter:
    """The list of coordinates on its own."""
    first, second = facts.sides
    return Letter(
        head=letterhead(province),
        subject=f"Daftar koordinat batas daerah {first.name} dengan {second.name}",
        form="daftar",
        blocks=(
            Facts((
                ("Segmen", facts.name), ("Provinsi", " dan ".join(facts.provinces) or "–"),
                ("Jumlah titik", str(len(facts.spots))), ("Acuan", reference_words(facts)),
            )),
            coordinate_table(facts),
            Text(_RIGHTS),
        ),
        note=NOTE,
        landscape=True,
    )  # fmt: skip


def letterhead(province: Region) -> Letterhead:
    """The paper of the province that keeps the segment's record."""
    return letterhead_of(province)


def description(facts: SegmentFacts) -> tuple[str, ...]:
    """The items of the description: where it begins, every leg, each with the sign that closes it."""
    first, second = (side.name for side in facts.sides)
    before = [None, *facts.courses]
    items = [
        leg_words(course, first, second, apart=bool(last and course.start and last.end != course.start))
        for last, course in zip(before, facts.courses, strict=False)
    ]
    start = facts.courses[0].start if facts.courses else None
    end = facts.courses[-1].end if facts.courses else None
    if start is not None:
        items.insert(0, opening_words(start, first, second))
    closing = closing_words(end, first, second) if end else ""
    if closing:
        items[-1] = f"{items[-1]}, {closing}"
    if not items:
        return (BLANK.format("uraian ruas batas"),)
    return (*(f"{item};" for item in items[:-1]), f"{items[-1]}.")


def leg_letter(facts: SegmentFacts, province: Region, found: Sequence[Finding] = ()) -> Letter:
    """The description of legs, with lengths and what is still missing."""
    first, second = facts.sides
    blocks: list[Block] = [
        Text(f"Batas daerah {first.name} dengan {second.name} diuraikan sebagai berikut:"),
        Numbered(description(facts)),
        Table(
            (
                "Ruas",
                "Dari",
                "Sampai",
                "Arah",
                "Azimut",
                "Jarak lurus (km)",
                "Panjang tercatat (km)",
                "Menyusuri",
            ),
            tuple(_measures(facts)),
            widths=(7, 12, 12, 12, 10, 12, 13, 22),
            caption="Ukuran setiap ruas",
        ),
    ]
    if found:
        blocks += [Heading("Yang masih perlu dilengkapi"), Numbered(tuple(row.text for row in found))]
    return Letter(
        head=letterhead(province),
        subject=f"Uraian ruas batas daerah {first.name} dengan {second.name}",
        form="daftar",
        blocks=(*blocks, Text(_RIGHTS)),
        note=NOTE,
    )


def _measures(facts: SegmentFacts) -> list[tuple[str, ...]]:
    rows = []
    for course in facts.courses:
        straight = distance_m(course.start.lonlat, course.end.lonlat) if course.start and course.end else None
        azimuth = course.azimuth
        rows.append((
            str(course.number),
            course.start.label if course.start else "–",
            course.end.label if course.end else "–",
            course.wind or "–",
            "–" if azimuth is None else f"{azimuth:.1f}°".replace(".", ","),
            "–" if straight is None else f"{straight / 1000:.3f}".replace(".", ","),
            "–" if course.length_km is None else figures(course.length_km),
            course.along or "garis lurus",
        ))  # fmt: skip
    return rows
