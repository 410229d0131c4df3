"""Meetings the rules want at least so often a year: how many were held, how many are planned, what is lacking."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from agreements.models.teams import Team
from meetings.choices import MeetingState
from meetings.law import KindRule, rules
from meetings.models import Meeting
from regions.models import Region

# The states of a meeting that took place.
HELD = frozenset(
    {
        MeetingState.BERLANGSUNG,
        MeetingState.RUMUSAN_DISEPAKATI,
        MeetingState.TINDAK_LANJUT,
        MeetingState.SELESAI,
    }
)
PLANNED = frozenset({MeetingState.RENCANA, MeetingState.DISETUJUI, MeetingState.UNDANGAN_TERKIRIM})


@dataclass(frozen=True)
class YearLine:
    """One region and one kind in one year."""

    region: Region
    rule: KindRule
    year: int
    held: int
    planned: int
    has_team: bool

    @property
    def tone(self) -> str:
        """Green when held, yellow when at least planned, red otherwise."""
        if self.held >= self.rule.per_year:
            return "success"
        return "warning" if self.held + self.planned >= self.rule.per_year else "danger"

    @property
    def standing(self) -> str:
        """The same in a word or two."""
        words = {
            "success": _("Terpenuhi"),
            "warning": _("Sudah direncanakan"),
            "danger": _("Belum direncanakan"),
        }
        return words[self.tone]


def wanted_kinds() -> list[KindRule]:
    """The kinds that must be held at least so often a year."""
    return [rule for rule in rules() if rule.per_year]


def year_lines(regions: Iterable[Region], year: int) -> list[YearLine]:
    """One line for each region and wanted kind; two queries however many regions there are."""
    places, wanted = list(regions), wanted_kinds()
    counts = _counts([region.pk for region in places], [rule.code for rule in wanted], year)
    teams = set(
        Team.objects.filter(region__in=places, valid_from__lte=date(year, 12, 31))
        .exclude(valid_to__lt=date(year, 1, 1))
        .values_list("region_id", flat=True)
    )
    return [
        YearLine(region, rule, year, *counts.get((region.pk, rule.code), (0, 0)), region.pk in teams)
        for region in places
        for rule in wanted
    ]


def _counts(regions: list[int], kinds: list[str], year: int) -> dict[tuple[int, str], tuple[int, int]]:
    rows = Meeting.objects.filter(organiser__in=regions, kind__in=kinds, starts_at__year=year)
    counts: dict[tuple[int, str], tuple[int, int]] = {}
    for region, kind, state in rows.order_by().values_list("organiser", "kind", "state"):
        held, planned = counts.get((region, kind), (0, 0))
        counts[region, kind] = (held + (state in HELD), planned + (state in PLANNED))
    return counts


def year_warnings(regions: Iterable[Region], year: int) -> list[YearLine]:
    """The lines that are neither held nor planned as often as wanted."""
    return [line for line in year_lines(regions, year) if line.tone == "danger"]
