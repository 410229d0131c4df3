"""What lies inside an area, by theme, from the layers a person may see; missing layers are said to be missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import shapely
from django.utils.translation import gettext as _
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from agreements.models import Case, Party
from boundaries.choices import LayerTheme
from boundaries.geo.balance import land_of
from boundaries.geo.inside import Found, Place, found_inside
from boundaries.geo.measuring import area_m2
from boundaries.geo.overlay import Side, between_lines
from boundaries.models import Layer, LayerFeature, Segment
from boundaries.services.claim_pairs import ClaimPair, told
from boundaries.services.layers import expected_themes
from ksd.accounts.access import AnyUser

# What is named one by one; the rest is counted.
MOST_NAMED = 200
PEOPLE = "penduduk"


@dataclass(frozen=True)
class Thing:
    """One feature in the area."""

    name: str
    layer: Layer
    place: Place
    length_m: float
    area_m2: float
    share: float
    people: float | None

    @property
    def percent(self) -> float:
        """Its share in the area, in percent."""
        return self.share * 100

    @property
    def is_on_edge(self) -> bool:
        """Whether it lies exactly on the line."""
        return self.place == Place.ON_EDGE

    @property
    def is_cut(self) -> bool:
        """Whether only a part of it lies in the area."""
        return self.place == Place.PARTLY


@dataclass
class ThemeCount:
    """One theme in one area."""

    theme: LayerTheme
    layers: list[Layer] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The theme in words."""
        return str(self.theme.label)

    @property
    def is_missing(self) -> bool:
        """Whether no layer of this theme is there: nothing is known, which is not the same as nothing found."""
        return not self.layers

    @property
    def count(self) -> int:
        """How many features, those on the edge and those cut included."""
        return len(self.things)

    @property
    def on_edge(self) -> int:
        """How many lie exactly on the line."""
        return sum(thing.is_on_edge for thing in self.things)

    @property
    def cut(self) -> int:
        """How many lie in the area only in part."""
        return sum(thing.is_cut for thing in self.things)

    @property
    def length_m(self) -> float:
        """Length of lines inside."""
        return sum(thing.length_m for thing in self.things)

    @property
    def area_m2(self) -> float:
        """Area of polygons inside."""
        return sum(thing.area_m2 for thing in self.things)

    @property
    def _countable(self) -> list[Thing]:
        return [thing for thing in self.things if not thing.is_cut]

    @property
    def people(self) -> float | None:
        """People of the features that lie wholly inside and whose figure is known; None where no figure is."""
        known = [thing.people for thing in self._countable if thing.people is not None]
        return sum(known) if known else None

    @property
    def without_people(self) -> int:
        """How many of those lack the figure; nobody asks it of a theme that counts no people at all."""
        if self.people is None and self.theme != PEOPLE:
            return 0
        return sum(thing.people is None for thing in self._countable)

    @property
    def named(self) -> list[Thing]:
        """What is named one by one."""
        return self.things[:MOST_NAMED]

    @property
    def unnamed(self) -> int:
        """How many more there are."""
        return max(len(self.things) - MOST_NAMED, 0)


@dataclass(frozen=True)
class Land:
    """Some land in words, its geodesic area, and what lies on it; `kind` is how a drawing shades it."""

    label: str
    kind: str
    area: MultiPolygon
    area_m2: float
    themes: list[ThemeCount]


class Layers:
    """The features a person may see around some land, read once for all areas within it."""

    def __init__(self, user: AnyUser, box: tuple[float, float, float, float]) -> None:
        """Read the layers in use and their features that touch the box; two queries."""
        self.layers = {
            row.pk: row for row in Layer.objects.visible_to(user).in_use().order_by("theme", "name", "pk")
        }
        rows = LayerFeature.objects.filter(layer__in=self.layers).within_box(box)
        self.features = list(rows.order_by("layer_id", "name", "pk"))
        self.shapes = [shapely.geometry.shape(row.geometry) for row in self.features]
        self.expected = expected_themes()

    def inside(self, area: MultiPolygon) -> list[ThemeCount]:
        """What lies in an area, theme by theme: the expected ones, then whatever else has a layer."""
        themes = dict.fromkeys([*self.expected, *(LayerTheme(row.theme) for row in self.layers.values())])
        counts = {theme: ThemeCount(theme) for theme in themes}
        for layer in self.layers.values():
            counts[LayerTheme(layer.theme)].layers.append(layer)
        for found in found_inside(area, enumerate(self.shapes)):
            thing = self._thing(found)
            counts[LayerTheme(thing.layer.theme)].things.append(thing)
        return list(counts.values())

    def _thing(self, found: Found) -> Thing:
        row = self.features[found.key]
        return Thing(
            row.name, self.layers[row.layer_id], found.place, found.length_m, found.area_m2, found.share,
            row.figures.get(PEOPLE),
        )  # fmt: skip

    def villages_cut(self, line: shapely.LineString) -> list[str]:
        """Names of the villages (as areas) that a line runs through."""
        return [
            row.name
            for row, shape in zip(self.features, self.shapes, strict=True)
            if self.layers[row.layer_id].theme == LayerTheme.DESA
            and shapely.get_dimensions(shape) == 2
            and shapely.relate_pattern(shape, line, "T********")
        ]


def lands_between(pair: ClaimPair, layers: Layers) -> list[Land]:
    """What both sides claim and what neither claims, each with what lies on it."""
    with told():
        overlay = between_lines(*pair.lines)
    named = (
        (Side.LEFT, "overlap", _("Diklaim kedua pihak")),
        (Side.RIGHT, "gap", _("Tidak diklaim siapa pun")),
    )
    return [
        Land(label, kind, area := land_of(overlay, side), area_m2(area), layers.inside(area))
        for side, kind, label in named
    ]


def box_of(areas: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    """The box around some land, a little wider than it."""
    west, south, east, north = shapely.total_bounds(list(areas))
    return west - 0.001, south - 0.001, east + 0.001, north + 0.001


def own_agreements(user: AnyUser, segment: Segment) -> list[Case]:
    """Cooperation cases of both regions together that the person may see; they have no place on the map."""
    cases = Case.objects.visible_to(user)
    for side in segment.sides:
        cases = cases.filter(pk__in=Party.objects.filter(region=side).values("case"))
    return list(cases.order_by("-created_at", "-pk")[:MOST_NAMED])
