"""Which configuration of UU 23/2014 Pasal 364(2) two regions form; it decides who takes over, who settles."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from agreements.law.schema import Configuration, Kind, Level


@dataclass(frozen=True)
class Place:
    """A region as far as the law's configurations ask: its level and the code of its province."""

    level: Level
    province: str


def configurations(kind: Kind, places: Sequence[Place]) -> list[Configuration]:
    """The configurations the parties form, each once; more than two regions may form several."""
    found = (_of_pair(kind, one, other) for one, other in combinations(places, 2))
    return list(dict.fromkeys(row for row in found if row))


def _of_pair(kind: Kind, one: Place, other: Place) -> Configuration | None:
    levels = sorted((one.level, other.level))
    same = "ya" if one.province == other.province else "tidak"
    return next(
        (
            row
            for row in kind.configurations
            if sorted(row.levels) == levels and row.same_province in ("", same)
        ),
        None,
    )
