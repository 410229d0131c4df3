"""Forms that act once and come back with what was typed when the act is refused."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from agreements.forms.naskah import SeenForm
from agreements.views.access import attempt
from ksd.core.forms import OnceForm

Act = Callable[[dict[str, Any]], object]
# What is said after the act; a function where that depends on what the act led to.
Done = str | Callable[[], str]


def carried_out(
    request: HttpRequest, form: OnceForm, act: Act, *, back: str, done: Done = "", newest: int = 0
) -> tuple[HttpResponse | None, int]:
    """The redirect after the act, or None with the status of the refusal now shown at the form.

    An act may return the address it led to. `newest` is the version a refused form is held against when it is sent again.
    """
    if request.method != "POST":
        return None, 200
    reached = [back]

    def once() -> object:
        result = act(form.cleaned_data)
        if isinstance(result, str):
            reached[0] = result
        return reached[0]

    status = attempt(request, form, once, back) if form.is_valid() else 422
    if status != 200:
        if newest and isinstance(form, SeenForm):
            form.show_newer(newest)
        return None, status
    if done:
        messages.success(request, done() if callable(done) else done)
    return redirect(reached[0]), 200


def confirm(
    request: HttpRequest, *, act: Act, back: str, form: OnceForm | None = None, done: Done = "", **page: Any
) -> HttpResponse:
    """Ask before an act, with its reason where the form asks for one, then do it."""
    form = form or OnceForm(request.POST or None)
    # Held against the version it was opened on: nobody approves or deletes what they have not read.
    response, status = carried_out(request, form, act, back=back, done=done)
    context = {"form": form, "cancel_url": back, **page}
    return response or render(request, "components/confirm_page.html", context, status=status)
