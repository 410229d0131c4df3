"""Forms of the agenda: sections, items, and taking them off."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ksd.accounts.pages import attempt, person
from ksd.core.errors import DomainError, StaleForm
from meetings.forms.agenda import ItemForm, SectionForm
from meetings.forms.subjects import is_searching, typed
from meetings.models import AgendaItem, AgendaSection, Meeting
from meetings.services import require_open
from meetings.services.agenda import add_section, drop_section, rename_section
from meetings.services.items import add_item, change_item, drop_item
from meetings.views.access import managed_or_refused
from meetings.views.agenda import agenda_crumbs, agenda_url, item_or_404

_SHOW = ["GET", "HEAD", "POST"]


def _open(request: HttpRequest, public_id: str) -> Meeting:
    """A meeting whose agenda this person may write: 404, 403, then 409.

    What was typed while the meeting was closed is refused at its form instead, so that nothing is lost.
    """
    meeting = managed_or_refused(request, public_id)
    if request.method != "POST":
        require_open(meeting)
    return meeting


def _item_form(request: HttpRequest, meeting: Meeting, item: AgendaItem | None) -> ItemForm:
    """The form: empty, sent, or searching, which saves nothing and keeps what was typed."""
    known: dict[str, Any] = {"actor": person(request), "meeting": meeting, "instance": item}
    if request.method == "POST" and not is_searching(request.POST):
        return ItemForm(request.POST, **known)
    return ItemForm(initial=typed(request.POST, "tentang") if request.method == "POST" else None, **known)


@login_required
@require_http_methods(_SHOW)
def item_new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add an item at the end of a section."""
    meeting = _open(request, public_id)
    form, status = _item_form(request, meeting, None), 200
    if form.is_bound:
        status = attempt(request, form, partial(_add, request, meeting, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Mata acara ditambahkan."))
            return redirect(agenda_url(meeting))
    return _item_page(request, meeting, form, status)


def _add(request: HttpRequest, meeting: Meeting, form: ItemForm) -> str:
    item = add_item(
        actor=person(request),
        meeting=meeting,
        data=form.data_given(),
        section=form.cleaned_data.get("section"),
        subject=form.subject_given(),
    )
    return agenda_url(meeting, f"acara-{item.public_id}")


@login_required
@require_http_methods(_SHOW)
def item_edit(request: HttpRequest, public_id: str, item: str) -> HttpResponse:
    """Change an item; when somebody else changed it meanwhile both texts are shown."""
    meeting = _open(request, public_id)
    row = item_or_404(meeting, item)
    form, status = _item_form(request, meeting, row), 200
    if form.is_bound:
        status = attempt(request, form, partial(_change, request, row.pk, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Mata acara disimpan."))
            return redirect(agenda_url(meeting, f"acara-{item}"))
    return _item_page(request, meeting, form, status)


def _change(request: HttpRequest, pk: int, form: ItemForm) -> str:
    saved = AgendaItem.objects.for_page().get(pk=pk)
    try:
        change_item(
            actor=person(request),
            item=saved,
            data=form.data_given(),
            section=form.cleaned_data.get("section") or saved.section,
            subject=form.subject_given(),
            seen_revision=form.cleaned_data["seen_revision"],
        )
    except StaleForm:
        form.show_newer(saved)
        raise
    return agenda_url(saved.meeting, f"acara-{saved.public_id}")


def _item_page(request: HttpRequest, meeting: Meeting, form: ItemForm, status: int) -> HttpResponse:
    item = form.instance if form.instance.pk else None
    title = _("Ubah acara") if item else _("Tambah acara")
    context = {
        "meeting": meeting,
        "form": form,
        "title": title,
        "cancel_url": agenda_url(meeting, f"acara-{item.public_id}" if item else ""),
        "crumbs": agenda_crumbs(meeting, (title, "")),
    }
    return render(request, "meetings/agenda/item.html", context, status=status)


@login_required
@require_http_methods(_SHOW)
def item_drop(request: HttpRequest, public_id: str, item: str) -> HttpResponse:
    """Ask, then take an item off the agenda."""
    meeting = _open(request, public_id)
    row = item_or_404(meeting, item)
    if request.method == "POST":
        drop_item(actor=person(request), item=row)
        messages.success(request, _("“%s” dikeluarkan dari agenda.") % row.title)
        return redirect(agenda_url(meeting))
    context = {
        "title": _("Keluarkan dari agenda?"),
        "text": row.title,
        "consequences": [
            _("Jam acara sesudahnya ikut maju."),
            _("Berkas acara ini tetap tersimpan pada rapat."),
            _("Usul daerah yang melahirkannya kembali menunggu jawaban."),
        ],
        "action_label": _("Keluarkan"),
        "cancel_url": agenda_url(meeting, f"acara-{item}"),
        "crumbs": agenda_crumbs(meeting, (_("Keluarkan dari agenda?"), "")),
    }
    return render(request, "components/confirm_page.html", context)


@login_required
@require_http_methods(_SHOW)
def section_edit(request: HttpRequest, public_id: str, pk: int | None = None) -> HttpResponse:
    """Begin a section, or call it otherwise."""
    meeting = _open(request, public_id)
    section = get_object_or_404(AgendaSection, meeting=meeting, pk=pk) if pk else None
    title = _("Ubah nama bagian") if section else _("Tambah bagian")
    form, status = SectionForm(request.POST or None, instance=section), 200
    if request.method == "POST":
        act = partial(_save_section, request, meeting, section, form)
        status = attempt(request, form, act, agenda_url(meeting)) if form.is_valid() else 422
        if status == 200:
            return redirect(agenda_url(meeting))
    way = agenda_crumbs(meeting, (title, ""))
    context = {"form": form, "title": title, "cancel_url": agenda_url(meeting), "crumbs": way}
    return render(request, "act_page.html", context, status=status)


def _save_section(
    request: HttpRequest, meeting: Meeting, section: AgendaSection | None, form: SectionForm
) -> None:
    title = form.cleaned_data["title"]
    if section:
        rename_section(actor=person(request), section=section, title=title)
    else:
        add_section(actor=person(request), meeting=meeting, title=title)


@login_required
@require_POST
def section_drop(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take out an empty section."""
    meeting = _open(request, public_id)
    section = get_object_or_404(AgendaSection, meeting=meeting, pk=pk)
    try:
        drop_section(actor=person(request), section=section)
    except DomainError as refusal:
        messages.error(request, f"{refusal.message} {refusal.remedy}")
    return redirect(agenda_url(meeting))
