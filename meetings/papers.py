"""Papers of meetings that bear a number of the book, and where their rows are read."""

from collections.abc import Collection, Mapping
from typing import Any

from django.urls import reverse

from ksd.core.paper_kinds import PaperKind, register_paper_kinds
from meetings.models import Meeting, MeetingLetter


def pages_of_letters(user: Any, rows: Collection[int]) -> Mapping[int, str]:
    """Where a person reads each letter of a meeting within reach."""
    seen = Meeting.objects.visible_to(user)
    found = MeetingLetter.objects.filter(pk__in=rows, meeting__in=seen).values_list(
        "pk", "meeting__public_id"
    )
    return {pk: reverse("meetings:invitations", args=[public_id]) for pk, public_id in found}


def register() -> None:
    """Tell the number book of every kind."""
    register_paper_kinds(
        [
            PaperKind("undangan-rapat", "Surat undangan rapat", "UND", pages=pages_of_letters),
            PaperKind("perubahan-rapat", "Surat perubahan rapat", "PRB", pages=pages_of_letters),
            PaperKind("pembatalan-rapat", "Surat pembatalan rapat", "PBT", pages=pages_of_letters),
        ]
    )
