"""Lists of a period to take away: as PDF, DOCX or XLSX, of one region or of all."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.views.letters import hand_out
from ksd.accounts.access import acting_region_ids
from ksd.accounts.pages import person
from ksd.core.spreadsheets import XLSX
from ksd.mapping.models import Period
from ksd.mapping.services.access import FILL
from ksd.mapping.services.outputs.lists import (
    MAKERS,
    SHEETS,
    decree,
    list_letter,
    list_sheet,
    regions_with_third_parties,
)
from ksd.mapping.views.shared import frame, period_of
from regions.models import Region

DECREE = "keputusan"


def region_asked(period: Period, code: str) -> Region | None:
    """The region of the period the address or form names; None for all of them. Raises Http404."""
    code = code.replace("\0", "")[:13]
    return get_object_or_404(period.regions, code=code) if code else None


@login_required
@require_safe
def outputs(request: HttpRequest, public_id: str) -> HttpResponse:
    """What may be taken away from a period."""
    period = period_of(request, public_id)
    regions = list(period.regions.order_by("level", "code"))
    filled = acting_region_ids(request.user, FILL)
    own = [region for region in regions if region.pk in filled]
    decided = regions_with_third_parties(period)
    context = frame(request, period, "outputs", _("Keluaran")) | {
        "regions": regions,
        "fills": bool(own),
        "own": [region for region in own if region.pk in decided],
    }
    return render(request, "mapping/outputs/page.html", context)


@login_required
@require_POST
def output(request: HttpRequest, public_id: str, paper: str) -> HttpResponse:
    """One list as PDF or DOCX."""
    period = period_of(request, public_id)
    region = region_asked(period, request.POST.get("daerah", ""))
    if paper == DECREE and region is not None:
        letter = decree(actor=person(request), period=period, region=region)
    elif paper in MAKERS:
        letter = list_letter(paper, period, region)
    else:
        raise Http404(_("Keluaran ini tidak ada."))
    return hand_out(request, letter, letter.subject)


@login_required
@require_safe
def output_sheet(request: HttpRequest, public_id: str, paper: str) -> HttpResponse:
    """The rows behind one list as XLSX."""
    period = period_of(request, public_id)
    region = region_asked(period, request.GET.get("daerah", ""))
    if paper not in SHEETS:
        raise Http404(_("Keluaran ini tidak ada."))
    name = slugify(f"{paper} {period.year} {region.full_name if region else ''}")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.xlsx"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(list_sheet(paper, period, region), content_type=XLSX, headers=headers)
