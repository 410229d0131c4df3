"""Addresses of a segment's annexes."""

from typing import Any

from boundaries.choices import AnnexKind
from tests.boundaries.annex_rows import finished_print, full_segment
from tests.house.addresses.world import NEVER, READ, Rule, World, of_segment


def _drawn(world: World) -> dict[str, Any]:
    if not world.segment.listed_points.filter(label="TK 1").exists():
        full_segment(world.segment)
    return {"slug": world.segment.slug}


def _printed(world: World) -> dict[str, Any]:
    annex = finished_print(world.segment, world.cast.officer, AnnexKind.KOORDINAT)
    return {"slug": world.segment.slug, "pk": annex.pk}


RULES: dict[str, Rule] = {
    "boundaries:annexes": Rule(of_segment, READ, NEVER),
    "boundaries:make_annex": Rule(of_segment, NEVER, "404/403 officer 422 partner 422 biro 422"),
    "boundaries:map_preview": Rule(_drawn, READ, NEVER),
    "boundaries:annex_file": Rule(_printed, READ, NEVER),
}
