"""Giving the rumusan or the notula another number, when the one it had was struck out in the book."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.models import IssuedNumber
from agreements.views.refusing import confirm
from ksd.accounts.pages import person
from meetings.forms.minutes import RenumberForm
from meetings.models import Meeting
from meetings.services.minutes import PAPER as MINUTES
from meetings.services.minutes import minutes_of
from meetings.services.records import PAPER as RECORD
from meetings.services.records import record_of
from meetings.services.renumbering import NewNumber, renumber_minutes, renumber_record, required_struck
from meetings.views.access import managed_or_refused, meeting_crumbs


@dataclass(frozen=True)
class Paper:
    """A paper of a meeting that may need another number: its kind, page, row, and the act."""

    kind: str
    page: str
    row: Callable[[Meeting], Any]
    act: Callable[..., Any]


PAPERS = {
    "rumusan": Paper(RECORD, "meetings:record", record_of, renumber_record),
    "notula": Paper(MINUTES, "meetings:minutes", minutes_of, renumber_minutes),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def renumber(request: HttpRequest, public_id: str, what: str) -> HttpResponse:
    """Show the number struck out; on POST give the next one."""
    meeting = managed_or_refused(request, public_id)
    paper = PAPERS[what]
    form = RenumberForm(request.POST or None, meeting=meeting, kind=paper.kind)
    # a form sent twice is led to its first result instead
    old = None if request.method == "POST" else _struck(paper, meeting)
    return confirm(
        request,
        form=form,
        act=lambda given: paper.act(actor=person(request), meeting=meeting, number=_number(given)),
        back=reverse(paper.page, args=[meeting.public_id]),
        done=_("Nomor baru diberikan."),
        title=_("Beri nomor baru?"),
        text=meeting.title,
        consequences=_consequences(old, form.sample),
        action_label=_("Beri nomor baru"),
        tone="primary",
        crumbs=meeting_crumbs(meeting, (_("Beri nomor baru"), "")),
    )


def _struck(paper: Paper, meeting: Meeting) -> IssuedNumber:
    return required_struck(kind=paper.kind, row=paper.row(meeting).pk or 0, meeting=meeting)


def _consequences(old: IssuedNumber | None, sample: str) -> list[str]:
    """What stays, why the old number went, and which one comes."""
    found = [_("Isi dan pernyataannya tetap; hanya nomornya yang baru.")]
    if old is not None:
        about = {"number": old.number, "reason": old.reason}
        found.append(_("Nomor %(number)s dibatalkan: %(reason)s") % about)
    return [*found, *([_("Nomor berikutnya dari buku nomor: %s.") % sample] if sample else [])]


def _number(given: dict[str, Any]) -> NewNumber:
    return NewNumber(typed=given.get("typed", ""), again=bool(given.get("again")))
