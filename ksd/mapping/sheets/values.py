"""What a cell means: amounts as people write them, years, yes and no. Nothing is guessed where two readings differ."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ksd.core.words import figures

_NUMBER = re.compile(r"[+-]?[\d.,\s\u00a0']*\d")
_THOUSANDS = {sign: re.compile(rf"[+-]?\d{{1,3}}({re.escape(sign)}\d{{3}})+") for sign in ".,"}
_WORDS = {
    "ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9,
    "triliun": 10**12, "t": 10**12,
}  # fmt: skip
YES, NO = (
    {"ya", "y", "yes", "1", "true", "benar", "sudah"},
    {"tidak", "t", "no", "n", "0", "false", "belum", "bukan"},
)
LARGEST = Decimal(10) ** 15
# No programme costs less; a smaller amount is millions or billions written short.
LEAST_MONEY = Decimal(1000)


@dataclass(frozen=True)
class Said:
    """A value read from a cell, with a word on how it was read where that was not plain."""

    value: Decimal | int | bool | str | None
    note: str = ""


class Unclear(ValueError):  # noqa: N818  it says what a cell is, not what went wrong here
    """A cell that cannot be read; `mend` says what to write instead."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.reason, self.mend = reason, mend


def amount(text: str, places: int, *, money: bool = False) -> Said:
    """A number with comma or point, thousands set apart or not. Raises Unclear."""
    typed = text.strip()
    bare = re.sub(r"^rp\.?\s*|,-$", "", typed, flags=re.IGNORECASE).strip()
    found = _NUMBER.match(bare)
    if found is None:
        raise Unclear(_("bukan angka"), _("Tulis angkanya saja, misalnya 1234,5; kosongkan bila belum ada."))
    rest = bare[found.end() :].strip()
    if rest:
        raise _with_words(_decimal(found.group())[0], rest, money=money)
    value, note = _decimal(found.group())
    return Said(_bounded(value, places, money=money), note)


def exact(value: Decimal, places: int, *, money: bool = False) -> Said:
    """A number the sheet keeps as a number. Raises Unclear when it is out of bounds."""
    return Said(_bounded(value, places, money=money))


def _decimal(text: str) -> tuple[Decimal, str]:
    """The number, and how a lone group of three digits was read."""
    bare = re.sub(r"[\s\u00a0']", "", text)
    if "," in bare and "." in bare:
        last = "," if bare.rindex(",") > bare.rindex(".") else "."
        whole, _sign, rest = bare.rpartition(last)
        other = "." if last == "," else ","
        if last in whole or not _THOUSANDS[other].fullmatch(whole):
            raise _jumble()
        return Decimal(f"{whole.replace(other, '')}.{rest}"), ""
    for sign in ".,":
        if bare.count(sign) > 1:
            if not _THOUSANDS[sign].fullmatch(bare):
                raise _jumble()
            return Decimal(bare.replace(sign, "")), ""
    return _single(bare)


def _single(bare: str) -> tuple[Decimal, str]:
    """One sign or none: a point before three digits parts thousands, a comma before three digits is not clear."""
    if _THOUSANDS[","].fullmatch(bare):
        raise Unclear(
            _("dapat berarti %(thousands)s atau %(decimals)s")
            % {"thousands": bare.replace(",", ""), "decimals": f"{bare}0"},
            _("Tulis %(thousands)s atau %(decimals)s.")
            % {"thousands": bare.replace(",", ""), "decimals": f"{bare}0"},
        )
    if _THOUSANDS["."].fullmatch(bare):
        value = Decimal(bare.replace(".", ""))
        return value, _("titik dibaca sebagai pemisah ribuan: %s") % figures(value)
    try:
        return Decimal(bare.replace(",", ".")), ""
    except InvalidOperation:
        raise _jumble() from None


def _jumble() -> Unclear:
    return Unclear(
        _("letak titik dan komanya tidak jelas"), _("Tulis tanpa pemisah ribuan, misalnya 1234,5.")
    )


def _with_words(value: Decimal, rest: str, *, money: bool) -> Unclear:
    """A number followed by words: a unit, or a factor such as "juta"."""
    factor = _WORDS.get(rest.casefold().strip(" ."))
    if money and factor:
        whole = format((value * factor).quantize(Decimal(1)), "f")
        return Unclear(_("memuat kata “%s”") % rest[:30], _("Tulis rupiah penuh: %s.") % whole)
    bare = format(value, "f").replace(".", ",")
    if money:
        return Unclear(_("memuat kata “%s”") % rest[:30], _("Tulis angkanya saja: %s.") % bare)
    return Unclear(
        _("memuat satuan “%s”") % rest[:30],
        _("Tulis %(number)s di kolom ini dan “%(unit)s” di kolom Satuan.")
        % {"number": bare, "unit": rest[:30]},
    )


def _bounded(value: Decimal, places: int, *, money: bool) -> Decimal:
    if not value.is_finite() or abs(value) >= LARGEST:
        raise Unclear(_("angkanya terlalu besar"), _("Periksa jumlah nolnya; paling banyak 15 angka."))
    if money and value < 0:
        raise Unclear(_("angkanya negatif"), _("Tulis jumlah rupiah tanpa tanda minus."))
    if money and 0 < value < LEAST_MONEY:
        raise Unclear(
            _("terlalu kecil untuk rupiah penuh"),
            _("Tulis rupiah penuh, misalnya 2500000000 untuk 2,5 miliar."),
        )
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def whole(text: str, least: int, most: int) -> Said:
    """A whole number within bounds: a year, a term. Raises Unclear."""
    digits = re.sub(r"\s*(tahun|thn|th)\.?$", "", text.strip(), flags=re.IGNORECASE)
    digits = digits.removesuffix(".0").removesuffix(",0")
    if not re.fullmatch(r"\d{1,6}", digits):
        raise Unclear(
            _("bukan bilangan bulat"),
            _("Tulis bilangan %(least)d sampai %(most)d.") % {"least": least, "most": most},
        )
    if not least <= int(digits) <= most:
        raise Unclear(
            _("di luar %(least)d–%(most)d") % {"least": least, "most": most},
            _("Tulis bilangan %(least)d sampai %(most)d.") % {"least": least, "most": most},
        )
    return Said(int(digits))


def yes_no(text: str) -> Said:
    """Yes or no. Raises Unclear."""
    said = text.strip().casefold()
    if said in YES:
        return Said(True)
    if said in NO:
        return Said(False)
    raise Unclear(
        _("bukan ya atau tidak"), _("Tulis “Ya” atau “Tidak”, atau kosongkan bila belum diketahui.")
    )
