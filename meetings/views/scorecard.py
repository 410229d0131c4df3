"""The scorecard of follow-ups: on a page and as XLSX."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ksd.accounts.pages import person
from ksd.core.spreadsheets import XLSX
from meetings.documents.scorecard_sheet import ALL, scorecard_xlsx
from meetings.services.scorecard import RegionScore, Score, Scorecard, scorecard_of
from meetings.views.access import crumbs


@dataclass(frozen=True)
class Order:
    """One way to sort the lines, worst or first of the register on top."""

    label: str | Promise
    key: Callable[[RegionScore], Any]


ORDERS: dict[str, Order] = {
    "terlambat": Order(_("Paling banyak terlambat"), lambda row: (-row.score.late, row.score.percent)),
    "selesai": Order(_("Paling banyak diverifikasi"), lambda row: (-row.score.percent, -row.score.verified)),
    "umur": Order(_("Paling lama terbuka"), lambda row: -(row.score.median_age or 0)),
    "daerah": Order(_("Kode wilayah"), lambda row: row.region.code),
}


def _year(text: str) -> int | None:
    """The year asked for; none for what is no year of the calendar."""
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return year or None


def _asked(request: HttpRequest) -> tuple[Scorecard, str]:
    """The scorecard of the year asked for (all for a word that is no year), and the order of its lines."""
    card = scorecard_of(person(request), _year(request.GET.get("tahun", "")))
    order = request.GET.get("urut", "")
    order = order if order in ORDERS else "terlambat"
    card.rows.sort(key=lambda row: (ORDERS[order].key(row), row.region.code))
    return card, order


@login_required
@require_safe
def scorecard(request: HttpRequest) -> HttpResponse:
    """Done, late and old follow-ups per region, their trend over the years, and who came to the meetings."""
    card, order = _asked(request)
    context = {
        "card": card,
        "order": order,
        "orders": [(name, row.label) for name, row in ORDERS.items()],
        "crumbs": crumbs((_now("Rapor tindak lanjut"), "")),
    }
    return render(request, "meetings/follow_ups/scorecard.html", context)


@login_required
@require_safe
def scorecard_sheet(request: HttpRequest) -> HttpResponse:
    """The same numbers as XLSX, with every year."""
    card, _order = _asked(request)
    headers = {"Content-Disposition": 'attachment; filename="rapor-tindak-lanjut.xlsx"'}
    return HttpResponse(scorecard_xlsx(_lines(card)), content_type=XLSX, headers=headers)


def _lines(card: Scorecard) -> list[tuple[str, str, str | int, Any, tuple[int, int] | None]]:
    lines: list[tuple[str, str, str | int, Any, tuple[int, int] | None]] = []
    for row in card.rows:
        code, name = row.region.code, row.region.full_name
        came = {each.year: (each.invited, each.attended) for each in row.presence}
        both = [sum(pair[place] for pair in came.values()) for place in (0, 1)]
        lines.append((code, name, card.year or ALL, row.score, (both[0], both[1])))
        lines += [(code, name, *line) for line in _each_year(card, row.years, came)]
    total = _now("Seluruh provinsi")
    lines.append(("", total, card.year or ALL, card.total, None))
    return [*lines, *(("", total, *line) for line in _each_year(card, card.trend, {}))]


def _each_year(
    card: Scorecard, years: list[tuple[int, Score]], came: dict[int, tuple[int, int]]
) -> list[tuple[int, Score, tuple[int, int] | None]]:
    """A line for every year with follow-ups or invitations; none where one year was asked for, which is the line above."""
    if card.year:
        return []
    scores = dict(years)
    return [(year, scores.get(year, Score()), came.get(year)) for year in sorted(scores.keys() | came.keys())]
