"""What was read: the parts of a text, the places of its passages, and what no body can hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from agreements.naskah.numbering import letter
from agreements.naskah.reading.codes import Codes
from agreements.naskah.reading.lines import Line, Table
from agreements.naskah.reading.pasal import PasalDraft
from agreements.naskah.structure import MAX_LINES, MAX_PASAL, MAX_TEXT, Annex, Body, Pasal
from ksd.core.words import roman


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line that has no place in a body; `line` counts the paragraphs of the file from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its title block, the words before and after the Pasal, the body, and what had no place.

    `between` are the parties of the title block, `emblems` what stands above it from left to right, `places` the paragraph in which each place of the body begins.
    """

    kind_words: str = ""
    title: str = ""
    numbers: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    body: Body = field(default_factory=Body)
    closing: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    between: tuple[str, ...] = ()
    emblems: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass
class AnnexDraft:
    """A lampiran being read."""

    title: list[str]
    line: int
    paragraphs: list[str] = field(default_factory=list)
    rows: Table = ()


@dataclass
class Drafts:
    """The parts of a body being read, each text with the paragraph it stands in."""

    recitals: list[Line] = field(default_factory=list)
    bases: list[Line] = field(default_factory=list)
    pasal: list[PasalDraft] = field(default_factory=list)
    annexes: list[AnnexDraft] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)

    def body(self, codes: Codes) -> Body:
        """The body of everything that fits; the rest moves to `left`."""
        self.recitals, self.bases = self._few(self.recitals), self._few(self.bases)
        return Body(
            recitals=tuple(line.text for line in self.recitals),
            bases=tuple(line.text for line in self.bases),
            pasal=tuple(self._pasal(codes)),
            annexes=tuple(self._annex(draft) for draft in self.annexes),
        )

    def places(self) -> dict[str, int]:
        """The paragraph in which each place of the body begins, by the words the law check uses for it."""
        found = {f"Konsiderans angka {n}": line.number for n, line in enumerate(self.recitals, start=1)}
        found |= {f"Dasar hukum angka {n}": line.number for n, line in enumerate(self.bases, start=1)}
        for number, draft in enumerate(self.pasal, start=1):
            found |= dict(_pasal_places(f"Pasal {number}", draft))
        for number, annex in enumerate(self.annexes, start=1):
            found["Lampiran" if len(self.annexes) == 1 else f"Lampiran {roman(number)}"] = annex.line
        return found

    def _few(self, lines: list[Line]) -> list[Line]:
        kept = [line for line in lines if len(line.text) <= MAX_TEXT]
        self.left += [line for line in lines if len(line.text) > MAX_TEXT]
        self.left += kept[MAX_LINES:]
        return kept[:MAX_LINES]

    def _pasal(self, codes: Codes) -> Iterator[Pasal]:
        for draft in self.pasal[:MAX_PASAL]:
            yield draft.pasal(codes.code_of(draft.title, draft.number))
            self.left += draft.left
        for draft in self.pasal[MAX_PASAL:]:
            self.left.append(Line(draft.line, f"Pasal {draft.number} {draft.title}".strip()))
            for ayat in draft.ayat:
                self.left += [Line(part.line, part.text) for part in (ayat.part, *ayat.huruf)]
        del self.pasal[MAX_PASAL:]

    def _annex(self, draft: AnnexDraft) -> Annex:
        lines = self._few([Line(draft.line, text) for text in draft.paragraphs])
        return Annex(" ".join(draft.title)[:MAX_TEXT], tuple(line.text for line in lines), draft.rows)


def _pasal_places(head: str, draft: PasalDraft) -> Iterator[tuple[str, int]]:
    yield head, draft.line
    for index, ayat in enumerate(draft.ayat, start=1):
        label = f"{head} ayat ({index})" if len(draft.ayat) > 1 else head
        yield label, ayat.part.line if len(draft.ayat) > 1 else draft.line
        for position, part in enumerate(ayat.huruf):
            yield f"{label} huruf {letter(position)}", part.line
