"""The legs (ruas) of a segment: the list with its sums, and what is done to a leg."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.views.refusing import confirm
from boundaries.forms.fields import ReasonForm
from boundaries.forms.legs import LegForm
from boundaries.models import Leg, Segment
from boundaries.services.extent import findings_of, sums_of
from boundaries.services.legs import LegFacts, keep_leg, move_leg, remove_leg
from boundaries.views.shared import act_page, crumbs, frame, managed, segment_of
from ksd.accounts.pages import person

_FORM = ["GET", "HEAD", "POST"]


def legs_url(segment: Segment) -> str:
    """The page of the legs."""
    return reverse("boundaries:legs", args=[segment.slug])


def leg_or_404(segment: Segment, pk: int) -> Leg:
    """A leg of this segment."""
    return get_object_or_404(segment.legs.select_related("segment__region_a", "segment__region_b"), pk=pk)


@login_required
@require_safe
def legs(request: HttpRequest, slug: str) -> HttpResponse:
    """The legs in their order, added up and held against the length of the segment."""
    segment = segment_of(request, slug)
    rows = list(segment.legs.select_related("start", "end", "paper"))
    context = frame(request, segment, "legs", _("Ruas")) | {
        "legs": rows,
        "sums": sums_of(segment, rows),
        "findings": findings_of(segment, rows),
    }
    return render(request, "boundaries/legs.html", context)


@login_required
@require_http_methods(_FORM)
def leg_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a leg at the end."""
    segment = managed(request, slug)
    form = LegForm(request.POST or None, segment=segment)

    def act(_data: dict[str, Any]) -> None:
        keep_leg(actor=person(request), segment=segment, facts=form.facts())

    return act_page(
        request,
        segment,
        form,
        act,
        title=_("Tambah ruas"),
        back=legs_url(segment),
        done=_("Ruas ditambahkan."),
    )


@login_required
@require_http_methods(_FORM)
def leg_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a leg."""
    segment = managed(request, slug)
    leg = leg_or_404(segment, pk)
    told = {name: getattr(leg, name) for name in LegFacts.__dataclass_fields__}
    form = LegForm(request.POST or None, segment=segment, initial=told)

    def act(_data: dict[str, Any]) -> None:
        keep_leg(actor=person(request), segment=segment, facts=form.facts(), leg=leg)

    return act_page(
        request, segment, form, act, title=_("Ubah ruas"), back=legs_url(segment), done=_("Ruas disimpan.")
    )


@login_required
@require_POST
def leg_move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Put a leg one place earlier ("arah" is naik) or later."""
    segment = managed(request, slug)
    move_leg(actor=person(request), leg=leg_or_404(segment, pk), down=request.POST.get("arah") != "naik")
    messages.success(request, _("Urutan ruas diubah."))
    return redirect(legs_url(segment))


@login_required
@require_http_methods(_FORM)
def leg_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask why, then remove a leg."""
    segment = managed(request, slug)
    leg = leg_or_404(segment, pk)
    form = ReasonForm(request.POST or None, segment=segment)

    def act(data: dict[str, Any]) -> None:
        remove_leg(actor=person(request), leg=leg, reason=data["reason"])

    return confirm(
        request, act=act, back=legs_url(segment), form=form, done=_("Ruas dihapus."),
        title=_("Hapus ruas %(leg)s?") % {"leg": leg}, action_label=_("Hapus ruas"),
        text=_("Isinya tetap terbaca dalam riwayat segmen."),
        crumbs=crumbs((str(segment), segment.get_absolute_url()), (_("Ruas"), legs_url(segment)), (_("Hapus"), "")),
    )  # fmt: skip
