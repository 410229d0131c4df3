"""The TKKSD's recommendation to sign a text."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.documents.recommendation import CODE, recommendation_letter
from agreements.forms.teams import RecommendationForm
from agreements.models import Naskah, Party
from agreements.services.acting import not_yours
from agreements.services.numbering import next_sample, numbers_here
from agreements.services.recommendations import ARTICLE, recommending_party, record_recommendation, struck_out
from agreements.views.access import attempt, case_crumbs, person
from agreements.views.letters import hand_out


def _text(request: HttpRequest, public_id: str) -> Naskah:
    texts = Naskah.objects.visible_to(request.user).select_related("case")
    return get_object_or_404(texts.prefetch_related("case__parties__region"), public_id=public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def recommendations(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every recommendation on a text, and the form of the next one for who speaks for a TKKSD."""
    text = _text(request, public_id)
    party = recommending_party(person(request), text)
    form = _form(request, party) if party and text.is_open else None
    status = _record(request, text, form) if request.method == "POST" else 200
    if request.method == "POST" and status == 200:
        messages.success(request, _("Rekomendasi tercatat."))
        return redirect(text)
    rows = text.recommendations.select_related("region", "recorded_by")
    crumbs = case_crumbs(text.case, (str(text), text.get_absolute_url()), (_("Rekomendasi TKKSD"), ""))
    context: dict[str, Any] = {"text": text, "form": form, "rows": rows, "article": ARTICLE, "crumbs": crumbs}
    context |= {"struck": struck_out(text)}
    return render(request, "agreements/teams/recommendations.html", context, status=status)


def _form(request: HttpRequest, party: Party) -> RecommendationForm:
    region = party.region
    sample = next_sample(region, CODE) if region and numbers_here(region) else ""
    return RecommendationForm(request.POST or None, sample=sample)


def _record(request: HttpRequest, text: Naskah, form: RecommendationForm | None) -> int:
    party = recommending_party(person(request), text)
    if party is None:
        raise not_yours(", ".join(row.short_name for row in text.case.parties.all() if row.region_id))
    form = form or _form(request, party)
    if not form.is_valid():
        return 422
    record = partial(record_recommendation, actor=person(request), naskah=text, **form.word())
    return attempt(request, form, record, text.get_absolute_url())


@login_required
@require_POST
def recommendation_letter_file(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One recommendation as a letter."""
    text = _text(request, public_id)
    row = get_object_or_404(text.recommendations.select_related("region", "naskah__case"), pk=pk)
    label = _("Rekomendasi TKKSD %s") % row.number
    return hand_out(request, recommendation_letter(row), label, text.case)
