"""The page of the rumusan: read by everybody, answered by delegations, written, read out and locked by who manages."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.services.numbering import numbers_here
from agreements.services.paper_numbers import paper_of
from agreements.views.letters import hand_out
from ksd.accounts.pages import attempt, person
from ksd.core.forms import OnceForm
from meetings.choices import RecordState
from meetings.forms.records import AccountSayForm, FrameForm, LockForm
from meetings.models import Invitee, Meeting, Record
from meetings.room_page import now_ms
from meetings.services import may_answer_for, may_manage
from meetings.services.confirming import Said, confirm_by_account, delegations_said, spoken_for
from meetings.services.minutes import HELD
from meetings.services.record_text import changes, text_of
from meetings.services.records import (
    lacking_for_lock,
    letter_of,
    lock_record,
    read_out,
    record_of,
    shown_text,
    write_frame,
)
from meetings.services.room import require_unlocked
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.answers import done, refused
from meetings.views.room import RECORD, watched
from meetings.views.tabs import tabs_of
from meetings.views.welcome import found_in_room

_SHOW = ["GET", "HEAD", "POST"]
READ, WAIT, LOCK = "bacakan", "tunggu", "kunci"


def record_address(meeting: Meeting) -> str:
    """The page of the rumusan."""
    return reverse("meetings:record", args=[meeting.public_id])


def frame(http: HttpRequest, meeting: Meeting) -> dict[str, Any]:
    """What the pages of the rumusan share."""
    return {
        "meeting": meeting,
        "tabs": tabs_of(meeting, http.user, "meetings:record"),
        "crumbs": meeting_crumbs(meeting, (_("Rumusan"), "")),
        "now_ms": now_ms(),
        "may_manage": may_manage(http.user, meeting),
    }


@login_required
@require_safe
def record(request: HttpRequest, public_id: str) -> HttpResponse:
    """The rumusan as it stands, who said what of it, and the word of one's own delegation."""
    return record_page(request, meeting_or_404(request, public_id))


def record_page(
    http: HttpRequest, meeting: Meeting, *, typed: AccountSayForm | None = None, status: int = 200
) -> HttpResponse:
    """The page, with a refused word as it was typed."""
    row = record_of(meeting)
    said = delegations_said(meeting, row)
    read = row.state != RecordState.DISUSUN
    context = frame(http, meeting) | watched(http, meeting, RECORD)
    context |= {
        "record": row,
        "text": shown_text(row) if read else text_of(meeting, row),
        "once": OnceForm(),
        "own": [own_voice(row, each, typed) for each in spoken_for(http.user, said)],
        "may_renumber": context["may_manage"] and meeting.state in HELD,
        "next_act": next_act(meeting, row, said),
    }
    return render(http, "meetings/record/page.html", context, status=status)


def next_act(meeting: Meeting, row: Record, said: list[Said]) -> str:
    """What the secretariat does next: read out what is new, wait for those silent, or lock."""
    if lacking_for_lock(meeting, row):
        return READ
    return WAIT if any(each.confirmation is None for each in said) else LOCK


def own_voice(row: Record, said: Said, typed: AccountSayForm | None = None) -> dict[str, Any]:
    """One delegation of the reader: what it said, what changed since, and the form while its word is asked."""
    asked = row.state == RecordState.DIKONFIRMASI and said.confirmation is None
    form = AccountSayForm(said=said, edition=row.edition) if asked else None
    if typed is not None and typed.data.get("delegation") == said.invitee.public_id:
        form = typed
    return {"said": said, "form": form, "changes": changed_since(row, said)}


def changed_since(row: Record, said: Said) -> list[Any]:
    """What the newest edition says otherwise than the one this delegation spoke of."""
    if said.confirmation is not None or said.earlier is None:
        return []
    old = shown_text(row, said.earlier.edition)
    return changes(old, shown_text(row)) if old else []


@login_required
@require_POST
def record_say(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say the word of one's own delegation."""
    meeting_id = found_in_room(request, public_id, lambda rows: rows.values_list("pk", flat=True).first())
    wanted = str(request.POST.get("delegation", ""))[:16]
    invitees = Invitee.objects.select_related("region", "office", "meeting")
    invitee = get_object_or_404(invitees, meeting=meeting_id, public_id=wanted)
    meeting = invitee.meeting
    if not may_answer_for(request.user, invitee.region):
        raise PermissionDenied(_("Anda tidak berwenang menyatakan sikap atas nama delegasi ini."))
    form = AccountSayForm(request.POST, said=Said(invitee), edition=0)
    status = 422
    if form.is_valid():
        act = partial(_say, request, invitee, form)
        status = attempt(request, form, act, record_address(meeting))
        if status == 200:
            return done(request, record_address(meeting), _("Pernyataan delegasi Anda tercatat."))
    return refused(request, form, status, partial(record_page, request, meeting, typed=form, status=status))


def _say(http: HttpRequest, invitee: Invitee, form: AccountSayForm) -> None:
    confirm_by_account(actor=person(http), invitee=invitee, word=form.word())


@login_required
@require_http_methods(_SHOW)
def record_frame(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write what stands before and behind the points."""
    meeting = managed_or_refused(request, public_id)
    require_unlocked(meeting)
    row = record_of(meeting)
    facts = {name: getattr(row, name) for name in ("preamble", "closing")}
    seen = {f"seen_{name}": value for name, value in facts.items()}
    form = FrameForm(request.POST or None, initial=facts | seen)
    status, newer = 200, None
    if request.method == "POST":
        status = attempt(request, form, partial(_frame, request, meeting, form)) if form.is_valid() else 422
        if status == 200:
            return done(request, record_address(meeting), _("Pembuka dan penutup disimpan."))
        newer = _newer(form, record_of(meeting))
    context = frame(request, meeting) | {"form": form, "newer": newer}
    return render(request, "meetings/record/frame.html", context, status=status)


def _clean(text: str) -> str:
    """As it is kept: browsers send other line ends than they were given."""
    return text.replace("\r\n", "\n").strip()


def _frame(http: HttpRequest, meeting: Meeting, form: FrameForm) -> str:
    given = {name: _clean(str(value)) for name, value in form.cleaned_data.items()}
    write_frame(
        actor=person(http), meeting=meeting, preamble=given["preamble"], closing=given["closing"],
        seen=(given["seen_preamble"], given["seen_closing"]),
    )  # fmt: skip
    return record_address(meeting)


def _newer(form: FrameForm, row: Record) -> Record | None:
    """The frame somebody else wrote meanwhile; the form may then be sent again over it."""
    names = ("preamble", "closing")
    if all(_clean(str(form.data.get(f"seen_{name}", ""))) == getattr(row, name) for name in names):
        return None
    form.data = {**form.data.dict(), **{f"seen_{name}": getattr(row, name) for name in names}}  # type: ignore[attr-defined]  # a QueryDict
    return row


@login_required
@require_POST
def record_read(request: HttpRequest, public_id: str) -> HttpResponse:
    """Read the text out: freeze it as an edition and ask the delegations."""
    meeting = managed_or_refused(request, public_id)
    form = OnceForm(request.POST)
    status = 422
    if form.is_valid():
        act = partial(read_out, actor=person(request), meeting=meeting)
        status = attempt(request, form, act, record_address(meeting))
        if status == 200:
            return done(
                request, record_address(meeting), _("Rumusan dibacakan; setiap delegasi dimintai pernyataan.")
            )
    context = frame(request, meeting) | {"form": form, "back": record_address(meeting)}
    return render(request, "meetings/room/refused.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def record_lock(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show who has not spoken yet; on POST close the rumusan for good."""
    meeting = managed_or_refused(request, public_id)
    row = record_of(meeting)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_unlocked(meeting)
    silent, form = _lock_form(request, meeting, row)
    status = 200
    if request.method == "POST":
        status = attempt(request, form, partial(_lock, request, meeting, form)) if form.is_valid() else 422
        if status == 200:
            return done(request, record_address(meeting), _("Rumusan dikunci dan bernomor."))
    lacks = lacking_for_lock(meeting, row)
    context = frame(request, meeting) | {"form": form, "record": row, "silent": silent, "lacks": lacks}
    return render(request, "meetings/record/lock.html", context, status=status)


def _lock_form(http: HttpRequest, meeting: Meeting, row: Record) -> tuple[list[Said], LockForm]:
    """Who has not spoken of the newest edition, and a form that asks why where somebody is missing."""
    said = delegations_said(meeting, row)
    silent = [each for each in said if each.confirmation is None]
    needs_reason = bool(silent) or (not said and meeting.rule.delegations)
    form = LockForm(
        http.POST or None, silent=needs_reason, typed=not numbers_here(meeting.organiser),
        initial={"seen_edition": row.edition},
    )  # fmt: skip
    return silent, form


def _lock(http: HttpRequest, meeting: Meeting, form: LockForm) -> str:
    given = form.cleaned_data
    lock_record(
        actor=person(http), meeting=meeting, seen_edition=given["seen_edition"],
        reason=given.get("reason", ""), number=given.get("number", ""),
    )  # fmt: skip
    return record_address(meeting)


@login_required
@require_POST
def record_file(request: HttpRequest, public_id: str) -> HttpResponse:
    """The berita acara as PDF or DOCX: in the words it was numbered with, before that as a draft."""
    meeting = meeting_or_404(request, public_id)
    row = record_of(meeting)
    letter = paper_of(row.number) if row.number else letter_of(meeting, row)
    return hand_out(request, letter, _("Berita acara rumusan %(title)s") % {"title": meeting.title})
