"""The list of attendance to take away: as PDF or DOCX of one session, as XLSX of all."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.documents.letters import Table
from agreements.views.letters import hand_out
from ksd.core.spreadsheets import XLSX
from meetings.documents.attendance import attendance_letter, attendance_sheet, attendance_table, invited_table
from meetings.models import Meeting, MeetingSession
from meetings.services.access import may_manage
from meetings.services.attending import present_at
from meetings.views.access import managed_or_refused, meeting_or_404
from meetings.views.attendance import session_or_404

# What a person may ask for: with drawn signatures, with blanks for ink, or the empty list of the invited.
INK, EMPTY = "tinta", "kosong"


@login_required
@require_POST
def attendance_paper(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """The list of one session; telephone and NIP only on the organiser's print."""
    meeting = meeting_or_404(request, public_id)
    session = session_or_404(meeting, pk)
    managing = may_manage(request.user, meeting)
    table = _table(meeting, session, request.POST.get("isi", ""), contacts=managing)
    letter = attendance_letter(meeting, session, table)
    return hand_out(request, letter, _("Daftar hadir %(session)s") % {"session": session.title})


def _table(meeting: Meeting, session: MeetingSession, wish: str, *, contacts: bool) -> Table:
    if wish == EMPTY:
        invitees = list(meeting.invitees.current().select_related("region", "office"))
        return invited_table(invitees, contacts=contacts)
    rows = list(present_at(meeting).filter(session=session))
    return attendance_table(rows, contacts=contacts, ink=wish == INK)


@login_required
@require_safe
def attendance_xlsx(request: HttpRequest, public_id: str) -> HttpResponse:
    """All sessions as one sheet, for the organiser."""
    meeting = managed_or_refused(request, public_id)
    name = f"daftar-hadir-{slugify(meeting.title)[:60] or 'rapat'}.xlsx"
    return HttpResponse(
        attendance_sheet(list(present_at(meeting))),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
