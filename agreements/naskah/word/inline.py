"""What stands in one paragraph: the text once every tracked change is accepted, and who changed what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from agreements.naskah.structure import MAX_TEXT
from agreements.naskah.word.names import PREFIX
from agreements.naskah.word.numbering import W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ADDED, REMOVED = "tambah", "hapus"
BOX = f"{W}txbxContent"
# More remarks than this on the same words are told, but no longer with their words.
MOST_OPEN = 50
OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Tracked:
    """One tracked change: words added or removed, by whom and when (as the file says, not proven)."""

    what: str
    text: str
    author: str
    date: str
    line: int = 0


@dataclass
class Content:
    """A paragraph being read."""

    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    changes: list[Tracked] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: dict[str, list[str]] = field(default_factory=dict)
    open_comments: set[str] = field(default_factory=set)
    objects: int = 0
    length: int = 0
    said: bool = False
    change: tuple[str, str, str] | None = None

    def say(self, words: str) -> None:
        """Add words where the reading is now: to the text, or to what somebody removed."""
        if self.change:
            self._track(words)
        if self.change and self.change[0] == REMOVED:
            return
        self.text.append(words)
        self.length += len(words)
        self.said = self.said or bool(words.strip())
        for code in self.open_comments:
            self.comments[code].append(words)

    def _track(self, words: str) -> None:
        what, author, date = self.change or ("", "", "")
        last = self.changes[-1] if self.changes else None
        if last and (last.what, last.author, last.date) == (what, author, date):
            self.changes[-1] = Tracked(what, (last.text + words)[:MAX_TEXT], author, date)
        else:
            self.changes.append(Tracked(what, words, author, date))


def read_inline(node: Any, content: Content) -> None:
    """Read the children of a paragraph, a run or a wrapper around runs, in order."""
    for child in node:
        handler = HANDLERS.get(child.tag)
        if handler:
            handler(child, content)


def _run(node: Any, content: Content) -> None:
    """A run; hidden words are shown apart, for nobody sees them on the page."""
    vanish = node.find(f"{W}rPr/{W}vanish")
    if vanish is None or str(vanish.get(f"{W}val", "")).lower() in OFF:
        read_inline(node, content)
        return
    unseen = Content()
    read_inline(node, unseen)
    content.hidden.append("".join(unseen.text))


def _text(node: Any, content: Content) -> None:
    content.say(node.text or "")


def _says(words: str) -> Callable[[Any, Content], None]:
    return lambda _node, content: content.say(words)


def _symbol(node: Any, content: Content) -> None:
    """A sign of a symbol font; those of the private area are told as an empty box."""
    code = str(node.get(f"{W}char", ""))
    number = (
        int(code, 16) if 0 < len(code) <= 5 and all(sign in "0123456789abcdefABCDEF" for sign in code) else 0
    )
    content.say(chr(number) if 32 <= number < 0xE000 and not 0xD800 <= number < 0xE000 else "□")


def _changed(what: str) -> Callable[[Any, Content], None]:
    def handler(node: Any, content: Content) -> None:
        before = content.change
        # What was added and then removed again is removed.
        kind = REMOVED if before and before[0] == REMOVED else what
        content.change = (kind, str(node.get(f"{W}author", ""))[:120], str(node.get(f"{W}date", ""))[:30])
        read_inline(node, content)
        content.change = before

    return handler


def _mark(node: Any, content: Content) -> None:
    name = str(node.get(f"{W}name", ""))
    if name.startswith(PREFIX):
        content.marks.append(name)


def _comment_begins(node: Any, content: Content) -> None:
    code = str(node.get(f"{W}id", ""))
    content.comments.setdefault(code, [])
    if len(content.open_comments) < MOST_OPEN:
        content.open_comments.add(code)


def _comment_ends(node: Any, content: Content) -> None:
    content.open_comments.discard(str(node.get(f"{W}id", "")))


def _comment_sign(node: Any, content: Content) -> None:
    content.comments.setdefault(str(node.get(f"{W}id", "")), [])


def _note(node: Any, content: Content) -> None:
    kind = "footnotes" if node.tag.endswith("footnoteReference") else "endnotes"
    content.notes.append(f"{kind}:{node.get(f'{W}id', '')}")


def _drawing(node: Any, content: Content) -> None:
    """A picture or a box: text in a box is read apart, once."""
    found = list(node.iter(BOX))
    content.boxes += [box for box in found if next(box.iterancestors(BOX), None) is None]
    if not found:
        content.objects += 1


def _either(node: Any, content: Content) -> None:
    """Two spellings of the same thing: the first is the one Word of today shows."""
    choice = node.find(f"{MC}Choice")
    chosen = choice if choice is not None else node.find(f"{MC}Fallback")
    if chosen is not None:
        read_inline(chosen, content)


def _formula(node: Any, content: Content) -> None:
    content.say("".join(part.text or "" for part in node.iter(f"{MATH}t")))


HANDLERS: dict[str, Callable[[Any, Content], None]] = {
    f"{W}r": _run,
    f"{W}t": _text,
    f"{W}delText": _text,
    f"{W}tab": _says(" "),
    f"{W}ptab": _says(" "),
    f"{W}br": _says("\n"),
    f"{W}cr": _says("\n"),
    f"{W}noBreakHyphen": _says("-"),
    f"{W}sym": _symbol,
    f"{W}ins": _changed(ADDED),
    f"{W}moveTo": _changed(ADDED),
    f"{W}del": _changed(REMOVED),
    f"{W}moveFrom": _changed(REMOVED),
    f"{W}bookmarkStart": _mark,
    f"{W}commentRangeStart": _comment_begins,
    f"{W}commentRangeEnd": _comment_ends,
    f"{W}commentReference": _comment_sign,
    f"{W}footnoteReference": _note,
    f"{W}endnoteReference": _note,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
    f"{MC}AlternateContent": _either,
    f"{MATH}oMath": _formula,
    **{
        f"{W}{name}": read_inline
        for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir", "bdo")
    },
    f"{MATH}oMathPara": read_inline,
}
