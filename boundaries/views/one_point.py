"""One point of a segment: where it lies, what was said of it, what became of it, and its pillar."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import confirm
from boundaries.forms.pillars import InspectionForm, PillarForm
from boundaries.forms.points import JudgeForm, MoveForm, PointChangeForm, ReasonForm
from boundaries.models import BoundaryPoint, Pillar, PillarInspection, SegmentPoint
from boundaries.services import points, spoken_for
from boundaries.services.pillars import inspect_pillar, keep_pillar, may_keep, unseen_before
from boundaries.views.point_facts import facts_of, history_of
from boundaries.views.point_lines import PointLine, lines_of, pillar_of
from boundaries.views.segment_points import address, form_page, frame
from boundaries.views.shared import segment_of
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.files import file_response
from ksd.core.forms import OnceForm

_SHOW = ["GET", "HEAD", "POST"]


def listing_of(request: HttpRequest, slug: str, pk: int) -> SegmentPoint:
    """A point of a segment within the person's scope; a stranger finds nothing."""
    segment = segment_of(request, slug)
    row = get_object_or_404(segment.listed_points.for_list(), pk=pk)
    row.segment = segment
    return row


def _page(row: SegmentPoint) -> str:
    return reverse("boundaries:point", args=[row.segment.slug, row.pk])


@login_required
@require_safe
def point(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Everything about one point."""
    row = listing_of(request, slug, pk)
    line: PointLine = next(lines_of([row], "dms"))
    voices, pillar = spoken_for(request.user, row.segment), pillar_of(row)
    context = {
        "line": line,
        "facts": facts_of(row),
        "verdicts": line.verdicts,
        "judge": JudgeForm(regions=voices, mark=row.point.mark) if voices else None,
        "history": history_of(row),
        "pillar": pillar,
        "inspections": pillar.inspections.select_related("photo", "by") if pillar else (),
        "is_due": bool(pillar and (pillar.inspected_on is None or pillar.inspected_on < unseen_before())),
        "may_propose": points.may_propose(request.user, row.segment),
        "may_keep": may_keep(request.user, row.segment),
        **frame(row.segment, (row.label, "")),
    }
    return render(request, "boundaries/points/point.html", context)


def _proposed(request: HttpRequest, slug: str, pk: int) -> SegmentPoint:
    """A point the person may propose a change of; else 403, or 409 after the decree."""
    row = listing_of(request, slug, pk)
    points.require_proposer(person(request), row.segment)
    return row


@login_required
@require_http_methods(_SHOW)
def point_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct a point."""
    row = _proposed(request, slug, pk)
    form = PointChangeForm(request.POST or None, request.FILES or None, listing=row)

    def act(given: dict[str, Any]) -> None:
        data, reason, seen = form.data_of(), given["reason"], given["seen"]
        points.change_point(actor=person(request), listing=row, data=data, reason=reason, seen=seen)

    title = _("Ubah titik %s") % row.label
    return form_page(request, row.segment, form, act, title=title, done=_("Titik diubah."), back=_page(row))


@login_required
@require_http_methods(_SHOW)
def point_judge(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Approve a point or object to it, for one side."""
    row = listing_of(request, slug, pk)
    voices = spoken_for(request.user, row.segment)
    if not voices:
        raise NotAllowed(_("Anda tidak berwenang menilai titik segmen ini."))
    form = JudgeForm(request.POST or None, regions=voices, mark=row.point.mark)

    def act(given: dict[str, Any]) -> None:
        names = ("region", "verdict", "reason", "seen")
        points.judge_point(actor=person(request), listing=row, **{name: given[name] for name in names})

    title = _("Nilai titik %s") % row.label
    return form_page(
        request, row.segment, form, act, title=title, done=_("Penilaian dicatat."), back=_page(row)
    )


@login_required
@require_http_methods(_SHOW)
def point_move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give a point another place in the order."""
    row = _proposed(request, slug, pk)
    form = MoveForm(request.POST or None, listing=row)

    def act(_given: dict[str, Any]) -> None:
        points.move_point(actor=person(request), listing=row, **form.order())

    title, back = _("Pindahkan titik %s") % row.label, address(row.segment)
    return form_page(request, row.segment, form, act, title=title, done=_("Urutan diubah."), back=back)


@login_required
@require_http_methods(_SHOW)
def point_drop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a point off the list of the segment."""
    row = _proposed(request, slug, pk)
    back = address(row.segment)
    return confirm(
        request,
        form=ReasonForm(request.POST or None),
        act=lambda given: points.drop_point(actor=person(request), listing=row, reason=given["reason"]),
        back=back,
        done=_("Titik %s dilepas dari daftar.") % row.label,
        title=_("Lepas titik %s dari segmen ini?") % row.label,
        text=_("Titik dan riwayatnya tetap tersimpan; namanya dapat dipakai lagi."),
        action_label=_("Lepas titik"),
        crumbs=frame(row.segment, (_("Lepas titik"), ""))["crumbs"],
    )


@login_required
@require_POST
def point_join(request: HttpRequest, slug: str, pk: int, point: int) -> HttpResponse:
    """Let an end of the segment be the neighbour's node: one press."""
    row = _proposed(request, slug, pk)
    theirs = BoundaryPoint.objects.filter(
        pk=point, listings__in=SegmentPoint.objects.visible_to(request.user)
    )
    node = theirs.distinct().first()
    if node is None:
        raise Http404(_("Titik tetangga itu tidak ditemukan."))
    form, back = OnceForm(request.POST), address(row.segment)

    def act(_given: dict[str, Any]) -> None:
        points.join_node(actor=person(request), listing=row, point=node, seen=request.POST.get("seen"))

    title = _("Pakai titik simpul")
    return form_page(
        request, row.segment, form, act, title=title, done=_("Titik simpul dipakai bersama."), back=back
    )


@login_required
@require_safe
def point_photo(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The photograph of a point."""
    photo = listing_of(request, slug, pk).point.photo
    if photo is None:
        raise Http404(_("Titik ini tidak berfoto."))
    return file_response(photo, inline=True)


def _kept(request: HttpRequest, slug: str, pk: int) -> SegmentPoint:
    """A point whose pillar the person may keep; else 403."""
    row = listing_of(request, slug, pk)
    if not may_keep(request.user, row.segment):
        raise NotAllowed(_("Anda tidak berwenang mencatat pilar segmen ini."))
    return row


@login_required
@require_http_methods(_SHOW)
def pillar(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record or correct the pillar of a point."""
    row = _kept(request, slug, pk)
    if not row.point.kind.has_pillar:
        raise ImpossibleStep(_("%s tidak berupa pilar.") % row.point.kind.name)
    form = PillarForm(request.POST or None, request.FILES or None, pillar=pillar_of(row))

    def act(_given: dict[str, Any]) -> None:
        keep_pillar(actor=person(request), listing=row, data=form.given())

    title = _("Pilar %s") % row.label
    return form_page(
        request, row.segment, form, act, title=title, done=_("Data pilar dicatat."), back=_page(row)
    )


@login_required
@require_http_methods(_SHOW)
def pillar_inspect(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write down a visit to a pillar."""
    row = _kept(request, slug, pk)
    if pillar_of(row) is None:
        raise ImpossibleStep(
            _("Pilar titik ini belum dicatat."), remedy=_("Catat data pilarnya lebih dahulu.")
        )
    form = InspectionForm(request.POST or None, request.FILES or None)

    def act(_given: dict[str, Any]) -> None:
        inspect_pillar(actor=person(request), listing=row, data=form.given())

    title = _("Periksa pilar %s") % row.label
    return form_page(
        request, row.segment, form, act, title=title, done=_("Pemeriksaan dicatat."), back=_page(row)
    )


@login_required
@require_safe
def pillar_photo(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The photograph of a pillar."""
    row = listing_of(request, slug, pk)
    found = Pillar.objects.filter(point=row.point, photo__isnull=False).select_related("photo").first()
    if found is None or found.photo is None:
        raise Http404(_("Pilar ini tidak berfoto."))
    return file_response(found.photo, inline=True)


@login_required
@require_safe
def inspection_photo(request: HttpRequest, slug: str, pk: int, visit: int) -> FileResponse:
    """The photograph of a visit."""
    row = listing_of(request, slug, pk)
    rows = PillarInspection.objects.filter(pillar__point=row.point, photo__isnull=False).select_related(
        "photo"
    )
    found = get_object_or_404(rows, pk=visit)
    if found.photo is None:
        raise Http404(_("Pilar ini tidak berfoto."))
    return file_response(found.photo, inline=True)
