"""Placeholders nobody knows, or for which there is no value yet, and blanks left in the text."""

import re
from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.placeholders import unfilled_tokens, unknown_tokens

BLANK = re.compile(r"…{2,}|\.{4,}|_{3,}|\[\s*(?:isi|\.\.\.)[^\]]*\]|<[^<>]{1,60}>", re.IGNORECASE)


def placeholders(subject: Subject) -> Iterator[Hit]:
    """Tokens between braces."""
    for passage in subject.passages:
        for token in unknown_tokens(passage.text):
            yield at(passage, "token_unknown", token=token)
        # In a file every token is one that nobody filled.
        values = {} if subject.paper else subject.values
        for item in unfilled_tokens(passage.text, values):
            hit = at(passage, "token_unfilled", token=f"{{{item.code}}}", label=item.label)
            yield Hit(
                hit.code, hit.place, hit.anchor, severity="warning" if item.late else None, values=hit.values
            )


def blanks(subject: Subject) -> Iterator[Hit]:
    """Dots and brackets where words belong; a paper leaves dots for numbers and days that come at the signing."""
    for passage in subject.passages:
        if BLANK.search(passage.text):
            yield at(passage, "blank_left")


PREDICATES = (placeholders, blanks)
