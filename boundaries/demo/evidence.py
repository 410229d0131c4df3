"""Invented evidence and things around the overlap of Kutai Kartanegara – Kutai Barat: illustration."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from boundaries.geo.features import read_features
from boundaries.models import Evidence, Layer, Segment
from boundaries.services import MANAGE, STATE
from boundaries.services.claim_pairs import claims_of
from boundaries.services.evidence import EvidenceData, add_evidence, other_side, remark_on_evidence
from boundaries.services.layers import fill_layer
from boundaries.services.line_bases import state_base
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from regions.models import Region

FILE = Path(__file__).parent / "data" / "things-kukar-kubar.toml"
DATED = date(2025, 6, 1)
SOURCE = "Peragaan, rekaan"
KINDS = {"titik": "Point", "garis": "LineString", "area": "Polygon"}


def table() -> dict[str, Any]:
    """Our own small invention."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def segment_of_demo() -> Segment | None:
    """The segment of the illustration, when the register knows it."""
    return Segment.objects.for_list().of_codes(*table()["segment"]).first()


def voice(region: Region | None, permission: str) -> User | None:
    """Somebody of the demonstration who acts for a region, else for the province above it."""
    for place in (region, region.parent if region else None):
        found = recipients([place.pk], permissions=[permission]).order_by("pk").first() if place else None
        if found is not None:
            return found
    return None


@transaction.atomic
def play() -> int:
    """Add layers, evidence and bases that are missing; how many things were added."""
    segment = segment_of_demo()
    keeper = voice(segment.region_a.parent, MANAGE) if segment else None
    if segment is None or keeper is None:
        return 0
    layers = [_layer(row, segment, keeper) for row in table()["layer"] if not _known(row)]
    made = 0 if segment.evidence.exists() else _catalogue(segment)
    return len(layers) + made


def _known(row: dict[str, Any]) -> bool:
    return Layer.objects.filter(name=row["name"], illustrative=True).exists()


def _layer(row: dict[str, Any], segment: Segment, keeper: User) -> Layer:
    features = {"type": "FeatureCollection", "features": [_feature(found) for found in row["features"]]}
    reading = read_features("lapisan.geojson", json.dumps(features).encode())
    layer = Layer.objects.create(
        name=row["name"], theme=row["theme"], shape=reading.shape, region=segment.region_a.parent or segment.region_a,
        source=SOURCE, dated=DATED, licence="Rekaan untuk peragaan", illustrative=True, added_by=keeper,
    )  # fmt: skip
    fill_layer(layer, reading.rows)
    return layer


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    shape = next(name for name in KINDS if name in row)
    coordinates = [row[shape]] if shape == "area" else row[shape]
    columns = {name: value for name, value in row.items() if name not in KINDS}
    return {
        "type": "Feature", "properties": columns, "geometry": {"type": KINDS[shape], "coordinates": coordinates},
    }  # fmt: skip


def _catalogue(segment: Segment) -> int:
    sides = {side.code: side for side in segment.sides}
    made = []
    for row in table()["evidence"]:
        region = sides[row["region"]]
        actor = voice(region, STATE)
        if actor is None:
            continue
        names = EvidenceData.__dataclass_fields__
        facts = {name: value for name, value in row.items() if name in names}
        found = add_evidence(actor=actor, segment=segment, region=region, data=EvidenceData(**facts))
        made.append(found)
        _remark(found, row.get("remark"))
    _bases(segment, made)
    return len(made)


def _remark(evidence: Evidence, said: dict[str, str] | None) -> None:
    actor = voice(other_side(evidence), STATE) if said else None
    if said and actor:
        remark_on_evidence(actor=actor, evidence=evidence, **said)


def _bases(segment: Segment, made: list[Evidence]) -> None:
    """The newest claim of each side rests partly on its first two documents; the rest is left bare."""
    newest = {line.region_id: line for line in reversed(claims_of(segment))}
    for region_id, line in newest.items():
        own = [row for row in made if row.region_id == region_id][:2]
        actor = voice(line.region, STATE)
        for number, row in enumerate(own):
            first, last = number * 3 + 1, number * 3 + 4
            if actor and last <= line.vertex_count:
                state_base(actor=actor, line=line, evidence=row, start=str(first), end=str(last))
