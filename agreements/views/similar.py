"""The warning that a proposal repeats a running cooperation, asked for while it is being typed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.models import Case
from agreements.services.collisions import THRESHOLD, Draft, Similar, similar_cases
from agreements.services.proposal import PROPOSE
from agreements.views.access import person
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User


@login_required
@require_safe
def similar(request: HttpRequest) -> HttpResponse:
    """The fragment with the cooperations like the words typed so far; empty when there are none."""
    user = person(request)
    case = Case.objects.visible_to(user).filter(public_id=request.GET.get("perkara", "")[:16]).first()
    rows = similar_cases(_typed(request.GET, user, case), user)
    context = {"similar": rows, "threshold": THRESHOLD, "case": case}
    return render(request, "agreements/proposal/_similar.html", context)


def _typed(data: QueryDict, user: User, case: Case | None) -> Draft:
    """The draft as typed; numbers that are none are ignored."""
    regions = {party.region_id for party in case.parties.all() if party.region_id} if case else set()
    numbers = {
        name: [int(v) for v in data.getlist(name) if v.isascii() and v.isdigit()]
        for name in ("urusan", "office")
    }
    return Draft(
        regions=regions or set(acting_region_ids(user, PROPOSE)),
        title=data.get("title", "")[:250],
        summary=data.get("summary", "")[:5000],
        location=data.get("location", "")[:250],
        urusan=[number for number in numbers["urusan"] if number < 2**31],
        office=next((number for number in numbers["office"] if number < 2**31), None),
        exclude=case.pk if case else None,
    )


def similar_to(case: Case, user: User) -> list[Similar]:
    """The cooperations like a saved proposal."""
    draft = Draft(
        regions=[party.region_id for party in case.parties.all() if party.region_id],
        title=case.title,
        summary=case.summary,
        location=case.location,
        urusan=[row.pk for row in case.urusan.all()],
        office=case.office_id,
        exclude=case.pk,
    )
    return similar_cases(draft, user)
