"""The parts of the panel beside the map: title, scale, north, legend, sources; each tells how tall it is."""

import math
from dataclasses import dataclass

from boundaries.documents.maps import svg
from boundaries.documents.maps.plan import DEGREES, Plan
from boundaries.documents.maps.projecting import View
from boundaries.geo.written import arc_words

INK, RED, SOFT = "#111", "#c1121f", "#555"


@dataclass(frozen=True)
class Part:
    """A drawn part of the panel and its height in millimetres."""

    drawn: str
    height: float


@dataclass(frozen=True)
class Sheet:
    """One sheet of a map: its view, its number among how many, whether it is the index of the others."""

    plan: Plan
    view: View
    number: int
    total: int
    is_index: bool = False
    unnamed: int = 0

    @property
    def t(self) -> float:
        """The size of its writing."""
        return self.view.layout.type

    @property
    def name(self) -> str:
        """How it is called among the sheets."""
        return "Petunjuk lembar" if self.is_index else f"Lembar {self.number} dari {self.total}"


def scale_words(scale: int) -> str:
    """1:50.000."""
    return f"1:{scale:,}".replace(",", ".")


def title(sheet: Sheet, x: float, y: float, width: float) -> Part:
    """The mark of a draft, the two regions, the sheet."""
    t, (first, second) = sheet.t, sheet.plan.facts.sides
    mark = mark_of(sheet.plan)
    drawn = [svg.rect(x, y, width, 5.6 * t, fill=RED), _centred(x, y + 4.0 * t, width, mark, 2.7 * t, "#fff")]
    down = y + 5.6 * t
    rows: list[tuple[str, float]] = [
        ("PETA BATAS DAERAH", 4.0 * t),
        (first.name.upper(), 3.3 * t),
        ("DENGAN", 2.3 * t),
    ]
    rows += [(second.name.upper(), 3.3 * t), (_province_words(sheet.plan).upper(), 2.3 * t)]
    for words, size in rows:
        for line in svg.wrapped(words, size, width, bold=True):
            down += size * 1.36
            drawn.append(_centred(x, down, width, line, size, INK))
    down += 2.2 * t
    drawn.append(svg.line(x, down, x + width, down, stroke=INK, stroke_width=0.2 * t))
    down += 4.2 * t
    drawn.append(svg.text(x, down, sheet.name, 2.7 * t, bold=True))
    drawn.append(
        svg.text(x + width, down, f"Skala {scale_words(sheet.view.scale)}", 2.7 * t, bold=True, anchor="end")
    )
    return Part("".join(drawn), down + 1.5 * t - y)


def mark_of(plan: Plan) -> str:
    """What this print is, so that nobody takes it for the annex in force."""
    restricted = any(line.confidential for line in (plan.line, *plan.claims))
    words = "RANCANGAN – INDIKATIF, BUKAN ACUAN HUKUM"
    if plan.line.illustrative:
        words = "ILUSTRASI – BUKAN ACUAN HUKUM"
    return f"TERBATAS · {words}" if restricted else words


def _province_words(plan: Plan) -> str:
    names = plan.facts.provinces
    return " DAN ".join(names)


def _centred(x: float, y: float, width: float, words: str, size: float, fill: str) -> str:
    size = min(size, size * (width - 1) / max(svg.width_of(words, size, bold=True), 1e-6))
    return svg.text(x + width / 2, y, words, size, bold=True, anchor="middle", fill=fill)


def bar_length(scale: int, room_mm: float) -> tuple[int, int]:
    """Metres of the longest round scale bar within a room, and into how many pieces it falls."""
    most = room_mm * scale / 1000
    power = 10 ** math.floor(math.log10(most))
    part, pieces = next((part, pieces) for part, pieces in _BARS if power * part <= most)
    return int(power * part), pieces


# Lengths of a scale bar over a power of ten, and the pieces that keep their figures round.
_BARS = ((8, 4), (6, 3), (5, 5), (4, 4), (3, 3), (2, 4), (1.5, 3), (1, 4))


def scale_bar(sheet: Sheet, x: float, y: float, width: float) -> Part:
    """A bar true at the scale, and what a centimetre is."""
    t, scale = sheet.t, sheet.view.scale
    length, pieces = bar_length(scale, width * 0.86)
    drawn_mm = length * 1000 / scale
    left, top, size = x + (width - drawn_mm) / 2, y + 4.4 * t, 2.0 * t
    bars = []
    for piece in range(pieces):
        step = drawn_mm / pieces
        bars.append(
            svg.rect(left + piece * step, top, step, 1.5 * t, fill=INK if piece % 2 == 0 else "#fff", stroke=INK,
                     stroke_width=0.15 * t)
        )  # fmt: skip
    for mark in range(pieces + 1):
        words = _km(length * mark / pieces)
        words = f"{words} km" if mark == pieces else words
        bars.append(svg.text(left + drawn_mm * mark / pieces, top - 0.9 * t, words, size, anchor="middle"))
    note = f"1 cm di peta = {_km(scale / 100)} km pada bidang proyeksi"
    bars.append(svg.text(x + width / 2, top + 4.3 * t, note, 1.9 * t, anchor="middle", fill=SOFT))
    return Part(svg.element("g", "".join(bars), class_="bar-skala"), 9.9 * t)


def _km(metres: float) -> str:
    return f"{metres / 1000:g}".replace(".", ",")


def north(sheet: Sheet, x: float, y: float, width: float) -> Part:
    """Grid north and true north with the angle between them, beside the facts of the projection."""
    t, (lon, lat) = sheet.t, sheet.view.middle
    angle = sheet.view.plane.convergence_deg(lon, lat)
    foot_x, foot_y, long = x + 8.5 * t, y + 21.5 * t, 15.5 * t
    # The drawn angle is enlarged where it is too small to be seen; its figure is written out.
    lean = -math.copysign(max(abs(angle), 9.0), angle) if angle else 0.0
    tip = svg.turned(foot_x, foot_y, long, lean)
    drawn = [
        svg.line(foot_x, foot_y, foot_x, foot_y - long, stroke=INK, stroke_width=0.3 * t),
        svg.polygon([(foot_x, foot_y - long - 2.6 * t), (foot_x + 1.1 * t, foot_y - long + 0.6 * t),
                     (foot_x - 1.1 * t, foot_y - long + 0.6 * t)], fill=INK),
        svg.text(foot_x + math.copysign(3.2, -lean or 1) * t, foot_y - long + 0.5 * t, "UG", 2.2 * t, bold=True, anchor="middle"),
        svg.line(foot_x, foot_y, *tip, stroke=RED, stroke_width=0.25 * t),
        _star(*tip, 1.0 * t),
        svg.text(tip[0] + math.copysign(2.8, lean or -1) * t, tip[1] + 0.8 * t, "US", 2.2 * t, bold=True, anchor="middle", fill=RED),
    ]  # fmt: skip
    facts = _projection_words(sheet, angle)
    left, down = x + 18 * t, y + 1.0 * t
    for words, is_bold in facts:
        for line in svg.wrapped(words, 2.0 * t, width - 18 * t, bold=is_bold):
            down += 2.6 * t
            drawn.append(svg.text(left, down, line, 2.0 * t, bold=is_bold))
    return Part("".join(drawn), max(24.5 * t, down - y + 2 * t))


def _star(x: float, y: float, size: float) -> str:
    points = [svg.turned(x, y, size if k % 2 == 0 else size * 0.42, 36.0 * k) for k in range(10)]
    return svg.polygon(points, fill=RED)


def _projection_words(sheet: Sheet, angle: float) -> list[tuple[str, bool]]:
    """Projection, datum, zone, false northing, convergence and scale factor at the middle of the sheet."""
    plane, (lon, lat) = sheet.view.plane, sheet.view.middle
    datums = ", ".join(sheet.plan.facts.datums) or "SRGI2013 / WGS 84"
    where = "timur" if angle > 0 else "barat"
    factor = f"{plane.scale_factor(lon, lat):.5f}".replace(".", ",")
    words = [
        (f"Proyeksi Transverse Mercator, {plane.name}", True),
        (f"Datum {datums} · EPSG {plane.epsg}", False),
        (f"Meridian tengah {plane.central_meridian}° BT, faktor skala di pusat lembar {factor}", False),
    ]
    if plane.south:
        words.append(("Utara semu 10.000.000 m, juga untuk bagian di utara khatulistiwa", False))
    turn = arc_words(round(abs(angle) * 3600))
    words.append(
        (
            f"Utara grid (UG) {turn} di {where} utara sebenarnya (US) pada pusat lembar; sudut tidak sesuai gambar",
            False,
        )
    )
    net = "garis lintang dan bujur" if sheet.plan.choice.grid == DEGREES else "UTM"
    words.append((f"Jaring: {net}; mT = meter timur, mU = meter utara", False))
    return words


def heading(words: str, x: float, y: float, width: float, t: float) -> str:
    """The name of a part of the panel with its rule."""
    return svg.text(x, y + 2.6 * t, words.upper(), 2.0 * t, bold=True) + svg.line(
        x, y + 3.6 * t, x + width, y + 3.6 * t, stroke=INK, stroke_width=0.15 * t
    )


def sources(sheet: Sheet, x: float, y: float, width: float) -> Part:
    """Where each layer comes from and of which day it is, and the sentence every view says."""
    t, plan = sheet.t, sheet.plan
    rows = [f"{plan.line.label}: {plan.line.source}."]
    rows += [f"{claim.label}: {claim.source}." for claim in plan.claims]
    layer = plan.facts.layer
    rows.append(
        f"Garis luar wilayah: {layer.name}, {layer.source}{f', data {layer.dated}' if layer.dated else ', tanggal data tidak tercatat'}."
        if layer
        else "Garis luar wilayah: belum ada lapisan yang dipakai."
    )
    if sheet.unnamed:
        rows.append(f"{sheet.unnamed} nama titik tidak ditulis karena rapat; lihat daftar koordinat.")
    rows.append(f"Dicetak {plan.dated}. Tahapan: {plan.facts.stage_label}.")
    rows.append("Indikatif, bukan acuan hukum. Penegasan batas daerah tidak menghapus hak atas tanah, "
                "kepemilikan aset, hak ulayat, dan hak adat masyarakat.")  # fmt: skip
    drawn, down = [heading("Sumber data", x, y, width, t)], y + 4.4 * t
    for row in rows:
        for line in svg.wrapped(row, 1.8 * t, width):
            down += 2.3 * t
            drawn.append(svg.text(x, down, line, 1.8 * t))
        down += 0.4 * t
    return Part("".join(drawn), down - y + 1.6 * t)
