"""A packed drawing read again: outlines and shared borders as vertices in degrees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from boundaries.geo.topology import undeltas

Vertices = list[tuple[float, float]]


@dataclass(frozen=True)
class Drawn:
    """One level of a layer."""

    data: Mapping[str, Any]

    @cached_property
    def regions(self) -> dict[str, Any]:
        """The rows of the regions by code."""
        return {row["code"]: row for row in self.data["regions"]}

    @cached_property
    def borders(self) -> dict[tuple[str, str], list[int]]:
        """The arcs two regions share, by the ordered pair of their codes."""
        sides: dict[int, list[str]] = {}
        for code in sorted(self.regions):
            for arc in {
                arc if arc >= 0 else ~arc
                for part in self.regions[code]["land"]
                for ring in part
                for arc in ring
            }:
                sides.setdefault(arc, []).append(code)
        shared: dict[tuple[str, str], list[int]] = {}
        for arc in sorted(sides):
            if len(sides[arc]) == 2:
                first, second = sides[arc]
                shared.setdefault((first, second), []).append(arc)
        return shared

    def rings(self, code: str) -> Iterable[Vertices]:
        """The closed rings of a region, none where the layer does not know it."""
        row = self.regions.get(code)
        for part in row["land"] if row else ():
            for ring in part:
                yield [vertex for arc in ring for vertex in self._arc(arc)[:-1]]

    def label(self, code: str) -> tuple[float, float]:
        """Where the name of a region is written."""
        x, y = self.regions[code]["at"]
        return x * self.data["grid"], y * self.data["grid"]

    def border(self, first: str, second: str) -> list[Vertices]:
        """The shared edge of two regions, in as many pieces as it has; none where they do not touch."""
        return [self._arc(arc) for arc in self.borders.get((min(first, second), max(first, second)), ())]

    def _arc(self, number: int) -> Vertices:
        grid = self.data["grid"]
        vertices = [
            (x * grid, y * grid) for x, y in undeltas(self.data["arcs"][number if number >= 0 else ~number])
        ]
        return vertices if number >= 0 else vertices[::-1]
