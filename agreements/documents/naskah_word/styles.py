"""Styles and lists of a naskah in Word: what an officer sees in the list of styles, numbered by Word itself."""

from typing import Any

from agreements.documents.sheet import PageSetup
from agreements.naskah.word import names

FONTS = {"arimo": "Arial", "tinos": "Times New Roman"}
LANGUAGE = "id-ID"
TWIPS = 56.7
BODY_LIST, RECITAL_LIST, BASIS_LIST = 90, 91, 92
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# name → (properties of its paragraphs in order of the schema, properties of its letters, style that follows)
LEFT, CENTRE, BOTH = '<w:jc w:val="left"/>', '<w:jc w:val="center"/>', '<w:jc w:val="both"/>'
BOLD = "<w:b/>"
KEEP = "<w:keepNext/>"


def _space(before: float, after: float) -> str:
    return f'<w:spacing w:before="{round(before * TWIPS)}" w:after="{round(after * TWIPS)}"/>'


def _indent(left: float, hanging: float = 0) -> str:
    return f'<w:ind w:left="{round(left * TWIPS)}" w:hanging="{round(hanging * TWIPS)}"/>'


def _list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


FLUSH, OUTLINE = '<w:ind w:left="0" w:firstLine="0"/>', '<w:outlineLvl w:val="0"/>'
RIGHT_PART = '<w:ind w:left="3685"/>'
STYLES: dict[str, tuple[str, str, str]] = {
    names.EMBLEM: (_space(0, 1) + CENTRE, '<w:sz w:val="16"/>', ""),
    names.TITLE: (KEEP + _space(0, 0) + CENTRE, BOLD, ""),
    names.NUMBER: (KEEP + _space(0, 0) + CENTRE, BOLD, ""),
    names.SENTENCE: (_space(2, 2.2) + BOTH, "", ""),
    names.PARTY: (_space(0, 2) + BOTH, "", ""),
    names.RECITAL: (_list(RECITAL_LIST) + _space(0, 1.4) + _indent(9, 9) + BOTH, "", names.RECITAL),
    names.BASIS: (_list(BASIS_LIST) + _space(0, 1.4) + _indent(9, 9) + BOTH, "", names.BASIS),
    names.PASAL: (
        KEEP + "<w:keepLines/>" + _list(BODY_LIST) + _space(5, 2) + FLUSH + CENTRE + OUTLINE, BOLD, names.AYAT,
    ),
    names.AYAT: (_list(BODY_LIST, 1) + _space(0, 1.4) + _indent(9, 9) + BOTH, "", names.AYAT),
    names.ONLY_AYAT: (_space(0, 1.4) + BOTH, "", names.ONLY_AYAT),
    names.HURUF: (_list(BODY_LIST, 2) + _space(0, 1) + _indent(16, 7) + BOTH, "", names.HURUF),
    names.ONLY_HURUF: (_list(BODY_LIST, 3) + _space(0, 1) + _indent(7, 7) + BOTH, "", names.ONLY_HURUF),
    names.CLOSING: (KEEP + _space(4, 2) + BOTH, "", ""),
    names.SIGNATURE: (KEEP + _space(0, 0) + CENTRE, "", ""),
    names.ANNEX_HEAD: (_space(0, 0) + RIGHT_PART + LEFT, '<w:caps/><w:sz w:val="20"/>', ""),
    names.ANNEX_TITLE: (
        KEEP + _space(5, 3) + CENTRE + OUTLINE, BOLD, names.ANNEX_TEXT,
    ),
    names.ANNEX_TEXT: (_space(0, 2) + BOTH, "", names.ANNEX_TEXT),
    names.ANNEX_CELL: (_space(0.4, 0.4) + LEFT, '<w:sz w:val="19"/>', ""),
}  # fmt: skip

# list → levels: (form, text, style, left and hanging in mm)
LISTS: dict[int, tuple[tuple[str, str, str, float, float], ...]] = {
    BODY_LIST: (
        ("decimal", "Pasal %1", names.PASAL, 0, 0),
        ("decimal", "(%2)", names.AYAT, 9, 9),
        ("lowerLetter", "%3.", names.HURUF, 16, 7),
        ("lowerLetter", "%4.", names.ONLY_HURUF, 7, 7),
    ),
    RECITAL_LIST: (("decimal", "%1.", names.RECITAL, 9, 9),),
    BASIS_LIST: (("decimal", "%1.", names.BASIS, 9, 9),),
}


def style_id(name: str) -> str:
    """The code of a style within the file."""
    return "KSD" + name.replace(" ", "")


def add_styles(paper: Any, page: PageSetup) -> None:
    """The letter of the office, and every style of a naskah."""
    from docx.oxml import parse_xml

    _normal(paper, page)
    root = paper.styles.element
    for name, (paragraph, letters, following) in STYLES.items():
        root.append(parse_xml(_style_xml(name, paragraph, letters, following)))
    root.append(
        parse_xml(
            f'<w:style xmlns:w="{WORD}" w:type="character" w:customStyle="1" w:styleId="{style_id(names.PASAL_TITLE)}">'
            f'<w:name w:val="{names.PASAL_TITLE}"/><w:uiPriority w:val="1"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>'
        )
    )


def _style_xml(name: str, paragraph: str, letters: str, following: str) -> str:
    then = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    return (
        f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{then}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _normal(paper: Any, page: PageSetup) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = paper.styles["Normal"]
    font = FONTS.get(page.font, FONTS["arimo"])
    style.font.name, style.font.size = font, Pt(round(page.size_pt * 2) / 2)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
        fonts.set(qn(f"w:{kind}"), font)
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), LANGUAGE)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.2


def add_lists(paper: Any) -> None:
    """Pasal, ayat and huruf as one list of several levels; recitals and bases as lists of their own."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    root = paper.part.numbering_part.element
    first = next((at for at, child in enumerate(root) if child.tag == qn("w:num")), len(root))
    for number, levels in LISTS.items():
        rows = "".join(_level_xml(index, level) for index, level in enumerate(levels))
        root.insert(
            first,
            parse_xml(
                f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{number}"><w:nsid w:val="4B5344{number}"/>'
                f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="4B53{number}44"/>{rows}</w:abstractNum>'
            ),
        )
        first += 1
        root.append(
            parse_xml(
                f'<w:num xmlns:w="{WORD}" w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            )
        )


def _level_xml(index: int, level: tuple[str, str, str, float, float]) -> str:
    form, text, style, left, hanging = level
    # "Pasal 3" stands alone on its line: a space, not a tab, so that it is truly in the middle.
    behind = '<w:suff w:val="space"/>' if style == names.PASAL else ""
    place = CENTRE.replace("center", "left")
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style_id(style)}"/>{behind}<w:lvlText w:val="{text}"/>{place.replace("w:jc", "w:lvlJc")}'
        f"<w:pPr>{_indent(left, hanging)}</w:pPr></w:lvl>"
    )
