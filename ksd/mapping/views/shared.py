"""What every page of a period needs."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.views.refusing import carried_out
from ksd.core.forms import OnceForm
from ksd.mapping.models import MappingRow, Period, PeriodRegion
from ksd.mapping.services.access import may_fill, may_manage
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


def answer_page(request: HttpRequest, public_id: str, code: str) -> PeriodRegion:
    """The answer of one region asked to a period in sight; others are not found."""
    period = period_of(request, public_id)
    rows = PeriodRegion.objects.filter(period=period).select_related("region", "submitted_by")
    answer = get_object_or_404(rows, region__code=code)
    answer.period = period
    return answer


def filled(request: HttpRequest, public_id: str, code: str) -> PeriodRegion:
    """The same for who writes on behalf of that region; a reader is refused."""
    answer = answer_page(request, public_id, code)
    if not may_fill(request.user, answer.region):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengisi pemetaan daerah ini."))
    return answer


def row_of(request: HttpRequest, public_id: str) -> MappingRow:
    """A row the person may read; a stranger finds nothing."""
    rows = MappingRow.objects.visible_to(request.user).for_list()
    return get_object_or_404(rows.select_related("period__region", "evidence_file"), public_id=public_id)


def written(request: HttpRequest, public_id: str) -> MappingRow:
    """A row the person writes for its region; a reader is refused."""
    row = row_of(request, public_id)
    if not may_fill(request.user, row.region):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengisi pemetaan daerah ini."))
    return row


def filling_url(period: Period, code: str) -> str:
    """The address of a region's page in a period."""
    return reverse("mapping:filling", args=[period.public_id, code])


def row_crumbs(row: MappingRow, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way through period and region to a row."""
    region = (str(row.region), filling_url(row.period, row.region.code))
    return crumbs((str(row.period), row.period.get_absolute_url()), region, *more)


def frame(request: HttpRequest, period: Period, tab: str, label: str = "") -> dict[str, Any]:
    """What the frame of a period's page shows; `label` names a page beside the first."""
    way = [(str(period), period.get_absolute_url()), (label, "")] if label else [(str(period), "")]
    return {
        "period": period,
        "tabs": tabs_of(period, tab),
        "may_manage": may_manage(request.user, period),
        "crumbs": crumbs(*way),
    }


def act_page(
    request: HttpRequest,
    form: OnceForm,
    act: Callable[[dict[str, Any]], object],
    *,
    way: list[tuple[str, str]],
    back: str,
    done: str,
    subtitle: str,
    text: str = "",
    action: str = "",
    tone: str = "primary",
    template: str = "mapping/act.html",
    **more: Any,
) -> HttpResponse:
    """A form on a page of its own, named by the last crumb: filled in, refused with everything kept, or carried out."""
    response, status = carried_out(request, form, act, back=back, done=done)
    context = {
        "form": form,
        "title": way[-1][0],
        "subtitle": subtitle,
        "text": text,
        "action_label": action or _("Simpan"),
        "cancel_url": back,
        "tone": tone,
        "crumbs": way,
        **more,
    }
    return response or render(request, template, context, status=status)
