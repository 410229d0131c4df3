"""Figures and the words beside them: 5 (lima), Rp10.000.000,00 (sepuluh juta rupiah)."""

import re
from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.wordnumbers import leading_words, number_of
from ksd.core.words import terbilang

PAIR = re.compile(
    r"(?<![\d/.,-])(?P<figure>\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})(?P<cents>,\d{2})?(?:,-)?(?P<gap>\s{0,3}%?\s{0,3})\((?P<words>[A-Za-z' ]{3,160})\)"
)


def words_beside(subject: Subject) -> Iterator[Hit]:
    """Every figure whose words say another number."""
    for passage in subject.texts:
        for found in PAIR.finditer(passage.text):
            if differs(found):
                right = terbilang(_number(found["figure"]))
                yield at(passage, "figure_words", figure=found["figure"], words=found["words"], right=right)


def differs(found: re.Match[str]) -> bool:
    """Whether a figure and the words in brackets behind it differ; words that are no number say nothing."""
    told = number_of(found["words"])
    return told is not None and told != _number(found["figure"]) and found["cents"] in {None, ",00"}


def in_right_words(text: str) -> str:
    """A text whose words follow its figures."""

    def mend(found: re.Match[str]) -> str:
        if not differs(found):
            return found[0]
        words = found["words"]
        rest = " ".join(words.split()[len(leading_words(words)) :])
        right = terbilang(_number(found["figure"]))
        return found[0][: found.start("words") - found.start()] + f"{right} {rest}".strip() + ")"

    return PAIR.sub(mend, text)


def _number(figure: str) -> int:
    return int(figure.replace(".", ""))


PREDICATES = (words_beside,)
