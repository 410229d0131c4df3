"""A letter as HTML for the PDF engine."""

import re

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import translation
from django.utils.html import escape

from agreements.documents.letters.sheet import Letter, printable
from agreements.documents.printing import FONTS, WEIGHTS
from ksd.core.language import INDONESIAN

TEMPLATE = "agreements/letters/print.html"


def letter_html(letter: Letter) -> str:
    """The whole letter on the office's paper; every word of it is escaped."""
    letter = printable(letter)
    with translation.override(INDONESIAN):
        return render_to_string(TEMPLATE, {"letter": letter, "page_css": _page_css(letter)})


def _page_css(letter: Letter) -> str:
    """Paper and letter as the office chose them, and the widths of tables: names and numbers of ours only."""
    page = letter.head.page
    size = (page.height_mm, page.width_mm) if letter.landscape else (page.width_mm, page.height_mm)
    font = page.font if page.font in FONTS else "arimo"
    faces = [
        f"@font-face{{font-family:{FONTS[font]};font-weight:{weight};"
        f"src:url(ksd-static:fonts/{font}-latin-{weight}-normal.woff2)}}"
        for weight in WEIGHTS
    ]
    widths = [
        f"#blok-{number} col:nth-child({column}){{width:{int(width)}%}}"
        for number, block in enumerate((*letter.blocks, *letter.annexed), start=1)
        if block.tag == "table"
        for column, width in enumerate(block.widths, start=1)
    ]
    return "".join(
        [
            *faces,
            f"@page{{size:{size[0]}mm {size[1]}mm;margin:{page.margin};font-family:{FONTS[font]}}}",
            f"html{{font-family:{FONTS[font]};font-size:{page.size_pt:.1f}pt}}",
            *widths,
        ]
    )


INLINE_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
PRINT_SHEET = '"ksd-static:css/letters.css"'
EMBLEM = re.compile(r'"ksd-file:[0-9a-f-]{36}"')


def screen_html(letter: Letter, emblem_url: str) -> str:
    """The same page for a frame on the screen: style sheets a browser may open, the emblem by its address."""
    page = letter.head.page
    links = f'"{static("css/letters.css")}"><link rel="stylesheet" href="{static("css/letters-screen.css")}"'
    html = INLINE_STYLE.sub("", letter_html(letter)).replace(PRINT_SHEET, links)
    html = EMBLEM.sub(f'"{escape(emblem_url)}"', html)
    face = page.font if page.font in FONTS else "arimo"
    return html.replace("<body ", f'<body class="face-{face} size-{round(page.size_pt)}" ', 1)
