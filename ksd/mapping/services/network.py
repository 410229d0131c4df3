"""Who works with whom on what in a year: one answer, from which the graph, the matrix and the list are made."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Q

from agreements.services.reports.checklist import provinces_of
from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.mapping.services.standing import UNDER_WAY, Pact, loaded, pacts_in, readable_cases
from regions.models import Region

Pair = tuple[int, int]


@dataclass(frozen=True)
class Link:
    """Two regions and every cooperation between them."""

    a: Region
    b: Region
    pacts: tuple[Pact, ...]

    @property
    def anchor(self) -> str:
        """The name of its line in the list, by which the drawing and the matrix lead there."""
        return f"hub-{self.a.code}-{self.b.code}"

    @property
    def count(self) -> int:
        """How many cooperations."""
        return len(self.pacts)

    @property
    def only_proposed(self) -> bool:
        """Whether nothing between them is signed yet."""
        return all(pact.standing == UNDER_WAY for pact in self.pacts)

    def covers(self, urusan: int) -> bool:
        """Whether one of them, in force or on its way, is about this urusan."""
        return any(row.pk == urusan for pact in self.pacts if pact.counts for row in pact.urusan)


@dataclass(frozen=True)
class Network:
    """The regions of the page in order of their codes, and the links between them."""

    year: int
    regions: tuple[Region, ...]
    links: tuple[Link, ...]

    @property
    def lines(self) -> list[tuple[Link, Pact]]:
        """The list: every cooperation once for every two regions it joins."""
        return [(link, pact) for link in self.links for pact in link.pacts]

    @property
    def matrix(self) -> list[tuple[Region, list[Link | None]]]:
        """A line for every region, with its link to every region in the same order; nothing on the diagonal."""
        known = {key: link for link in self.links for key in _both_ways(link)}
        return [(row, [known.get((row.pk, column.pk)) for column in self.regions]) for row in self.regions]

    @property
    def alone(self) -> list[Region]:
        """The regions no cooperation joins to another in this year."""
        joined = {side.pk for link in self.links for side in (link.a, link.b)}
        return [row for row in self.regions if row.pk not in joined]

    @property
    def pacts(self) -> int:
        """How many different cooperations there are."""
        return len({pact.case.pk for link in self.links for pact in link.pacts})

    def between(self, first: int, second: int) -> Link | None:
        """The link of two regions by their keys."""
        return next((link for link in self.links if {link.a.pk, link.b.pk} == {first, second}), None)


@dataclass(frozen=True)
class Asked:
    """What the reader asked for: a year, one of the provinces open to them, a region or an urusan."""

    year: int
    province: Region | None
    region: str = ""
    urusan: str = ""


def chosen_province(user: User, code: str) -> tuple[list[Region], Region | None]:
    """The provinces a person may choose from, and the one asked for or the first."""
    provinces = provinces_of(user)
    return provinces, next((row for row in provinces if row.code == code), next(iter(provinces), None))


def family(province: Region) -> Q:
    """The province itself and its regencies and cities."""
    return Q(pk=province.pk) | Q(parent=province.pk)


def _both_ways(link: Link) -> tuple[Pair, Pair]:
    return (link.a.pk, link.b.pk), (link.b.pk, link.a.pk)


def network_of(user: User, asked: Asked) -> Network:
    """The network of a province (of the whole reach without one) as far as this person may see it."""
    cases = readable_cases(user)
    if asked.urusan:
        cases = cases.filter(urusan__code=asked.urusan)
    links = [link for link in links_of(pacts_in(loaded(cases), asked.year)) if _is_asked(link, asked)]
    own = reach(user).filter(level__gt=0, valid_to=None)
    own = own.filter(family(asked.province)) if asked.province else own.none()
    places = {} if asked.region else {row.pk: row for row in own}
    places |= {side.pk: side for link in links for side in (link.a, link.b)}
    return Network(asked.year, tuple(sorted(places.values(), key=_by_code)), tuple(links))


def links_of(pacts: Iterable[Pact]) -> list[Link]:
    """Every pair of regions with what joins them, in order of their codes."""
    sides: dict[Pair, tuple[Region, Region]] = {}
    joined: dict[Pair, list[Pact]] = defaultdict(list)
    for pact in pacts:
        for a, b in combinations(sorted(pact.regions, key=_by_code), 2):
            sides[a.pk, b.pk] = (a, b)
            joined[a.pk, b.pk].append(pact)
    links = [Link(*sides[key], tuple(sorted(joined[key], key=_by_standing))) for key in joined]
    return sorted(links, key=lambda link: (link.a.code, link.b.code, link.a.pk, link.b.pk))


def _by_code(region: Region) -> tuple[str, int]:
    return region.code, region.pk


def _by_standing(pact: Pact) -> tuple[str, str, int]:
    order = {"berlaku": "0", "proses": "1"}
    return order.get(pact.standing, "2"), pact.case.title.casefold(), pact.case.pk


def _is_asked(link: Link, asked: Asked) -> bool:
    sides = (link.a, link.b)
    if asked.region and asked.region not in {side.code for side in sides}:
        return False
    if asked.province is None:
        return True
    return any(asked.province.pk in (side.pk, side.parent_id) for side in sides)
