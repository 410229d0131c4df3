"""Papers of the mapping that bear a number of the book, and where their rows are read."""

from collections.abc import Collection, Mapping
from typing import Any

from ksd.core.paper_kinds import PaperKind, register_paper_kinds
from ksd.mapping.models import MappingMinutes
from ksd.mapping.services.outputs.minutes import PAPER


def _pages(user: Any, rows: Collection[int]) -> Mapping[int, str]:
    """Where a person reads the Berita Acara of periods within reach."""
    seen = MappingMinutes.objects.visible_to(user).filter(pk__in=rows).select_related("period")
    return {row.pk: row.get_absolute_url() for row in seen}


register_paper_kinds([PaperKind(PAPER, "Berita acara pemetaan", "BA-PETA", pages=_pages)])
