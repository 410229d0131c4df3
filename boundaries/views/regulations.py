"""The rules a segment rests on: the page, a new one, one on record, what it does, its file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.views.refusing import confirm
from boundaries.forms.fields import ReasonForm
from boundaries.forms.regulations import FACTS, AttachForm, BasisForm, NewRegulationForm, RegulationForm
from boundaries.models import Segment, SegmentRegulation
from boundaries.services.regulations import (
    add_regulation,
    amend_basis,
    amend_regulation,
    attach_regulation,
    detach_regulation,
)
from boundaries.views.shared import act_page, crumbs, frame, managed, segment_of
from ksd.accounts.pages import person
from ksd.core.files import file_response

_FORM = ["GET", "HEAD", "POST"]


def regulations_url(segment: Segment) -> str:
    """The page of the rules a segment rests on."""
    return reverse("boundaries:regulations", args=[segment.slug])


def basis_or_404(segment: Segment, pk: int) -> SegmentRegulation:
    """A rule of this segment."""
    rows = segment.bases.select_related("regulation__file", "segment__region_a", "segment__region_b")
    return get_object_or_404(rows, pk=pk)


@login_required
@require_safe
def regulations(request: HttpRequest, slug: str) -> HttpResponse:
    """Regulations with what each does, court cases, and changes under Pasal 34."""
    segment = segment_of(request, slug)
    context = frame(request, segment, "regulations", _("Dasar hukum")) | {
        "bases": segment.bases.select_related("regulation__file"),
        "court_cases": segment.court_cases.select_related("paper"),
        "amendments": segment.amendments.select_related("paper", "regulation", "region"),
    }
    return render(request, "boundaries/regulations.html", context)


@login_required
@require_http_methods(_FORM)
def regulation_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a regulation not on record yet."""
    segment = managed(request, slug)
    form = NewRegulationForm(request.POST or None, request.FILES or None, segment=segment)

    def act(data: dict[str, Any]) -> None:
        add_regulation(
            actor=person(request), segment=segment, facts=form.facts(), role=data["role"],
            note=data["note"], upload=data["file"],
        )  # fmt: skip

    return act_page(
        request, segment, form, act, title=_("Catat peraturan"), back=regulations_url(segment),
        done=_("Peraturan dicatat."),
        text=_("Satu peraturan dicatat satu kali, walaupun mengatur beberapa segmen."),
    )  # fmt: skip


@login_required
@require_http_methods(_FORM)
def regulation_attach(request: HttpRequest, slug: str) -> HttpResponse:
    """Let a regulation on record speak of this segment too."""
    segment = managed(request, slug)
    form = AttachForm(request.POST or None, segment=segment)

    def act(_data: dict[str, Any]) -> None:
        attach_regulation(actor=person(request), segment=segment, **form.given())

    return act_page(
        request, segment, form, act, title=_("Tambahkan peraturan yang sudah tercatat"),
        back=regulations_url(segment), done=_("Peraturan ditambahkan pada segmen ini."),
    )  # fmt: skip


@login_required
@require_http_methods(_FORM)
def regulation_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct a regulation, for every segment that rests on it."""
    segment = managed(request, slug)
    regulation = basis_or_404(segment, pk).regulation
    told = {name: getattr(regulation, name) for name in FACTS}
    form = RegulationForm(request.POST or None, request.FILES or None, segment=segment, initial=told)

    def act(data: dict[str, Any]) -> None:
        amend_regulation(
            actor=person(request), regulation=regulation, facts=form.facts(), upload=data["file"]
        )

    return act_page(
        request, segment, form, act, title=_("Perbaiki peraturan"), back=regulations_url(segment),
        done=_("Peraturan diperbaiki."), text=_("Perbaikan berlaku bagi semua segmen yang menyebut peraturan ini."),
    )  # fmt: skip


@login_required
@require_http_methods(_FORM)
def basis_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what a regulation does to this segment."""
    segment = managed(request, slug)
    basis = basis_or_404(segment, pk)
    form = BasisForm(request.POST or None, segment=segment, initial={"role": basis.role, "note": basis.note})

    def act(_data: dict[str, Any]) -> None:
        amend_basis(actor=person(request), basis=basis, **form.given())

    return act_page(
        request, segment, form, act, title=_("Kedudukan %(regulation)s") % {"regulation": basis.regulation},
        back=regulations_url(segment), done=_("Kedudukan peraturan disimpan."),
    )  # fmt: skip


@login_required
@require_http_methods(_FORM)
def basis_drop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask why, then take a regulation off this segment."""
    segment = managed(request, slug)
    basis = basis_or_404(segment, pk)
    form = ReasonForm(request.POST or None, segment=segment)

    def act(data: dict[str, Any]) -> None:
        detach_regulation(actor=person(request), basis=basis, reason=data["reason"])

    back = regulations_url(segment)
    return confirm(
        request, act=act, back=back, form=form, done=_("Peraturan dilepas dari segmen ini."),
        title=_("Lepaskan %(regulation)s dari segmen ini?") % {"regulation": basis.regulation},
        text=_("Peraturannya sendiri tetap tercatat."), action_label=_("Lepaskan"),
        crumbs=crumbs((str(segment), segment.get_absolute_url()), (_("Dasar hukum"), back), (_("Lepaskan"), "")),
    )  # fmt: skip


@login_required
@require_safe
def regulation_file(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Hand out the file of a regulation."""
    regulation = basis_or_404(segment_of(request, slug), pk).regulation
    if regulation.file is None:
        raise Http404(_("Berkas %(regulation)s belum diunggah.") % {"regulation": regulation})
    return file_response(regulation.file, inline=True)
