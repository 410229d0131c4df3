"""Addresses of evidence, layers, what lies inside, and the simulator."""

from typing import Any

from boundaries.models import BoundaryLine, Compromise, Evidence, Layer, LineEvidence
from boundaries.services.compromises import share_compromise
from boundaries.services.line_bases import state_base
from tests.boundaries import sim_rows
from tests.house.addresses.world import NEVER, OPEN, READ, Rule, World, bare, of_segment

# Reading evidence is for all of both sides; its acts are for those who speak for a side.
SPOKEN = "404/403 officer 200 partner 200 biro 200"
SPOKEN_SENT = "404/403 officer 422 partner 422 biro 422"
OWN_SIDE, OWN_SIDE_SENT = "404/403 officer 200 biro 200", "404/403 officer 422 biro 422"
OTHER_SIDE_SENT = "404/403 partner 422 biro 422"
MEDIATED, MEDIATED_SENT = "404/403 biro 200", "404/403 biro 422"
PRIVATE, PRIVATE_SENT = "404/404 biro 200", "404/404 biro 422"
KEPT, KEPT_SENT = "403 biro 200", "403 biro 422"
SCHOOL = '{"type":"Feature","properties":{"nama":"SD contoh"},"geometry":{"type":"Point","coordinates":[116,0.05]}}'


def claimed(world: World) -> dict[str, Any]:
    """The segment, once both sides have claimed."""
    if not BoundaryLine.objects.filter(segment=world.segment, role="klaim").exists():
        sim_rows.both_claims(world.segment)
    return of_segment(world)


def piece(world: World) -> dict[str, Any]:
    """A piece of evidence of the first side."""
    found = Evidence.objects.filter(segment=world.segment).first()
    found = found or sim_rows.evidence(
        world.cast.officer, world.segment, world.cast.kukar, title="UU Tertutup-7X"
    )
    return of_segment(world) | {"pk": found.pk}


def claim(world: World) -> dict[str, Any]:
    """The claim of the first side."""
    found = BoundaryLine.objects.filter(
        **_of(claimed(world), world), region=world.cast.kukar, role="klaim"
    ).first()
    assert found is not None
    return of_segment(world) | {"line": found.pk}


def _of(_claimed: dict[str, Any], world: World) -> dict[str, Any]:
    return {"segment": world.segment}


def base(world: World) -> dict[str, Any]:
    """A stretch of it that rests on that piece."""
    line = BoundaryLine.objects.get(pk=claim(world)["line"])
    found = LineEvidence.objects.filter(line=line, dropped_at=None).first()
    found = found or state_base(
        actor=world.cast.officer,
        line=line,
        evidence=Evidence.objects.get(pk=piece(world)["pk"]),
        start="1",
        end="2",
    )
    return of_segment(world) | {"line": line.pk, "pk": found.pk}


def kept_layer(world: World) -> dict[str, Any]:
    """A layer of the province, for itself alone."""
    found = Layer.objects.first()
    return {
        "pk": (
            found
            or sim_rows.layer(world.cast.biro, world.cast.kaltim, SCHOOL, name="Tertutup-7X", restricted=True)
        ).pk
    }


def alternative(world: World) -> dict[str, Any]:
    """An alternative that was not shared."""
    claimed(world)
    found = Compromise.objects.filter(shared_step=None).first()
    return of_segment(world) | {
        "pk": (found or sim_rows.alternative(world.cast.biro, world.segment, "Tertutup-7X")).pk
    }


def shared(world: World) -> dict[str, Any]:
    """An alternative that was shared."""
    claimed(world)
    found = Compromise.objects.filter(shared_step__isnull=False).first()
    if found is None:
        found = sim_rows.alternative(world.cast.biro, world.segment, "Terbagi Tertutup-7X")
        share_compromise(actor=world.cast.biro, compromise=found, seen=found.revision)
    return of_segment(world) | {"pk": found.pk}


RULES: dict[str, Rule] = {
    "boundaries:evidence": Rule(of_segment, READ, NEVER),
    "boundaries:evidence_add": Rule(of_segment, SPOKEN, SPOKEN_SENT),
    "boundaries:evidence_detail": Rule(piece, READ, OTHER_SIDE_SENT),
    "boundaries:evidence_file": Rule(piece, "404", NEVER),
    "boundaries:evidence_withdraw": Rule(piece, OWN_SIDE, OWN_SIDE_SENT),
    "boundaries:line_basis": Rule(claim, READ, OWN_SIDE_SENT),
    "boundaries:line_basis_drop": Rule(base, NEVER, "404/403 officer 302 biro 302"),
    "boundaries:layers": Rule(bare, OPEN, NEVER),
    "boundaries:layer_new": Rule(bare, KEPT, KEPT_SENT),
    "boundaries:layer": Rule(kept_layer, "404 biro 200 admin 200", NEVER),
    "boundaries:layer_adopt": Rule(kept_layer, "404 biro 200 admin 403", "404 biro 422 admin 403"),
    "boundaries:layer_replace": Rule(kept_layer, "404 biro 200 admin 403", "404 biro 422 admin 403"),
    "boundaries:layer_withdraw": Rule(kept_layer, "404 biro 200 admin 403", "404 biro 422 admin 403"),
    "boundaries:inside": Rule(claimed, READ, NEVER),
    "boundaries:inside_xlsx": Rule(claimed, READ, NEVER),
    "boundaries:compromises": Rule(claimed, READ, NEVER),
    "boundaries:compromise_new": Rule(claimed, MEDIATED, MEDIATED_SENT),
    "boundaries:compromise_preview": Rule(claimed, NEVER, "404/403 biro 200"),
    "boundaries:compromise_compare": Rule(claimed, READ, NEVER),
    "boundaries:compromise": Rule(shared, READ, NEVER),
    "boundaries:compromise_geojson": Rule(alternative, PRIVATE, NEVER),
    "boundaries:compromise_step": Rule(alternative, PRIVATE, PRIVATE_SENT),
    "boundaries:compromise_undo": Rule(alternative, PRIVATE, PRIVATE_SENT),
    "boundaries:compromise_redo": Rule(alternative, PRIVATE, PRIVATE_SENT),
    "boundaries:compromise_share": Rule(alternative, PRIVATE, PRIVATE_SENT),
    "boundaries:compromise_unshare": Rule(alternative, PRIVATE, PRIVATE_SENT),
}
