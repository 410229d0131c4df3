"""What the parts beside the body say: names of styles, lists, remarks, notes, headers, and where the file comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from agreements.naskah.plain import clean
from agreements.naskah.structure import MAX_TEXT
from agreements.naskah.word.inline import Content, read_inline
from agreements.naskah.word.limits import Budget
from agreements.naskah.word.names import ORIGIN, VERSION
from agreements.naskah.word.numbering import Lists, W, read_lists, value_of
from agreements.naskah.word.package import Package

CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
NOTES = ("footnotes", "endnotes")
DEEPEST_STYLE = 12
MOST_STYLES = 5_000


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as its own part keeps it."""

    author: str = ""
    date: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name for people, what it rests on, its list."""

    name: str
    base: str = ""
    list: str = ""
    level: int | None = None


@dataclass
class Parts:
    """Everything the reader of the body looks up."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    lists: Lists = field(default_factory=Lists)
    remarks: dict[str, Remark] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    origin: str = ""
    version: int = 0

    def style_name(self, code: str) -> str:
        """The name people see; a style the file does not declare is called by its code."""
        style = self.styles.get(code)
        return clean(style.name if style else code)[:80]

    def numbering_of(self, paragraph: Any) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's; an empty list when it has none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = value_of(own, f"{W}numId"), value_of(own, f"{W}ilvl")
        code = value_of(paragraph, f"{W}pPr/{W}pStyle") or self.default
        if not number:
            number, level = self._style_list(code, level)
        if number in ("", "0"):
            return "", 0
        return number, int(level) if level.isascii() and level.isdecimal() and len(level) == 1 else 0

    def _style_list(self, code: str, level: str) -> tuple[str, str]:
        for _step in range(DEEPEST_STYLE):
            style = self.styles.get(code)
            if style is None:
                return "", ""
            if style.list:
                tied = self.lists.level_of_style(style.list, code)
                return style.list, level or str(tied if style.level is None else style.level)
            code = style.base
        return "", ""


def read_parts(package: Package) -> Parts:
    """Styles, lists, remarks, notes and origin; parts that are missing are empty."""
    parts = Parts(lists=read_lists(package.xml("word/numbering.xml")))
    _read_styles(package.xml("word/styles.xml"), parts)
    for node in package.xml("word/comments.xml") if "word/comments.xml" in package.names else ():
        parts.remarks[str(node.get(f"{W}id", ""))] = Remark(
            clean(str(node.get(f"{W}author", "")))[:120], str(node.get(f"{W}date", ""))[:30], _words(node)
        )
    for kind in NOTES:
        for node in package.xml(f"word/{kind}.xml") if f"word/{kind}.xml" in package.names else ():
            parts.notes[f"{kind}:{node.get(f'{W}id', '')}"] = _words(node)
    _read_origin(package.xml("docProps/custom.xml"), parts)
    return parts


def _read_styles(root: Any, parts: Parts) -> None:
    if root is None:
        return
    for node in list(root.iterfind(f"{W}style"))[:MOST_STYLES]:
        code = str(node.get(f"{W}styleId", ""))
        if node.get(f"{W}type") not in ("paragraph", None):
            continue
        listed = node.find(f"{W}pPr/{W}numPr")
        level = value_of(listed, f"{W}ilvl")
        parts.styles[code] = Style(
            value_of(node, f"{W}name") or code,
            value_of(node, f"{W}basedOn"),
            value_of(listed, f"{W}numId"),
            int(level) if level.isascii() and level.isdecimal() and len(level) == 1 else None,
        )
        if node.get(f"{W}default") in ("1", "true"):
            parts.default = code


def _read_origin(root: Any, parts: Parts) -> None:
    """Which text and version we wrote into the file when we handed it out."""
    told = (
        {str(node.get("name", "")): "".join(node.itertext()) for node in root if len(node)}
        if root is not None
        else {}
    )
    parts.origin = told.get(ORIGIN, "").strip()[:40]
    number = told.get(VERSION, "").strip()
    parts.version = int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 0


def _words(node: Any) -> str:
    rows: list[str] = []
    for paragraph in node.iter(f"{W}p"):
        content = Content()
        read_inline(paragraph, content)
        rows.append("".join(content.text))
    return clean(" ".join(rows)[:MAX_TEXT])


def asides_of(package: Package, budget: Budget) -> Iterator[tuple[str, str]]:
    """Words of headers and footers, each once."""
    seen: set[str] = set()
    for kind, where in (("header", "kepala halaman"), ("footer", "kaki halaman")):
        for name in package.matching(rf"word/{kind}\d*\.xml"):
            text = _words(package.xml(name))
            if text and text not in seen:
                seen.add(text)
                budget.line(0, text)
                yield where, text
