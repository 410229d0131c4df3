"""The TKKSD of each region: decree and members."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.forms.teams import EndForm, MemberForm, TeamForm
from agreements.models import Team, TeamMember
from agreements.services.acting import not_yours
from agreements.services.teams import TEAM, add_member, composition_findings, end_member, record_team
from agreements.views.access import attempt, crumbs, person
from ksd.accounts.access import acting_region_ids, may
from ksd.core import clock, files
from regions.models import Region

_SHOW = ["GET", "HEAD", "POST"]


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return crumbs((_("TKKSD"), reverse("agreements:team_list")), *more)


@login_required
@require_safe
def team_list(request: HttpRequest) -> HttpResponse:
    """The teams within the person's reach, each with what it lacks."""
    teams = Team.objects.visible_to(request.user).select_related("region").prefetch_related("members")
    own = acting_region_ids(request.user, TEAM)
    rows = [(team, team.region_id in own) for team in teams]
    context = {"rows": rows, "may_record": bool(own), "crumbs": _crumbs()}
    return render(request, "agreements/teams/list.html", context)


@login_required
@require_safe
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """One team: its decree, who sits in it since when, what its composition lacks."""
    found = get_object_or_404(Team.objects.visible_to(request.user).select_related("region", "file"), pk=pk)
    context = {
        "team": found,
        "members": found.members.select_related("office", "user"),
        "findings": composition_findings(found) if found.is_current else [],
        "may_keep": may(person(request), TEAM, found.region),
        "year": clock.today().year,
        "crumbs": _crumbs((str(found), "")),
    }
    return render(request, "agreements/teams/team.html", context)


@login_required
@require_http_methods(_SHOW)
def team_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Record a new decree, or correct one."""
    teams = Team.objects.visible_to(request.user).select_related("region")
    found = get_object_or_404(teams, pk=pk) if pk else None
    own = acting_region_ids(request.user, TEAM)
    if not own or (found and found.region_id not in own):
        raise not_yours(found.region.full_name if found else _("daerah ini"))
    regions = Region.objects.filter(pk__in=own)
    form = TeamForm(request.POST or None, request.FILES or None, regions=regions, team=found)
    status = 200
    if request.method == "POST":
        status = attempt(request, form, partial(_record, request, form, found)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("TKKSD tersimpan."))
            return redirect(form.saved)
    title = _("Ubah keputusan") if found else _("Catat TKKSD")
    context = {"form": form, "title": title, "crumbs": _crumbs((title, ""))}
    return render(request, "agreements/teams/form.html", context, status=status)


def _record(request: HttpRequest, form: TeamForm, found: Team | None) -> str:
    form.saved = record_team(actor=person(request), team=found, **form.decree())
    return str(form.saved.get_absolute_url())


@login_required
@require_http_methods(_SHOW)
def team_member(request: HttpRequest, pk: int, member: int | None = None) -> HttpResponse:
    """Give a seat to a person, or end a member's period."""
    found = get_object_or_404(Team.objects.visible_to(request.user).select_related("region"), pk=pk)
    seat = get_object_or_404(found.members, pk=member) if member else None
    if not may(person(request), TEAM, found.region):
        raise not_yours(found.region.full_name)
    form = EndForm(request.POST or None) if seat else MemberForm(request.POST or None, team=found)
    status = 200
    if request.method == "POST":
        status = _keep_member(request, form, found, seat) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Susunan TKKSD tersimpan."))
            return redirect(found)
    title = _("Akhiri masa tugas %s") % seat.name if seat else _("Tambah anggota")
    context = {
        "form": form,
        "title": title,
        "crumbs": _crumbs((str(found), found.get_absolute_url()), (title, "")),
    }
    return render(request, "agreements/teams/form.html", context, status=status)


def _keep_member(
    request: HttpRequest, form: MemberForm | EndForm, found: Team, seat: TeamMember | None
) -> int:
    def act() -> None:
        if seat is not None:
            end_member(actor=person(request), member=seat, until=form.cleaned_data["until"])
        elif isinstance(form, MemberForm):
            add_member(actor=person(request), team=found, **form.member())

    return attempt(request, form, act, found.get_absolute_url())


@login_required
@require_safe
def team_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The scanned decree."""
    teams = Team.objects.visible_to(request.user).filter(file__isnull=False).select_related("file")
    found = get_object_or_404(teams, pk=pk)
    response: HttpResponseBase = files.file_response(found.file, inline=True)  # type: ignore[arg-type]
    return response
