"""One Pasal being read: its lines become ayat and huruf, whatever marks the writer used."""

from dataclasses import dataclass, field

from agreements.naskah.reading.lines import AYAT, BULLET, COUNTED, HURUF, Line
from agreements.naskah.structure import MAX_AYAT, MAX_HURUF, MAX_TEXT, Ayat, Pasal

LISTED = (":", ";", "; dan", "; atau", "; dan/atau", "dan", "dan/atau", ",")


@dataclass
class Part:
    """A text being read, in pieces, and the paragraph it began in."""

    line: int
    pieces: list[str]

    @property
    def text(self) -> str:
        """The pieces as one text."""
        return " ".join(self.pieces)

    def more(self, text: str) -> None:
        """Go on with the text."""
        self.pieces.append(text)


@dataclass
class AyatDraft:
    """An ayat being read; `mark` says how it was numbered: "paren", "dot" or "" for a bare paragraph."""

    part: Part
    number: int = 0
    mark: str = ""
    huruf: list[Part] = field(default_factory=list)
    counted: bool = False

    @property
    def last(self) -> Part:
        """The text a continuation belongs to."""
        return self.huruf[-1] if self.huruf else self.part


@dataclass
class PasalDraft:
    """A Pasal being read; `left` gathers the lines that found no room in it."""

    number: str
    line: int
    title: str = ""
    ayat: list[AyatDraft] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Place one line by its mark: (1), 1., a., a dash, or none."""
        for pattern, place in (
            (AYAT, self._paren), (HURUF, self._huruf), (COUNTED, self._count), (BULLET, self._bullet),
        ):  # fmt: skip
            found = pattern.match(line.text)
            if found:
                place(line, found.groupdict())
                return
        self._bare(line)

    def _paren(self, line: Line, mark: dict[str, str]) -> None:
        self.ayat.append(AyatDraft(Part(line.number, _some(mark["text"])), int(mark["number"]), "paren"))

    def _huruf(self, line: Line, mark: dict[str, str]) -> None:
        if not self.ayat or (self.ayat[-1].mark == "bare-letter" and not self.ayat[-1].huruf):
            self.ayat.append(AyatDraft(Part(line.number, [mark["text"]]), 0, "bare-letter"))
        elif self.ayat[-1].counted:
            self.ayat[-1].last.more(line.text)
        else:
            self.ayat[-1].huruf.append(Part(line.number, [mark["text"]]))

    def _count(self, line: Line, mark: dict[str, str]) -> None:
        """1. is an ayat of its own, an item under a sentence that ends with a colon, or deeper than a huruf."""
        number, last = int(mark["number"]), self.ayat[-1] if self.ayat else None
        dotted = last is not None and last.mark == "dot" and number == last.number + 1
        if last is None or (dotted and mark["sign"] == "."):
            self.ayat.append(AyatDraft(Part(line.number, _some(mark["text"])), number, "dot"))
        elif not last.huruf and number == 1:
            last.counted = True
            last.huruf.append(Part(line.number, [mark["text"]]))
        elif last.counted:
            last.huruf.append(Part(line.number, [mark["text"]]))
        else:
            last.last.more(line.text)

    def _bullet(self, line: Line, mark: dict[str, str]) -> None:
        if not self.ayat:
            self.ayat.append(AyatDraft(Part(line.number, [mark["text"]])))
        else:
            self.ayat[-1].huruf.append(Part(line.number, [mark["text"]]))

    def _bare(self, line: Line) -> None:
        """A line without mark: goes on with what is above, is an item that lost its letter, or a new ayat."""
        last = self.ayat[-1] if self.ayat else None
        if last is None:
            self.ayat.append(AyatDraft(Part(line.number, [line.text])))
            return
        above = last.last.pieces[-1].rstrip() if last.last.pieces else ""
        small = line.text[:1].islower()
        if small and (above.endswith(":") or (last.huruf and above.endswith(LISTED))):
            last.huruf.append(Part(line.number, [line.text]))
        elif (small and not above.endswith((".", ";"))) or last.mark in {"paren", "dot"} or not above:
            last.last.more(line.text)
        else:
            self.ayat.append(AyatDraft(Part(line.number, [line.text])))

    def pasal(self, clause: str) -> Pasal:
        """The Pasal as far as it fits a body; what does not fit moves to `left`."""
        self._cut_ayat()
        for draft in self.ayat:
            self._cut_huruf(draft)
        ayat = tuple(Ayat(draft.part.text, tuple(item.text for item in draft.huruf)) for draft in self.ayat)
        return Pasal(clause, self.title, ayat)

    def _cut_ayat(self) -> None:
        kept: list[AyatDraft] = []
        for draft in self.ayat:
            if len(kept) < MAX_AYAT and len(draft.part.text) <= MAX_TEXT:
                kept.append(draft)
                continue
            self.left += [Line(part.line, part.text) for part in (draft.part, *draft.huruf)]
        self.ayat = kept

    def _cut_huruf(self, draft: AyatDraft) -> None:
        kept: list[Part] = []
        for part in draft.huruf:
            if len(kept) < MAX_HURUF and len(part.text) <= MAX_TEXT:
                kept.append(part)
            else:
                self.left.append(Line(part.line, part.text))
        draft.huruf = kept


def _some(text: str) -> list[str]:
    return [text] if text else []
