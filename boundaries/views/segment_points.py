"""The tab "Titik" of a segment: its list, and the acts that put points into it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import Act, carried_out
from boundaries.documents.points_sheet import points_sheet
from boundaries.forms.pillars import PlanForm
from boundaries.forms.points import ApproveForm, NodeForm, PasteForm, PointForm
from boundaries.models import PillarPlan, Segment
from boundaries.services import may_manage, points, spoken_for
from boundaries.services.pillars import density_of, plan_pillars, unseen_before
from boundaries.views.point_lines import NOTATIONS, lines_of, notation_of, preview_of
from boundaries.views.points import sheet_response
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.accounts.pages import person
from ksd.core.errors import NotAllowed
from ksd.core.forms import OnceForm

PER_PAGE = 100
_SHOW = ["GET", "HEAD", "POST"]


def address(segment: Segment) -> str:
    """The tab of a segment."""
    return reverse("boundaries:segment_points", args=[segment.slug])


def frame(segment: Segment, *more: tuple[str, str]) -> dict[str, Any]:
    """What every page under the tab shows around it."""
    way = crumbs(
        (str(segment), segment.get_absolute_url()), (_("Titik"), address(segment) if more else ""), *more
    )
    return {"segment": segment, "tabs": tabs_of(segment, "segment_points"), "crumbs": way}


def form_page(
    request: HttpRequest,
    segment: Segment,
    form: OnceForm,
    act: Act,
    *,
    title: str,
    done: Any,
    back: str,
    text: str = "",
) -> HttpResponse:
    """A form under the tab that acts once and comes back with everything typed when it is refused."""
    response, status = carried_out(request, form, act, back=back, done=done)
    context = {"form": form, "title": title, "text": text, "cancel_url": back, **frame(segment, (title, ""))}
    return response or render(request, "boundaries/points/form.html", context, status=status)


@login_required
@require_safe
def segment_points(request: HttpRequest, slug: str) -> HttpResponse:
    """The points of one segment in their order, what is missing, and what is planned."""
    segment, notation = segment_of(request, slug), notation_of(request)
    voices = spoken_for(request.user, segment)
    page = Paginator(segment.listed_points.for_list().in_order(), PER_PAGE).get_page(request.GET.get("page"))
    lines = list(lines_of(page, notation, voices))
    context = {
        "page_obj": page,
        "lines": lines,
        "totals": segment.listed_points.totals(unseen_before()),
        "density": density_of(segment),
        "missed": [(node, OnceForm(auto_id=False)) for node in points.missed_nodes(request.user, segment)],
        "notation": notation,
        "notations": NOTATIONS.items(),
        "may_propose": points.may_propose(request.user, segment),
        "may_plan": may_manage(request.user, segment),
        "approve": ApproveForm(regions=voices) if any(line.may_tick for line in lines) else None,
        **frame(segment),
    }
    return render(request, "boundaries/points/segment.html", context)


@login_required
@require_safe
def segment_points_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The points of one segment as XLSX."""
    segment = segment_of(request, slug)
    return sheet_response(points_sheet(segment.listed_points.for_list().in_order()), f"titik-{segment.slug}")


@login_required
@require_http_methods(_SHOW)
def point_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Put one point into the list."""
    segment = segment_of(request, slug)
    points.require_proposer(person(request), segment)
    form = PointForm(request.POST or None, request.FILES or None, segment=segment)

    def act(_given: dict[str, Any]) -> None:
        points.add_point(actor=person(request), segment=segment, data=form.data_of(), **form.order())

    return form_page(
        request, segment, form, act, title=_("Tambah titik"), done=_("Titik dicatat."), back=address(segment)
    )


@login_required
@require_http_methods(_SHOW)
def point_node(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a point of a neighbouring segment into the list as the common node."""
    segment = segment_of(request, slug)
    points.require_proposer(person(request), segment)
    found = points.neighbour_points(request.user, segment)
    form = NodeForm(request.POST or None, segment=segment, found=found)

    def act(given: dict[str, Any]) -> None:
        point, label = given["listing"].point, given["label"]
        points.list_node(actor=person(request), segment=segment, point=point, label=label, **form.order())

    text = _("Titik simpul adalah satu titik yang dipakai bersama oleh segmen yang bertemu di sana.")
    return form_page(
        request, segment, form, act,
        title=_("Pakai titik simpul"), done=_("Titik simpul dicatat."), back=address(segment), text=text,
    )  # fmt: skip


@login_required
@require_http_methods(_SHOW)
def point_paste(request: HttpRequest, slug: str) -> HttpResponse:
    """Paste many points: first looked at, then saved as a whole; what has a fault is never saved."""
    segment = segment_of(request, slug)
    points.require_proposer(person(request), segment)
    form = PasteForm(request.POST if request.method == "POST" else None, segment=segment)
    read = (
        points.read_pasted(segment, form.cleaned_data["text"], form.defaults()) if form.is_valid() else None
    )
    saving = bool(read and not read.faults and "simpan" in request.POST)
    response, status = _save(request, segment, form, read) if read and saving else (None, 422)
    if read is None or (not read.faults and not saving):
        status = 422 if form.is_bound and read is None else 200
    preview = preview_of(read.rows) if read else []
    context = {"form": form, "read": read, "preview": preview, **frame(segment, (_("Tempel titik"), ""))}
    return response or render(request, "boundaries/points/paste.html", context, status=status)


def _save(
    request: HttpRequest, segment: Segment, form: PasteForm, read: points.Pasted
) -> tuple[HttpResponse | None, int]:
    def act(_given: dict[str, Any]) -> None:
        points.add_points(actor=person(request), segment=segment, rows=read.points, **form.order())

    count = len(read.points)
    done = ngettext("%(count)s titik dicatat.", "%(count)s titik dicatat.", count) % {"count": count}
    return carried_out(request, form, act, back=address(segment), done=done)


@login_required
@require_POST
def points_approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve the ticked points for one side."""
    segment = segment_of(request, slug)
    voices = spoken_for(request.user, segment)
    if not voices:
        raise NotAllowed(_("Anda tidak berwenang menilai titik segmen ini."))
    form = ApproveForm(request.POST, regions=voices)

    def act(given: dict[str, Any]) -> None:
        points.approve_points(
            actor=person(request), segment=segment, region=given["region"], seen=given["points"]
        )

    title, done = _("Setujui titik"), _("Persetujuan dicatat.")
    return form_page(request, segment, form, act, title=title, done=done, back=address(segment))


@login_required
@require_http_methods(_SHOW)
def pillar_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Set how densely the pillars of a segment are to stand."""
    segment = segment_of(request, slug)
    if not may_manage(request.user, segment):
        raise NotAllowed(_("Anda tidak berwenang menetapkan rencana pilar segmen ini."))
    plan = PillarPlan.objects.filter(segment=segment).values("km_per_pillar", "basis").first()
    form = PlanForm(request.POST or None, initial={**plan} if plan else None)

    def act(given: dict[str, Any]) -> None:
        distance, basis = given["km_per_pillar"], given["basis"]
        plan_pillars(actor=person(request), segment=segment, km_per_pillar=distance, basis=basis)

    title, done = _("Rencana kerapatan pilar"), _("Rencana dicatat.")
    return form_page(request, segment, form, act, title=title, done=done, back=address(segment))
