"""A letter as HTML for the PDF engine."""

from django.template.loader import render_to_string
from django.utils import translation

from agreements.documents.letters.sheet import Letter
from agreements.documents.printed import LANGUAGE, page_setup
from agreements.documents.printing import FONTS, WEIGHTS

TEMPLATE = "agreements/letters/print.html"


def letter_html(letter: Letter) -> str:
    """The whole letter on the office's paper; every word of it is escaped."""
    with translation.override(LANGUAGE):
        return render_to_string(TEMPLATE, {"letter": letter, "page_css": _page_css(letter)})


def _page_css(letter: Letter) -> str:
    """Paper and letter as the office chose them, and the widths of tables: names and numbers of ours only."""
    page = page_setup()
    size = (page.height_mm, page.width_mm) if letter.landscape else (page.width_mm, page.height_mm)
    font = page.font if page.font in FONTS else "arimo"
    faces = [
        f"@font-face{{font-family:{FONTS[font]};font-weight:{weight};"
        f"src:url(ksd-static:fonts/{font}-latin-{weight}-normal.woff2)}}"
        for weight in WEIGHTS
    ]
    widths = [
        f"#blok-{number} col:nth-child({column}){{width:{int(width)}%}}"
        for number, block in enumerate(letter.blocks, start=1)
        if block.tag == "table"
        for column, width in enumerate(block.widths, start=1)
    ]
    return "".join(
        [
            *faces,
            f"@page{{size:{size[0]}mm {size[1]}mm;font-family:{FONTS[font]}}}",
            f"html{{font-family:{FONTS[font]}}}",
            *widths,
        ]
    )
