"""Sealing acts in the depositary ledger, and the daily anchor over all chains (F41)."""

from datetime import UTC
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from agreements.ledger.verify import NOTHING, anchor_hash, entry_hash, head_leaf, merkle, seal
from agreements.models import Case, CaseDocument, CaseEvent, DprdLetter, LedgerAnchor, LedgerEntry, Naskah
from ksd.core import clock


def seal_events(case: Case) -> None:
    """Append every act of the case that is not sealed yet, in the order of writing; the case is locked by the act."""
    last = LedgerEntry.objects.of(case).last()
    sequence, previous = (last.sequence, last.hash) if last else (0, NOTHING)
    waiting = CaseEvent.objects.filter(case=case, ledger_entry__isnull=True).order_by("pk")
    papers = Prefetch("documents", CaseDocument.objects.select_related("file"))
    letters = Prefetch("dprd_letters", DprdLetter.objects.select_related("file"))
    joined = ("region", "naskah__agreed_version")
    for event in waiting.select_related(*joined).prefetch_related(papers, letters):
        sequence += 1
        payload = payload_of(event)
        content = seal(payload)
        sealed = entry_hash(case.public_id, sequence, previous, content)
        LedgerEntry.objects.create(
            case=case,
            event=event,
            sequence=sequence,
            payload=payload,
            content=content,
            previous=previous,
            hash=sealed,
        )
        previous = sealed


def payload_of(event: CaseEvent) -> dict[str, Any]:
    """What is sealed of an act: itself, its papers with their fingerprints, the text as it then stood."""
    payload: dict[str, Any] = {"act": act_of(event), "papers": papers_of(event)}
    if event.naskah is not None:
        payload["text"] = text_of(event.naskah)
    return payload


def act_of(event: CaseEvent) -> dict[str, str]:
    """The act as its row says it."""
    return {
        "code": event.arrow,
        "label": event.label,
        "article": event.article,
        "from": event.source,
        "to": event.target,
        "on": event.on.isoformat(),
        "recorded_at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "reason": event.reason,
        "by": event.actor_name,
        "role": event.role,
        "region": event.region.code if event.region else "",
    }


def papers_of(event: CaseEvent) -> list[dict[str, Any]]:
    """The papers of the act, each with the fingerprint of its file."""
    rows = [
        {
            "kind": paper.kind,
            "revision": paper.revision,
            "number": paper.number,
            "dated": paper.dated.isoformat() if paper.dated else "",
            "sha256": paper.file.sha256 if paper.file else "",
        }
        for paper in event.documents.all()
    ]
    rows += [
        {
            "kind": letter.kind,
            "revision": 1,
            "number": letter.number,
            "dated": letter.dated.isoformat() if letter.dated else "",
            "sha256": letter.file.sha256 if letter.file else "",
        }
        for letter in event.dprd_letters.all()
    ]
    return sorted(rows, key=lambda row: (row["kind"], row["revision"]))


def text_of(text: Naskah) -> dict[str, Any]:
    """The text of the act: its agreed wording and what each party has put under it."""
    rows = text.signatures.select_related("party__region", "party__partner", "signed_copy")
    return {
        "id": text.public_id,
        "kind": text.kind,
        "title": text.title,
        "state": text.state,
        "wording": text.agreed_version.sha256 if text.agreed_version else "",
        "signatures": [
            {
                "party": row.party.name,
                "number": row.number,
                "signed_on": row.signed_on.isoformat() if row.signed_on else "",
                "signer": row.signer_name,
                "copy": row.signed_copy.sha256 if row.signed_copy else "",
            }
            for row in rows.order_by("party__order")
        ],
    }


@transaction.atomic
def make_anchor() -> LedgerAnchor | None:
    """Seal the heads of all chains for today, once a day; None when there is nothing new to seal.

    Asked for again on the same day it changes nothing; after an outage the next day's anchor covers all.
    """
    today = clock.today()
    last = LedgerAnchor.objects.select_for_update().order_by("day").last()
    if last is not None and last.day >= today:
        return None
    heads = _heads()
    if not heads or (last is not None and heads == last.heads):
        return None
    root, _paths = merkle([leaf for _case, _sequence, leaf in heads])
    previous = last.hash if last else NOTHING
    return LedgerAnchor.objects.create(
        day=today,
        previous=previous,
        root=root,
        chains=len(heads),
        hash=anchor_hash(today.isoformat(), previous, root, len(heads)),
        heads=heads,
    )


def _heads() -> list[list[Any]]:
    """[case number, sequence, leaf] of every chain, in the order of the leaves."""
    rows = LedgerEntry.objects.heads().values_list("case_id", "case__public_id", "sequence", "hash")
    leaves = [
        [case, sequence, head_leaf(public, sequence, sealed)] for case, public, sequence, sealed in rows
    ]
    return sorted(leaves, key=lambda row: str(row[2]))
