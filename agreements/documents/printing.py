"""A sheet as HTML for the PDF engine; the template only places what the sheet says."""

from django.template.loader import render_to_string

from agreements.documents.sheet import NaskahSheet, PageSetup

TEMPLATE = "agreements/naskah/print.html"
FONTS = {"arimo": "Arimo", "tinos": "Tinos"}
WEIGHTS = (400, 700)


def render_html(sheet: NaskahSheet) -> str:
    """The whole document; every text of the sheet is escaped."""
    return render_to_string(TEMPLATE, {"sheet": sheet, "font": _font(sheet), "page_css": page_css(sheet)})


def page_css(sheet: NaskahSheet) -> str:
    """Letter, paper, margins and column widths: names and numbers of ours, never text of a person."""
    rules = [
        *_faces(_font(sheet)),
        _paper(sheet.page, FONTS[_font(sheet)]),
        f"html{{font-size:{sheet.page.size_pt:.2f}pt}}",
    ]
    for number, annex in enumerate(sheet.annexes, start=1):
        rules += [
            f"#lampiran-{number} col:nth-child({column}){{width:{width}%}}"
            for column, width in enumerate(annex.widths, start=1)
        ]
    return "".join(rules)


def _paper(page: PageSetup, family: str) -> str:
    return (
        f"@page{{size:{page.width_mm:d}mm {page.height_mm:d}mm;margin:{page.margin};font-family:{family}}}"
        f"@page melintang{{size:{page.height_mm:d}mm {page.width_mm:d}mm}}"
    )


def _font(sheet: NaskahSheet) -> str:
    return sheet.page.font if sheet.page.font in FONTS else "arimo"


def _faces(font: str) -> list[str]:
    """Only the faces the page uses; each one costs reading time."""
    return [
        f"@font-face{{font-family:{FONTS[font]};font-weight:{weight};"
        f"src:url(ksd-static:fonts/{font}-latin-{weight}-normal.woff2)}}"
        for weight in WEIGHTS
    ]
