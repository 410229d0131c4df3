"""A sheet as HTML for the PDF engine; the template only places what the sheet says."""

from django.template.loader import render_to_string

from agreements.documents.sheet import NaskahSheet, PageSetup

TEMPLATE = "agreements/naskah/print.html"
FONTS = {"arimo": "fonts/arimo.css", "tinos": "fonts/tinos.css"}


def render_html(sheet: NaskahSheet) -> str:
    """The whole document; every text of the sheet is escaped."""
    font = sheet.page.font if sheet.page.font in FONTS else "arimo"
    return render_to_string(
        TEMPLATE, {"sheet": sheet, "font": font, "font_css": FONTS[font], "page_css": page_css(sheet)}
    )


def page_css(sheet: NaskahSheet) -> str:
    """Paper, margins, letter size and column widths: numbers only, never text of a person."""
    rules = [_paper(sheet.page), f"html{{font-size:{sheet.page.size_pt:.2f}pt}}"]
    for number, annex in enumerate(sheet.annexes, start=1):
        rules += [
            f"#lampiran-{number} col:nth-child({column}){{width:{width}%}}"
            for column, width in enumerate(annex.widths, start=1)
        ]
    return "".join(rules)


def _paper(page: PageSetup) -> str:
    margin = f"{page.top_mm:d}mm {page.right_mm:d}mm {page.bottom_mm:d}mm {page.left_mm:d}mm"
    return (
        f"@page{{size:{page.width_mm:d}mm {page.height_mm:d}mm;margin:{margin}}}"
        f"@page melintang{{size:{page.height_mm:d}mm {page.width_mm:d}mm}}"
    )
