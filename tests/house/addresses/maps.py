"""Addresses of the map and of the field page."""

from typing import Any

from boundaries.models import FieldFix
from ksd.core import clock
from ksd.core.files import store_bytes
from tests.house.addresses.world import NEVER, OPEN, READ, Rule, World, bare, of_segment


def of_fix(world: World) -> dict[str, Any]:
    """A position from the field, with a photograph."""
    photo = store_bytes(content=b"foto", name="foto.jpg", content_type="image/jpeg", kind="lapangan")
    fix, _new = FieldFix.objects.get_or_create(
        person=world.cast.officer,
        key="contoh-1",
        defaults={
            "segment": world.segment, "kind": "pilar", "lat": "-0.1", "lon": "116.05", "photo": photo,
            "taken_at": clock.now(), "note": "Tertutup-7X",
        },
    )  # fmt: skip
    return {"slug": world.segment.slug, "pk": fix.pk}


def coarsest(_world: World) -> dict[str, Any]:
    """The outlines with the least detail."""
    return {"level": 0}


RULES: dict[str, Rule] = {
    "boundaries:map": Rule(bare, OPEN, NEVER),
    "boundaries:regions_json": Rule(coarsest, OPEN, NEVER),
    "boundaries:segments_json": Rule(bare, OPEN, NEVER),
    "boundaries:points_json": Rule(bare, OPEN, NEVER),
    "boundaries:segment_map": Rule(of_segment, READ, NEVER),
    "boundaries:segment_json": Rule(of_segment, READ, NEVER),
    "boundaries:field": Rule(
        of_segment, "404/403 officer 200 partner 200 biro 200", "404/403 officer 422 partner 422 biro 422"
    ),
    "boundaries:field_worker": Rule(of_segment, "404/403 officer 200 partner 200 biro 200", NEVER),
    "boundaries:decide_fix": Rule(of_fix, "404/403 biro 200", "404/403 biro 422"),
    "boundaries:fix_photo": Rule(of_fix, READ, NEVER),
}
