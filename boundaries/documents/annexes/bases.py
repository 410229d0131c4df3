"""The legal bases a draft cites: those of the register that are in force and name the segment's regions, and the general ones."""

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
    names = [segment.region_a.name, segment.region_b.name]
    names += [region.parent.name for region in segment.sides if region.parent]
    rows = [
        row
        for row in LegalBasis.objects.in_force()
        if row.citation in GENERAL or any(name in row.title for name in names)
    ]
    order = list(_WORDS)
    rows.sort(key=lambda row: (_rank(row.citation, order), row.year, row.number))
    return [Basis(_written(row), row.verified) for row in rows]


def _rank(citation: str, order: list[str]) -> int:
    word = citation.split(" ", 1)[0]
    return order.index(word) if word in order else len(order)


def _written(row: LegalBasis) -> str:
    word = row.citation.split(" ", 1)[0]
    return f"{_WORDS.get(word, word)} Nomor {row.number} Tahun {row.year} tentang {row.title}"
