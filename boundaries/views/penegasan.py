"""What the pages of minutes, papers, terms and letters of a segment share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.views.refusing import Act, carried_out
from boundaries import services
from boundaries.models import Segment
from boundaries.views.shared import crumbs, segment_of
from boundaries.views.tabs import tabs_of
from ksd.core.forms import OnceForm

SHOW = ["GET", "HEAD", "POST"]


def of(segment: Segment, name: str, *more: Any) -> str:
    """The address of a page of a segment."""
    return reverse(f"boundaries:{name}", args=[segment.slug, *more])


def kept_segment(http: HttpRequest, slug: str) -> Segment:
    """A segment the person keeps: 404 for a stranger, 403 for who only reads."""
    segment = segment_of(http, slug)
    if not services.may_manage(http.user, segment):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan mengurus penegasan segmen ini."))
    return segment


def frame(http: HttpRequest, segment: Segment, tab: str, label: str = "") -> dict[str, Any]:
    """What every page of one segment needs."""
    way = [(str(segment), segment.get_absolute_url())]
    return {
        "segment": segment,
        "tabs": tabs_of(segment, tab),
        "may_manage": services.may_manage(http.user, segment),
        "crumbs": crumbs(*way, *([(label, "")] if label else [])),
    }


def ask(
    http: HttpRequest, form: OnceForm, act: Act, *, back: str, title: str, done: str,
    subject: Any, way: list[tuple[str, str]] | None = None, **page: Any,
) -> HttpResponse:  # fmt: skip
    """Show a form and act once when it is sent; a refusal comes back with everything typed."""
    response, status = carried_out(http, form, act, back=back, done=done)
    context = {
        "form": form, "title": title, "subject": subject, "back": back,
        "crumbs": crumbs(*(way or [(str(subject), back)]), (title, "")), **page,
    }  # fmt: skip
    return response or render(http, "boundaries/form.html", context, status=status)
