"""The legal bases a draft cites: those of the register that are in force and name the segment's regions, and the general ones."""

import re

from boundaries.documents.annexes.decree import Basis
from boundaries.models import Segment
from regions.models import LegalBasis

GENERAL = ("UU 23/2014", "Permendagri 141/2017")
_WORDS = {
    "UU": "Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
}


def bases_of(segment: Segment) -> list[Basis]:
    """Laws before lower rules, older before newer; one query."""
    rows = [
        row
        for row in LegalBasis.objects.in_force()
        if row.citation in GENERAL or _names_one(row.title, segment)
    ]
    order = list(_WORDS)
    rows.sort(key=lambda row: (_rank(row.citation, order), row.year, row.number))
    return [Basis(_written(row), row.verified) for row in rows]


def _names_one(title: str, segment: Segment) -> bool:
    """Whether a title is about one of the two regions or their provinces; "Kabupaten Kutai" is not "Kabupaten Kutai Barat"."""
    if any(region.parent and title == region.parent.full_name for region in segment.sides):
        return True
    return any(re.search(rf"\b{re.escape(region.full_name)}\b(?! [A-Z])", title) for region in segment.sides)


def _rank(citation: str, order: list[str]) -> int:
    word = citation.split(" ", 1)[0]
    return order.index(word) if word in order else len(order)


def _written(row: LegalBasis) -> str:
    word = row.citation.split(" ", 1)[0]
    return f"{_WORDS.get(word, word)} Nomor {row.number} Tahun {row.year} tentang {row.title}"
