"""Court cases and changes under Pasal 34 of a segment: written down and kept up to date."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from boundaries.forms.regulations import AmendmentForm, CourtForm
from boundaries.models import Amendment, CourtCase, Segment
from boundaries.services.afterwards import AmendmentFacts, CourtFacts, keep_amendment, keep_court_case
from boundaries.views.regulations import regulations_url
from boundaries.views.shared import act_page, managed
from ksd.accounts.pages import person

_FORM = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(_FORM)
def court_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a review by a court."""
    return _court(request, managed(request, slug), None)


@login_required
@require_http_methods(_FORM)
def court_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write down how a review went on."""
    segment = managed(request, slug)
    return _court(request, segment, get_object_or_404(segment.court_cases, pk=pk))


def _court(request: HttpRequest, segment: Segment, case: CourtCase | None) -> HttpResponse:
    told = {name: getattr(case, name) for name in CourtFacts.__dataclass_fields__} if case else None
    form = CourtForm(request.POST or None, segment=segment, initial=told)

    def act(_data: dict[str, Any]) -> None:
        keep_court_case(actor=person(request), segment=segment, facts=CourtFacts(**form.given()), case=case)

    return act_page(
        request, segment, form, act, title=_("Perkara pengadilan"), back=regulations_url(segment),
        done=_("Perkara dicatat."),
    )  # fmt: skip


@login_required
@require_http_methods(_FORM)
def amendment_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a wish to change a boundary already set."""
    return _amendment(request, managed(request, slug), None)


@login_required
@require_http_methods(_FORM)
def amendment_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write down what became of such a wish."""
    segment = managed(request, slug)
    return _amendment(request, segment, get_object_or_404(segment.amendments, pk=pk))


def _amendment(request: HttpRequest, segment: Segment, amendment: Amendment | None) -> HttpResponse:
    names = AmendmentFacts.__dataclass_fields__
    told = {name: getattr(amendment, name) for name in names} if amendment else None
    form = AmendmentForm(request.POST or None, segment=segment, initial=told)

    def act(_data: dict[str, Any]) -> None:
        facts = AmendmentFacts(**form.given())
        keep_amendment(actor=person(request), segment=segment, facts=facts, amendment=amendment)

    return act_page(
        request, segment, form, act, title=_("Perubahan menurut Pasal 34 Permendagri 141/2017"),
        back=regulations_url(segment), done=_("Usul perubahan dicatat."),
    )  # fmt: skip
