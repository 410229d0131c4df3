"""Which regions border each other and how far apart they are, as tables the comparison reads at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Table = np.ndarray[Any, Any]
UNKNOWN = 255
MOST_HOPS = 6
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Ground:
    """Row and column of each region; `hops` counts borders to cross (255 unknown), `km` between centres (nan unknown)."""

    place: Mapping[int, int]
    border: Table
    hops: Table
    km: Table
    charted: Table
    parent: Table
    measured: bool


def ground(
    regions: Iterable[int],
    borders: Iterable[tuple[int, int]],
    parents: Mapping[int, int] | None = None,
    centres: Mapping[int, tuple[float, float]] | None = None,
) -> Ground:
    """The tables of these regions; `parents` names the province of each, `centres` longitude and latitude."""
    ids = sorted(regions)
    place = {region: at for at, region in enumerate(ids)}
    border = _bordering(place, borders, parents or {})
    above_others = {place[region] for region in (parents or {}).values() if region in place}
    hops = _hops(border, sorted(above_others))
    above = np.array([(parents or {}).get(region, region) for region in ids], dtype=np.int64)
    return Ground(
        place, border, hops, _apart(ids, centres or {}), np.asarray(border.any(axis=1)), above, bool(centres)
    )


def _bordering(
    place: Mapping[int, int], borders: Iterable[tuple[int, int]], parents: Mapping[int, int]
) -> Table:
    """Who borders whom; a province borders its own and whom they border (Pasal 364 ayat (2) huruf b UU 23/2014)."""
    table = np.zeros((len(place), len(place)), dtype=bool)
    for one, other in borders:
        for a in (one, parents.get(one, one)):
            for b in (other, parents.get(other, other)):
                if a in place and b in place and a != b:
                    table[place[a], place[b]] = table[place[b], place[a]] = True
    for child, province in parents.items():
        if child in place and province in place:
            table[place[child], place[province]] = table[place[province], place[child]] = True
    return table


def _hops(border: Table, provinces: list[int]) -> Table:
    """The fewest borders to cross between any two regions; nobody travels through "the province" as such."""
    size = len(border)
    found = np.full((size, size), UNKNOWN, dtype=np.uint8)
    np.fill_diagonal(found, 0)
    reached = border.astype(np.float32)
    steps = reached.copy()
    steps[provinces] = 0
    for hop in range(1, MOST_HOPS + 1):
        new = (reached > 0) & (found == UNKNOWN)
        if not new.any():
            break
        found[new] = hop
        reached = np.minimum(reached @ steps, 1.0)
    return found


def _apart(ids: list[int], centres: Mapping[int, tuple[float, float]]) -> Table:
    """Kilometres between centres on the sphere; nan where a centre is not known."""
    nowhere = (np.nan, np.nan)
    at = np.radians(
        np.array([centres.get(region, nowhere) for region in ids], dtype=np.float64).reshape(-1, 2)
    )
    east, north = at[:, 0], at[:, 1]
    half = np.sin((north[:, None] - north[None, :]) / 2) ** 2
    half = (
        half
        + np.cos(north)[:, None] * np.cos(north)[None, :] * np.sin((east[:, None] - east[None, :]) / 2) ** 2
    )
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))), dtype=np.float32)
