"""Reading the depositary ledger: its export for an inspector, and whether the register still says what was sealed."""

from typing import Any

from agreements.ledger.sealing import act_of, papers_of, text_of
from agreements.ledger.verify import FORMAT, faults_of, merkle
from agreements.models import Case, CaseEvent, LedgerAnchor, LedgerEntry
from ksd.accounts.models import User

WITHHELD = "Isi catatan ini milik daerah pemrakarsa sebelum penawaran dikirim."


def export_of(case: Case, user: User) -> dict[str, Any]:
    """The whole chain with its anchors, as `agreements.ledger.verify` reads it; what the reader may not see is withheld."""
    readable = set(CaseEvent.objects.readable_by(user, case).values_list("pk", flat=True))
    entries = list(LedgerEntry.objects.of(case))
    return {
        "format": FORMAT,
        "case": {"id": case.public_id, "title": case.title, "kind": case.kind},
        "entries": [_entry(entry, shown=entry.event_id in readable) for entry in entries],
        "anchors": [_anchor(case, anchor) for anchor in LedgerAnchor.objects.order_by("day")],
    }


def _entry(entry: LedgerEntry, *, shown: bool) -> dict[str, Any]:
    row = {
        "sequence": entry.sequence,
        "previous": entry.previous,
        "content": entry.content,
        "hash": entry.hash,
        "payload": entry.payload if shown else None,
    }
    return row if shown else {**row, "withheld": WITHHELD}


def _anchor(case: Case, anchor: LedgerAnchor) -> dict[str, Any]:
    row = {
        "day": anchor.day.isoformat(),
        "previous": anchor.previous,
        "root": anchor.root,
        "chains": anchor.chains,
        "hash": anchor.hash,
    }
    place = next((number for number, head in enumerate(anchor.heads) if head[0] == case.pk), None)
    if place is None:
        return row
    _root, paths = merkle([leaf for _case, _sequence, leaf in anchor.heads])
    return {**row, "proof": {"sequence": anchor.heads[place][1], "path": paths[place]}}


def ledger_faults(case: Case, export: dict[str, Any]) -> list[str]:
    """What does not hold: in the chain itself, or between the chain and the rows of the register."""
    return [*faults_of(export), *_row_faults(case)]


def _row_faults(case: Case) -> list[str]:
    """Acts and signatures whose rows no longer say what was sealed."""
    entries = LedgerEntry.objects.of(case).select_related("event__region", "event__naskah")
    faults, texts = [], {}
    for entry in entries.prefetch_related("event__documents__file"):
        if _said(entry) != (act_of(entry.event), papers_of(entry.event)):
            faults.append(
                f"Catatan {entry.sequence}: riwayat dalam aplikasi tidak lagi sama dengan yang disegel."
            )
        if "text" in entry.payload and entry.event.naskah is not None:
            texts[entry.event.naskah] = entry
    for text, entry in texts.items():
        now = {row["party"]: row for row in text_of(text)["signatures"]}
        sealed = [row for row in entry.payload["text"]["signatures"] if row["signed_on"]]
        if any(_signature(now.get(row["party"], {})) != _signature(row) for row in sealed):
            faults.append(
                f"Catatan {entry.sequence}: tanda tangan “{text.title}” tidak lagi sama dengan yang disegel."
            )
    return faults


def _said(entry: LedgerEntry) -> tuple[Any, Any]:
    return (entry.payload.get("act"), entry.payload.get("papers"))


def _signature(row: dict[str, str]) -> tuple[str | None, str | None]:
    return (row.get("number"), row.get("signed_on"))
