"""Addresses of files in and out, layers of outlines and missing segments."""

from typing import Any

from boundaries.models import GeoImport
from ksd.core.files import store_bytes
from tests.house.addresses.world import NEVER, OPEN, READ, Rule, World, bare, of_segment


def of_import(world: World) -> dict[str, Any]:
    """A preview of points for the segment, uploaded by the officer."""
    stored = store_bytes(content=b"x", name="titik.csv", content_type="text/csv", kind="impor-geometri")
    row = GeoImport.objects.create(
        content="titik", state="pratinjau", segment=world.segment, file=stored, uploaded_by=world.cast.officer,
        drawing="<svg/>",
    )  # fmt: skip
    return {"pk": row.pk}


# Who acts for a side of some segment; who keeps the layers of all regions.
SPEAKS = "403 officer 200 partner 200 biro 200"
SENDS = "403 officer 422 partner 422 biro 422"
OWN = "404 officer 200"
RULES: dict[str, Rule] = {
    "boundaries:imports": Rule(bare, OPEN, NEVER),
    "boundaries:import_points": Rule(bare, SPEAKS, SENDS),
    "boundaries:import_line": Rule(bare, SPEAKS, SENDS),
    "boundaries:import_outlines": Rule(
        bare, "403 biro 200 admin 200 stranger_admin 403", "403 biro 422 admin 422 stranger_admin 403"
    ),
    "boundaries:import_detail": Rule(of_import, OWN, "404 officer 400"),
    "boundaries:import_drawing": Rule(of_import, OWN, NEVER),
    "boundaries:export": Rule(bare, OPEN, NEVER),
    "boundaries:outlines": Rule(bare, OPEN, "403 biro 400 admin 400 stranger_admin 403"),
    "boundaries:propose": Rule(bare, "403 biro 200 admin 200", "403 biro 409 admin 409"),
    "boundaries:exchange": Rule(of_segment, READ, NEVER),
}
