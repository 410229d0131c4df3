"""The annexes of a segment: what is ready, how the map is wanted, the prints made so far."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from boundaries import services
from boundaries.documents.annexes.facts import SegmentFacts
from boundaries.documents.annexes.gather import facts_of
from boundaries.documents.annexes.prints import line_of, plan_of
from boundaries.documents.maps.drawing import draw, sheets_of
from boundaries.documents.maps.plan import Choice
from boundaries.forms import AnnexForm, MapForm
from boundaries.models import Annex, Segment
from boundaries.services.annexes import check_printable
from boundaries.views.annex_desk import desk_of
from boundaries.views.annex_files import FILES, hand_file
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.accounts.pages import attempt, person
from ksd.core.files import file_response


@login_required
@require_safe
def annexes(request: HttpRequest, slug: str) -> HttpResponse:
    """What the annexes need, a preview of the map, and the prints made so far."""
    segment = segment_of(request, slug)
    facts = facts_of(segment)
    form = MapForm(request.GET if _asked(request) else None, facts=facts)
    return _page(request, segment, facts, form)


def _asked(request: HttpRequest) -> bool:
    """Whether the address names any field of the map."""
    return any(name in request.GET for name in MapForm.base_fields)


def _page(
    request: HttpRequest, segment: Segment, facts: SegmentFacts, form: MapForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "segment": segment,
        "tabs": tabs_of(segment, "annexes"),
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Lampiran"), "")),
        "may_print": services.may_print(request.user, segment),
        "form": form,
        "problems": [],
        **desk_of(request, segment, facts, form),
    }
    if isinstance(form, AnnexForm):
        context["problems"] = [text for texts in form.errors.values() for text in texts]
        context["form"] = MapForm(request.POST, facts=facts)
    return render(request, "boundaries/annexes/page.html", context, status=status)


@login_required
@require_POST
def make_annex(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a print, or take an editable file at once."""
    segment = segment_of(request, slug)
    if not services.may_print(request.user, segment):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan menyusun lampiran segmen ini."))
    facts = facts_of(segment)
    form = AnnexForm(request.POST, facts=facts)
    if not form.is_valid():
        return _page(request, segment, facts, form, 422)
    wanted = request.POST.get("format", "")
    if wanted in FILES:
        check_printable(facts, form.cleaned_data["kind"], form.choice())
        return hand_file(segment, form.cleaned_data["kind"], wanted)
    return _print(request, segment, facts, form)


def _print(request: HttpRequest, segment: Segment, facts: SegmentFacts, form: AnnexForm) -> HttpResponse:
    """Act once; what is asked for again leads to the same work."""
    made: list[str] = []

    def act() -> str:
        annex = services.request_annex(
            actor=person(request), segment=segment, kind=form.cleaned_data["kind"], choice=form.choice()
        )
        made.append(
            reverse("core:job", args=[annex.job.public_id]) if annex.job else segment.get_absolute_url()
        )
        return made[0]

    status = attempt(request, form, act)
    return redirect(made[0]) if status == 200 else _page(request, segment, facts, form, status)


@login_required
@require_safe
def annex_file(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """Hand out a finished print."""
    segment = segment_of(request, slug)
    annex = Annex.objects.visible_to(request.user).for_list().filter(segment=segment, pk=pk).first()
    if annex is None or annex.file is None:
        raise Http404(_("Cetakan ini tidak ada atau belum selesai dibuat."))
    return file_response(annex.file, inline="unduh" not in request.GET)


@login_required
@require_safe
def map_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """One sheet of the map as a picture; the first, or the index when there are several."""
    segment = segment_of(request, slug)
    facts = facts_of(segment)
    form = MapForm(request.GET, facts=facts)
    if not form.is_valid():
        return HttpResponse(
            _("Pilihan peta tidak dikenal."), status=422, content_type="text/plain; charset=utf-8"
        )
    choice = form.choice()
    check_printable(facts, "peta", choice)
    return HttpResponse(
        _sheet(request, segment, facts, choice),
        content_type="image/svg+xml",
        headers={"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"},
    )


def _sheet(request: HttpRequest, segment: Segment, facts: SegmentFacts, choice: Choice) -> str:
    """The sheet asked for by its number, else the first."""
    line = line_of(facts, choice)
    if line is None:
        raise Http404(_("Segmen ini belum mempunyai garis."))
    sheets = sheets_of(plan_of(segment, facts, choice, line))
    wanted = request.GET.get("sheet", "")
    found = next((sheet for sheet in sheets if str(sheet.number) == wanted), sheets[0])
    return draw(found)
