"""Wishes of regions for an agenda: the backlog, proposing, withdrawing, answering."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ksd.accounts.access import may
from ksd.accounts.pages import attempt, person
from meetings.forms.subjects import is_searching, typed
from meetings.forms.wishes import ACCEPT, DECLINE, WishAnswerForm, WishForm
from meetings.models import BacklogItem, Meeting
from meetings.services import ANSWERING, may_answer_for, may_manage, require_open
from meetings.services.wishes import (
    accept_wish,
    decline_wish,
    postpone_wish,
    propose_wish,
    require_answerable,
    withdraw_wish,
)
from meetings.views.access import crumbs, managed_or_refused
from meetings.views.agenda import agenda_crumbs, agenda_url

PER_PAGE = 25
_SHOW = ["GET", "HEAD", "POST"]


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return crumbs((_("Usul acara"), reverse("meetings:wishes")), *more)


def _wish_or_404(request: HttpRequest, wish: str) -> BacklogItem:
    rows = BacklogItem.objects.visible_to(request.user).for_list()
    return get_object_or_404(
        rows.select_related("case", "segment__region_a", "segment__region_b", "follow_up", "item__meeting"),
        public_id=wish,
    )


@login_required
@require_safe
def wish_list(request: HttpRequest) -> HttpResponse:
    """The wishes the person may see: those that wait, or all."""
    rows = BacklogItem.objects.visible_to(request.user).for_list()
    everything = "semua" in request.GET
    shown = rows if everything else rows.waiting()
    context = {
        "page_obj": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "everything": everything,
        "may_propose": may(request.user, ANSWERING),
        "crumbs": crumbs((_("Usul acara"), "")),
    }
    return render(request, "meetings/wishes/list.html", context)


@login_required
@require_http_methods(_SHOW)
def wish_new(request: HttpRequest) -> HttpResponse:
    """Propose an item for a meeting, or for the next one."""
    if not may(request.user, ANSWERING):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengusulkan acara rapat."))
    form, status = _wish_form(request), 200
    if form.is_bound:
        status = attempt(request, form, partial(_propose, request, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Usul acara dikirim kepada penyelenggara."))
            return redirect("meetings:wishes")
    context = {"form": form, "title": _("Usulkan acara"), "crumbs": _crumbs((_("Usulkan acara"), ""))}
    return render(request, "meetings/wishes/form.html", context, status=status)


def _wish_form(request: HttpRequest) -> WishForm:
    if request.method == "POST" and not is_searching(request.POST):
        return WishForm(request.POST, actor=person(request))
    asked = {"meeting": request.GET.get("rapat", "")}
    given = typed(request.POST, "tentang") if request.method == "POST" else asked
    return WishForm(initial=given, actor=person(request))


def _propose(request: HttpRequest, form: WishForm) -> str:
    given = form.cleaned_data
    return propose_wish(
        actor=person(request),
        region=given["region"],
        meeting=given["meeting"],
        title=given["title"],
        reason=given["reason"],
        subject=form.subject_given(),
    ).get_absolute_url()


@login_required
@require_safe
def wish_detail(request: HttpRequest, wish: str) -> HttpResponse:
    """One wish: what, why, what became of it."""
    row = _wish_or_404(request, wish)
    addressed = row.meeting if row.meeting and row.state == "diusulkan" else None
    context = {
        "wish": row,
        "may_withdraw": row.is_waiting and may_answer_for(request.user, row.region),
        "may_answer": addressed is not None and may_manage(request.user, addressed),
        "crumbs": _crumbs((row.title, "")),
    }
    return render(request, "meetings/wishes/wish.html", context)


@login_required
@require_http_methods(_SHOW)
def wish_withdraw(request: HttpRequest, wish: str) -> HttpResponse:
    """Ask, then take a wish back."""
    row = _wish_or_404(request, wish)
    if not may_answer_for(request.user, row.region):
        raise PermissionDenied(_("Hanya daerah pengusul yang dapat menarik usulnya."))
    if request.method == "POST":
        withdraw_wish(actor=person(request), wish=row)
        messages.success(request, _("Usul acara ditarik."))
        return redirect(row)
    context = {
        "title": _("Tarik usul acara?"),
        "text": row.title,
        "consequences": [_("Penyelenggara diberi tahu; usul tidak dibahas lagi.")],
        "action_label": _("Tarik usul"),
        "cancel_url": row.get_absolute_url(),
        "crumbs": _crumbs((_("Tarik usul acara?"), "")),
    }
    return render(request, "components/confirm_page.html", context)


@login_required
@require_http_methods(_SHOW)
def wish_answer(request: HttpRequest, public_id: str, wish: str) -> HttpResponse:
    """Take a wish into the agenda of this meeting, leave it to a later one, or decline it."""
    meeting = managed_or_refused(request, public_id)
    row = _wish_or_404(request, wish)
    if request.method != "POST":  # a form sent twice is led to its first result instead
        require_open(meeting)
        require_answerable(person(request), row, meeting)
    form, status = WishAnswerForm(request.POST or None, meeting=meeting), 200
    if request.method == "POST":
        act = partial(_answer, request, meeting, row, form)
        status = attempt(request, form, act, agenda_url(meeting)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Jawaban dikirim kepada %s.") % row.region.full_name)
            return redirect(agenda_url(meeting))
    way = agenda_crumbs(meeting, (_("Jawab usul"), ""))
    context = {"meeting": meeting, "wish": row, "form": form, "crumbs": way}
    return render(request, "meetings/wishes/answer.html", context, status=status)


def _answer(request: HttpRequest, meeting: Meeting, row: BacklogItem, form: WishAnswerForm) -> None:
    given, actor = form.cleaned_data, person(request)
    if given["answer"] == ACCEPT:
        section = given.get("section")
        accept_wish(actor=actor, wish=row, meeting=meeting, section=section, reply=given["reply"])
        return
    act = decline_wish if given["answer"] == DECLINE else postpone_wish
    act(actor=actor, wish=row, meeting=meeting, reply=given["reply"])
