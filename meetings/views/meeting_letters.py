"""Letters of a meeting: drawn up, looked at, issued, handed out, sent; reminders to those silent."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.documents.letters import Letter, from_json
from agreements.services.paper_numbers import paper_of
from agreements.views.letters import hand_out
from agreements.views.refusing import carried_out, confirm
from agreements.views.sheet_frame import framed
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep
from ksd.core.models import Job
from meetings.documents.invitations import invitation_letter
from meetings.forms.invitations import IssueForm, LetterForm
from meetings.models import Meeting, MeetingLetter
from meetings.services.invitation_letters import (
    default_letter,
    issue_meeting_letter,
    letter_invitees,
    letter_lacks,
    save_letter_draft,
)
from meetings.services.sending_letters import remind_silent, send_meeting_letter
from meetings.services.standing_letters import letter_kind_open, standing_letter
from meetings.views.access import managed_or_refused, meeting_or_404, require_manage
from meetings.views.invitations import invitation_crumbs, page_of

_SHOW = ["GET", "HEAD", "POST"]


def _draft(meeting: Meeting) -> MeetingLetter | None:
    return meeting.letters.filter(issued_at=None).first()


def _kind_or_refused(meeting: Meeting) -> str:
    """The letter that may be drawn up now; 409 when none."""
    kind = letter_kind_open(meeting, standing_letter(meeting))
    if not kind:
        raise ImpossibleStep(
            _("Tidak ada surat yang dapat disusun sekarang."),
            remedy=_("Surat disusun sebelum rapat berakhir; surat pembatalan hanya satu kali."),
        )
    return kind


@login_required
@require_http_methods(_SHOW)
def letter_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Draw up the next letter or change its draft."""
    meeting = managed_or_refused(request, public_id)
    kind, draft = _kind_or_refused(meeting), _draft(meeting)
    fresh = draft is None or draft.kind != kind
    initial = default_letter(meeting, kind) if fresh else None
    form = LetterForm(request.POST or None, instance=draft, initial=initial)

    def act(_given: dict[str, Any]) -> None:
        save_letter_draft(actor=person(request), meeting=meeting, data=form.data_given())

    response, status = carried_out(
        request, form, act, back=_preview(meeting), done=_("Konsep surat disimpan.")
    )
    title = str(MeetingLetter(kind=kind).get_kind_display())
    way = invitation_crumbs(meeting, (title, ""))
    context = {"form": form, "title": title, "cancel_url": page_of(meeting), "crumbs": way}
    return response or render(request, "act_page.html", context, status=status)


def _preview(meeting: Meeting) -> str:
    return reverse("meetings:letter_preview", args=[meeting.public_id])


@login_required
@require_safe
def letter_preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """The draft on its paper, with what it still lacks."""
    meeting = managed_or_refused(request, public_id)
    draft = _draft_or_404(meeting)
    context = {
        "meeting": meeting,
        "draft": draft,
        "sheet": framed(_as_letter(meeting, draft), meeting.organiser),
        "lacks": letter_lacks(meeting, draft),
        "crumbs": invitation_crumbs(meeting, (_("Pratinjau surat"), "")),
    }
    return render(request, "meetings/invitations/preview.html", context)


def _draft_or_404(meeting: Meeting) -> MeetingLetter:
    return get_object_or_404(meeting.letters, issued_at=None)


def _as_letter(meeting: Meeting, draft: MeetingLetter) -> Letter:
    return invitation_letter(draft, meeting, letter_invitees(meeting, draft.kind))


@login_required
@require_http_methods(_SHOW)
def letter_issue(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for the day, then give the letter its number and freeze it."""
    meeting = managed_or_refused(request, public_id)
    kind, draft = _kind_or_refused(meeting), _draft_or_404(meeting)
    form = IssueForm(request.POST or None, meeting=meeting, kind=kind)
    return confirm(
        request,
        form=form,
        act=lambda _given: _issue(request, meeting, form),
        back=page_of(meeting),
        done=_("Surat diterbitkan. Berikutnya, kirim kepada peserta."),
        title=_("Terbitkan %s?") % str(draft.get_kind_display()).lower(),
        text=meeting.title,
        consequences=[
            _("Surat memperoleh nomor dan isinya tidak dapat diubah lagi."),
            *letter_lacks(meeting, draft),
        ],
        action_label=_("Terbitkan"),
        tone="primary",
        crumbs=invitation_crumbs(meeting, (_("Terbitkan surat"), "")),
    )


def _issue(request: HttpRequest, meeting: Meeting, form: IssueForm) -> None:
    issue_meeting_letter(actor=person(request), meeting=meeting, day=form.day())


@login_required
@require_POST
def letter_paper(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Hand out a letter as PDF or DOCX: an issued one in its words, the draft to its drafters."""
    meeting = meeting_or_404(request, public_id)
    letter = get_object_or_404(meeting.letters, pk=pk)
    if letter.is_issued:
        paper = paper_of(letter.number) if letter.number else from_json(letter.words)
        return hand_out(request, paper, str(letter.get_kind_display()))
    require_manage(request, meeting)
    return hand_out(request, _as_letter(meeting, letter), str(letter.get_kind_display()))


@login_required
@require_POST
def letter_send(request: HttpRequest, public_id: str) -> HttpResponse:
    """Send the standing letter to whoever has not got it."""
    meeting = managed_or_refused(request, public_id)
    _say_sent(request, send_meeting_letter(actor=person(request), meeting=meeting))
    return redirect(page_of(meeting))


@login_required
@require_POST
def invitees_remind(request: HttpRequest, public_id: str) -> HttpResponse:
    """Remind everybody who has not answered."""
    meeting = managed_or_refused(request, public_id)
    _say_sent(request, remind_silent(actor=person(request), meeting=meeting))
    return redirect(page_of(meeting))


def _say_sent(request: HttpRequest, job: Job | None) -> None:
    if job is None:
        messages.warning(
            request, _("Tidak ada peserta dengan alamat surel; sampaikan tautannya dengan cara lain.")
        )
    else:
        messages.success(request, _("Surel sedang dikirim. Keadaan tiap peserta tampil pada daftar."))
