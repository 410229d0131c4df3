"""The weights of reasons: tried out first, then saved."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.views.refusing import carried_out
from ksd.accounts.pages import person
from ksd.mapping.forms.matches import WeightsForm
from ksd.mapping.models import Period
from ksd.mapping.services.matching.reading import newest_weights, weights_of
from ksd.mapping.services.matching.weighing import effect_of, save_weights
from ksd.mapping.views.match_words import LABELS
from ksd.mapping.views.matches import match_crumbs
from ksd.mapping.views.shared import managed


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def match_weights(request: HttpRequest, public_id: str) -> HttpResponse:
    """What each reason is worth; "Coba" shows the effect and writes nothing."""
    period = managed(request, public_id)
    back = reverse("mapping:matches", args=[period.public_id])
    form = WeightsForm(request.POST or None, labels=LABELS, initial=_now(period))
    tried = request.method == "POST" and "coba" in request.POST
    response: HttpResponse | None = None
    if tried:
        status = 200 if form.is_valid() else 422
    else:
        done = _("Bobot disimpan. Pasangan dicari lagi di latar belakang.")
        response, status = carried_out(request, form, _saver(request, period), back=back, done=done)
    context = {
        "form": form, "period": period, "cancel_url": back,
        "effect": effect_of(period, form.weights()) if tried and status == 200 else None,
        "crumbs": match_crumbs(period, (_("Bobot alasan"), "")),
    }  # fmt: skip
    return response or render(request, "mapping/matches/weights.html", context, status=status)


def _now(period: Period) -> dict[str, Any]:
    weights, saved = weights_of(period.region), newest_weights(period.region)
    return {**weights.points, "threshold": weights.threshold, "seen_revision": saved.revision if saved else 0}


def _saver(request: HttpRequest, period: Period) -> Any:
    def act(values: dict[str, Any]) -> None:
        points = {code: values[code] for code in LABELS if code in values}
        save_weights(
            actor=person(request), period=period, points=points, threshold=values["threshold"],
            seen_revision=values["seen_revision"],
        )  # fmt: skip

    return act
