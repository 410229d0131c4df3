"""Tokens and references that went out as words come back as tokens where their words were left alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from agreements.naskah.aligning import align
from agreements.naskah.matching import same_annexes
from agreements.naskah.placeholders import DOTS
from agreements.naskah.plain import clean
from agreements.naskah.runs import alike, words_of
from agreements.naskah.structure import Annex, Ayat, Body, Pasal

TOKEN = re.compile(r"\{[^{}\n]*\}")
PIECE = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
# Beyond this a changed text is taken as it was written; comparing it would cost more than typing a token anew.
MOST_PIECES = 1_500

# How a text of the version that was sent is printed: the text and the clause it stands in.
Words = Callable[[str, str], str]


@dataclass(frozen=True)
class Restorer:
    """Brings the tokens of one sent version back into what was read."""

    words: Words

    def body(self, sent: Body, back: Body, annexes_were: Sequence[int] = ()) -> Body:
        """The body that came back, with the tokens of the one that was sent; some lampiran carry their old number."""
        known = {pasal.clause: pasal for pasal in sent.pasal}
        marked = {at: number - 1 for at, number in enumerate(annexes_were) if number}
        found = same_annexes([self._printed(row) for row in sent.annexes], back.annexes, marked)
        return Body(
            recitals=self._texts(sent.recitals, back.recitals),
            bases=self._texts(sent.bases, back.bases),
            pasal=tuple(self._pasal(known.get(pasal.clause), pasal) for pasal in back.pasal),
            annexes=tuple(
                self._annex(sent.annexes[found[at]], row) if at in found else row
                for at, row in enumerate(back.annexes)
            ),
        )

    def text(self, template: str, back: str, within: str = "") -> str:
        """One text with the tokens of its template, as far as their words still stand there."""
        if clean(back) == self.words(template, within):
            return template
        segments = [(raw, self._shown(raw, back, within)) for raw in _segments(clean(template))]
        if not any(TOKEN.fullmatch(raw) for raw, _ in segments):
            return back
        return _woven(segments, back)

    def _shown(self, raw: str, back: str, within: str) -> str:
        """What a piece of the template looks like in the file; a blank that was filled meanwhile still shows dots."""
        if not TOKEN.fullmatch(raw):
            return raw
        shown = self.words(raw, within)
        return DOTS if shown not in back and DOTS in back else shown

    def _texts(self, sent: Sequence[str], back: Sequence[str], within: str = "") -> tuple[str, ...]:
        pairs = paired([self.words(text, within) for text in sent], list(back))
        return tuple(
            text if old is None else self.text(sent[old], text, within)
            for text, old in zip(back, pairs, strict=True)
        )

    def _pasal(self, sent: Pasal | None, back: Pasal) -> Pasal:
        if sent is None:
            return back
        title = sent.title if self.words(sent.title, "").upper() == back.title.upper() else back.title
        old = [self.words(row.text, sent.clause) for row in sent.ayat]
        pairs = paired(old, [row.text for row in back.ayat])
        rows = zip(back.ayat, pairs, strict=True)
        return Pasal(
            back.clause, title,
            tuple(row if at is None else self._ayat(sent.ayat[at], row, sent.clause) for row, at in rows),
        )  # fmt: skip

    def _ayat(self, sent: Ayat, back: Ayat, clause: str) -> Ayat:
        return Ayat(self.text(sent.text, back.text, clause), self._texts(sent.huruf, back.huruf, clause))

    def _printed(self, annex: Annex) -> Annex:
        """A lampiran as it went out."""
        return Annex(
            self.words(annex.title, ""),
            tuple(self.words(text, "") for text in annex.paragraphs),
            tuple(tuple(self.words(cell, "") for cell in row) for row in annex.table),
        )

    def _annex(self, sent: Annex, back: Annex) -> Annex:
        same_title = self.words(sent.title, "").upper() == back.title.upper()
        return Annex(
            sent.title if same_title else back.title,
            self._texts(sent.paragraphs, back.paragraphs),
            self._table(sent.table, back.table),
        )

    def _table(
        self, sent: tuple[tuple[str, ...], ...], back: tuple[tuple[str, ...], ...]
    ) -> tuple[tuple[str, ...], ...]:
        old = [" | ".join(self.words(cell, "") for cell in row) for row in sent]
        pairs = paired(old, [" | ".join(row) for row in back])
        return tuple(
            row if at is None or len(sent[at]) != len(row)
            else tuple(self.text(was, now) for was, now in zip(sent[at], row, strict=True))
            for row, at in zip(back, pairs, strict=True)
        )  # fmt: skip


def paired(old: list[str], new: list[str]) -> list[int | None]:
    """For every new text the old one it comes from: the same words first, then the one alike in its place."""
    words_old, words_new = [words_of(text) for text in old], [words_of(text) for text in new]
    result: list[int | None] = [None] * len(new)
    for left, right in align(old, new, lambda a, b: alike(words_old[a], words_new[b])):
        if right is not None:
            result[right] = left
    return result


def _segments(template: str) -> list[str]:
    """Literal words and tokens of a template, in order."""
    return [part for part in re.split(r"(\{[^{}\n]*\})", template) if part]


def _woven(segments: list[tuple[str, str]], back: str) -> str:
    """What came back, with every token whose words were not touched put in their place."""
    shown = "".join(words for _, words in segments)
    old, new = PIECE.findall(shown), PIECE.findall(back)
    if max(len(old), len(new)) > MOST_PIECES:
        return back
    kept: dict[int, int] = {}
    starts, begins = _offsets(old), _offsets(new)
    for block in SequenceMatcher(None, old, new).get_matching_blocks():
        for step in range(block.size):
            first, there = starts[block.a + step], begins[block.b + step]
            kept |= {first + sign: there + sign for sign in range(len(old[block.a + step]))}
    return _replaced(segments, back, kept)


def _replaced(segments: list[tuple[str, str]], back: str, kept: dict[int, int]) -> str:
    result, done, place = [], 0, 0
    for raw, words in segments:
        end = place + len(words)
        whole = words and all(kept.get(at) == kept.get(place, -1) + at - place for at in range(place, end))
        if whole and TOKEN.fullmatch(raw) and kept[place] >= done:
            result += [back[done : kept[place]], raw]
            done = kept[place] + len(words)
        place = end
    return "".join((*result, back[done:]))


def _offsets(pieces: list[str]) -> list[int]:
    places, at = [], 0
    for piece in pieces:
        places.append(at)
        at += len(piece)
    return places
