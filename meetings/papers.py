"""Papers of meetings that bear a number of the book, and where their rows are read."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.urls import reverse

from ksd.core.paper_kinds import PaperKind, register_paper_kinds
from meetings.models import Meeting, MeetingLetter, MeetingReport, Minutes, Record
from meetings.services.minutes import PAPER as MINUTES
from meetings.services.records import PAPER as RECORD
from meetings.services.reports import PAPER as REPORT

Pages = Callable[[Any, Collection[int]], Mapping[int, str]]


def _pages(model: Any, address: str) -> Pages:
    """Where a person reads the papers of one model, of meetings within reach."""

    def found(user: Any, rows: Collection[int]) -> Mapping[int, str]:
        seen = model.objects.filter(pk__in=rows, meeting__in=Meeting.objects.visible_to(user))
        pairs = seen.values_list("pk", "meeting__public_id")
        return {pk: reverse(address, args=[public_id]) for pk, public_id in pairs}

    return found


def register() -> None:
    """Tell the number book of every kind."""
    letters = _pages(MeetingLetter, "meetings:invitations")
    register_paper_kinds(
        [
            PaperKind("undangan-rapat", "Surat undangan rapat", "UND", pages=letters),
            PaperKind("perubahan-rapat", "Surat perubahan rapat", "PRB", pages=letters),
            PaperKind("pembatalan-rapat", "Surat pembatalan rapat", "PBT", pages=letters),
            PaperKind(
                RECORD, "Berita acara rumusan rapat", "BA-RAKOR", pages=_pages(Record, "meetings:record")
            ),
            PaperKind(MINUTES, "Notula rapat", "NOT", pages=_pages(Minutes, "meetings:minutes")),
            PaperKind(REPORT, "Laporan rapat", "LAP-RAPAT", pages=_pages(MeetingReport, "meetings:report")),
        ]
    )
