"""A text in its present wording: the signed original, and every signed addendum in force on a day laid over it.

Nothing is stored: the same rows and the same day always give the same words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _

from agreements.choices import LifeState, NaskahState
from agreements.documents.printed import sheet_of
from agreements.documents.sheet import PrintedPasal
from agreements.models import Naskah
from agreements.naskah.changes import ADD, REMOVE, Change, change_of, heading_between
from agreements.naskah.structure import from_json
from ksd.core.words import long_date


@dataclass(frozen=True)
class Wording:
    """How a Pasal read, and what made it read so; the original has no mark."""

    printed: PrintedPasal
    mark: str = ""


@dataclass(frozen=True)
class PresentPasal:
    """A Pasal as it reads on a day, with its earlier wordings from the oldest on."""

    clause: str
    now: Wording
    earlier: tuple[Wording, ...] = ()
    removed: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether an addendum touched it."""
        return bool(self.now.mark)


@dataclass(frozen=True)
class Consolidated:
    """A text as it reads on a day."""

    on: date
    pasal: tuple[PresentPasal, ...] = ()
    addenda: tuple[Naskah, ...] = field(default=())


def consolidated(naskah: Naskah, on: date) -> Consolidated:
    """The text in its wording of that day."""
    rows = _original(naskah)
    counted = addenda_in_force(naskah, on)
    for addendum in counted:
        rows = _over(rows, addendum)
    return Consolidated(on, tuple(rows), tuple(counted))


def addenda_in_force(naskah: Naskah, on: date) -> list[Naskah]:
    """Signed addenda that had begun by that day, in the order they began."""
    amending = [rule.code for rule in naskah.case.pack.naskah if rule.amends]
    rows = naskah.children.filter(kind__in=amending, state=NaskahState.SIGNED, starts_on__lte=on)
    rows = rows.select_related("case", "parent", "agreed_version").prefetch_related("signatures")
    ordered = rows.order_by("starts_on", "signed_on", "order")
    return [
        row for row in ordered if not (row.ended_early_on and row.ended_early_on <= on and _lives(naskah, on))
    ]


def _lives(naskah: Naskah, on: date) -> bool:
    return naskah.life(on) == LifeState.IN_FORCE


def mark_of(addendum: Naskah) -> str:
    """ "Addendum Nomor … tanggal …", as a reader looks for it."""
    numbers = ", ".join(row.number for row in addendum.signatures.all() if row.number)
    day = long_date(addendum.signed_on) if addendum.signed_on else "…"
    return _("Addendum Nomor %(number)s tanggal %(day)s") % {"number": numbers or "…", "day": day}


def _original(naskah: Naskah) -> list[PresentPasal]:
    return [PresentPasal(clause, Wording(printed)) for clause, printed in _pairs(naskah)]


def _pairs(naskah: Naskah) -> list[tuple[str, PrintedPasal]]:
    version = naskah.agreed_version
    if version is None:
        return []
    body = from_json(version.body)
    return list(zip((row.clause for row in body.pasal), sheet_of(naskah, version).pasal, strict=True))


def _over(rows: list[PresentPasal], addendum: Naskah) -> list[PresentPasal]:
    """The rows with the changes of one addendum laid over them."""
    mark = mark_of(addendum)
    for code, printed in _pairs(addendum):
        change = change_of(code)
        if change is not None:
            rows = _changed(rows, change, printed, mark, addendum.order)
    return rows


def _changed(
    rows: list[PresentPasal], change: Change, printed: PrintedPasal, mark: str, order: int
) -> list[PresentPasal]:
    if change.what == ADD:
        return _added(rows, change, printed, _("ditambahkan dengan %s") % mark, order)
    word = _("dihapus dengan %s") if change.what == REMOVE else _("diubah dengan %s")
    return [
        _reworded(row, printed, word % mark, removed=change.what == REMOVE)
        if row.clause == change.clause
        else row
        for row in rows
    ]


def _reworded(row: PresentPasal, printed: PrintedPasal, mark: str, *, removed: bool) -> PresentPasal:
    """The Pasal under its old number and title with the new words; the old ones go to its past."""
    words = replace(row.now.printed, ayat=() if removed else printed.ayat)
    return PresentPasal(row.clause, Wording(words, mark), (*row.earlier, row.now), removed)


def _added(
    rows: list[PresentPasal], change: Change, printed: PrintedPasal, mark: str, order: int
) -> list[PresentPasal]:
    codes = [row.clause for row in rows]
    place = codes.index(change.clause) + 1 if change.clause in codes else len(rows)
    before = rows[place - 1].now.printed.heading if place else "Pasal 0"
    heading = heading_between(before, _headings(rows))
    # New ones behind the same Pasal stand in the order of their letters.
    while place < len(rows) and rows[place].clause.startswith(f"{ADD}_"):
        place += 1
    own = PrintedPasal(heading, printed.title.rpartition(": ")[2], printed.ayat)
    fresh = PresentPasal(f"{ADD}_{order}_{change.clause}_{change.number}", Wording(own, mark))
    return [*rows[:place], fresh, *rows[place:]]


def _headings(rows: Iterable[PresentPasal]) -> set[str]:
    return {row.now.printed.heading for row in rows}
