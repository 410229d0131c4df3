"""Regulations cited wrongly, with the right one beside them."""

from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.citations import cite, in_words, shown_in
from agreements.naskah.numbering import Passage


def wrong(subject: Subject) -> Iterator[Hit]:
    """Citations the register marks as wrong or repealed, however they are written."""
    keys: dict[str, str] = {}
    plain: dict[str, str] = {}
    for form, right in subject.facts.wrong_citations.items():
        key = shown_in(form)
        (keys if key else plain)[key or form.casefold()] = right
    for passage in subject.texts:
        for cited in cite(passage.text):
            if cited.shown in keys:
                right = keys[cited.shown]
                words = passage.text[cited.start : cited.end]
                yield _hit(passage, words, right, right if cited.short else in_words(right))
        for form, right in plain.items():
            if form in passage.text.casefold():
                yield _hit(passage, form, right, right)


def _hit(passage: Passage, words: str, right: str, written: str) -> Hit:
    hit = at(passage, "wrong_citation", wrong=words, right=right, written=written)
    return Hit(hit.code, hit.place, hit.anchor, article=right, values=hit.values)


PREDICATES = (wrong,)
