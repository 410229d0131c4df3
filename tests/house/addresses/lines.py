"""Addresses of the lines of a segment and of their overlay."""

from typing import Any

from boundaries.models import BoundaryLine, LineDraft
from tests.boundaries.lines_rows import STRAIGHT, line
from tests.house.addresses.world import HIDDEN, NEVER, READ, Rule, World, of_segment


def own_line(world: World) -> dict[str, Any]:
    """A claim of Kutai Kartanegara that stands."""
    found = BoundaryLine.objects.filter(segment=world.segment, region=world.cast.kukar, role="klaim").first()
    found = found or line(world.segment, STRAIGHT, region=world.cast.kukar, note="Tertutup-7X")
    return {"slug": world.segment.slug, "pk": found.pk}


def own_line_file(world: World) -> dict[str, Any]:
    """The same claim as a file."""
    return own_line(world) | {"form": "geojson"}


def both_claims(world: World) -> dict[str, Any]:
    """The segment with a claim of either side."""
    for side in world.segment.sides:
        if not BoundaryLine.objects.filter(segment=world.segment, region=side, role="klaim").exists():
            line(world.segment, STRAIGHT, region=side, note="Tertutup-7X")
    return {"slug": world.segment.slug}


def own_draft(world: World) -> dict[str, Any]:
    """A line the officer has sent and not yet stated."""
    facts = {
        "segment": world.segment,
        "author": world.cast.officer,
        "role": "klaim",
        "region": world.cast.kukar,
    }
    found = LineDraft.objects.filter(**facts).first() or LineDraft.objects.create(**facts, vertices=STRAIGHT)
    return {"slug": world.segment.slug, "pk": found.pk}


# Officers of both sides state lines; the Biro for all. An empty form comes back.
STATE = "404/403 officer {0} partner {0} biro {0}"
# A claim of Kutai Kartanegara: its officers and the Biro.
OWN = "404/403 officer {0} biro {0}"

RULES: dict[str, Rule] = {
    "boundaries:lines": Rule(of_segment, READ, NEVER),
    "boundaries:lines_geojson": Rule(of_segment, READ, NEVER),
    "boundaries:line": Rule(own_line, READ, NEVER),
    "boundaries:line_file": Rule(own_line_file, READ, NEVER),
    "boundaries:line_new": Rule(of_segment, STATE.format(200), STATE.format(422)),
    "boundaries:line_replace": Rule(own_line, OWN.format(200), OWN.format(422)),
    "boundaries:line_withdraw": Rule(own_line, OWN.format(200), OWN.format(422)),
    "boundaries:line_preview": Rule(own_draft, f"{HIDDEN} officer 200", f"{HIDDEN} officer 422"),
    "boundaries:overlay": Rule(of_segment, READ, NEVER),
    "boundaries:overlay_compute": Rule(of_segment, NEVER, "404/302"),
    "boundaries:overlay_print": Rule(both_claims, NEVER, "404/302"),
}
