"""The Tim PBD of kabupaten/kota, provinces and the state: decree, members, who signs."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries.forms.papers import given
from boundaries.forms.teams import EndForm, MemberForm, TeamForm
from boundaries.models import BoundaryTeam
from boundaries.services.teams import add_member, end_member, may_keep_team, record_team, team_regions
from boundaries.views.penegasan import SHOW, ask
from boundaries.views.shared import crumbs
from ksd.accounts.pages import person
from ksd.core.files import file_response

PER_PAGE = 50


def _way(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Tim PBD"), reverse("boundaries:teams")), *more]


@login_required
@require_safe
def teams(request: HttpRequest) -> HttpResponse:
    """The teams the person may see."""
    found = BoundaryTeam.objects.visible_to(request.user).for_list()
    context = {
        "page_obj": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "may_record": team_regions(request.user).exists(),
        "crumbs": crumbs((_("Tim PBD"), "")),
    }
    return render(request, "boundaries/teams/list.html", context)


def _team(http: HttpRequest, pk: int, *, keeps: bool = False) -> BoundaryTeam:
    rows = BoundaryTeam.objects.visible_to(http.user).select_related("region", "file", "recorded_by")
    row = get_object_or_404(rows, pk=pk)
    if keeps and not may_keep_team(http.user, row.region):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengurus %s.") % row.name)
    return row


@login_required
@require_safe
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """One team: its decree and who sits in it since when."""
    row = _team(request, pk)
    context = {
        "team": row,
        "members": row.members.select_related("official"),
        "may_keep": may_keep_team(request.user, row.region),
        "crumbs": crumbs(*_way((str(row), ""))),
    }
    return render(request, "boundaries/teams/team.html", context)


@login_required
@require_http_methods(SHOW)
def team_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Record a decree, or correct one."""
    row = _team(request, pk, keeps=True) if pk else None
    regions = team_regions(request.user)
    if row is None and not regions.exists():
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mencatat Tim PBD."))
    form = TeamForm(request.POST or None, request.FILES or None, regions=regions, team=row)

    def act(_kept: dict[str, Any]) -> str:
        return record_team(actor=person(request), team=row, **given(form)).get_absolute_url()

    back = row.get_absolute_url() if row else reverse("boundaries:teams")
    return ask(
        request, form, act, back=back, way=_way(), done=_("Tim PBD tersimpan."),
        title=_("Ubah keputusan") if row else _("Catat Tim PBD"), subject=row or "",
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def member_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a seat to a person."""
    row = _team(request, pk, keeps=True)
    form = MemberForm(request.POST or None, team=row)

    def act(_kept: dict[str, Any]) -> None:
        add_member(actor=person(request), team=row, **given(form))

    back = row.get_absolute_url()
    return ask(
        request, form, act, back=back, way=_way((str(row), back)), title=_("Tambah anggota"), subject=row,
        done=_("Anggota tersimpan."),
    )  # fmt: skip


@login_required
@require_http_methods(SHOW)
def member_end(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Note the last day of a member."""
    row = _team(request, pk, keeps=True)
    seat = get_object_or_404(row.members, pk=member)
    form = EndForm(request.POST or None)

    def act(kept: dict[str, Any]) -> None:
        end_member(actor=person(request), member=seat, until=kept["until"])

    back = row.get_absolute_url()
    return ask(
        request, form, act, back=back, way=_way((str(row), back)), title=_("Akhiri masa tugas"), subject=seat,
        done=_("Masa tugas dicatat."),
    )  # fmt: skip


@login_required
@require_safe
def team_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The scanned decree."""
    row = _team(request, pk)
    if row.file is None:
        raise Http404(_("Keputusan ini belum mempunyai berkas."))
    return file_response(row.file, inline=True)
