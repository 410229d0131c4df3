"""Pages of the boundary register: the list, one segment, the change of its stage."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from boundaries import services
from boundaries.choices import tone_of
from boundaries.filters import SegmentFilter
from boundaries.forms import StageForm
from boundaries.models import Segment
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.accounts.models import User
from ksd.core.errors import AlreadyDone, DomainError
from ksd.core.forms import add_domain_error
from ksd.core.templatetags.core import angka, tanggal

PER_PAGE = 50


@login_required
@require_safe
def segment_list(request: HttpRequest) -> HttpResponse:
    """The segments the person may see, with their sums."""
    found = SegmentFilter(request.GET, queryset=Segment.objects.visible_to(request.user).for_list())
    context = {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "totals": found.qs.totals(),
        "is_filtered": any(request.GET.get(name) for name in found.form.fields),
        "crumbs": crumbs(),
    }
    return render(request, "boundaries/list.html", context)


@login_required
@require_safe
def segment_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One segment: its facts, its regulation, the history of its stages."""
    segment = segment_of(request, slug)
    if segment.slug != slug:
        return redirect(segment)
    context = {
        "segment": segment,
        "tabs": tabs_of(segment, "detail"),
        "facts": _facts(segment),
        "history": _history(segment),
        "may_manage": services.may_manage(request.user, segment),
        "crumbs": crumbs((str(segment), "")),
    }
    return render(request, "boundaries/detail.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_stage(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down the stage a segment has come to."""
    segment = segment_of(request, slug)
    if not services.may_manage(request.user, segment):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengubah tahapan segmen ini."))
    form = StageForm(request.POST or None, segment=segment)
    status = 200
    if request.method == "POST":
        status = _change(request, segment, form) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Tahapan segmen dicatat."))
            return redirect(segment)
    context = {
        "segment": segment,
        "form": form,
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (_("Ubah tahapan"), "")),
    }
    return render(request, "boundaries/stage.html", context, status=status)


def _change(request: HttpRequest, segment: Segment, form: StageForm) -> int:
    """Act once; a refusal goes back to the form with its status."""
    person = cast(User, request.user)
    try:
        with transaction.atomic():
            form.claim(person, segment.get_absolute_url())
            services.change_stage(actor=person, segment=segment, **form.given())
    except AlreadyDone:
        raise
    except DomainError as error:
        add_domain_error(form, error)
        return error.status
    return 200


def _facts(segment: Segment) -> list[tuple[str, Any, str]]:
    length = f"{angka(segment.length_km)} km" if segment.length_km is not None else ""
    days = segment.days_in_stage
    since = tanggal(segment.stage_since)
    if days is not None:
        since = _("%(day)s (%(days)s hari)") % {"day": since, "days": angka(days)}
    sides = [(_("Wilayah pertama"), segment.region_a), (_("Wilayah kedua"), segment.region_b)]
    return [
        *[(label, f"{region} ({region.code})", region.get_absolute_url()) for label, region in sides],
        (_("Jenis"), segment.kind.label, ""),
        (_("Panjang indikatif"), length, ""),
        (_("Tahapan"), segment.get_stage_display(), ""),
        (_("Pada tahapan ini sejak"), since, ""),
    ]


def _history(segment: Segment) -> list[dict[str, Any]]:
    """The changes of stage as entries of a timeline, newest first."""
    return [
        {
            "title": change.get_to_stage_display(),
            "at": change.on,
            "by": _("Dicatat %(person)s; sebelumnya %(stage)s.")
            % {"person": change.actor, "stage": change.get_from_stage_display()},
            "text": f"{change.regulation}\n{change.reason}" if change.regulation else change.reason,
            "tone": tone_of(change.to_stage),
            "icon": "",
        }
        for change in segment.changes.select_related("actor")
    ]
