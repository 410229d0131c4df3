"""What is not there although it could be: neighbours with one problem, duties not carried out, urusan nobody covers (F8)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from django.db.models import Q

from ksd.accounts.access import AnyUser, reach
from ksd.accounts.models import User
from ksd.core.likeness import likeness, words_of
from ksd.mapping.choices import RowKind
from ksd.mapping.models import MappingRow
from ksd.mapping.services.network import Asked, Link, Pair, family, links_of
from ksd.mapping.services.standing import Pact, loaded, pacts_in, readable_cases
from ksd.mapping.services.undone import Undone, undone_duties
from regions.models import Adjacency, Region, Urusan

# Two wordings as alike as this speak of one matter; office guide, no law.
ALIKE = 0.4
TROUBLES = (RowKind.MASALAH, RowKind.KEBUTUHAN)


@dataclass(frozen=True)
class SharedTrouble:
    """Two neighbours that wrote the same problem in one urusan, and have no cooperation on it.

    `others` are their cooperations in other urusan, `past` those in this one that came to their end in the year.
    """

    a: Region
    b: Region
    shared_km: Decimal | None
    urusan: Urusan
    rows_a: tuple[MappingRow, ...]
    rows_b: tuple[MappingRow, ...]
    score: float
    words: tuple[str, ...]
    others: tuple[Pact, ...]
    past: tuple[Pact, ...]

    @property
    def percent(self) -> int:
        """How alike the closest two wordings are, in percent."""
        return round(100 * self.score)

    @property
    def urgency(self) -> int:
        """The highest priority any of the rows was given; 1 is the highest."""
        return min(row.priority for row in (*self.rows_a, *self.rows_b))


@dataclass(frozen=True)
class OpenUrusan:
    """An urusan without a cooperation, and what was mapped in it."""

    urusan: Urusan
    rows: int
    regions: int


@dataclass(frozen=True)
class Gaps:
    """Everything missing in a year and province, as far as the reader can know."""

    year: int
    shared: list[SharedTrouble]
    undone: list[Undone]
    uncovered: list[OpenUrusan]
    has_rows: bool
    has_borders: bool


def gaps_of(user: User, asked: Asked) -> Gaps:
    """The gaps of a province in a year.

    Only pairs of which one side lies within reach are judged: of others the reader does not see every cooperation,
    and "no agreement" would be a guess.
    """
    if asked.province is None:
        return Gaps(asked.year, [], [], [], has_rows=False, has_borders=False)
    own = list(reach(user).filter(family(asked.province), level__gt=0, valid_to=None).order_by("code", "pk"))
    pacts = pacts_in(loaded(readable_cases(user)), asked.year)
    borders = list(_borders(own))
    rows = _rows(user, asked.year, own, borders)
    ours = {region.pk for region in own}
    return Gaps(
        year=asked.year,
        shared=_shared(borders, rows, pacts),
        undone=undone_duties([row for row in rows if row.region_id in ours], pacts),
        uncovered=_uncovered([row for row in rows if row.region_id in ours], pacts, ours),
        has_rows=bool(rows),
        has_borders=bool(borders),
    )


def _borders(own: list[Region]) -> Iterable[Adjacency]:
    """The borders of these regions with living ones, the neighbouring province's included."""
    touching = Adjacency.objects.filter(Q(region_a__in=own) | Q(region_b__in=own))
    alive = touching.filter(region_a__valid_to=None, region_b__valid_to=None)
    return alive.select_related("region_a", "region_b").order_by("region_a__code", "region_b__code", "pk")


def _rows(user: AnyUser, year: int, own: list[Region], borders: Iterable[Adjacency]) -> list[MappingRow]:
    """What these regions and their neighbours sent to the forum of the year and may become a cooperation."""
    places = {row.pk for row in own} | {key for row in borders for key in (row.region_a_id, row.region_b_id)}
    rows = MappingRow.objects.visible_to(user).eligible().filter(period__year=year, region__in=places)
    return list(
        rows.select_related("region", "urusan", "partner_region", "triage").order_by(
            "region__code", "urusan__order", "priority", "pk"
        )
    )


def _shared(borders: Iterable[Adjacency], rows: list[MappingRow], pacts: list[Pact]) -> list[SharedTrouble]:
    links: dict[Pair, Link] = {}
    for link in links_of(pacts):
        links[link.a.pk, link.b.pk] = links[link.b.pk, link.a.pk] = link
    troubles: dict[int, dict[int, list[MappingRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.kind in TROUBLES:
            troubles[row.region_id][row.urusan_id].append(row)
    found = []
    for border in borders:
        left, right = troubles[border.region_a_id], troubles[border.region_b_id]
        known = links.get((border.region_a_id, border.region_b_id))
        for urusan in left.keys() & right.keys():
            if known is None or not known.covers(urusan):
                found.append(_trouble(border, left[urusan], right[urusan], known))
    return sorted((row for row in found if row), key=_by_weight)


def _trouble(
    border: Adjacency, left: list[MappingRow], right: list[MappingRow], link: Link | None
) -> SharedTrouble | None:
    """The rows of both sides that speak of one matter; None where none do."""
    known = link.pacts if link else ()
    names = words_of(f"{border.region_a.name} {border.region_b.name}")
    told = {row.pk: _matter(row.title, names) for row in (*left, *right)}
    stems = {key: words_of(title) for key, title in told.items()}
    # Without one stem in common two titles never come to so much, and most pairs have none.
    near = [(a, b) for a, b in product(left, right) if stems[a.pk] & stems[b.pk]]
    alike = [(score, a, b) for a, b in near if (score := likeness(told[a.pk], told[b.pk])) >= ALIKE]
    if not alike:
        return None
    score, a, b = max(alike, key=lambda pair: (pair[0], -pair[1].pk, -pair[2].pk))
    sides = (border.region_a, border.region_b)
    mine = tuple(row for row in left if any(row is one for _score, one, _other in alike))
    theirs = tuple(row for row in right if any(row is other for _score, _one, other in alike))
    words = _common_words(told[a.pk], told[b.pk])
    others = tuple(pact for pact in known if pact.counts)
    past = tuple(pact for pact in known if not pact.counts and a.urusan in pact.urusan)
    return SharedTrouble(*sides, border.shared_km, a.urusan, mine, theirs, score, words, others, past)


def _matter(title: str, names: frozenset[str]) -> str:
    """What a title is about: without the names of the two regions, which neighbours often share."""
    return " ".join(word for word in title.split() if not words_of(word) & names)


def _common_words(one: str, other: str) -> tuple[str, ...]:
    """The words of one title whose stem the other has too, as they were written."""
    stems = words_of(other)
    words = (word.strip(".,;:()\"'").casefold() for word in one.split())
    return tuple(dict.fromkeys(word for word in words if words_of(word) & stems))


def _by_weight(row: SharedTrouble) -> tuple[int, float, str, str, int]:
    """The most urgent first, then the most alike, then by codes, so that the order never changes."""
    return row.urgency, -round(row.score, 6), row.a.code, row.b.code, row.urusan.order


def _uncovered(rows: list[MappingRow], pacts: list[Pact], ours: set[int]) -> list[OpenUrusan]:
    """Urusan no cooperation of these regions is about, those with most rows first."""
    mine = [pact for pact in pacts if pact.counts and any(side.pk in ours for side in pact.regions)]
    covered = {urusan.pk for pact in mine for urusan in pact.urusan}
    told: dict[int, list[MappingRow]] = defaultdict(list)
    for row in rows:
        told[row.urusan_id].append(row)
    left = [
        OpenUrusan(urusan, len(told[urusan.pk]), len({row.region_id for row in told[urusan.pk]}))
        for urusan in Urusan.objects.all()
        if urusan.pk not in covered
    ]
    return sorted(left, key=lambda row: (-row.rows, row.urusan.order))
