"""From an opened sheet to rows with values; every cell that cannot be read is named with its mend."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from ksd.mapping.sheets.columns import BY_FIELD, MARK, REQUIRED, Column, plain
from ksd.mapping.sheets.headings import Head, Remark, head_of
from ksd.mapping.sheets.opening import MOST_ROWS, Book, Cell, Line
from ksd.mapping.sheets.values import Said, Unclear, amount, exact, whole, yes_no

MOST_TOUCHED = 40


@dataclass(frozen=True)
class Choices:
    """One closed list: every accepted name with its value, the label of each value, and who suggests the right one.

    A name that fits two values stands for None; `otherwise` says what to write where nothing is near.
    """

    names: Mapping[str, Any]
    labels: Mapping[Any, str]
    suggest: Callable[[str], list[str]] | None = None
    otherwise: str = ""

    def near(self, text: str) -> list[str]:
        """The labels somebody probably meant, the likeliest first."""
        if self.suggest is not None:
            return self.suggest(text)[:3]
        close = get_close_matches(plain(text), [name for name in self.names if name], n=3, cutoff=0.6)
        return list(
            dict.fromkeys(self.labels[self.names[name]] for name in close if self.names[name] is not None)
        )

    def alike(self, text: str) -> list[str]:
        """The labels a name that fits more than one may stand for."""
        return sorted(label for label in self.labels.values() if plain(text) in plain(label))[:4]


@dataclass
class ReadRow:
    """One row as the file says it; only the columns the file has."""

    number: int
    mark: str
    values: dict[str, Any]
    faulty: bool = False


@dataclass
class Reading:
    """What a file says, and what about it cannot stand."""

    sheet: str = ""
    fields: frozenset[str] = frozenset()
    rows: list[ReadRow] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


def read_book(book: Book, lists: Mapping[str, Choices]) -> Reading:
    """Every row of the filled-in sheet. Raises UnreadableError where there is nothing to read."""
    head = head_of(book)
    reading = Reading(head.sheet.name, head.fields, [], list(head.faults), list(head.notes))
    if any(name not in head.fields for name in REQUIRED):
        return reading
    _merged(head, reading)
    below = [line for line in head.sheet.lines if line.number > head.line]
    for line in below:
        _take(line, head, reading, lists)
    if len(reading.rows) > MOST_ROWS:
        reading.faults.append(
            Remark(
                head.sheet.name, "", str(len(reading.rows)), _("lebih dari %d baris terisi") % MOST_ROWS,
                _("Bagi menjadi beberapa berkas."),
            )
        )  # fmt: skip
    return reading


def _merged(head: Head, reading: Reading) -> None:
    """Merged cells hide to which row a value belongs; none is read below the headings."""
    for each in head.sheet.merged:
        if each.bottom >= head.line:
            reading.faults.append(
                Remark(
                    head.sheet.name, each.address, "", _("sel-sel ini digabung"),
                    _("Pisahkan (Unmerge Cells), lalu isi setiap barisnya sendiri."),
                )
            )  # fmt: skip


def _take(line: Line, head: Head, reading: Reading, lists: Mapping[str, Choices]) -> None:
    known = {head.places[place]: cell for place, cell in line.cells.items() if place in head.places}
    mark = known.pop(MARK, None)
    if not known:
        if mark is not None:
            reading.notes.append(_emptied(head, mark))
        return
    row = ReadRow(line.number, mark.text[:60] if mark else "", {})
    before = len(reading.faults)
    for name in sorted(head.fields - {MARK}, key=list(BY_FIELD).index):
        _value(row, BY_FIELD[name], known.get(name), reading, lists)
    _missing(row, line, head, known, reading)
    row.faulty = len(reading.faults) > before
    reading.rows.append(row)


def _emptied(head: Head, mark: Cell) -> Remark:
    return Remark(
        head.sheet.name, mark.address, "", _("baris ini dikosongkan; baris lamanya tidak diubah"),
        _("Tarik barisnya di situs bila memang tidak diusulkan lagi."),
    )  # fmt: skip


def _missing(row: ReadRow, line: Line, head: Head, known: Mapping[str, Cell], reading: Reading) -> None:
    for name in REQUIRED:
        place = next(place for place, field_name in head.places.items() if field_name == name)
        merged = any(each.holds(place, line.number) for each in head.sheet.merged)
        if name not in known and not merged:
            column = BY_FIELD[name]
            address = f"{_letter(place)}{row.number}"
            reading.faults.append(
                Remark(
                    head.sheet.name, address, "", _("%s belum diisi") % column.heading, column.help, column.heading
                )
            )  # fmt: skip


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))


def _value(
    row: ReadRow, column: Column, cell: Cell | None, reading: Reading, lists: Mapping[str, Choices]
) -> None:
    """Read one cell into the row, or name its fault."""
    if cell is None:
        row.values[column.field] = _EMPTY.get(column.sort, "")
        return
    try:
        said = _said(cell, column, lists)
    except Unclear as unclear:
        reading.faults.append(
            Remark(reading.sheet, cell.address, cell.text[:80], unclear.reason, unclear.mend, column.heading)
        )
        return
    row.values[column.field] = said.value
    if said.note:
        reading.notes.append(
            Remark(
                reading.sheet, cell.address, cell.text[:80], said.note,
                _("Periksa angkanya; tulis tanpa titik bila lain maksudnya."), column.heading,
            )
        )  # fmt: skip


# Fields with a closed list of words; the others of a list are rows of the database.
_EMPTY: dict[str, Any] = {"amount": None, "whole": None, "yes_no": None, "regions": (), "choice": None}


def _said(cell: Cell, column: Column, lists: Mapping[str, Choices]) -> Said:
    """What a cell says for its column. Raises Unclear."""
    if cell.sort == "formula":
        raise Unclear(
            _("berisi rumus, dan rumus tidak pernah dihitung di sini"),
            _("Salin selnya, tempel sebagai nilai (Paste Values), lalu unggah lagi."),
        )
    if cell.sort == "error":
        raise Unclear(_("berisi galat Excel"), _("Tulis nilainya."))
    readers = {"amount": _amount, "whole": _whole, "text": _text, "yes_no": _yes_no}
    if column.sort in readers:
        return readers[column.sort](cell, column)
    return (_regions if column.sort == "regions" else _choice)(cell, lists[column.choices or "region"])


def _amount(cell: Cell, column: Column) -> Said:
    money = column.field == "funding"
    if cell.sort == "date":
        raise Unclear(_("berisi tanggal"), _("Ubah format selnya menjadi angka, lalu tulis angkanya."))
    if cell.number is not None:
        return exact(cell.number, column.places, money=money)
    return amount(cell.text, column.places, money=money)


def _whole(cell: Cell, column: Column) -> Said:
    if cell.sort == "date":
        return whole(cell.text[:4], column.least, column.most)
    return whole(cell.text, column.least, column.most)


def _yes_no(cell: Cell, _column: Column) -> Said:
    return yes_no(cell.text)


def _text(cell: Cell, column: Column) -> Said:
    text = "".join(sign for sign in cell.text if sign in "\n\t" or sign.isprintable() or sign == "\u00a0")
    if column.longest <= 250:
        text = " ".join(text.split())
    if len(text) > column.longest:
        raise Unclear(
            _("%(length)d huruf, paling banyak %(longest)d")
            % {"length": len(text), "longest": column.longest},
            _("Ringkas, atau pindahkan sisanya ke Uraian."),
        )
    return Said(text)


def _choice(cell: Cell, choices: Choices) -> Said:
    return Said(_chosen(cell.text, choices))


def _regions(cell: Cell, choices: Choices) -> Said:
    """Several regions, set apart by semicolons or lines."""
    parts = [part.strip() for part in cell.text.replace("\n", ";").split(";")]
    named = [part for part in parts if part]
    if len(named) > MOST_TOUCHED:
        raise Unclear(_("lebih dari %d daerah") % MOST_TOUCHED, _("Sebutkan yang terpenting saja."))
    found, unclear = set(), []
    for part in named:
        try:
            found.add(_chosen(part, choices))
        except Unclear as error:
            unclear.append(error)
    if unclear:
        raise Unclear("; ".join(error.reason for error in unclear), " ".join(error.mend for error in unclear))
    return Said(tuple(sorted(found)))  # type: ignore[arg-type]


def _chosen(text: str, choices: Choices) -> Any:
    """The value a name stands for. Raises Unclear with the names somebody may have meant."""
    key = plain(text)
    value = choices.names.get(key)
    if value is not None:
        return value
    if key in choices.names:
        raise Unclear(
            _("“%s” dapat berarti lebih dari satu") % text[:60], _either(choices.alike(text), choices)
        )
    near = choices.near(text)
    raise Unclear(_("“%s” tidak ada dalam daftar") % text[:60], _either(near, choices))


def _either(labels: list[str], choices: Choices) -> str:
    if not labels:
        return choices.otherwise or _pick()
    return _("Mungkin maksudnya: %s.") % _(" atau ").join(f"“{label}”" for label in labels)


def _pick() -> str:
    return _("Pilih dari daftar pada sel itu, atau lihat lembar Daftar dan Petunjuk.")
