"""The written needs and potentials, as the comparison reads them."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Any

from ksd.mapping.matching.blocks import Block, Found
from ksd.mapping.matching.engine import Setting
from ksd.mapping.matching.ground import Ground, ground
from ksd.mapping.matching.rows import Row
from ksd.mapping.matching.weights import Weights

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Written:
    """What one file says: the rows by name, the ground they stand on, and what is expected of them."""

    data: dict[str, Any]
    rows: dict[str, Row]
    names: dict[int, str]
    ground: Ground
    past: dict[int, dict[tuple[int, int], int]]

    @cached_property
    def pairs(self) -> list[tuple[str, str, Found]]:
        """What the usual weights find."""
        return self.found()

    def found(
        self, shuffled: int | None = None, weights: Weights | None = None
    ) -> list[tuple[str, str, Found]]:
        """Every pair of every urusan by the names of its rows, in the order the comparison gives."""
        rows = list(self.rows.values())
        if shuffled is not None:
            Random(shuffled).shuffle(rows)  # noqa: S311  an order, not a secret
        pairs = []
        for urusan in sorted({row.urusan for row in rows}):
            mine = [row for row in rows if row.urusan == urusan]
            block = Block(mine, Setting(self.ground, self.past.get(urusan, {}), weights or Weights()))
            pairs += [
                (self.names[found.pair.first], self.names[found.pair.second], found)
                for found in block.pairs()
            ]
        return pairs


@cache
def written(name: str = "matching") -> Written:
    """One file of needs and potentials."""
    data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    entries = data["rows"]["list"]
    urusan = {code: at for at, code in enumerate(sorted({entry["urusan"] for entry in entries}), 1)}
    region = {code: int(code.replace(".", "")) for code in data["regions"]}
    rows = {entry["id"]: _row(at, entry, urusan, region) for at, entry in enumerate(entries, 1)}
    past: dict[int, dict[tuple[int, int], int]] = {}
    for one, other, code in data["past"]["cases"]:
        pair = (region[one], region[other])
        past.setdefault(urusan[code], {})[min(pair), max(pair)] = 1
    borders = [(region[one], region[other]) for one, other in data["borders"]["pairs"]]
    places = ground(region.values(), borders, {code: code // 100 for code in region.values()})
    return Written(data, rows, {row.id: name for name, row in rows.items()}, places, past)


def _row(at: int, entry: dict[str, Any], urusan: dict[str, int], region: dict[str, int]) -> Row:
    return Row(
        id=at, region=region[entry["region"]], kind=entry["kind"], urusan=urusan[entry["urusan"]],
        title=entry["title"], description=entry.get("description", ""),
        figure_name=entry.get("figure_name", ""), figure=entry.get("figure"), unit=entry.get("unit", ""),
        priority=entry.get("priority", 2), goals=int(entry.get("goal", False)),
        wish=region.get(entry.get("wish", "")),
    )  # fmt: skip
