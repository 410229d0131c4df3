"""Papers about segments that bear a number of the book, and where their rows are read."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.urls import reverse

from boundaries.models import BoundaryMinutes, ChainLetter, Segment
from boundaries.services.chain import PAPERS
from boundaries.services.minutes import PAPER
from ksd.core.paper_kinds import PaperKind, register_paper_kinds

Pages = Callable[[Any, Collection[int]], Mapping[int, str]]


def _pages(model: Any, address: str) -> Pages:
    """Where a person reads the papers of one model, of segments within reach."""

    def found(user: Any, rows: Collection[int]) -> Mapping[int, str]:
        seen = model.objects.filter(pk__in=rows, segment__in=Segment.objects.visible_to(user))
        kept = seen.select_related("segment__region_a", "segment__region_b")
        return {row.pk: reverse(address, args=[row.segment.slug, row.pk]) for row in kept}

    return found


def register() -> None:
    """Tell the number book of every kind."""
    letters = _pages(ChainLetter, "boundaries:letter")
    undangan, penyerahan, receipt = PAPERS.values()
    register_paper_kinds(
        [
            PaperKind(
                PAPER, "Berita acara batas daerah", "BA-PBD",
                pages=_pages(BoundaryMinutes, "boundaries:minutes"),
            ),
            PaperKind(undangan, "Undangan fasilitasi batas daerah", "UND-PBD", pages=letters),
            PaperKind(penyerahan, "Surat penyerahan perselisihan batas", "SRH-PBD", pages=letters),
            PaperKind(receipt, "Berita acara penyerahan berkas batas", "BAS-PBD", pages=letters),
        ]
    )  # fmt: skip
