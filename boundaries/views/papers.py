"""The file of a segment: the checklist, its documents, its berita acara."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.forms.papers import PaperForm, ReasonForm, given
from boundaries.models import Segment, SegmentPaper
from boundaries.services import may_manage, spoken_for
from boundaries.services.checks import may_act_for
from boundaries.services.completeness import checklist_of, findings_among, minutes_of, papers_of
from boundaries.services.papers import add_paper, item_of, say_missing, withdraw_paper
from boundaries.views.penegasan import SHOW, ask, of
from boundaries.views.shared import frame, segment_of
from ksd.accounts.pages import person
from ksd.core.errors import NotAllowed
from ksd.core.files import file_response
from regions.models import Region


@login_required
@require_safe
def papers(request: HttpRequest, slug: str) -> HttpResponse:
    """What the segment has of its documents and berita acara, what is missing, per region."""
    segment = segment_of(request, slug)
    kept, deeds = papers_of(segment), minutes_of(segment)
    rows = checklist_of(segment, kept, deeds)
    own = segment.sides if may_manage(request.user, segment) else spoken_for(request.user, segment)
    context = frame(request, segment, "papers", _("Berkas & BA")) | {
        "rows": rows,
        "findings": findings_among(segment, rows, deeds),
        "papers": kept,
        "minutes": deeds,
        "own": {side.pk for side in own},
        "may_add": bool(own),
    }
    return render(request, "boundaries/papers/page.html", context)


def _require_voice(http: HttpRequest, segment: Segment, region: Region | None = None) -> None:
    """Refuse whoever hands in nothing here."""
    speaks = may_act_for(person(http), segment, region) if region else bool(spoken_for(http.user, segment))
    if not (speaks or may_manage(http.user, segment)):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengisi berkas segmen ini."))


@login_required
@require_http_methods(SHOW)
def paper_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a document into the file."""
    segment = segment_of(request, slug)
    _require_voice(request, segment)
    form = PaperForm(
        request.POST or None, request.FILES or None, segment=segment, user=person(request),
        initial={"kind": request.GET.get("jenis", "")[:30]},
    )  # fmt: skip
    return ask(
        request, form, lambda _given: _added(request, segment, form),
        back=of(segment, "papers"), title=_("Tambah dokumen"), subject=segment, done=_("Dokumen disimpan."),
    )  # fmt: skip


def _added(http: HttpRequest, segment: Segment, form: PaperForm) -> None:
    add_paper(actor=person(http), segment=segment, **given(form))


def _paper(http: HttpRequest, slug: str, pk: int) -> SegmentPaper:
    """A document of a segment within reach; the person finds nothing elsewhere."""
    segment = segment_of(http, slug)
    return get_object_or_404(segment.papers.select_related("file", "region", "segment"), pk=pk)


@login_required
@require_safe
def paper_file(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """The file of a document."""
    paper = _paper(request, slug, pk)
    if paper.file is None:
        raise Http404(_("Dokumen ini belum mempunyai berkas."))
    return file_response(paper.file, inline=True)


@login_required
@require_http_methods(SHOW)
def paper_drop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a document out of the list, with the reason."""
    paper = _paper(request, slug, pk)
    if not may_act_for(person(request), paper.segment, paper.region):
        raise NotAllowed(_("Dokumen ini bukan milik daerah Anda."))
    form = ReasonForm(request.POST or None)
    return ask(
        request, form, lambda kept: _dropped(request, paper, kept["reason"]),
        back=of(paper.segment, "papers"), title=_("Tarik dokumen"), subject=paper, done=_("Dokumen ditarik."),
        way=[(str(paper.segment), of(paper.segment, "papers"))], tone="danger", label=_("Tarik"),
    )  # fmt: skip


def _dropped(http: HttpRequest, paper: SegmentPaper, reason: str) -> None:
    withdraw_paper(actor=person(http), paper=paper, reason=reason)


@login_required
@require_http_methods(SHOW)
def paper_missing(request: HttpRequest, slug: str, item: str, region: str = "") -> HttpResponse:
    """Say that a document of the checklist does not exist, and why."""
    segment = segment_of(request, slug)
    side = next((each for each in segment.sides if each.code == region), None)
    if region and side is None:
        raise Http404(_("Daerah itu bukan pihak segmen ini."))
    _require_voice(request, segment, side)
    rule = item_of(item)
    form = ReasonForm(request.POST or None)

    def act(kept: dict[str, Any]) -> None:
        say_missing(actor=person(request), segment=segment, item=item, region=side, reason=kept["reason"])

    return ask(
        request, form, act, back=of(segment, "papers"), title=_("Dokumen tidak ada"), subject=rule.label,
        done=_("Ketiadaan dokumen dicatat."), way=[(str(segment), of(segment, "papers"))],
        hints=[str(side)] if side else [],
    )  # fmt: skip
