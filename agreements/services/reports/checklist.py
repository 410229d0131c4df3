"""The checklist of a province: who reported for which semester, like a notice board; and the recap behind it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.law.periods import Period
from agreements.models import CaseReport
from agreements.querysets.reports import WRITING
from ksd.accounts.access import current_memberships, reach
from ksd.accounts.models import User
from ksd.core import clock
from regions.models import Region


@dataclass(frozen=True)
class Cell:
    """One region and semester: how many reports are owed, sent, and late; figures only for those who may see them."""

    total: int
    sent: int
    late: int
    code: str
    open_to_user: bool

    @property
    def tone(self) -> str:
        """The colour of the cell, always beside its words."""
        if not self.total:
            return "secondary"
        return "danger" if self.late else "success" if self.sent == self.total else "warning"

    @property
    def words(self) -> str:
        """The cell in words; without figures for whoever only sees the table."""
        if not self.total:
            return _("Tidak ada")
        if not self.open_to_user:
            return (
                _("Terlambat")
                if self.late
                else _("Lengkap")
                if self.sent == self.total
                else _("Belum lengkap")
            )
        if self.sent == self.total:
            return _("Lengkap (%d)") % self.total
        numbers = {"sent": self.sent, "total": self.total, "late": self.late}
        if self.late:
            return _("%(sent)d dari %(total)d, %(late)d terlambat") % numbers
        return _("%(sent)d dari %(total)d") % numbers


@dataclass(frozen=True)
class ChecklistRow:
    """One region with its cells, semester by semester."""

    region: Region
    cells: list[Cell]


@dataclass(frozen=True)
class Checklist:
    """The board of one province for two years."""

    provinces: list[Region]
    province: Region | None
    columns: list[Period]
    rows: list[ChecklistRow]


def provinces_of(user: User) -> list[Region]:
    """The provinces whose board a person may look at: their own, or that of their kabupaten or kota."""
    held = current_memberships(user).values("region")
    if user.is_superuser or current_memberships(user).filter(region__level=0).exists():
        return list(Region.objects.current().provinces())
    wanted = Q(pk__in=held) | Q(children__in=held)
    return list(Region.objects.provinces().filter(wanted).distinct())


def checklist(user: User, year: int, province_code: str = "") -> Checklist:
    """The board of a province: every region of it, semesters of the year before and of this one."""
    columns = [Period(each, half) for each in (year - 1, year) for half in (1, 2)]
    provinces = provinces_of(user)
    province = next((row for row in provinces if row.code == province_code), next(iter(provinces), None))
    if province is None:
        return Checklist(provinces, None, columns, [])
    places = [province, *Region.objects.current().of_province(province).order_by("code")]
    counts = _counts(places, columns)
    seen = set(reach(user).filter(pk__in=[place.pk for place in places]).values_list("pk", flat=True))
    rows = [
        ChecklistRow(
            place, [_cell(counts[place.pk, column.last], column, place.pk in seen) for column in columns]
        )
        for place in places
    ]
    return Checklist(provinces, province, columns, rows)


Count = tuple[int, int, int]


def _counts(places: Sequence[Region], columns: Sequence[Period]) -> "defaultdict[tuple[int, date], Count]":
    """(owed, sent, late) for each region and semester, in one query."""
    rows = CaseReport.objects.filter(
        region__in=places, period_end__in=[column.last for column in columns]
    ).values_list("region_id", "period_end", "state", "deadline__due_on")
    today = clock.today()
    counts: defaultdict[tuple[int, date], Count] = defaultdict(lambda: (0, 0, 0))
    for region, end, state, due in rows:
        owed, sent, late = counts[region, end]
        unsent = state in WRITING
        counts[region, end] = (owed + 1, sent + (not unsent), late + (unsent and _passed(due, today)))
    return counts


def _passed(due: date | None, today: date) -> bool:
    """Whether a day lies behind; a report without a running term has none."""
    return due is not None and due < today


def _cell(count: Count, column: Period, open_to_user: bool) -> Cell:
    return Cell(*count, code=column.code, open_to_user=open_to_user)


def recap_reports(user: User, region: Region, period: Period) -> list[CaseReport]:
    """Every report of one region on one semester that the person may see, late ones first."""
    rows = CaseReport.objects.visible_to(user).filter(region=region, period_end=period.last)
    found = rows.for_list().prefetch_related("case__parties__region", "case__parties__partner")
    return sorted(found, key=lambda row: (not (row.is_writing and row.is_late), row.case.title))


def recap_table(reports: Sequence[CaseReport]) -> tuple[list[str], list[list[str]]]:
    """Head and rows of the recap: every item some report of it asks, in the order of the law, then its standing."""
    items = {item.code: item.label for report in reports for item in report.rule.items}
    head = [*items.values(), "Keadaan"]
    rows = []
    for report in reports:
        words = _words(report)
        rows.append([*(words.get(code, "") for code in items), _standing(report)])
    return head, rows


def _words(report: CaseReport) -> dict[str, str]:
    """What was sent; of a report still owed only what is saved and what names the case."""
    if not report.is_writing:
        return dict(report.items)
    known = {"judul": report.case.title, "para_pihak": "; ".join(p.name for p in report.case.parties.all())}
    return {
        item.code: report.items.get(item.code) or known.get(item.source, "") for item in report.rule.items
    }


def _standing(report: CaseReport) -> str:
    late = " (terlambat)" if report.is_late or report.was_late else ""
    return f"{report.state_label}{late}"


def visible_region(user: User, code: str) -> Region | None:
    """The region with this code when it lies within the person's reach."""
    found: Any = (
        reach(user).filter(code=code, level__gt=0).select_related("parent").order_by("valid_to").first()
    )
    return found if isinstance(found, Region) else None
