"""The sheets of a map as one HTML for the PDF engine, a page each."""

from collections.abc import Sequence

from django.utils.html import escape

from boundaries.documents.maps.paper import Layout

_FACES = (("normal", 400, "400-normal"), ("normal", 700, "700-normal"), ("italic", 400, "400-italic"))


def map_html(drawn: Sequence[str], layout: Layout, title: str) -> str:
    """Pages of the sheets' own size without margins; every word in the drawings is escaped already."""
    width, height = layout.size
    faces = "".join(
        f"@font-face{{font-family:Arimo;font-style:{style};font-weight:{weight};"
        f"src:url(ksd-static:fonts/arimo-latin-{name}.woff2)}}"
        for style, weight, name in _FACES
    )
    pages = "".join(f'<section aria-label="{escape(title)}">{sheet}</section>' for sheet in drawn)
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{faces}'
        f"@page{{size:{width:g}mm {height:g}mm;margin:0}}body{{margin:0}}svg{{display:block}}"
        f"section{{width:{width:g}mm;height:{height:g}mm;overflow:hidden;break-after:page}}"
        f"section:last-child{{break-after:auto}}</style></head><body>{pages}</body></html>"
    )
