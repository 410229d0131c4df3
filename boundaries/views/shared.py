"""What every page of a segment needs."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.views.refusing import carried_out
from boundaries.models import Segment
from boundaries.services import may_manage
from boundaries.views.tabs import tabs_of
from ksd.core.forms import OnceForm


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the register to the page."""
    return [(_("Batas daerah"), reverse("boundaries:list")), *more]


def segment_of(request: HttpRequest, slug: str) -> Segment:
    """A segment within the person's scope; a stranger finds nothing."""
    first, _dash, second = slug.partition("-")
    found = Segment.objects.visible_to(request.user).for_list().of_codes(first, second).first()
    if found is None:
        raise Http404(_("Tidak ada segmen batas %(slug)s yang dapat Anda lihat.") % {"slug": slug})
    return found


def managed(request: HttpRequest, slug: str) -> Segment:
    """A segment whose record the person keeps; a stranger finds nothing, a reader is refused."""
    segment = segment_of(request, slug)
    if not may_manage(request.user, segment):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengubah catatan segmen ini."))
    return segment


def frame(request: HttpRequest, segment: Segment, tab: str, label: str = "") -> dict[str, Any]:
    """What the frame of a segment's page shows; `label` names a page beside the first."""
    way = [(str(segment), segment.get_absolute_url()), (label, "")] if label else [(str(segment), "")]
    return {
        "segment": segment,
        "tabs": tabs_of(segment, tab),
        "may_manage": may_manage(request.user, segment),
        "crumbs": crumbs(*way),
    }


def act_page(
    request: HttpRequest,
    segment: Segment,
    form: OnceForm,
    act: Callable[[dict[str, Any]], object],
    *,
    title: str,
    back: str,
    done: str,
    text: str = "",
) -> HttpResponse:
    """A form about a segment on a page of its own: filled in, refused with everything kept, or carried out."""
    response, status = carried_out(request, form, act, back=back, done=done)
    context = {
        "segment": segment,
        "form": form,
        "title": title,
        "text": text,
        "cancel_url": back,
        "crumbs": crumbs((str(segment), segment.get_absolute_url()), (title, "")),
    }
    return response or render(request, "boundaries/act.html", context, status=status)
