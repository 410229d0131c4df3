"""Our template against the naive one with the same words: tables that find their own widths, emblems as uploaded."""

import base64
import io
import re
from functools import partial

from PIL import Image

from agreements.documents.printed import html_of
from agreements.services.naskah import newest_version
from ksd.accounts.models import User
from ksd.core.pdf import _fetcher
from tools.bench import Figure, fastest
from tools.bench._stage import set_stage
from tools.bench.pks_pipeline import long_text

ROUNDS = 7
BOUND = 0.80
# What a phone or a scanner gives when somebody asks for "the emblem".
NAIVE_EMBLEM = (600, 750)
_EMBLEM = re.compile(r"ksd-file:[0-9a-f-]{36}")
_NAIVE_CSS = (
    "<style>table,.rows,.komparisi,.emblems,.signatures{table-layout:auto!important}"
    ".rows col,.komparisi col{width:auto!important}</style>"
)


def measure() -> list[Figure]:
    """The shortest printing of each template, by turns."""
    set_stage()
    text = long_text(User.objects.get(username="biro"))
    own = html_of(text, newest_version(text))
    naive = _naive(own)
    for html in (own, naive):
        _printed(html)
    mine, other = fastest(ROUNDS, partial(_printed, own), partial(_printed, naive))
    note = f"{mine:.2f} s dibanding {other:.2f} s, tercepat dari {ROUNDS} putaran"
    return [Figure("pks_template", mine / other, BOUND, note)]


def _naive(html: str) -> str:
    """The same document as somebody writes it who never measured."""
    drawn = io.BytesIO()
    picture = Image.effect_noise(NAIVE_EMBLEM, 60)
    picture.save(drawn, "PNG")
    data = "data:image/png;base64," + base64.b64encode(drawn.getvalue()).decode()
    html = _EMBLEM.sub(lambda _found: data, html)
    html = re.sub(r"<colgroup>.*?</colgroup>", "", html, flags=re.DOTALL)
    return html.replace("</head>", f"{_NAIVE_CSS}</head>", 1)


def _printed(html: str) -> None:
    """One warm printing without anything around it."""
    from weasyprint import HTML

    HTML(string=html, url_fetcher=_fetcher()).write_pdf()
