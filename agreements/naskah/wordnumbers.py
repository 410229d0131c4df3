"""Numbers and dates read back from Indonesian words: "dua ribu dua puluh enam" is 2026."""

import re
from datetime import date

from ksd.core.words import DAYS, MONTHS

DIGITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
TIMES = {"puluh": 10, "ratus": 100}
SCALES = {
    "ribu": 1_000,
    "juta": 1_000_000,
    "miliar": 1_000_000_000,
    "milyar": 1_000_000_000,
    "triliun": 10**12,
}
WORDS = {*DIGITS, *WHOLE, *TIMES, *SCALES, "belas", "seribu", "sejuta"}
MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
DAY_NAMES = {name.casefold(): number for number, name in enumerate(DAYS)} | {"jum'at": 4, "ahad": 6}
LONG_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.I)


def number_of(words: str) -> int | None:
    """The number at the beginning of the words; None when they begin with none."""
    taken = leading_words(words)
    if not taken:
        return None
    total = current = last = 0
    for word in taken:
        if word in SCALES or word in {"seribu", "sejuta"}:
            scale = SCALES.get(word) or (1_000 if word == "seribu" else 1_000_000)
            total, current, last = total + (current or 1) * scale, 0, 0
            continue
        step = _step(word, last)
        current, last = current - last + step, step
        if word not in DIGITS:
            last = 0
    return total + current


def _step(word: str, last: int) -> int:
    if word == "belas":
        return last + 10
    if word in TIMES:
        return (last or 1) * TIMES[word]
    # A digit stands beside what was before it.
    return last + DIGITS[word] if word in DIGITS else last + WHOLE[word]


def leading_words(words: str) -> list[str]:
    """The number words at the beginning of a text."""
    taken: list[str] = []
    for word in re.findall(r"[a-z']+", words.casefold()):
        if word not in WORDS:
            break
        taken.append(word)
    return taken


def dates_in(text: str) -> tuple[date, ...]:
    """Every date written as "2 Maret 2026"; impossible days are left out."""
    found = (day_of(*match.groups()) for match in LONG_DATE.finditer(text))
    return tuple(day for day in found if day is not None)


def day_of(day: str | int, month: str | int, year: str | int) -> date | None:
    """A date from its parts, the month by name or number; None when there is no such day."""
    number = (
        MONTH_NUMBERS.get(month.casefold(), 0)
        if isinstance(month, str) and not month.isdecimal()
        else int(month)
    )
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
