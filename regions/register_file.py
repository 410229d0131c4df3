"""Reading an uploaded register (CSV) into entries, with every fault named by its row and its mend."""

import csv
import io
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from regions.registry import CODE, ROOT_CODE, Entry, read_entry

# Column names as people write them, by what they mean here.
_COLUMNS = {
    "code": "code",
    "kode": "code",
    "name": "name",
    "nama": "name",
    "parent": "parent",
    "induk": "parent",
    "province_code": "parent",
    "predecessor": "predecessor",
    "kode_lama": "predecessor",
}
_MOST_FAULTS = 20


@dataclass
class ReadRegister:
    """What a file says: the entries it holds and the faults that forbid its use."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def shown_faults(self) -> list[str]:
        """The first faults, and how many more there are."""
        more = len(self.faults) - _MOST_FAULTS
        if more <= 0:
            return self.faults
        return [*self.faults[:_MOST_FAULTS], _("… dan %(more)d kesalahan lain.") % {"more": more}]


@dataclass(frozen=True)
class Scope:
    """Which part of the register a file speaks for: all of it, or one province."""

    province: str = ""
    provinces: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()


def read_register(content: bytes, scope: Scope) -> ReadRegister:
    """Read a CSV with the columns code, name, and optionally parent and predecessor."""
    result = ReadRegister()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        result.faults.append(_("Berkas bukan teks UTF-8. Simpan ulang sebagai “CSV UTF-8”."))
        return result
    rows = _rows(text, result)
    first_seen: dict[str, int] = {}
    for number, row in rows:
        code = row.get("code", "")
        if code and code in first_seen:
            values = {"row": number, "code": code, "first": first_seen[code]}
            result.faults.append(
                _("Baris %(row)d: kode %(code)s sudah ada di baris %(first)d. Hapus salah satu baris.")
                % values
            )
            continue
        first_seen[code] = number
        fault = _fault(row, scope)
        if fault:
            result.faults.append(_("Baris %(row)d: %(fault)s") % {"row": number, "fault": fault})
        else:
            result.entries.append(read_entry(code, row["name"], row.get("predecessor", "")))
    _check_families(result, first_seen, scope)
    return result


def _rows(text: str, result: ReadRegister) -> list[tuple[int, dict[str, str]]]:
    """The lines under the heading as (line number, values); malformed ones become faults."""
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    columns: list[str] = []
    try:
        for cells in reader:
            if not columns:
                columns = [_COLUMNS.get(cell.strip().casefold(), "") for cell in cells]
            elif any(cell.strip() for cell in cells):
                _add_row(reader.line_num, cells, columns, rows, result)
    except csv.Error:
        result.faults.append(
            _("Baris %(row)d: tanda kutip tidak ditutup. Perbaiki baris itu.") % {"row": reader.line_num}
        )
    if "code" not in columns or "name" not in columns:
        result.faults.insert(
            0,
            _("Baris 1: judul kolom harus memuat code dan name (atau kode dan nama). Tambahkan judul kolom."),
        )
        return []
    if not rows and not result.faults:
        result.faults.append(
            _("Berkas tidak memuat satu wilayah pun. Isi sedikitnya satu baris di bawah judul.")
        )
    return rows


def _add_row(
    number: int,
    cells: list[str],
    columns: list[str],
    rows: list[tuple[int, dict[str, str]]],
    result: ReadRegister,
) -> None:
    if len(cells) != len(columns):
        values = {"row": number, "found": len(cells), "wanted": len(columns)}
        result.faults.append(
            _("Baris %(row)d: ada %(found)d kolom, seharusnya %(wanted)d. Samakan dengan judul kolom.")
            % values
        )
        return
    pairs = zip(columns, cells, strict=True)
    rows.append((number, {name: cell.strip() for name, cell in pairs if name}))


def _fault(row: dict[str, str], scope: Scope) -> str:
    """What is wrong with one row by itself, with its mend; empty when nothing is."""
    code, parent = row["code"], row.get("parent", "")
    if not CODE.fullmatch(code) or code == ROOT_CODE:
        return _("kode “%(code)s” tidak dikenali. Tulis sebagai teks, misalnya 64 atau 64.02.") % {
            "code": code
        }
    if not row["name"] or len(row["name"]) > 120:
        return _("nama wilayah %(code)s kosong atau lebih dari 120 huruf. Perbaiki namanya.") % {"code": code}
    expected = code[:2] if "." in code else ""
    if parent not in ("", expected or ROOT_CODE):
        values = {"parent": parent, "code": code, "expected": expected or ROOT_CODE}
        return (
            _("induk %(parent)s tidak cocok dengan kode %(code)s. Tulis %(expected)s atau kosongkan.")
            % values
        )
    if scope.province and code[:2] != scope.province:
        values = {"code": code, "province": scope.province}
        return (
            _("kode %(code)s di luar provinsi %(province)s. Hapus baris ini atau pilih cakupan lain.")
            % values
        )
    old = row.get("predecessor", "")
    if old and old not in scope.codes:
        return _("kode lama %(old)s tidak ada dalam daftar wilayah. Perbaiki atau kosongkan.") % {"old": old}
    return ""


def _check_families(result: ReadRegister, lines: dict[str, int], scope: Scope) -> None:
    """Every regency needs its province in the file or, for a file of one province, in the register."""
    known = {entry.code for entry in result.entries} | ({scope.province} if scope.province else set())
    for entry in result.entries:
        if entry.parent in known or entry.parent == ROOT_CODE:
            continue
        values = {"row": lines[entry.code], "code": entry.code, "parent": entry.parent}
        result.faults.append(
            _("Baris %(row)d: provinsi %(parent)s untuk %(code)s tidak ada dalam berkas. Tambahkan barisnya.")
            % values
        )
    result.entries = [entry for entry in result.entries if entry.parent in known or entry.parent == ROOT_CODE]
