"""The signs of a written coordinate, brought into one spelling and cut into tokens."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from boundaries.geo.coordinates.errors import CoordinateError

LONGEST = 200


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    DEGREE = "°"
    MINUTE = "'"
    SECOND = '"'
    MARK = "mark"
    SIGN = "sign"
    CUT = "cut"


@dataclass(frozen=True)
class Token:
    """One token and its text; the text of a mark is its side of the earth: N, S, E or W."""

    kind: Kind
    text: str


_SIGNS = str.maketrans(
    {
        **dict.fromkeys("°º˚ᵒ⁰∘", "°"),
        **dict.fromkeys("'’‘‛′ʹʼ´`‵", "'"),
        **dict.fromkeys('"”“‟″ʺ„¨‶', '"'),
        **dict.fromkeys("−–—‐‑‒﹣", "-"),
        **dict.fromkeys("；﹔", ";"),
    }
)
_WORDS = (
    (re.compile(r"\b(?:derajat|deg(?:rees?)?)\b\.?", re.IGNORECASE), "°"),
    (re.compile(r"\b(?:menit|min(?:utes?)?)\b\.?", re.IGNORECASE), "'"),
    (re.compile(r"\b(?:detik|sec(?:onds?)?)\b\.?", re.IGNORECASE), '"'),
    (re.compile(r"''"), '"'),
)
_SIDES = {
    "LU": "N", "LS": "S", "BT": "E", "BB": "W",
    "N": "N", "S": "S", "E": "E", "W": "W", "U": "N", "T": "E", "B": "W",
    "LINTANG UTARA": "N", "LINTANG SELATAN": "S", "BUJUR TIMUR": "E", "BUJUR BARAT": "W",
    "NORTH": "N", "SOUTH": "S", "EAST": "E", "WEST": "W",
    "UTARA": "N", "SELATAN": "S", "TIMUR": "E", "BARAT": "W",
}  # fmt: skip
_SIDE = "|".join(sorted(_SIDES, key=len, reverse=True)).replace(" ", r"\s+")
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?P<mark>(?:{_SIDE})(?![A-Z])\.?)"
    r"|(?P<degree>°)|(?P<minute>')|(?P<second>\")|(?P<sign>[+-])|(?P<cut>[,;/|]))",
    re.IGNORECASE,
)
_AXES = re.compile(r"\b(?:(?P<lat>lintang|latitude|lat)|(?P<lon>bujur|longitude|long?|lng))\b\s*[.:=]?(?!\s*(?:utara|selatan|timur|barat))", re.IGNORECASE)  # fmt: skip


def plain(text: str) -> str:
    """One line in one spelling: known signs for degree, minute, second and minus, no hidden characters."""
    if len(text) > LONGEST:
        raise CoordinateError(
            f"Tulisan koordinat lebih dari {LONGEST} huruf.",
            "Isi satu koordinat saja; untuk banyak titik pakai halaman tempel.",
            "too_long",
        )
    spelled = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    seen = "".join(
        sign if unicodedata.category(sign) not in {"Cf", "Cc"} or sign.isspace() else "" for sign in spelled
    )
    for word, sign in _WORDS:
        seen = word.sub(sign, seen)
    found = " ".join(seen.split()).strip(" ()[].")
    if not found:
        raise CoordinateError(
            "Koordinat kosong.", "Isi misalnya: 0° 24' 44,442\" LS, 116° 58' 52,444\" BT.", "empty"
        )
    return found


def without_axes(text: str) -> tuple[str, str]:
    """The text without the words Lintang and Bujur, and the order they stood in: "lat", "lon" or nothing."""
    first = _AXES.search(text)
    order = "" if not first else ("lat" if first["lat"] else "lon")
    return _AXES.sub(" ", text).strip(), order


def tokens_of(text: str) -> list[Token]:
    """The tokens of a plain text; raises CoordinateError at the first thing that is none."""
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise CoordinateError(
                f"“{text[at:].strip()[:20]}” tidak dapat dibaca sebagai koordinat.",
                "Tulis misalnya: 0° 24' 44,442\" LS, 116° 58' 52,444\" BT; atau -0,412345; 116,981234.",
            )
        found.append(_token(match))
        at = match.end()
    return found


def _token(match: re.Match[str]) -> Token:
    kind, text = match.lastgroup or "", (match[match.lastgroup or 0] or "")
    if kind == "mark":
        return Token(Kind.MARK, _SIDES[" ".join(text.rstrip(".").upper().split())])
    return Token(Kind[kind.upper()], text)
