"""Regulations cited wrongly, with the right one beside them."""

from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.citations import citations, in_words, key_of


def wrong(subject: Subject) -> Iterator[Hit]:
    """Citations the register marks as wrong or repealed, however they are written."""
    known = {key_of(form) or form.casefold(): right for form, right in subject.facts.wrong_citations.items()}
    plain = [form for form in known if "/" not in form or " " not in form or form.islower()]
    for passage in subject.texts:
        for cited in citations(passage.text):
            if cited.key in known:
                right = known[cited.key]
                words = passage.text[cited.start : cited.end]
                yield _hit(passage, words, right, right if cited.short else in_words(right))
        for form in plain:
            if form in passage.text.casefold():
                yield _hit(passage, form, known[form], known[form])


def _hit(passage, words: str, right: str, written: str) -> Hit:  # type: ignore[no-untyped-def]
    hit = at(passage, "wrong_citation", wrong=words, right=right, written=written)
    return Hit(hit.code, hit.place, hit.anchor, article=right, values=hit.values)


PREDICATES = (wrong,)
