"""Addresses of documents, berita acara, terms, facilitations, letters of a segment, and of the Tim PBD."""

from collections.abc import Callable
from typing import Any

from boundaries.models import (
    BoundaryEvent,
    BoundaryMinutes,
    BoundaryTeam,
    BoundaryTerm,
    ChainLetter,
    TacitConsent,
)
from boundaries.services.chain import write_letter
from boundaries.services.events import record_event
from boundaries.services.facilitation import record_attendance, record_consent
from boundaries.services.terms import load_terms
from regions.models import Region
from tests.boundaries import pbd_rows as rows
from tests.house.addresses.world import NEVER, OPEN, READ, Args, Rule, World, bare, of_segment

Make = Callable[[World], dict[str, Any]]


def of(make: Make) -> Args:
    """The address of something on the segment, made when it is asked for."""
    return lambda world: of_segment(world) | make(world)


def _teamed(world: World, region: Region) -> BoundaryTeam:
    return BoundaryTeam.objects.filter(region=region).first() or rows.team(world.cast, region)


def _minutes(world: World) -> dict[str, Any]:
    row = BoundaryMinutes.objects.filter(number="").first() or rows.minutes(world.cast, world.segment)
    return {"pk": row.pk}


def _signer(world: World) -> dict[str, Any]:
    _teamed(world, world.cast.kukar)
    row = BoundaryMinutes.objects.exclude(number="").first() or rows.numbered(world.cast, world.segment)
    return {"pk": row.pk, "signer": row.signers.get(region=world.cast.kukar).pk}


def _event(world: World) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": "garis_kajian", "on": rows.DAY, "note": "Surat Kemendagri"}
    row = BoundaryEvent.objects.first() or record_event(actor=world.cast.biro, segment=world.segment, **facts)
    return {"pk": row.pk}


def _paper(world: World) -> dict[str, Any]:
    row = world.segment.papers.filter(dropped_at=None).first() or rows.paper(world.cast, world.segment)
    return {"pk": row.pk}


def _consent(world: World) -> dict[str, Any]:
    row = TacitConsent.objects.first()
    if row is None:
        held = rows.round_of(world.cast, world.segment, 77)
        record_attendance(actor=world.cast.biro, round=held, region=world.cast.kubar, present=False)
        row = record_consent(
            actor=world.cast.biro, segment=world.segment, region=world.cast.kubar, on=rows.DAY,
            reason="Alasan", paper=rows.paper(world.cast, world.segment),
        )  # fmt: skip
    return {"pk": row.pk}


def _letter(world: World) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": "penyerahan", "dated": rows.DAY, "place": "Samarinda", "data": {}}
    row = ChainLetter.objects.first() or write_letter(actor=world.cast.biro, segment=world.segment, **facts)
    return {"pk": row.pk}


def _team(world: World) -> dict[str, Any]:
    return {"pk": _teamed(world, world.cast.kukar).pk}


def _member(world: World) -> dict[str, Any]:
    row = _teamed(world, world.cast.kukar)
    return {"pk": row.pk, "member": row.members.get().pk}


def _term(_world: World) -> dict[str, Any]:
    load_terms()
    return {"pk": BoundaryTerm.objects.order_by("pk").values_list("pk", flat=True)[0]}


KEPT, SENT = "404/403 biro 200", "404/403 biro 422"
# Either side writes down its own.
OWN, OWN_SENT = "404/403 biro 200 officer 200 partner 200", "404/403 biro 422 officer 422 partner 422"
SIDE, SIDE_SENT = "404/403 biro 200 officer 200", "404/403 biro 422 officer 422"
# Nothing was uploaded.
NO_FILE = "404"
BIRO, BIRO_SENT = "403 biro 200", "403 biro 422"
ANY, ANY_SENT = (
    "403 biro 200 officer 200 partner 200 stranger 200",
    "403 biro 422 officer 422 partner 422 stranger 422",
)

RULES: dict[str, Rule] = {
    "boundaries:papers": Rule(of_segment, READ, NEVER),
    "boundaries:paper_new": Rule(of_segment, OWN, OWN_SENT),
    "boundaries:paper_file": Rule(of(_paper), NO_FILE, NEVER),
    "boundaries:paper_drop": Rule(of(_paper), KEPT, SENT),
    "boundaries:paper_missing": Rule(of(lambda _world: {"item": "peta_dasar"}), OWN, OWN_SENT),
    "boundaries:paper_missing_of": Rule(
        of(lambda _world: {"item": "uu_pembentukan", "region": "64.02"}), SIDE, SIDE_SENT
    ),
    "boundaries:minutes_new": Rule(of_segment, KEPT, SENT),
    "boundaries:minutes": Rule(of(_minutes), READ, NEVER),
    "boundaries:minutes_edit": Rule(of(_minutes), KEPT, SENT),
    "boundaries:minutes_number": Rule(of(_minutes), KEPT, SENT),
    "boundaries:minutes_rearrange": Rule(of(_minutes), NEVER, SENT),
    "boundaries:minutes_step": Rule(of(lambda world: _minutes(world) | {"step": "batalkan"}), KEPT, SENT),
    "boundaries:minutes_print": Rule(of(_minutes), NEVER, "404/302"),
    "boundaries:minutes_witness": Rule(of(_minutes), KEPT, SENT),
    "boundaries:minutes_signature": Rule(of(_signer), SIDE, SIDE_SENT),
    "boundaries:minutes_refusal": Rule(of(_signer), SIDE, SIDE_SENT),
    "boundaries:minutes_scan": Rule(of(_signer), NO_FILE, NEVER),
    "boundaries:terms_of": Rule(of_segment, READ, NEVER),
    "boundaries:event_new": Rule(of_segment, KEPT, SENT),
    "boundaries:event_answer": Rule(of(_event), OWN, OWN_SENT),
    "boundaries:event_close": Rule(of(_event), KEPT, SENT),
    "boundaries:attendance": Rule(of_segment, KEPT, SENT),
    "boundaries:consent": Rule(of_segment, KEPT, SENT),
    "boundaries:consent_drop": Rule(of(_consent), KEPT, SENT),
    "boundaries:letter_new": Rule(of(lambda _world: {"kind": "undangan"}), KEPT, SENT),
    "boundaries:letter": Rule(of(_letter), READ, NEVER),
    "boundaries:letter_edit": Rule(of(_letter), KEPT, SENT),
    "boundaries:letter_issue": Rule(of(_letter), KEPT, SENT),
    "boundaries:letter_print": Rule(of(_letter), NEVER, "404/302"),
    "boundaries:teams": Rule(bare, OPEN, NEVER),
    "boundaries:team_new": Rule(bare, ANY, ANY_SENT),
    "boundaries:team": Rule(_team, READ, NEVER),
    "boundaries:team_edit": Rule(_team, SIDE, SIDE_SENT),
    "boundaries:team_member": Rule(_team, SIDE, SIDE_SENT),
    "boundaries:team_member_end": Rule(_member, SIDE, SIDE_SENT),
    "boundaries:team_file": Rule(_team, NO_FILE, NEVER),
    "boundaries:terms": Rule(bare, OPEN, NEVER),
    "boundaries:term_new": Rule(bare, BIRO, BIRO_SENT),
    "boundaries:term_edit": Rule(_term, BIRO, BIRO_SENT),
}
