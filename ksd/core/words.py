"""Numbers and dates in Indonesian words, as naskah print them."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.template.defaultfilters import filesizeformat

_DIGITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_SCALES = ((1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"))
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ORDINALS = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
    "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS", "KELIMA BELAS",
    "KEENAM BELAS", "KETUJUH BELAS", "KEDELAPAN BELAS", "KESEMBILAN BELAS", "KEDUA PULUH",
)  # fmt: skip
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class DateWords(NamedTuple):
    """A date as the opening of a naskah tells it."""

    day: str
    date: str
    month: str
    year: str
    figures: str


def terbilang(n: int) -> str:
    """Return a whole number in words: 2026 is "dua ribu dua puluh enam"."""
    n = int(n)
    if n < 0:
        return f"minus {terbilang(-n)}"
    if n >= _SCALES[0][0] * 1000:
        msg = "angka terlalu besar untuk ditulis dengan huruf"
        raise ValueError(msg)
    for scale, name in _SCALES:
        if n >= scale:
            count, rest = divmod(n, scale)
            head = "seribu" if (scale, count) == (1000, 1) else f"{terbilang(count)} {name}"
            return f"{head} {terbilang(rest)}" if rest else head
    return _below_thousand(n)


def _below_thousand(n: int) -> str:
    """Return 0 to 999 in words."""
    if n >= 100:
        head, rest = ("seratus", n - 100) if n < 200 else (f"{_DIGITS[n // 100]} ratus", n % 100)
    elif n >= 20:
        head, rest = f"{_DIGITS[n // 10]} puluh", n % 10
    elif n >= 12:
        return f"{_DIGITS[n - 10]} belas"
    else:
        return _DIGITS[n]
    return f"{head} {_below_thousand(rest)}" if rest else head


def long_date(day: date) -> str:
    """Return a date as "21 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def figures(value: Decimal, *, grouped: bool = True) -> str:
    """Return a number the Indonesian way, without empty decimals: 1.234,5 (not grouped: 1234,5)."""
    text = f"{value:,f}" if grouped else f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def size_words(size: int) -> str:
    """Return the size of a file without an empty decimal: "20 MB", "1,5 MB"."""
    return re.sub(r"[.,]0(?=\D)", "", filesizeformat(size))


def date_in_words(day: date) -> DateWords:
    """Return the parts of "Pada hari ini Sabtu tanggal dua puluh satu bulan November tahun …"."""
    return DateWords(
        DAYS[day.weekday()], terbilang(day.day), MONTHS[day.month - 1], terbilang(day.year), f"{day:%d-%m-%Y}"
    )


def roman(n: int) -> str:
    """Return a positive whole number in Roman figures."""
    if not 0 < n < 4000:
        msg = "angka Romawi hanya untuk 1 sampai 3999"
        raise ValueError(msg)
    figures = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        figures += sign * count
    return figures


def small_letters(number: int) -> str:
    """Return the mark of the n-th item of a list, counted from 1: a to z, then aa, ab and so on."""
    marks = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        marks = chr(ord("a") + rest) + marks
    return marks


def ordinal_party(n: int) -> str:
    """Return how a naskah calls its n-th party: KESATU, KEDUA, … up to 20."""
    if not 1 <= n <= len(_ORDINALS):
        msg = "naskah mengenal pihak KESATU sampai KEDUA PULUH"
        raise ValueError(msg)
    return _ORDINALS[n - 1]
