"""The agenda of a meeting: its page, the order of its lines, its rundown."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.views.letters import hand_out
from ksd.accounts.access import may
from ksd.accounts.pages import person
from meetings.documents.rundown import rundown
from meetings.models import AgendaItem, AgendaSection, Meeting
from meetings.services import ANSWERING, may_manage
from meetings.services.agenda import fill_agenda, place_section
from meetings.services.agenda_templates import template_of
from meetings.services.items import place_item
from meetings.views.access import managed_or_refused, meeting_crumbs, meeting_or_404
from meetings.views.agenda_page import agenda_page, slots_by_section
from meetings.views.tabs import tabs_of

HERE = "meetings:agenda"


def agenda_url(meeting: Meeting, anchor: str = "") -> str:
    """The address of the agenda, at one of its lines."""
    address = reverse(HERE, args=[meeting.public_id])
    return f"{address}#{anchor}" if anchor else address


def agenda_crumbs(meeting: Meeting, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way through the meeting and its agenda to this page."""
    return meeting_crumbs(meeting, (_("Agenda"), agenda_url(meeting)), *more)


def item_or_404(meeting: Meeting, item: str) -> AgendaItem:
    """An item of this meeting."""
    return get_object_or_404(AgendaItem.objects.for_page(), meeting=meeting, public_id=item)


@login_required
@require_safe
def agenda(request: HttpRequest, public_id: str) -> HttpResponse:
    """Sections and items with their hours; those who manage the meeting also work on them here."""
    meeting = meeting_or_404(request, public_id)
    managing = may_manage(request.user, meeting)
    context = {
        "meeting": meeting,
        "agenda": agenda_page(meeting, request.user, managing=managing),
        "may_manage": managing,
        "may_write": managing and not meeting.is_locked,
        "may_propose": may(request.user, ANSWERING),
        "has_template": bool(template_of(meeting)),
        "tabs": tabs_of(meeting, request.user, HERE),
        "crumbs": meeting_crumbs(meeting, (_("Agenda"), "")),
    }
    return render(request, "meetings/agenda/page.html", context)


@login_required
@require_POST
def agenda_fill(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin with the agenda of the series or of the kind of meeting."""
    meeting = managed_or_refused(request, public_id)
    fill_agenda(actor=person(request), meeting=meeting)
    return redirect(agenda_url(meeting))


@login_required
@require_POST
def item_move(request: HttpRequest, public_id: str, item: str) -> HttpResponse:
    """Put an item where `to` says: "section:place", the same however often it is sent."""
    meeting = managed_or_refused(request, public_id)
    row = item_or_404(meeting, item)
    section, _colon, place = request.POST.get("to", "").partition(":")
    if not (_is_number(section) and _is_number(place)):
        messages.error(request, _("Tempat tujuan tidak terbaca. Muat ulang agenda, lalu pindahkan lagi."))
        return redirect(agenda_url(meeting))
    target = AgendaSection.objects.filter(meeting=meeting, pk=int(section)).first()
    if target is None:
        messages.error(request, _("Bagian tujuan sudah tidak ada. Pilih tempat lain."))
    else:
        place_item(actor=person(request), item=row, section=target, place=int(place))
    return redirect(agenda_url(meeting, f"acara-{row.public_id}"))


@login_required
@require_POST
def section_move(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Put a section at the place `to` says."""
    meeting = managed_or_refused(request, public_id)
    section = get_object_or_404(AgendaSection, meeting=meeting, pk=pk)
    place = request.POST.get("to", "")
    if _is_number(place):
        place_section(actor=person(request), section=section, place=int(place))
    return redirect(agenda_url(meeting, f"bagian-{section.pk}"))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


@login_required
@require_safe
def rundown_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The rundown on a clean page, ready for the printer."""
    meeting = meeting_or_404(request, public_id)
    sections = [(section, slots) for section, slots in slots_by_section(meeting) if slots]
    context = {
        "meeting": meeting,
        "sections": sections,
        "many_days": len({slot.day for _section, slots in sections for slot in slots}) > 1,
        "crumbs": agenda_crumbs(meeting, (_("Rundown"), "")),
    }
    return render(request, "meetings/agenda/rundown.html", context)


@login_required
@require_POST
def rundown_print(request: HttpRequest, public_id: str) -> HttpResponse:
    """The rundown as PDF or DOCX."""
    meeting = meeting_or_404(request, public_id)
    letter = rundown(meeting, slots_by_section(meeting))
    return hand_out(request, letter, _("Rundown %s") % meeting.title)
