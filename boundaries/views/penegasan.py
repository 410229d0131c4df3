"""What the pages of minutes, papers, terms and letters of a segment share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from agreements.views.refusing import Act, carried_out
from boundaries.models import Segment
from boundaries.views.shared import crumbs
from ksd.core.forms import OnceForm

SHOW = ["GET", "HEAD", "POST"]


def of(segment: Segment, name: str, *more: Any) -> str:
    """The address of a page of a segment."""
    return reverse(f"boundaries:{name}", args=[segment.slug, *more])


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
