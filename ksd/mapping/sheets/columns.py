"""The columns of the sheet: recognised by name, in whatever order they stand."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from django.utils.translation import gettext as _

Sort = Literal["text", "choice", "amount", "whole", "yes_no", "regions"]

# The sheet people fill in, and the two beside it.
FILLED, GUIDE, LISTS = "Isian", "Petunjuk", "Daftar"
MARK = "tanda"
# What a sheet says of itself: the period and the region it was made for.
ORIGIN = "KSD-PEMETAAN"


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, its heading as printed, other names people give it, how wide it is (letters)."""

    field: str
    heading: str
    sort: Sort
    help: str
    width: int = 18
    names: tuple[str, ...] = ()
    longest: int = 250
    places: int = 0
    choices: str = ""
    least: int = 0
    most: int = 0


COLUMNS: tuple[Column, ...] = (
    Column(MARK, "Tanda baris", "text", "Jangan diubah; dipakai mengenali baris yang dikembalikan.", 4, longest=60),
    Column("kind", "Jenis", "choice", "Kebutuhan, potensi, masalah, kekuatan, kelemahan, atau peluang.", 13,
           ("jenis baris", "jenis isian"), choices="kind"),
    Column("urusan", "Urusan", "choice", "Salah satu dari 32 urusan pemerintahan.", 30,
           ("urusan pemerintahan", "bidang urusan"), choices="urusan"),
    Column("sub_urusan", "Suburusan", "text", "Bila perlu.", 20, ("sub urusan", "sub-urusan"), longest=160),
    Column("title", "Pokok", "text", "Satu hal dalam satu baris, paling banyak 250 huruf.", 42,
           ("judul", "pokok masalah", "pokok usulan", "uraian singkat")),
    Column("description", "Uraian", "text", "Penjelasan, paling banyak 5.000 huruf.", 50, ("keterangan", "penjelasan"),
           longest=5000),
    Column("location", "Lokasi", "text", "Kecamatan, desa, sungai, ruas jalan.", 24, ("tempat",)),
    Column("touches", "Daerah lain yang terkena", "regions", "Nama atau kode wilayah, dipisah titik koma.", 28,
           ("daerah terkena", "daerah terdampak")),
    Column("figure_name", "Yang diukur", "text", "Misalnya timbulan sampah per hari.", 22, ("indikator",), longest=120),
    Column("figure", "Angka", "amount", "Angkanya saja, tanpa satuan.", 14, ("nilai", "jumlah", "volume"), places=3),
    Column("figure_unit", "Satuan", "text", "Misalnya ton/hari.", 12, longest=40),
    Column("figure_year", "Tahun data", "whole", "Empat angka, misalnya 2025.", 11, least=2015, most=2100),
    Column("evidence", "Sumber data", "text", "Dokumen atau dinas asal angkanya.", 24, ("sumber", "bukti")),
    Column("office", "Perangkat daerah", "choice", "Dari direktori perangkat daerah.", 30,
           ("pd", "opd", "skpd", "pd pengampu", "dinas"), choices="office"),
    Column("program", "Program", "text", "Program yang direncanakan.", 30),
    Column("activity", "Kegiatan", "text", "Kegiatan yang direncanakan.", 30),
    Column("start_year", "Tahun mulai", "whole", "Empat angka, misalnya 2027.", 11, ("mulai tahun", "tahun"),
           least=2015, most=2100),
    Column("years", "Jangka waktu (tahun)", "whole", "1 sampai 25.", 11, ("jangka waktu", "lama"), least=1, most=25),
    Column("priority", "Prioritas", "choice", "Tinggi, sedang, atau rendah.", 11, ("skala prioritas",), choices="priority"),
    Column("funding", "Perkiraan dana (Rp)", "amount", "Rupiah penuh, misalnya 1500000000.", 20,
           ("perkiraan dana", "pagu", "pagu indikatif", "anggaran", "dana"), places=2),
    Column("funding_source", "Sumber dana", "choice", "Dari daftar.", 18, ("sumber pendanaan",), choices="funding_source"),
    Column("budgeted", "Sudah dianggarkan", "yes_no", "Ya atau tidak.", 12, ("dianggarkan",), choices="yes_no"),
    Column("burdening", "Membebani daerah atau masyarakat", "yes_no", "Ya atau tidak.", 14, ("membebani",),
           choices="yes_no"),
    Column("partner_region", "Calon mitra (daerah)", "choice", "Nama atau kode wilayah.", 26,
           ("calon mitra", "mitra", "calon daerah mitra"), choices="region"),
    Column("partner_name", "Calon mitra lain", "text", "Badan usaha, perguruan tinggi, dan lain-lain.", 26,
           ("mitra lain",), longest=200),
)  # fmt: skip
REQUIRED = ("kind", "urusan", "title")
BY_FIELD = {column.field: column for column in COLUMNS}


def plain(text: str) -> str:
    """A heading or a choice as it is compared: small letters, single blanks, no star or colon at its end."""
    return " ".join(text.replace("\n", " ").casefold().split()).strip(" *:.")


_NAMES = {
    plain(name): column.field for column in COLUMNS for name in (column.heading, column.field, *column.names)
}


def field_named(heading: str) -> str:
    """The field a heading stands for; empty for one nobody knows."""
    return _NAMES.get(plain(heading), "")


def nearest(heading: str) -> str:
    """The heading of ours somebody probably meant; empty when none is near."""
    close = get_close_matches(plain(heading), _NAMES, n=1, cutoff=0.75)
    return BY_FIELD[_NAMES[close[0]]].heading if close else ""


def guide_line(column: Column) -> tuple[str, str]:
    """Heading and help as the sheet of instructions prints them."""
    needed = _(" Wajib diisi.") if column.field in REQUIRED else ""
    return column.heading, f"{column.help}{needed}"
