"""What people do with a pair: speak for their region, or begin a proposal."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from agreements.views.proposal_steps import proposal_url
from agreements.views.refusing import carried_out
from ksd.accounts.pages import person
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.mapping.choices import Verdict
from ksd.mapping.forms.matches import DecisionForm, MatchStartForm
from ksd.mapping.models import Match, Period
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.matching.deciding import decide_match, may_decide, sides_of
from ksd.mapping.services.matching.grouping import Gathered, groups_of
from ksd.mapping.services.matching.starting import (
    kind_found,
    kinds_between_regions,
    proposers,
    start_from_matches,
    title_of,
)
from ksd.mapping.views.matches import match_crumbs, match_of
from ksd.mapping.views.shared import act_page, row_of
from regions.models import Region

ACTS = {
    Verdict.TERIMA: (gettext_lazy("Terima pasangan"), "success"),
    Verdict.TOLAK: (gettext_lazy("Tolak pasangan"), "danger"),
    Verdict.TUNDA: (gettext_lazy("Tunda pasangan"), "warning"),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def match_decide(request: HttpRequest, public_id: str, verdict: str) -> HttpResponse:
    """Accept, reject or put off a pair, for one's region or as who leads the mapping."""
    found = match_of(request, public_id)
    if verdict not in ACTS:
        raise Http404(_("Tidak ada tindakan itu."))
    _require(may_decide(request.user, found), _("Anda tidak berwenang menanggapi pasangan ini."))
    _require_untaken(found)
    form = DecisionForm(
        request.POST or None, verdict=verdict, sides=sides_of(request.user, found),
        leads=may_manage(request.user, found.period),
    )  # fmt: skip

    def act(values: dict[str, Any]) -> None:
        given = {"reason": values["reason"], "until": values.get("until")}
        decide_match(actor=person(request), match=found, verdict=verdict, region=form.region(), **given)

    (label, tone), back = ACTS[Verdict(verdict)], found.get_absolute_url()
    return act_page(
        request, form, act, way=match_crumbs(found.period, (found.first.title, back), (str(label), "")), back=back,
        done=_("Sikap dicatat."), subtitle=str(found), action=str(label), tone=tone,
    )  # fmt: skip


def _require(allowed: bool, message: str) -> None:
    if not allowed:
        raise NotAllowed(message, remedy=_("Mintalah petugas kerja sama salah satu daerahnya."))


def _require_untaken(match: Match) -> None:
    if match.case_id:
        raise ImpossibleStep(
            _("Pasangan ini sudah menjadi usulan kerja sama."),
            remedy=_("Lanjutkan pada usulan kerja samanya."),
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def match_start(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin a proposal from one pair."""
    found = match_of(request, public_id)
    regions = proposers(request.user, (found.first_region, found.second_region))
    _require(bool(regions), _("Anda tidak berwenang mengusulkan kerja sama untuk pasangan ini."))
    _require_untaken(found)
    return _start(request, [found], regions, found.get_absolute_url(), title_of([found.first]))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def group_start(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin one proposal of many regions from the row in their middle."""
    hub = row_of(request, public_id)
    group = _group(request, hub.period, public_id)
    if group is None:
        raise Http404(_("Tidak ada kelompok daerah dengan baris ini di tengahnya."))
    regions = proposers(request.user, group.regions)
    _require(bool(regions), _("Anda tidak berwenang mengusulkan kerja sama untuk kelompok ini."))
    return _start(request, list(group.matches), regions, hub.get_absolute_url(), title_of([hub]))


def _group(request: HttpRequest, period: Period, hub: str) -> Gathered | None:
    return next((row for row in groups_of(period, request.user, hub) if row.hub.public_id == hub), None)


def _start(
    request: HttpRequest, matches: Sequence[Match], regions: Sequence[Region], back: str, title: str
) -> HttpResponse:
    """The first lines of the proposal, prefilled; the rest is written in its own steps."""
    initial = {"title": title, "region": regions[0].pk, "kind": kind_found(matches)}
    form = MatchStartForm(
        request.POST or None, regions=regions, kinds=kinds_between_regions(), initial=initial
    )

    def act(values: dict[str, Any]) -> str:
        given = {name: values[name] for name in ("region", "kind", "title")}
        return proposal_url(start_from_matches(actor=person(request), matches=matches, **given), "data")

    done = _("Draf usulan dibuat. Lengkapi langkah-langkahnya.")
    response, status = carried_out(request, form, act, back=back, done=done)
    parties = sorted(
        {row.region for match in matches for row in (match.first, match.second)}, key=lambda row: row.code
    )
    context = {
        "form": form, "matches": matches, "parties": parties, "cancel_url": back,
        "crumbs": match_crumbs(matches[0].period, (_("Usulan baru"), "")),
    }  # fmt: skip
    return response or render(request, "mapping/matches/start.html", context, status=status)
