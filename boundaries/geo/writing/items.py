"""What is written: a name, a geometry, and a few plain values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Value = str | int | float | bool | None
# Signs XML 1.0 knows no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Item:
    """One feature to write; a geometry that is not known is None."""

    name: str
    geometry: BaseGeometry | None
    values: dict[str, Value] = field(default_factory=dict)


def written(text: object) -> str:
    """A text every format can carry."""
    return _UNWRITABLE.sub(" ", "" if text is None else str(text))


def number(value: float) -> str:
    """Degrees with nine decimals, without idle zeros."""
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(geometry: BaseGeometry) -> list[list[float]]:
    """The positions of a simple geometry to nine decimals."""
    positions: list[list[float]] = (np.round(shapely.get_coordinates(geometry), 9) + 0.0).tolist()
    return positions


def parts_of(geometry: BaseGeometry | None) -> Iterator[BaseGeometry]:
    """The simple parts of a geometry."""
    if geometry is not None and not geometry.is_empty:
        yield from shapely.get_parts(geometry)


def columns_of(items: Sequence[Item]) -> list[str]:
    """All names of values, in the order they first come."""
    return list(dict.fromkeys(name for item in items for name in item.values))
