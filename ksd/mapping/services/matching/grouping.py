"""Matches of many regions as a page reads them: the row in the middle and its pairs."""

from collections.abc import Iterator
from dataclasses import dataclass

from ksd.accounts.access import AnyUser
from ksd.mapping.matching.groups import Group, Link, groups
from ksd.mapping.models import MappingRow, Match, Period
from regions.models import Region

MOST_GROUPS, MOST_READ = 50, 20_000


@dataclass
class Gathered:
    """One group: its hub, the pairs that tie the others to it, and all regions by code; `may_start` for whom it is shown."""

    form: str
    hub: MappingRow
    matches: tuple[Match, ...]
    regions: tuple[Region, ...]
    may_start: bool = False

    @property
    def lines(self) -> "Iterator[tuple[Match, MappingRow]]":
        """Each pair with the row at its other end."""
        for match in self.matches:
            yield match, match.first if match.second_id == self.hub.pk else match.second

    @property
    def form_label(self) -> str:
        """What kind of group it is."""
        return self.matches[0].get_form_display()


def groups_of(period: Period, user: AnyUser, hub: str = "") -> list[Gathered]:
    """The groups of a period a person may see, the widest first; with `hub` only that of this row."""
    pairs = Match.objects.filter(period=period, listed=True, case=None).visible_to(user).open_to_view()
    if hub:
        pairs = pairs.tied_to(hub)
    fields = ("form", "first", "second", "first_region", "second_region", "score")
    links = [Link(*values) for values in pairs.order_by("-score", "pk").values_list(*fields)[:MOST_READ]]
    found = groups(links)[:MOST_GROUPS]
    return _gathered(found, period)


def _gathered(found: list[Group], period: Period) -> list[Gathered]:
    wanted = {(link.first, link.second) for group in found for link in group.links}
    rows = {pk for pair in wanted for pk in pair}
    matches = Match.objects.filter(period=period, first__in=rows, second__in=rows).for_list()
    by_pair = {(match.first_id, match.second_id): match for match in matches}
    made = []
    for group in found:
        tied = tuple(
            by_pair[link.first, link.second] for link in group.links if (link.first, link.second) in by_pair
        )
        if tied:
            hub = tied[0].second if tied[0].second_id == group.hub else tied[0].first
            regions = {row.region_id: row.region for match in tied for row in (match.first, match.second)}
            made.append(
                Gathered(group.form, hub, tied, tuple(sorted(regions.values(), key=lambda row: row.code)))
            )
    return made
