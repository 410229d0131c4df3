"""How the live pages are answered: a script gets a bare word, a form without scripts gets its page."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

LIVE = "X-KSD-Live"


def is_live(http: HttpRequest) -> bool:
    """Whether a script of ours asks, which shows refusals beside the form itself."""
    return LIVE in http.headers


def done(http: HttpRequest, address: str, message: str = "") -> HttpResponse:
    """An act is done: nothing more for a script, the page it belongs to for a form."""
    if is_live(http):
        return HttpResponse(status=204)
    if message:
        messages.success(http, message)
    return redirect(address)


def refused(
    http: HttpRequest, form: forms.BaseForm, status: int, page: Callable[[], HttpResponse]
) -> HttpResponse:
    """An act is refused: its sentences for a script, the page with everything typed for a form."""
    if not is_live(http):
        return page()
    words = [str(error) for errors in form.errors.values() for error in errors]
    return JsonResponse({"errors": words}, status=status)
