"""Tokens in clause texts that data fills: {judul}, {pihak1.jabatan}, {kb.nomor}."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agreements.naskah.numbering import REFERENCE

TOKEN = re.compile(r"\{([^{}\n]*)\}")
PARTY = re.compile(r"pihak([1-9]|1[0-9]|20)\.([a-z.]+)")
DOTS = "……"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One token the drafters may use; late ones may stay open until the signing."""

    code: str
    label: str
    help: str
    example: str
    late: bool = False


GENERAL: tuple[Placeholder, ...] = (
    Placeholder(
        "judul", "Judul kerja sama", "Judul sesudah kata TENTANG.", "Pelayanan Kesehatan di Perbatasan"
    ),
    Placeholder(
        "naskah", "Nama naskah", "Kesepakatan Bersama atau Perjanjian Kerja Sama.", "Kesepakatan Bersama"
    ),
    Placeholder("urusan", "Urusan pemerintahan", "Urusan yang dikerjasamakan.", "kesehatan"),
    Placeholder("objek", "Objek kerja sama", "Objek menurut KAK.", "pelayanan kesehatan rujukan"),
    Placeholder(
        "tujuan", "Maksud dan tujuan", "Tujuan menurut KAK, sebagai lanjutan kalimat.", "mendekatkan layanan"
    ),
    Placeholder("lokasi", "Lokasi", "Lokasi menurut KAK.", "Kecamatan Muara Jawa"),
    Placeholder("jangka_waktu", "Jangka waktu", "Lamanya dengan angka dan huruf.", "5 (lima) tahun"),
    Placeholder("tanggal_mulai", "Tanggal mulai", "Tanggal mulai berlaku.", "21 November 2026", late=True),
    Placeholder(
        "tanggal_berakhir", "Tanggal berakhir", "Tanggal terakhir berlaku.", "20 November 2031", late=True
    ),
    Placeholder(
        "tempat", "Tempat penandatanganan", "Kota tempat naskah ditandatangani.", "Samarinda", late=True
    ),
    Placeholder(
        "sebutan_para_pihak", "Sebutan semua pihak", "Dirangkai mesin.", "PIHAK KESATU dan PIHAK KEDUA"
    ),
    Placeholder("nama_para_pihak", "Nama semua pihak", "Dirangkai mesin.", "Pemerintah Provinsi A dan PT B"),
    Placeholder("jumlah_pihak", "Jumlah pihak", "Jumlah pihak dengan angka dan huruf.", "2 (dua)"),
    Placeholder("rangkap", "Jumlah asli", "Jumlah naskah asli dengan angka dan huruf.", "2 (dua)"),
    Placeholder(
        "induk", "Nama naskah induk", "Naskah yang menjadi dasar atau yang diubah.", "Kesepakatan Bersama"
    ),
    Placeholder(
        "kb.nomor", "Nomor Kesepakatan Bersama", "Semua nomor KB yang menjadi dasar.", "119/17/KB/2026"
    ),
    Placeholder("kb.tanggal", "Tanggal Kesepakatan Bersama", "Tanggal KB ditandatangani.", "2 Maret 2026"),
    Placeholder(
        "kb.judul", "Judul Kesepakatan Bersama", "Judul KB yang menjadi dasar.", "Pembangunan Daerah"
    ),
)
PARTY_FIELDS: tuple[Placeholder, ...] = (
    Placeholder("sebutan", "Sebutan", "PIHAK KESATU, PIHAK KEDUA, dan seterusnya.", "PIHAK KESATU"),
    Placeholder(
        "daerah", "Nama pihak", "Pemerintah daerah atau pihak ketiga.", "Pemerintah Provinsi Kalimantan Timur"
    ),
    Placeholder("wilayah", "Nama wilayah", "Daerah tanpa kata Pemerintah.", "Provinsi Kalimantan Timur"),
    Placeholder("nama", "Nama penanda tangan", "Nama tanpa gelar.", "Contoh Wijaya"),
    Placeholder("jabatan", "Jabatan penanda tangan", "Jabatan lengkap.", "Gubernur Kalimantan Timur"),
    Placeholder("unit", "Perangkat daerah", "Unit pelaksana.", "Dinas Kesehatan Provinsi Kalimantan Timur"),
    Placeholder("alamat", "Alamat", "Alamat kedudukan.", "Jalan Gajah Mada Nomor 2, Samarinda"),
    Placeholder("telepon", "Telepon", "Nomor telepon kantor.", "(0541) 733333", late=True),
    Placeholder("surel", "Surel", "Alamat pos elektronik kantor.", "biropod@contoh.go.id", late=True),
    Placeholder("nomor", "Nomor naskah", "Nomor naskah pada pihak ini.", "119/17/KB/2026", late=True),
    Placeholder("kuasa.nomor", "Nomor surat kuasa", "Surat Kuasa Khusus.", "119/SKK/12/2026", late=True),
    Placeholder("kuasa.tanggal", "Tanggal surat kuasa", "Surat Kuasa Khusus.", "3 Maret 2026", late=True),
)
_GENERAL = {item.code: item for item in GENERAL}
_PARTY = {item.code: item for item in PARTY_FIELDS}


def registry(parties: int = 2) -> tuple[Placeholder, ...]:
    """Every token for a naskah of so many parties, for the help beside the editor."""
    each = tuple(
        Placeholder(
            f"pihak{number}.{item.code}", f"{item.label} (pihak {number})", item.help, item.example, item.late
        )
        for number in range(1, parties + 1)
        for item in PARTY_FIELDS
    )
    return GENERAL + each


def find(code: str) -> Placeholder | None:
    """The placeholder of a token without its braces, or None."""
    if code in _GENERAL:
        return _GENERAL[code]
    found = PARTY.fullmatch(code)
    return _PARTY.get(found.group(2)) if found else None


def tokens(text: str) -> Iterator[str]:
    """Codes between braces, cross references left out."""
    for found in TOKEN.finditer(text):
        if not REFERENCE.fullmatch(found.group(0)):
            yield found.group(1)


def unknown_tokens(text: str) -> tuple[str, ...]:
    """Tokens no placeholder answers to, with their braces, each once."""
    return tuple(dict.fromkeys(f"{{{code}}}" for code in tokens(text) if find(code) is None))


def unfilled_tokens(text: str, values: Mapping[str, str]) -> tuple[Placeholder, ...]:
    """Known tokens for which there is no value yet, each once, under the code as written."""
    result: dict[str, Placeholder] = {}
    for code in tokens(text):
        known = find(code)
        if known is not None and not values.get(code, "").strip():
            result[code] = Placeholder(code, known.label, known.help, known.example, known.late)
    return tuple(result.values())


def fill(text: str, values: Mapping[str, str]) -> str:
    """Text with known tokens replaced once; dots where the value is missing, unknown ones as typed."""

    def replace(found: re.Match[str]) -> str:
        code = found.group(1)
        if find(code) is None:
            return found.group(0)
        return values.get(code, "").strip() or DOTS

    return TOKEN.sub(replace, text)
