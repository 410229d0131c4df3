#!/usr/bin/env python3
"""Checks the export of a depositary ledger without any server: `python3 verify.py ekspor.json`.

Needs Python 3.9 and nothing else. What is proven: no entry was changed, left out, added or put in another order
since it was written, and the chain stood in the daily anchors of the register. To prove when, compare the newest
anchor with the one your office noted on paper that day.

Rules. Canonical JSON: keys sorted, no spaces, UTF-8, no ASCII escapes. seal(x) = SHA-256 of canonical JSON of x.
Entry: hash = seal({"case", "sequence", "previous", "content"}) where content = seal(payload); the first previous is
64 zeros. An entry whose payload is withheld from the reader still proves its place by its content. Anchor of a day:
root = Merkle root of the heads of all chains, hash = seal({"day", "previous", "root", "chains"}).
"""

import hashlib
import json
import sys
from typing import Any, Sequence  # noqa: UP035  inspectors may have an older Python

FORMAT = "ksd-ledger/1"
NOTHING = "0" * 64


def canonical(value: Any) -> bytes:
    """Write a value so that equal values have equal bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def seal(value: Any) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def entry_hash(case: str, sequence: int, previous: str, content: str) -> str:
    """The seal of one entry: where it stands, what stands before it, what it says."""
    return seal({"case": case, "sequence": sequence, "previous": previous, "content": content})


def head_leaf(case: str, sequence: int, entry: str) -> str:
    """The head of one chain as it goes into an anchor."""
    return seal({"case": case, "sequence": sequence, "hash": entry})


def pair(left: str, right: str) -> str:
    """One knot of the Merkle tree."""
    return hashlib.sha256(bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def merkle(leaves: Sequence[str]) -> tuple[str, list[list[list[str]]]]:
    """Root of the sorted leaves, and for each leaf its path: [["L"|"R", hash of the neighbour], …]."""
    level = [(leaf, [place]) for place, leaf in enumerate(leaves)]
    paths: list[list[list[str]]] = [[] for _leaf in leaves]
    if not level:
        return NOTHING, paths
    while len(level) > 1:
        above = []
        for place in range(0, len(level) - 1, 2):
            (left, lefts), (right, rights) = level[place], level[place + 1]
            for leaf in lefts:
                paths[leaf].append(["R", right])
            for leaf in rights:
                paths[leaf].append(["L", left])
            above.append((pair(left, right), lefts + rights))
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0][0], paths


def climb(leaf: str, path: Sequence[Sequence[str]]) -> str:
    """The root that a leaf reaches by its path."""
    for side, neighbour in path:
        leaf = pair(neighbour, leaf) if side == "L" else pair(leaf, neighbour)
    return leaf


def anchor_hash(day: str, previous: str, root: str, chains: int) -> str:
    """The seal of one day over all chains."""
    return seal({"day": day, "previous": previous, "root": root, "chains": chains})


def entry_faults(case: str, entries: Sequence[dict[str, Any]]) -> list[str]:
    """Every place where the chain does not hold."""
    faults, previous = [], NOTHING
    for number, entry in enumerate(entries, start=1):
        where = f"Catatan {number}"
        if entry["sequence"] != number:
            faults.append(
                f"{where}: nomor urutnya {entry['sequence']}; ada catatan yang hilang atau bertambah."
            )
        if entry["previous"] != previous:
            faults.append(f"{where}: tidak menyambung pada catatan sebelumnya.")
        if entry.get("payload") is not None and seal(entry["payload"]) != entry["content"]:
            faults.append(f"{where}: isinya berubah sesudah dicatat.")
        if entry_hash(case, entry["sequence"], entry["previous"], entry["content"]) != entry["hash"]:
            faults.append(f"{where}: segelnya tidak cocok.")
        previous = entry["hash"]
    return faults


def anchor_faults(
    case: str, entries: Sequence[dict[str, Any]], anchors: Sequence[dict[str, Any]]
) -> list[str]:
    """Every anchor that does not follow the one before, or in which this chain does not stand."""
    faults, previous = [], NOTHING
    known = {entry["sequence"]: entry["hash"] for entry in entries}
    for anchor in anchors:
        where = f"Jangkar {anchor['day']}"
        if anchor["previous"] != previous:
            faults.append(f"{where}: tidak menyambung pada jangkar sebelumnya.")
        if anchor_hash(anchor["day"], anchor["previous"], anchor["root"], anchor["chains"]) != anchor["hash"]:
            faults.append(f"{where}: segelnya tidak cocok.")
        previous = anchor["hash"]
        proof = anchor.get("proof")
        if proof is None:
            continue
        head = known.get(proof["sequence"])
        if head is None or climb(head_leaf(case, proof["sequence"], head), proof["path"]) != anchor["root"]:
            faults.append(f"{where}: rantai ini tidak terdapat di dalamnya.")
    return faults


def faults_of(export: dict[str, Any]) -> list[str]:
    """Everything wrong with an export; an empty list means the ledger is whole."""
    if export.get("format") != FORMAT:
        return [f"Berkas ini bukan ekspor {FORMAT}."]
    try:
        case, entries, anchors = export["case"]["id"], export["entries"], export["anchors"]
        faults = [*entry_faults(case, entries), *anchor_faults(case, entries, anchors)]
    except (KeyError, TypeError, ValueError) as error:
        return [f"Berkas ini tidak lengkap atau rusak: {error!r}."]
    return faults if entries else ["Ekspor ini tidak memuat satu catatan pun."]


def main(arguments: Sequence[str]) -> int:
    """Check the files named; 0 when all are whole."""
    if not arguments:
        print(__doc__)
        return 2
    bad = 0
    for name in arguments:
        try:
            with open(name, encoding="utf-8") as file:  # noqa: PTH123  one plain file, one plain call
                export = json.load(file)
        except (OSError, ValueError) as error:
            print(f"{name}: tidak dapat dibaca: {error}")
            bad += 1
            continue
        faults = faults_of(export)
        bad += bool(faults)
        if faults:
            print(f"{name}: TIDAK UTUH")
            print("\n".join(f"  - {fault}" for fault in faults))
        else:
            last = export["anchors"][-1] if export["anchors"] else None
            print(f"{name}: UTUH, {len(export['entries'])} catatan.")
            print(
                f"  Jangkar terakhir {last['day']}: {last['hash']}" if last else "  Belum ada jangkar harian."
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
