"""Matches of many regions: one source that serves several, one problem that several neighbours share."""

from collections.abc import Iterable
from dataclasses import dataclass

from ksd.mapping.matching.rows import FORM_OF


@dataclass(frozen=True, slots=True)
class Link:
    """One pair as a group reads it: the two rows, their regions, and tenths of points."""

    form: str
    first: int
    second: int
    first_region: int
    second_region: int
    score: int


@dataclass(frozen=True, slots=True)
class Group:
    """What several regions have in common: the row in the middle and those it ties, the strongest first."""

    form: str
    hub: int
    links: tuple[Link, ...]
    regions: frozenset[int]

    @property
    def score(self) -> int:
        """Tenths of points of all its pairs together."""
        return sum(link.score for link in self.links)


def groups(links: Iterable[Link], least: int = 3) -> list[Group]:
    """Groups of at least so many regions, the largest first; one that lies within another is left out."""
    by_hub: dict[tuple[str, int], list[Link]] = {}
    for link in links:
        hubs = (link.first, link.second) if FORM_OF[link.form].near else (link.second,)
        for hub in hubs:
            by_hub.setdefault((link.form, hub), []).append(link)
    found = [_group(form, hub, rows) for (form, hub), rows in by_hub.items()]
    wide = sorted(
        (group for group in found if len(group.regions) >= least),
        key=lambda group: (-len(group.regions), -group.score, group.form, group.hub),
    )
    return _outermost(wide)


def _group(form: str, hub: int, links: list[Link]) -> Group:
    """The hub with the best pair of every other region."""
    best: dict[int, Link] = {}
    own = links[0].second_region if links[0].second == hub else links[0].first_region
    for link in sorted(links, key=lambda link: (-link.score, link.first, link.second)):
        other = link.first_region if link.second == hub else link.second_region
        if other != own:
            best.setdefault(other, link)
    return Group(form, hub, tuple(best.values()), frozenset({own, *best}))


def _outermost(wide: list[Group]) -> list[Group]:
    """Without groups whose rows all stand in a larger one."""
    kept: list[tuple[Group, frozenset[int]]] = []
    for group in wide:
        rows = frozenset(pk for link in group.links for pk in (link.first, link.second))
        if not any(rows <= other and group.form == larger.form for larger, other in kept):
            kept.append((group, rows))
    return [group for group, _rows in kept]
