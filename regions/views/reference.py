"""Reference lists: the 32 urusan and the legal bases."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ksd.core import clock
from regions.choices import LegalKind, UrusanGroup
from regions.models import LegalBasis, Urusan
from regions.views.register import crumbs


@login_required
@require_safe
def urusan(request: HttpRequest) -> HttpResponse:
    """The urusan in their three groups."""
    rows = list(Urusan.objects.all())
    groups = [(group.label, [row for row in rows if row.group == group.value]) for group in UrusanGroup]
    context = {"groups": groups, "count": len(rows), "crumbs": crumbs((_("Urusan pemerintahan"), ""))}
    return render(request, "regions/urusan.html", context)


@login_required
@require_safe
def legal_bases(request: HttpRequest) -> HttpResponse:
    """The right citations by kind, and the wrong ones with their correction."""
    rank = {kind: place for place, kind in enumerate(LegalKind.values)}
    right = sorted(
        LegalBasis.objects.right(), key=lambda basis: (rank[basis.kind], -basis.year, basis.citation)
    )
    groups = [
        (LegalKind(kind).label, list(rows)) for kind, rows in groupby(right, key=lambda basis: basis.kind)
    ]
    context = {
        "groups": groups,
        "wrong": LegalBasis.objects.wrong().select_related("corrected_by"),
        "today": clock.today(),
        "crumbs": crumbs((_("Dasar hukum"), "")),
    }
    return render(request, "regions/legal_bases.html", context)
