"""What is missing or does not fit before annexes are printed; nothing is skipped in silence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import shapely
from django.utils.translation import gettext as _

from boundaries.choices import AnnexKind, LegState, LineRole
from boundaries.documents.annexes.facts import SegmentFacts
from boundaries.documents.annexes.settlement import AGREED_WHERE
from boundaries.geo import measuring
from boundaries.geo.compass import sectors_apart, wind_of
from boundaries.geo.courses import Course
from ksd.core.words import figures

# Lengths may differ by this part before it is told; ends of a line by so many metres from their point.
LENGTH_PART, END_M, BESIDE_M = Decimal("0.02"), 1.0, 5.0
_DEGREE_M = 111_195


@dataclass(frozen=True)
class Finding:
    """One thing found: what it belongs to, what is wrong; a grave one keeps the text from being right."""

    topic: str
    text: str
    grave: bool = True


def findings(facts: SegmentFacts) -> list[Finding]:
    """Everything found, in the order a drafter works: points, legs, line, layer, agreement."""
    rooms: tuple[Callable[[SegmentFacts], Iterator[Finding]], ...] = (
        _points,
        _chain,
        _legs,
        _lengths,
        _line,
        _rest,
    )
    return [finding for room in rooms for finding in room(facts)]


def hindrance(kind: str, facts: SegmentFacts, line: object = None) -> str:
    """Why a kind cannot be printed at all; empty when it can."""
    if kind == AnnexKind.KOORDINAT and not facts.spots:
        return _("Segmen ini belum mempunyai titik, sehingga tidak ada koordinat yang dapat ditulis.")
    if kind == AnnexKind.URAIAN and not facts.courses:
        return _("Segmen ini belum mempunyai ruas, sehingga tidak ada yang dapat diuraikan.")
    if kind == AnnexKind.RANCANGAN and not (facts.courses or facts.spots):
        return _("Rancangan memerlukan titik atau ruas; keduanya belum ada.")
    if kind == AnnexKind.PETA and line is None:
        return _("Peta memerlukan garis, atau paling sedikit dua titik pada garis batas.")
    return ""


def _points(facts: SegmentFacts) -> Iterator[Finding]:
    topic = _("Titik")
    if not facts.spots:
        yield Finding(topic, _("Belum ada titik."))
        return
    first, last = facts.spots[0], facts.spots[-1]
    for spot, text in (
        (
            first,
            _(
                "Titik pertama (%(label)s) bukan titik simpul; lazimnya uraian dimulai dari pertemuan tiga daerah."
            ),
        ),
        (last, _("Titik terakhir (%(label)s) bukan titik simpul.")),
    ):
        if not spot.meets:
            yield Finding(topic, text % {"label": spot.label}, grave=False)
    missing = [spot.label for spot in facts.spots if not spot.place]
    if missing:
        yield Finding(topic, _("Letak belum diisi: %(labels)s.") % {"labels": _named(missing)})
    objected = [spot.label for spot in facts.spots if spot.validated is False]
    if objected:
        yield Finding(topic, _("Ada keberatan salah satu pihak: %(labels)s.") % {"labels": _named(objected)})
    waiting = [spot.label for spot in facts.spots if spot.validated is None]
    if waiting:
        yield Finding(topic, _("Belum disahkan kedua pihak: %(labels)s.") % {"labels": _named(waiting)})
    yield from _datums(facts)


def _datums(facts: SegmentFacts) -> Iterator[Finding]:
    converted = [f"{spot.label} ({spot.converted_from})" for spot in facts.spots if spot.converted_from]
    if converted:
        text = _("Dialihkan dari datum lama ke SRGI2013: %(labels)s; periksa ketelitiannya.")
        yield Finding(_("Titik"), text % {"labels": _named(converted)}, grave=False)


def _chain(facts: SegmentFacts) -> Iterator[Finding]:
    """Whether the legs lead from the first point to the last without a gap, in the order of the list."""
    topic = _("Rangkaian ruas")
    if not facts.courses:
        yield Finding(topic, _("Belum ada ruas."))
        return
    for before, after in pairwise(facts.courses):
        if before.end and after.start and before.end.label != after.start.label:
            words = {
                "a": before.number,
                "end": before.end.label,
                "b": after.number,
                "start": after.start.label,
            }
            yield Finding(
                topic, _("Ruas %(a)s berakhir di %(end)s, tetapi ruas %(b)s dimulai di %(start)s.") % words
            )
    yield from _chain_ends(facts)


def _chain_ends(facts: SegmentFacts) -> Iterator[Finding]:
    """Whether the legs begin and end where the list does, and run the way it does."""
    topic = _("Rangkaian ruas")
    on_line = [spot.label for spot in facts.spots if spot.on_line]
    start, end = facts.courses[0].start, facts.courses[-1].end
    if on_line and start and start.label != on_line[0]:
        words = {"start": start.label, "first": on_line[0]}
        yield Finding(
            topic, _("Ruas pertama dimulai di %(start)s, bukan di titik pertama %(first)s.") % words
        )
    if on_line and end and end.label != on_line[-1]:
        words = {"end": end.label, "last": on_line[-1]}
        yield Finding(
            topic, _("Ruas terakhir berakhir di %(end)s, bukan di titik terakhir %(last)s.") % words
        )
    place = {spot.label: number for number, spot in enumerate(facts.spots)}
    for course in facts.courses:
        if course.start and course.end and place[course.start.label] >= place[course.end.label]:
            text = _("Ruas %(number)s berjalan melawan urutan titik (%(start)s ke %(end)s).")
            words = {"number": str(course.number), "start": course.start.label, "end": course.end.label}
            yield Finding(topic, text % words)


def _legs(facts: SegmentFacts) -> Iterator[Finding]:
    for course in facts.courses:
        yield from _leg(course, facts)


def _leg(course: Course, facts: SegmentFacts) -> Iterator[Finding]:
    topic, number = _("Ruas"), {"number": str(course.number)}
    if course.start is None:
        yield Finding(topic, _("Ruas %(number)s belum menyebut titik awal.") % number)
    if course.end is None:
        yield Finding(topic, _("Ruas %(number)s belum menyebut titik akhir.") % number)
    if not course.wind:
        yield Finding(
            topic, _("Ruas %(number)s belum menyebut arah, dan arahnya belum dapat dihitung.") % number
        )
    silent = [
        side.name for side, lies in zip(facts.sides, (course.lies_a, course.lies_b), strict=True) if not lies
    ]
    if silent:
        words = {"number": str(course.number), "sides": _(" dan ").join(silent)}
        yield Finding(topic, _("Ruas %(number)s belum menyebut letak di %(sides)s.") % words)
    if (
        course.direction
        and course.azimuth is not None
        and (sectors_apart(course.direction, course.azimuth) or 0) > 1
    ):
        words = {"number": str(course.number), "written": course.direction, "found": wind_of(course.azimuth)}
        yield Finding(topic, _("Ruas %(number)s ditulis ke arah %(written)s, tetapi menurut titiknya ke arah %(found)s.") % words, grave=False)  # fmt: skip
    if course.state == LegState.DIPERSELISIHKAN:
        yield Finding(topic, _("Ruas %(number)s masih diperselisihkan.") % number)


def _shorter_than_straight(facts: SegmentFacts) -> Iterator[Finding]:
    """No way between two points is shorter than the straight one."""
    for course in facts.courses:
        if course.start is None or course.end is None or course.length_km is None:
            continue
        straight = measuring.distance_m(course.start.lonlat, course.end.lonlat) / 1000
        if float(course.length_km) < straight * (1 - float(LENGTH_PART)):
            words = {
                "number": course.number,
                "length": figures(course.length_km),
                "straight": figures(Decimal(f"{straight:.3f}")),
            }
            yield Finding(_("Panjang"), _("Panjang ruas %(number)s (%(length)s km) kurang dari jarak lurus kedua titiknya (%(straight)s km).") % words)  # fmt: skip


def _lengths(facts: SegmentFacts) -> Iterator[Finding]:
    yield from _shorter_than_straight(facts)
    topic = _("Panjang")
    lengths = [course.length_km for course in facts.courses if course.length_km is not None]
    if facts.courses and len(lengths) < len(facts.courses):
        lacking = [str(course.number) for course in facts.courses if course.length_km is None]
        yield Finding(
            topic, _("Panjang belum diisi pada ruas %(numbers)s.") % {"numbers": _named(lacking)}, grave=False
        )
        return
    if not lengths or not facts.length_km:
        return
    total = sum(lengths, Decimal(0))
    if abs(total - facts.length_km) > facts.length_km * LENGTH_PART:
        words = {"sum": figures(total), "length": figures(facts.length_km)}
        yield Finding(topic, _("Jumlah panjang ruas %(sum)s km, sedangkan panjang segmen tercatat %(length)s km.") % words, grave=False)  # fmt: skip


def _line(facts: SegmentFacts) -> Iterator[Finding]:
    topic, agreed = _("Garis"), next((row for row in facts.lines if row.role == LineRole.DISEPAKATI), None)
    if agreed is None:
        yield Finding(
            topic, _("Belum ada garis yang disepakati; peta digambar dari garis lain atau dari titik.")
        )
        return
    on_line = [spot for spot in facts.spots if spot.on_line]
    if not on_line:
        return
    for spot in (on_line[0], on_line[-1]):
        away = min(measuring.distance_m(end, spot.lonlat) for end in (agreed.coords[0], agreed.coords[-1]))
        if away > END_M:
            words = {"label": spot.label, "away": figures(Decimal(f"{away:.1f}"))}
            yield Finding(topic, _("Ujung garis yang disepakati berjarak %(away)s m dari %(label)s.") % words)
    line = shapely.LineString(agreed.coords)
    off = [
        spot.label
        for spot in on_line[1:-1]
        if shapely.distance(line, shapely.Point(spot.lonlat)) * _DEGREE_M > BESIDE_M
    ]
    if off:
        yield Finding(
            topic,
            _("Tidak terletak pada garis yang disepakati (lebih dari 5 m): %(labels)s.")
            % {"labels": _named(off)},
        )


def _rest(facts: SegmentFacts) -> Iterator[Finding]:
    if facts.layer is None:
        yield Finding(_("Lapisan"), _("Lapisan wilayah belum dimuat; diagram lokasi tidak digambar, dan sisi tiap daerah "
                                      "hanya diketahui dari arah garis."), grave=False)  # fmt: skip
    if not facts.settlement and facts.agreed_paper in {"", AGREED_WHERE}:
        yield Finding(_("Kesepakatan"), _("Kesepakatan kedua daerah belum tercatat; rancangan menandainya."))
    if not facts.approved_by_centre:
        yield Finding(_("Kesepakatan"), _("Persetujuan Tim PBD Pusat belum tercatat; rancangan menandainya."))


def _named(labels: list[str], most: int = 8) -> str:
    """Some names in a row, and how many more there are."""
    shown = ", ".join(labels[:most])
    rest = len(labels) - most
    return shown if rest <= 0 else _("%(shown)s, dan %(rest)s lainnya") % {"shown": shown, "rest": rest}
