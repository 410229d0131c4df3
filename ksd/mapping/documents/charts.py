"""Bars drawn by the server: small, wide enough for a phone, and always beside the table that says the same."""

from collections.abc import Sequence

from agreements.documents.letters import Drawing, Label, Path

WIDTH = 360
ROW, BAR, ROOM = 40, 14, 56
HIGH, TOP = 120, 26
INK, LINE = "#2c4a7c", "#c5cfdb"
Point = tuple[str, int | float]


def told(title: str, rows: Sequence[Point], unit: str = "") -> str:
    """The chart in words, for whoever does not see it."""
    words = "; ".join(f"{name}: {_figure(value)}{unit}" for name, value in rows)
    return f"{title}. {words}."


def lying_bars(title: str, rows: Sequence[Point], unit: str = "") -> Drawing | None:
    """A bar for each name, the longest over the full width; nothing where every value is nought."""
    top = max((value for _name, value in rows), default=0)
    if top <= 0:
        return None
    paths, labels = [], []
    for number, (name, value) in enumerate(rows):
        y = number * ROW
        size = value / top * (WIDTH - ROOM)
        labels.append(Label("0", f"{y + 14}", _short(name), "13"))
        paths.append(Path(f"M0 {y + 20}h{max(size, 1):.1f}v{BAR}h-{max(size, 1):.1f}Z", INK))
        labels.append(Label(f"{size + 6:.1f}", f"{y + 32}", f"{_figure(value)}{unit}", "13"))
    return Drawing(WIDTH, len(rows) * ROW, tuple(paths), tuple(labels), told(title, rows, unit))


def standing_bars(title: str, rows: Sequence[Point], unit: str = "") -> Drawing | None:
    """A column for each name from left to right, as for years; nothing where every value is nought."""
    top = max((value for _name, value in rows), default=0)
    if top <= 0:
        return None
    step = WIDTH / len(rows)
    bar, base = min(step * 0.6, 48), TOP + HIGH
    paths, labels = [Path(f"M0 {base}H{WIDTH}", "none", LINE, "1")], []
    for number, (name, value) in enumerate(rows):
        middle, size = (number + 0.5) * step, value / top * HIGH
        if size:
            paths.append(Path(f"M{middle - bar / 2:.1f} {base}h{bar:.1f}v-{size:.1f}h-{bar:.1f}Z", INK))
        labels.append(
            Label(f"{middle:.1f}", f"{base - size - 6:.1f}", f"{_figure(value)}{unit}", "13", "middle")
        )
        labels.append(Label(f"{middle:.1f}", f"{base + 18}", name, "13", "middle"))
    return Drawing(WIDTH, base + 26, tuple(paths), tuple(labels), told(title, rows, unit))


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _short(name: str) -> str:
    return name if len(name) <= 48 else f"{name[:47]}…"
