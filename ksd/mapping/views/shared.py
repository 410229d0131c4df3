"""What every page of a period needs."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.mapping.models import Period
from ksd.mapping.services.access import may_manage
from ksd.mapping.views.tabs import tabs_of


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of periods to the page."""
    return [(_("Pemetaan potensi"), reverse("mapping:list")), *more]


def period_of(request: HttpRequest, public_id: str) -> Period:
    """A period within the person's scope; a stranger finds nothing."""
    found = Period.objects.visible_to(request.user).for_list().filter(public_id=public_id).first()
    if found is None:
        raise Http404(_("Tidak ada periode pemetaan itu yang dapat Anda lihat."))
    return found


def managed(request: HttpRequest, public_id: str) -> Period:
    """A period the person leads; a stranger finds nothing, a reader is refused."""
    period = period_of(request, public_id)
    if not may_manage(request.user, period):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan memimpin pemetaan ini."))
    return period


def frame(request: HttpRequest, period: Period, tab: str, label: str = "") -> dict[str, Any]:
    """What the frame of a period's page shows; `label` names a page beside the first."""
    way = [(str(period), period.get_absolute_url()), (label, "")] if label else [(str(period), "")]
    return {
        "period": period,
        "tabs": tabs_of(period, tab),
        "may_manage": may_manage(request.user, period),
        "crumbs": crumbs(*way),
    }
