"""A body taken apart into pieces that people write side by side, and put together again.

A Pasal is found by the code of its clause; the order of the Pasal is a piece of its own.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from agreements.naskah.plain import visible
from agreements.naskah.structure import MAX_PASAL, Body, from_json, to_json

RECITALS, BASES, ORDER, ANNEXES = "konsiderans", "dasar-hukum", "urutan", "lampiran"
PASAL = "pasal-"
CODE = re.compile(r"[a-z0-9_]{1,70}")

Parts = dict[str, Any]
_EMPTY: dict[str, Any] = {"recitals": [], "bases": [], "pasal": [], "annexes": []}


def parts_of(body: Body) -> Parts:
    """The pieces of a body, as they stand in JSON."""
    data = to_json(body)
    pieces: Parts = {
        RECITALS: data["recitals"],
        BASES: data["bases"],
        ANNEXES: data["annexes"],
        ORDER: [row["clause"] for row in data["pasal"]],
    }
    for row in data["pasal"]:
        pieces[PASAL + row["clause"]] = {"title": row["title"], "ayat": row["ayat"]}
    return pieces


def body_of_parts(parts: Mapping[str, Any]) -> Body:
    """The body these pieces make; ValueError names what does not fit."""
    order = codes(parts[ORDER])
    return from_json(
        {
            "recitals": parts[RECITALS],
            "bases": parts[BASES],
            "annexes": parts[ANNEXES],
            "pasal": [_pasal(code, parts.get(PASAL + code)) for code in order],
        }
    )


def check_piece(key: str, content: object) -> None:
    """Refuse a piece that could stand in no body. Raises ValueError."""
    if key == ORDER:
        codes(content)
    elif key in (RECITALS, BASES, ANNEXES):
        name = {RECITALS: "recitals", BASES: "bases", ANNEXES: "annexes"}[key]
        from_json(_EMPTY | {name: content})
    elif key.startswith(PASAL) and CODE.fullmatch(key.removeprefix(PASAL)):
        from_json(_EMPTY | {"pasal": [_pasal(key.removeprefix(PASAL), content)]})
    else:
        raise ValueError("Nama bagian tidak dikenal.")


def without_hidden(content: Any) -> Any:
    """A piece as typed, without characters that show nothing or turn the reading direction."""
    return each_text(content, visible)


def each_text(content: Any, change: Callable[[str], str]) -> Any:
    """A piece with every text of it changed in the same way; what is not there stays so."""
    if isinstance(content, str):
        return change(content)
    if isinstance(content, list):
        return [each_text(row, change) for row in content]
    return content and {name: each_text(value, change) for name, value in content.items()}


def codes(data: object) -> list[str]:
    """The codes of the Pasal in order; ValueError when it is no list of different codes."""
    if not isinstance(data, list) or len(data) > MAX_PASAL:
        raise ValueError(f"Urutan Pasal bukan daftar dengan paling banyak {MAX_PASAL} butir.")
    if any(not isinstance(row, str) or not CODE.fullmatch(row) for row in data):
        raise ValueError("Urutan Pasal memuat kode yang tidak terbaca.")
    if len(set(data)) != len(data):
        raise ValueError("Urutan Pasal memuat kode yang berulang.")
    return list(data)


def _pasal(code: str, content: object) -> dict[str, Any]:
    if not isinstance(content, Mapping) or set(content) != {"title", "ayat"}:
        raise ValueError(f"Isi Pasal {code[:60]} tidak lengkap.")
    return {"clause": code, **content}
