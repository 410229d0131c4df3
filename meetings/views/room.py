"""The room: the secretary's desk, the big screen, the phone of a delegate, and the pulse that keeps them fresh."""

from functools import partial
from hashlib import sha256
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ksd.accounts.pages import attempt, person
from ksd.core.memory import keep_newest
from meetings.choices import MeetingState
from meetings.forms.room import DecisionForm, ItemActForm, NoteChangeForm, NoteForm
from meetings.models import AgendaItem, LiveNote, Meeting
from meetings.room_page import now_ms, room_page
from meetings.services import may_manage
from meetings.services.decisions import write_decision
from meetings.services.room import ITEM_ACTS, add_note, change_note, drop_note, move_item
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.answers import done, refused
from meetings.views.tabs import tabs_of
from meetings.views.welcome import found_in_room, meeting_in_room

_SHOW = ["GET", "HEAD", "POST"]
DESK, SCREEN, PHONE, RECORD = "meja", "layar", "telepon", "rumusan"
# The same for everybody who may open them, so that each is written once however many look at it.
SHARED = (SCREEN, PHONE, RECORD)
_MOST_KEPT = 64
_kept: dict[tuple[Any, ...], str] = {}


def room_address(meeting: Meeting) -> str:
    """The live page of a meeting."""
    return reverse("meetings:room", args=[meeting.public_id])


@login_required
@require_safe
def room(request: HttpRequest, public_id: str) -> HttpResponse:
    """The desk of who manages the meeting, else the page a delegate follows on the phone."""
    meeting = meeting_in_room(request, public_id)
    if may_manage(request.user, meeting):
        return desk(request, meeting)
    context = frame(request, meeting) | watched(request, meeting, PHONE)
    return render(request, "meetings/room/phone.html", context)


def frame(http: HttpRequest, meeting: Meeting, current: str = "meetings:room") -> dict[str, Any]:
    """What the pages of the room share."""
    return {
        "meeting": meeting,
        "tabs": tabs_of(meeting, http.user, current),
        "crumbs": meeting_crumbs(meeting, (_("Ruang rapat"), "")),
        "now_ms": now_ms(),
    }


def desk(
    http: HttpRequest, meeting: Meeting, *, note: NoteForm | None = None,
    decision: DecisionForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The secretary's page, with a refused form as it was typed."""
    context = frame(http, meeting) | watched(http, meeting, DESK)
    context |= {
        # What was typed and refused comes back even when the meeting is over.
        "writable": meeting.state == MeetingState.BERLANGSUNG or bool(note or decision),
        "note_form": note or NoteForm(meeting=meeting),
        "decision_form": decision or DecisionForm(meeting=meeting, actor=http.user, quick=True),
    }
    return render(http, "meetings/room/desk.html", context, status=status)


@login_required
@require_safe
def screen(request: HttpRequest, public_id: str) -> HttpResponse:
    """The view for the projector: the item at hand, its time, the points as they come."""
    meeting = meeting_or_404(request, public_id)
    context = {"meeting": meeting, "now_ms": now_ms()} | watched(request, meeting, SCREEN)
    return render(request, "meetings/room/screen.html", context)


def watched(http: HttpRequest, meeting: Meeting, view: str) -> dict[str, Any]:
    """The live part of a page as it is opened, and how far it is: the first poll need not send the same again."""
    found = _pulse_of(http, meeting.public_id, view)
    return {"view": view, "live": fragment(http, meeting, view, found), "pulse": found[0]}


def fragment(http: HttpRequest, meeting: Meeting, view: str, found: tuple[str, str]) -> str:
    """The live part of a page; a shared one is written once for each pulse of the meeting."""
    key = _key(meeting.public_id, found, view)
    if key in _kept:
        return _kept[key]
    page = room_page(meeting, managing=view == DESK)
    shown = render_to_string(
        f"meetings/room/live_{view}.html",
        {"meeting": meeting, "page": page, "me": http.user.pk if view == DESK else None},
        request=http if view == DESK else None,
    )
    if view in SHARED:
        keep_newest(_kept, key, shown, _MOST_KEPT)
    return shown


def _key(public_id: str, found: tuple[str, str], view: str) -> tuple[Any, ...]:
    return (public_id, *found, view, get_language())


def _pulse_of(http: HttpRequest, public_id: str, view: str) -> tuple[str, str]:
    """How far a meeting is, with its count of words where a page shows them; 404 for a stranger.

    A hundred phones do not count words: a minute in which everybody confirms would otherwise write their page anew for
    each of them.
    """
    words = Value(0) if view == PHONE else Count("record__confirmations")
    fields = ("pulse", "words", "state")
    pulse, said, state = found_in_room(
        http, public_id, lambda rows: rows.annotate(words=words).values_list(*fields).first()
    )
    return (f"{pulse}.{said}", state)


@login_required
@require_safe
def pulse(request: HttpRequest, public_id: str) -> HttpResponse:
    """Anything new? 204 when not (one query), else the live part of the page that asks."""
    view = request.GET.get("view", PHONE)
    found = _pulse_of(request, public_id, view)
    if (request.GET.get("pulse", ""), request.GET.get("state", "")) == found:
        return _stamped(HttpResponse(status=204), found)
    body = _kept.get(_key(public_id, found, view)) if view in SHARED else None
    if body is None:
        meeting = meeting_or_404(request, public_id)
        if view not in SHARED:
            view = DESK if may_manage(request.user, meeting) else PHONE
        body = fragment(request, meeting, view, found)
    mark = sha256(body.encode()).hexdigest()[:16]
    same = request.GET.get("mark") == mark
    answer = HttpResponse(status=204) if same else HttpResponse(body)
    answer["X-KSD-Mark"] = mark
    return _stamped(answer, found)


def _stamped(answer: HttpResponse, found: tuple[str, str]) -> HttpResponse:
    """Say how far the page now is, and what our clock says: a phone's own clock may be wrong."""
    answer["X-KSD-Pulse"], answer["X-KSD-State"] = found
    answer["X-KSD-Now"] = str(now_ms())
    answer["Cache-Control"] = "no-store, private"
    return answer


@login_required
@require_POST
def item_act(request: HttpRequest, public_id: str, item: str, act: str) -> HttpResponse:
    """Start, end or skip an item, or go on to the next."""
    meeting = managed_or_refused(request, public_id)
    row = get_object_or_404(AgendaItem, meeting=meeting, public_id=item)
    if act not in ITEM_ACTS:
        raise Http404
    form = ItemActForm(request.POST)
    status = 422
    if form.is_valid():
        seen = form.cleaned_data["seen_state"]
        move = partial(move_item, actor=person(request), meeting=meeting, item=row, act=act, seen_state=seen)
        status = attempt(request, form, move, room_address(meeting))
        if status == 200:
            return done(request, room_address(meeting))
    return refused(request, form, status, partial(_refused_act, request, meeting, form, status))


def _refused_act(http: HttpRequest, meeting: Meeting, form: ItemActForm, status: int) -> HttpResponse:
    context = frame(http, meeting) | {"form": form, "back": room_address(meeting)}
    return render(http, "meetings/room/refused.html", context, status=status)


@login_required
@require_POST
def note_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write a note; its form's token is the key by which a repeated sending is known."""
    meeting = managed_or_refused(request, public_id)
    form = NoteForm(request.POST, meeting=meeting)
    status = 422
    if form.is_valid():
        status = attempt(request, form, partial(_add, request, meeting, form), room_address(meeting))
        if status == 200:
            return done(request, room_address(meeting))
    return refused(request, form, status, partial(desk, request, meeting, note=form, status=status))


def running_item(meeting: Meeting) -> AgendaItem | None:
    """The item at hand."""
    return meeting.items.filter(state="berjalan").first()


def _add(http: HttpRequest, meeting: Meeting, form: NoteForm) -> None:
    given = form.cleaned_data
    add_note(
        actor=person(http), meeting=meeting, text=given["text"], key=given["form_token"],
        item=given["item"] or running_item(meeting), speaker=given["speaker"],
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def note(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Change or take away one's own note; a change made elsewhere meanwhile is shown beside it."""
    meeting = managed_or_refused(request, public_id)
    row = get_object_or_404(
        LiveNote.objects.select_related("meeting"), pk=pk, meeting=meeting, dropped_at=None
    )
    form = NoteChangeForm(request.POST) if request.method == "POST" else NoteChangeForm.of(row)
    status, newer = 200, None
    if request.method == "POST":
        status = attempt(request, form, partial(_change, request, row, form)) if form.is_valid() else 422
        if status == 200:
            return done(request, room_address(meeting), _("Catatan disimpan."))
        newer = show_newer(form, row)
    context = frame(request, meeting) | {"form": form, "row": row, "newer": newer}
    return render(request, "meetings/room/note.html", context, status=status)


def _change(http: HttpRequest, row: LiveNote, form: NoteChangeForm) -> str:
    given, seen = form.cleaned_data, form.cleaned_data["seen_revision"]
    if "drop" in http.POST:
        drop_note(actor=person(http), note=row, seen_revision=seen)
    else:
        change_note(
            actor=person(http), note=row, text=given["text"], seen_revision=seen, speaker=given["speaker"]
        )
    return room_address(row.meeting)


def show_newer(form: Any, row: Any) -> Any:
    """The row as it stands where somebody changed it meanwhile; the form may then be sent again over it."""
    seen = str(form.data.get("seen_revision", ""))
    if seen == str(row.revision):
        return None
    form.data = form.data.copy()
    form.data["seen_revision"] = str(row.revision)
    return row


@login_required
@require_POST
def decision_quick(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write a point of the result from the desk."""
    meeting = managed_or_refused(request, public_id)
    form = DecisionForm(request.POST, meeting=meeting, actor=request.user, quick=True)
    status = 422
    if form.is_valid():
        status = attempt(request, form, partial(write, request, meeting, form), room_address(meeting))
        if status == 200:
            return done(request, room_address(meeting))
    return refused(request, form, status, partial(desk, request, meeting, decision=form, status=status))


def write(http: HttpRequest, meeting: Meeting, form: DecisionForm) -> None:
    """Write the point of a valid form."""
    key = form.cleaned_data["form_token"]
    write_decision(actor=person(http), meeting=meeting, data=form.data_given(), key=key)
