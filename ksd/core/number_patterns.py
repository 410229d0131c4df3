"""Patterns of numbers such as "100.3.7/{nomor}/{unit}/{tahun}": their tokens, their faults, the number they print."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.core.words import roman

LONGEST = 80
# What a token may stand for, as the page explains it.
TOKENS: dict[str, str | Promise] = {
    "nomor": gettext_lazy("nomor urut: 7"),
    "nomor3": gettext_lazy("nomor urut tiga angka: 007"),
    "nomor4": gettext_lazy("nomor urut empat angka: 0007"),
    "kode": gettext_lazy("kode klasifikasi"),
    "unit": gettext_lazy("singkatan unit kerja"),
    "jenis": gettext_lazy("singkatan jenis surat; tiap jenis lalu dihitung sendiri"),
    "bulan": gettext_lazy("bulan dengan angka Romawi: XI"),
    "bulan2": gettext_lazy("bulan dua angka: 11"),
    "tahun": gettext_lazy("tahun: 2026"),
}
COUNTS = {"nomor": 1, "nomor3": 3, "nomor4": 4}
TOKEN = re.compile(r"\{([^{}]*)\}")
_PLAIN = re.compile(r"[A-Za-z0-9 ./_-]*")


@dataclass(frozen=True)
class NumberWords:
    """What stands in a number beside its count."""

    code: str = ""
    unit: str = ""
    kind: str = ""


def pattern_faults(pattern: str, words: NumberWords) -> list[str]:
    """Everything wrong with a pattern, in words for the person who wrote it."""
    used = TOKEN.findall(pattern)
    faults = [_("Isian {%s} tidak dikenal.") % name for name in used if name not in TOKENS]
    if len([name for name in used if name in COUNTS]) != 1:
        faults.append(_("Pola harus memuat tepat satu {nomor}, {nomor3}, atau {nomor4}."))
    if "tahun" not in used:
        faults.append(_("Pola harus memuat {tahun}, sebab hitungan mulai lagi setiap tahun."))
    if not _PLAIN.fullmatch(TOKEN.sub("", pattern)):
        faults.append(_("Di luar isian hanya boleh huruf, angka, spasi, dan tanda . / _ -"))
    for name, value in (("kode", words.code), ("unit", words.unit)):
        if name in used and not value:
            faults.append(_("Pola memakai {%s}, tetapi isinya masih kosong.") % name)
    return faults


def counts_by_kind(pattern: str) -> bool:
    """Whether each kind of paper has a count of its own under this pattern."""
    return "jenis" in TOKEN.findall(pattern)


def number_of(pattern: str, count: int, on: date, words: NumberWords) -> str:
    """The number printed for this count and day; a token nobody knows stays out."""
    values = {
        **{name: str(count).zfill(width) for name, width in COUNTS.items()},
        "kode": words.code,
        "unit": words.unit,
        "jenis": words.kind,
        "bulan": roman(on.month),
        "bulan2": f"{on.month:02d}",
        "tahun": str(on.year),
    }
    return TOKEN.sub(lambda found: values.get(found[1], ""), pattern)
