"""What an overlay says in words and numbers, for the page and the paper alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.documents.letters import Drawing, Label, Path
from boundaries.documents.line_drawings import short_name
from boundaries.models import Segment
from ksd.core.templatetags.core import angka

if TYPE_CHECKING:
    from boundaries.services.overlays import Pair, RoundRow

SQUARE_METRES, METRES = 10_000, 1000
SAME_END_M = 0.1
# Rows of a table of pockets; the rest is in the sum.
LISTED = 40


@dataclass(frozen=True)
class PocketRow:
    """One pocket: its number on the drawing, what it is, how large."""

    number: int
    what: str
    hectares: float
    around_km: float
    remark: str


@dataclass(frozen=True)
class PairWords:
    """Two versions compared, in words and numbers; `figures` is empty while nothing is computed."""

    title: str
    trouble: str = ""
    is_due: bool = False
    figures: tuple[tuple[str, str], ...] = ()
    pockets: tuple[PocketRow, ...] = ()
    explained: tuple[str, ...] = ()
    is_of_claims: bool = False


def pair_words(segment: Segment, pair: "Pair") -> PairWords:
    """The words of a pair."""
    title = f"{short_name(pair.first)} × {short_name(pair.second)}"
    if pair.kept is None:
        return PairWords(title, pair.trouble, pair.is_due, is_of_claims=pair.is_of_claims)
    found = pair.kept.figures
    left, right = hands(segment, pair)
    return PairWords(
        title,
        figures=_figures(pair, found, left, right),
        pockets=_pockets(found, {"left": left, "right": right}),
        explained=tuple(_explained(found)),
        is_of_claims=pair.is_of_claims,
    )


def hands(segment: Segment, pair: "Pair") -> tuple[str, str]:
    """What a pocket left of the first line and right of the second is, and the other way round."""
    if pair.is_of_claims:
        return _("Diklaim keduanya"), _("Tidak diklaim siapa pun")
    names = {"a": segment.region_a.name, "b": segment.region_b.name}
    first, second = short_name(pair.first), short_name(pair.second)
    words = _("%(first)s: %(mine)s; %(second)s: %(yours)s")
    return (
        words % {"first": first, "mine": names["a"], "second": second, "yours": names["b"]},
        words % {"first": first, "mine": names["b"], "second": second, "yours": names["a"]},
    )


def hectares(square_metres: float) -> float:
    """Hectares with two decimals."""
    return round(square_metres / SQUARE_METRES, 2)


def _figures(pair: "Pair", found: dict[str, Any], left: str, right: str) -> tuple[tuple[str, str], ...]:
    km = {name: angka(round(found[name], 3)) for name in _KM}
    first, second = short_name(pair.first), short_name(pair.second)
    return (
        (left, f"{angka(hectares(found['left_area_m2']))} ha"),
        (right, f"{angka(hectares(found['right_area_m2']))} ha"),
        (_("Jumlah"), f"{angka(hectares(found['overlap_area_m2']))} ha"),
        (_("Berimpit"), f"{km['shared_km']} km"),
        (_("Nyaris berimpit (serpih)"), f"{km['nearly_shared_km']} km"),
        (_("Berbeda pada %(line)s") % {"line": first}, f"{km['first_differs_km']} km"),
        (_("Berbeda pada %(line)s") % {"line": second}, f"{km['second_differs_km']} km"),
    )


_KM = ("shared_km", "nearly_shared_km", "first_differs_km", "second_differs_km")


def _pockets(found: dict[str, Any], names: dict[str, str]) -> tuple[PocketRow, ...]:
    rows = []
    for number, row in enumerate(found["pockets"][:LISTED], 1):
        remarks = [_("serpih")] if row["sliver"] else []
        if row["twisted"]:
            remarks.append(_("melingkari ujung garis"))
        rows.append(
            PocketRow(
                number,
                names[row["side"]],
                hectares(row["area_m2"]),
                round(row["perimeter_m"] / METRES, 3),
                ", ".join(remarks),
            )
        )
    return tuple(rows)


def _explained(found: dict[str, Any]) -> list[str]:
    """What a reader of the figures must know about slivers, edges that touch, gaps and twists."""
    told = list(_thin(found["pockets"]))
    if len(found["pockets"]) > LISTED:
        told.append(
            _("Tabel memuat %(listed)d kantong terbesar dari %(count)d; jumlahnya mencakup semuanya.")
            % {"listed": LISTED, "count": len(found["pockets"])}
        )
    if found["shared_km"]:
        told.append(_("Bagian yang berimpit tidak mempunyai luas dan dihitung sebagai km, satu kali."))
    gaps = [found["gap_start_m"], found["gap_end_m"]]
    if max(gaps) > SAME_END_M:
        told.append(
            _(
                "Ujung kedua garis tidak bertemu: %(start)s m di awal, %(end)s m di akhir. Celahnya ditutup garis lurus."
            )
            % {"start": angka(round(gaps[0], 1)), "end": angka(round(gaps[1], 1))}
        )
    if any(row["twisted"] for row in found["pockets"]):
        told.append(_("Ada kantong yang melingkari ujung garis lain; periksa kembali ujung kedua garis."))
    if not found["pockets"]:
        told.append(_("Tidak ada tanah di antara kedua garis."))
    return told


def _thin(pockets: list[dict[str, Any]]) -> Iterator[str]:
    """How many pockets are thinner than a disagreement, and what that means."""
    slivers = [row for row in pockets if row["sliver"]]
    if slivers:
        area = angka(hectares(sum(row["area_m2"] for row in slivers)))
        yield ngettext(
            "%(count)d kantong (%(area)s ha) rata-rata lebih tipis dari 1 m: kemungkinan besar beda penggambaran, bukan "
            "perselisihan. Luasnya tetap masuk dalam jumlah.",
            "%(count)d kantong (%(area)s ha) rata-rata lebih tipis dari 1 m: kemungkinan besar beda penggambaran, bukan "
            "perselisihan. Luasnya tetap masuk dalam jumlah.",
            len(slivers),
        ) % {"count": len(slivers), "area": area}


@dataclass(frozen=True)
class RoundWords:
    """One round: what the claims of then leave open, and how much less or more than before."""

    title: str
    on: date | None
    claims: str
    both: float | None = None
    neither: float | None = None
    change: float | None = None
    shared_km: float | None = None
    differs_km: float | None = None
    agreed_km: Any = None
    disputed_km: Any = None
    is_due: bool = False

    @property
    def total(self) -> float | None:
        """Hectares in dispute."""
        return None if self.both is None or self.neither is None else round(self.both + self.neither, 2)


def round_words(row: "RoundRow") -> RoundWords:
    """The words of a round."""
    title = str(row.round) if row.round else _("Sebelum putaran pertama")
    facts: dict[str, Any] = {
        "title": title,
        "on": row.round.on if row.round else None,
        "agreed_km": row.round.agreed_km if row.round else None,
        "disputed_km": row.round.disputed_km if row.round else None,
    }
    if row.pair is None:
        return RoundWords(claims=_("klaim belum lengkap"), **facts)
    names = f"{short_name(row.pair.first)}; {short_name(row.pair.second)}"
    if row.pair.kept is None:
        return RoundWords(claims=names, is_due=True, **facts)
    found = row.pair.kept.figures
    before = row.before.kept.figures if row.before and row.before.kept else None
    change = hectares(found["overlap_area_m2"] - before["overlap_area_m2"]) if before else None
    return RoundWords(
        claims=names,
        both=hectares(found["left_area_m2"]),
        neither=hectares(found["right_area_m2"]),
        change=change,
        shared_km=round(found["shared_km"], 3),
        differs_km=round(max(found["first_differs_km"], found["second_differs_km"]), 3),
        **facts,
    )


BAR, GAP, HIGH, BASE = 46, 44, 150, 180


def chart(rounds: list[RoundWords]) -> Drawing | None:
    """Hectares in dispute round by round as bars; nothing while there are fewer than two to compare."""
    rows = [row for row in rounds if row.total is not None]
    top = max((row.total or 0 for row in rows), default=0)
    if len(rows) < 2 or not top:
        return None
    paths, labels = [Path(f"M20 {BASE}H{60 + len(rows) * (BAR + GAP)}", "none", "#1b2738", "1")], []
    for number, row in enumerate(rows):
        x, y = 40 + number * (BAR + GAP), float(BASE)
        for value, fill in ((row.both or 0, "#a3321d"), (row.neither or 0, "#ffffff")):
            size = value / top * HIGH
            y -= size
            paths.append(Path(f"M{x} {y:.1f}h{BAR}v{size:.1f}h-{BAR}Z", fill, "#1b2738", "1"))
        middle = f"{x + BAR / 2:.0f}"
        labels.append(Label(middle, f"{y - 6:.0f}", f"{angka(row.total)} ha", "12", "middle"))
        labels.append(Label(middle, f"{BASE + 16}", row.title if row.on else _("awal"), "11", "middle"))
    told = "; ".join(f"{row.title}: {angka(row.total)} ha" for row in rows)
    alt = _("Luas yang diperselisihkan per putaran. %(rows)s.") % {"rows": told}
    return Drawing(80 + len(rows) * (BAR + GAP), BASE + 28, tuple(paths), tuple(labels), alt)
