"""Regions side by side: the same figures of each, in the same order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.mapping.choices import RowKind
from ksd.mapping.services.figures import Figures, figures_of
from regions.models import Region

MOST = 6
FOUND = 8
Number = int | float | None


@dataclass(frozen=True)
class Measure:
    """One line of the comparison: what is counted, in which unit, and whether it is drawn as bars."""

    label: str | Promise
    value: Callable[[Figures], Number]
    unit: str = ""
    drawn: bool = False


def _kind(kind: RowKind) -> Callable[[Figures], Number]:
    return lambda row: row.kinds[kind]


MEASURES: tuple[Measure, ...] = (
    Measure(_("Penduduk"), lambda row: row.region.population, " jiwa"),
    Measure(
        _("Luas"), lambda row: None if row.region.area_km2 is None else float(row.region.area_km2), " km²"
    ),
    *(Measure(kind.label, _kind(kind)) for kind in RowKind),
    Measure(_("Potensi dan kekuatan"), lambda row: row.strengths, drawn=True),
    Measure(_("Kebutuhan dan masalah"), lambda row: row.wants, drawn=True),
    Measure(_("Kerja sama berlaku"), lambda row: row.in_force, drawn=True),
    Measure(_("Kerja sama dalam proses"), lambda row: row.under_way),
    Measure(_("Mitra"), lambda row: len(row.partners)),
    Measure(_("Tindak lanjut rapat"), lambda row: row.asked),
    Measure(_("Tindak lanjut terlambat"), lambda row: row.late),
    Measure(_("Segmen batas"), lambda row: row.segments),
    Measure(_("Segmen batas ditetapkan"), lambda row: row.settled),
    Measure(_("Laporan jatuh tempo"), lambda row: row.reports.due),
    Measure(_("Laporan tepat waktu"), lambda row: row.reports.percent, "%", drawn=True),
)


@dataclass(frozen=True)
class Comparison:
    """The regions chosen, with every measure of each."""

    year: int
    figures: list[Figures]
    lines: list[tuple[Measure, list[tuple[Figures, Number]]]]


def comparison_of(user: User, regions: Sequence[Region], year: int) -> Comparison:
    """Compare up to six regions, in a fixed number of queries."""
    figures = figures_of(user, regions[:MOST], year) if regions else []
    lines = [(measure, [(row, measure.value(row)) for row in figures]) for measure in MEASURES]
    return Comparison(year, figures, lines)


def regions_chosen(codes: Sequence[str]) -> list[Region]:
    """The living regions of these codes in the order given, each once, no more than six."""
    wanted = list(dict.fromkeys(codes))[:MOST]
    rows = Region.objects.filter(code__in=wanted, level__gt=0, valid_to=None)
    known = {row.code: row for row in rows.select_related("parent")}
    return [known[code] for code in wanted if code in known]


def regions_named(text: str, chosen: Sequence[Region]) -> list[Region]:
    """Living regions whose name or code fits what was typed, the chosen ones left out."""
    words = " ".join(text.replace("\x00", " ").split())[:60]
    if not words:
        return []
    rows = Region.objects.current(clock.today()).filter(level__gt=0).search(words)
    rows = rows.exclude(pk__in=[row.pk for row in chosen]).select_related("parent")
    return list(rows.order_by("level", "code")[:FOUND])
