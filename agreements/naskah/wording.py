"""One Pasal as a wording people agree to: its data, its fingerprint, its place in a body."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from agreements.naskah.structure import Body, Pasal, ayat_from_json, ayat_to_json


def pasal_to_json(pasal: Pasal) -> dict[str, Any]:
    """Title and ayat of a Pasal, ready for a JSON column."""
    return {"title": pasal.title, "ayat": ayat_to_json(pasal.ayat)}


def pasal_from_json(clause: str, data: dict[str, Any]) -> Pasal:
    """The Pasal again; ValueError when it does not fit."""
    return Pasal(clause, str(data["title"]), ayat_from_json(data["ayat"]))


def wording_sha256(pasal: Pasal) -> str:
    """SHA-256 of title and ayat; where the Pasal stands and what it is called inside do not count."""
    canonical = json.dumps(pasal_to_json(pasal), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def pasal_of(body: Body, clause: str) -> Pasal | None:
    """The Pasal of this clause, or None."""
    return next((row for row in body.pasal if row.clause == clause), None)


def with_pasal(body: Body, pasal: Pasal) -> Body:
    """The body with this wording of a Pasal it holds."""
    return replace(body, pasal=tuple(pasal if row.clause == pasal.clause else row for row in body.pasal))
