"""Dates in words beside dates in figures, and the day of the week they fall on."""

import re
from collections.abc import Iterator
from datetime import date

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.numbering import Passage
from agreements.naskah.wordnumbers import DAY_NAMES, MONTH_NUMBERS, day_of, number_of
from ksd.core.words import DAYS, MONTHS, date_in_words

SPELLED = re.compile(
    r"(?:\bhari\s+(?:ini,?\s+)?(?:hari\s+)?(?P<weekday>[A-Za-z']{4,7}),?\s+)?\btanggal\s+(?P<day>[A-Za-z' ]{3,30}?),?\s+"
    rf"(?:bulan\s+)?(?P<month>{'|'.join(MONTHS)}),?\s+(?:tahun\s+)?(?P<year>[A-Za-z' ]{{8,60}}?)"
    r"(?:,?\s*\(\s*(?P<d>\d{1,2})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<y>\d{4})\s*\)|,|;|\.|$|\s+(?=kami|bertempat|telah|di\b))",
    re.I,
)
FIGURES = re.compile(
    r"\bhari\s+(?:ini,?\s+)?(?:hari\s+)?(?P<weekday>[A-Za-z']{4,7}),?\s+tanggal\s+(?P<day>\d{1,2})\s+"
    rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})",
    re.I,
)


def spelled(subject: Subject) -> Iterator[Hit]:
    """Every date told in words that says another day than its figures, or another weekday."""
    for passage in subject.texts:
        for found in SPELLED.finditer(passage.text):
            words, figures = day_in_words(found), day_in_figures(found)
            if figures and words and words != figures:
                yield at(passage, "date_words", figures=f"{figures:%d-%m-%Y}", words=_spell(figures))
            yield from _weekday(passage, found["weekday"], figures or words)
        for found in FIGURES.finditer(passage.text):
            day = day_of(found["day"], found["month"], found["year"])
            yield from _weekday(passage, found["weekday"], day)


def _weekday(passage: Passage, word: str | None, day: date | None) -> Iterator[Hit]:
    told = DAY_NAMES.get(word.casefold()) if word else None
    if day is not None and told is not None and told != day.weekday():
        yield at(
            passage,
            "weekday",
            day=f"{day:%d-%m-%Y}",
            told=(word or "").capitalize(),
            right=DAYS[day.weekday()],
        )


def day_in_words(found: re.Match[str]) -> date | None:
    """The date a spelled one tells; None when its words are no date."""
    day, year = number_of(found["day"]), number_of(found["year"])
    return day_of(day, MONTH_NUMBERS[found["month"].casefold()], year) if day and year else None


def day_in_figures(found: re.Match[str]) -> date | None:
    """The date in the figures behind the words."""
    return day_of(found["d"], found["m"], found["y"]) if found["d"] else None


def in_right_words(text: str) -> str:
    """A text whose spelled dates and weekdays follow the figures; without figures the weekday follows the words."""

    def mend(found: re.Match[str]) -> str:
        day = day_in_figures(found) or day_in_words(found)
        if day is None:
            return found[0]
        right = date_in_words(day)
        told = found[0]
        for group, words in (
            ("year", right.year),
            ("month", right.month),
            ("day", right.date),
            ("weekday", right.day),
        ):
            if found[group]:
                start, end = found.start(group) - found.start(), found.end(group) - found.start()
                told = told[:start] + words + told[end:]
        return told

    return SPELLED.sub(mend, text)


def _spell(day: date) -> str:
    words = date_in_words(day)
    return f"{words.date} bulan {words.month} tahun {words.year}"


PREDICATES = (spelled,)
