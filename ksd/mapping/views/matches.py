"""Pages of pairs: the ranked list of a period, one pair with its reasons, the groups, the search itself."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.models import Case
from agreements.views.refusing import confirm
from ksd.accounts.pages import person
from ksd.core.liveness import look_for_worker
from ksd.mapping.choices import MatchState
from ksd.mapping.filters.matches import MatchFilter
from ksd.mapping.models import Match, Period
from ksd.mapping.services.matching.deciding import may_decide
from ksd.mapping.services.matching.grouping import groups_of
from ksd.mapping.services.matching.requesting import job_of, request_run
from ksd.mapping.services.matching.starting import proposers
from ksd.mapping.views.match_words import changes_of, lines_of
from ksd.mapping.views.shared import crumbs, frame, managed, period_of
from regions.models import Region

PER_PAGE = 25
TONES = {
    MatchState.DITERIMA: "success", MatchState.SEBAGIAN: "info", MatchState.DITOLAK: "danger",
    MatchState.DITUNDA: "warning", MatchState.USULAN: "primary",
}  # fmt: skip


def match_of(request: HttpRequest, public_id: str) -> Match:
    """A pair both of whose rows the person may read; a stranger finds nothing."""
    rows = Match.objects.visible_to(request.user).for_list()
    found = rows.select_related("first__urusan", "second__urusan").filter(public_id=public_id).first()
    if found is None:
        raise Http404(_("Tidak ada pasangan itu yang dapat Anda lihat."))
    return found


@login_required
@require_safe
def match_list(request: HttpRequest, public_id: str) -> HttpResponse:
    """The pairs of a period, the best first."""
    period = period_of(request, public_id)
    rows = Match.objects.filter(period=period).visible_to(request.user).standing().for_list()
    asked = Region.objects.filter(mapping_answers__period=period).order_by("code")
    found = MatchFilter(request.GET, queryset=rows, regions=asked)
    page = Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page"))
    for match in page:
        match.tone = TONES.get(MatchState(match.state), "")
    context = (
        frame(request, period, "matches", _("Pasangan"))
        | _standing(period)
        | {
            "filter": found,
            "page_obj": page,
            "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        }
    )
    return render(request, "mapping/matches/list.html", context)


def _standing(period: Period) -> dict[str, Any]:
    """When pairs were last looked for, and how far the search is."""
    job = job_of(period)
    last = period.match_runs.exclude(finished_at=None).first()
    return {"job": look_for_worker(job) if job else None, "last_run": last}


@login_required
@require_safe
def match(request: HttpRequest, public_id: str) -> HttpResponse:
    """One pair: both rows side by side, and every reason with its points."""
    found = match_of(request, public_id)
    found.tone = TONES.get(MatchState(found.state), "")  # type: ignore[attr-defined]  # for the template
    context = {
        "match": found,
        "case": Case.objects.visible_to(request.user).filter(pk=found.case_id or 0).first(),
        "lines": lines_of(found),
        "changes": changes_of(found) if found.reopened_at else [],
        "decisions": list(found.decisions.select_related("region", "decided_by")),
        "may_decide": may_decide(request.user, found) and not found.case_id,
        "may_start": bool(proposers(request.user, (found.first_region, found.second_region)))
        and not found.case_id
        and found.state != MatchState.DITOLAK,
        "crumbs": match_crumbs(found.period, (found.first.title, "")),
    }
    return render(request, "mapping/matches/match.html", context)


def match_crumbs(period: Period, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way through the period and its pairs."""
    pairs = (_("Pasangan"), reverse("mapping:matches", args=[period.public_id]))
    return crumbs((str(period), period.get_absolute_url()), pairs, *more)


@login_required
@require_safe
def match_groups(request: HttpRequest, public_id: str) -> HttpResponse:
    """One source that serves several regions, one problem that several share."""
    period = period_of(request, public_id)
    found = groups_of(period, request.user)
    for group in found:
        group.may_start = bool(proposers(request.user, group.regions))
    context = frame(request, period, "matches", _("Kelompok daerah")) | {"groups": found}
    return render(request, "mapping/matches/groups.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def match_run(request: HttpRequest, public_id: str) -> HttpResponse:
    """Look for all pairs anew, in the background."""
    period = managed(request, public_id)
    back = reverse("mapping:matches", args=[period.public_id])
    if request.method == "POST" and job_of(period):
        return redirect(back)
    return confirm(
        request, act=lambda _values: _run(request, period), back=back, title=_("Cari pasangan"),
        text=_("Semua baris yang sudah dikirim dibandingkan lagi; sikap daerah atas pasangan tidak berubah."),
        action_label=_("Cari pasangan"), tone="primary", crumbs=match_crumbs(period, (_("Cari pasangan"), "")),
    )  # fmt: skip


def _run(request: HttpRequest, period: Period) -> None:
    request_run(actor=person(request), period=period)
