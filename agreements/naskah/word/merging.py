"""What came back beside what was sent and what is newest: changes part by part, and the text of those accepted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from agreements.naskah.parts import BASES, ORDER, PASAL, RECITALS
from agreements.naskah.structure import Annex, Body, Pasal
from ksd.core.words import roman

ANNEX = "lampiran-"
ADDED, REMOVED, CHANGED, MOVED = "tambah", "hapus", "ubah", "pindah"

Part = tuple[str, ...] | Pasal | Annex | None


@dataclass(frozen=True, slots=True)
class Change:
    """One part that came back other than it was sent; `conflict` when somebody changed it here meanwhile."""

    code: str
    label: str
    what: str
    sent: Part
    newest: Part
    back: Part
    conflict: bool = False

    @property
    def clause(self) -> str:
        """The clause of a Pasal; empty for other parts."""
        return self.code.removeprefix(PASAL) if self.code.startswith(PASAL) else ""


def changes(sent: Body, newest: Body, back: Body) -> list[Change]:
    """Every part that came back changed and is not so already, in reading order."""
    old, now, new = (_parts(body) for body in (sent, newest, back))
    found = []
    for code in _reading_order(old, new):
        was, have, came = old.get(code), now.get(code), new.get(code)
        if came in (was, have):
            continue
        what = REMOVED if not came else CHANGED if was or have else ADDED
        found.append(Change(code, _label(code, back, sent), what, was, have, came, have != was))
    moved = _moved(sent, newest, back)
    return [*found, moved] if moved else found


def merged(sent: Body, newest: Body, back: Body, accepted: Collection[str]) -> Body:
    """The newest text with the accepted parts as they came back."""
    new = _parts(back)
    taken = {change.code for change in changes(sent, newest, back)} & set(accepted)
    return Body(
        recitals=back.recitals if RECITALS in taken else newest.recitals,
        bases=back.bases if BASES in taken else newest.bases,
        pasal=tuple(_pasal(newest, back, taken)),
        annexes=tuple(_annexes(newest, new, taken)),
    )


def _parts(body: Body) -> dict[str, Part]:
    parts: dict[str, Part] = {RECITALS: body.recitals, BASES: body.bases}
    parts |= {f"{PASAL}{pasal.clause}": pasal for pasal in body.pasal}
    return parts | {f"{ANNEX}{number}": annex for number, annex in enumerate(body.annexes, start=1)}


def _reading_order(old: dict[str, Part], new: dict[str, Part]) -> list[str]:
    """Parts as the file has them, those it no longer has behind the one they followed."""
    codes = list(new)
    before = ""
    for code in old:
        if code not in new:
            codes.insert(codes.index(before) + 1 if before in codes else 0, code)
        before = code
    return codes


def _label(code: str, back: Body, sent: Body) -> str:
    if code == RECITALS:
        return "Konsiderans"
    if code == BASES:
        return "Dasar hukum"
    if code.startswith(ANNEX):
        number = int(code.removeprefix(ANNEX))
        return "Lampiran" if max(len(back.annexes), len(sent.annexes)) == 1 else f"Lampiran {roman(number)}"
    for body in (back, sent):
        for number, pasal in enumerate(body.pasal, start=1):
            if f"{PASAL}{pasal.clause}" == code:
                return f"Pasal {number} {pasal.title}".strip()
    return code


def _order(body: Body, among: Collection[str]) -> list[str]:
    return [pasal.clause for pasal in body.pasal if pasal.clause in among]


def _moved(sent: Body, newest: Body, back: Body) -> Change | None:
    """Another order of the Pasal all three have."""
    shared = {pasal.clause for pasal in sent.pasal} & {pasal.clause for pasal in back.pasal}
    shared &= {pasal.clause for pasal in newest.pasal}
    was, have, came = (_order(body, shared) for body in (sent, newest, back))
    if came in (was, have):
        return None
    titles = {pasal.clause: pasal.title for pasal in (*sent.pasal, *back.pasal)}
    old, now, new = (tuple(titles[clause] for clause in order) for order in (was, have, came))
    return Change(ORDER, "Urutan pasal", MOVED, old, now, new, have != was)


def _pasal(newest: Body, back: Body, taken: Collection[str]) -> Iterator[Pasal]:
    came = {pasal.clause: pasal for pasal in back.pasal}
    rows = [
        came.get(pasal.clause, pasal) if f"{PASAL}{pasal.clause}" in taken else pasal
        for pasal in newest.pasal
        if f"{PASAL}{pasal.clause}" not in taken or pasal.clause in came
    ]
    before = ""
    for pasal in back.pasal:
        present = [row.clause for row in rows]
        if pasal.clause not in present and f"{PASAL}{pasal.clause}" in taken:
            rows.insert(present.index(before) + 1 if before in present else 0, pasal)
        before = pasal.clause if pasal.clause in {row.clause for row in rows} else before
    yield from _reordered(rows, [pasal.clause for pasal in back.pasal]) if ORDER in taken else rows


def _reordered(rows: list[Pasal], wanted: list[str]) -> list[Pasal]:
    """The Pasal in the order of the file; those it does not have stay behind the one they followed."""
    place = {clause: at for at, clause in enumerate(wanted)}
    keyed, last = [], -1
    for row in rows:
        last = place.get(row.clause, last)
        keyed.append((last, row.clause not in place, row))
    return [row for _at, _own, row in sorted(keyed, key=lambda entry: entry[:2])]


def _annexes(newest: Body, new: dict[str, Part], taken: Collection[str]) -> Iterator[Annex]:
    most = max(
        [len(newest.annexes), *(int(code.removeprefix(ANNEX)) for code in taken if code.startswith(ANNEX))]
    )
    for number in range(1, most + 1):
        code = f"{ANNEX}{number}"
        have = newest.annexes[number - 1] if number <= len(newest.annexes) else None
        chosen = new.get(code) if code in taken else have
        if isinstance(chosen, Annex):
            yield chosen
