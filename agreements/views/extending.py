"""Extending a signed text, or ending it alone."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.changes import EndTextForm
from agreements.models import Extension, Naskah
from agreements.services.ending import acting_for_ending, end_text, require_endable
from agreements.services.extension import extend_text, extending_region, require_extendable, running_extension
from agreements.services.extension_findings import extension_findings
from agreements.views.access import person
from agreements.views.proposal_steps import proposal_url
from agreements.views.refusing import carried_out
from agreements.views.text_page import text_crumbs, text_or_404
from ksd.core.forms import OnceForm


@login_required
@require_http_methods(["GET", "POST"])
def extend(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin the extension of a text as a new proposal; the one that runs already is shown instead."""
    text = text_or_404(request, public_id)
    extending_region(person(request), text.case)
    running = running_extension(text)
    if running is None:
        require_extendable(text)
    form = OnceForm(request.POST or None)

    def act(_data: dict[str, Any]) -> str:
        return proposal_url(extend_text(actor=person(request), text=text), "data")

    done = _("Usulan perpanjangan diisi dari kerja sama asal. Periksa setiap langkahnya.")
    response, status = (None, 409) if running else carried_out(request, form, act, back="", done=done)
    context = _extension_page(text, form, running)
    return response or render(request, "agreements/changes/extend.html", context, status=status)


def _extension_page(text: Naskah, form: OnceForm, running: Extension | None) -> dict[str, Any]:
    return {
        "naskah": text,
        "form": form,
        "running": running,
        "request_rule": text.case.pack.request("perpanjangan"),
        "findings": extension_findings(text.case),
        "crumbs": text_crumbs(text, (_("Perpanjang"), "")),
    }


@login_required
@require_http_methods(["GET", "POST"])
def naskah_end(request: HttpRequest, public_id: str) -> HttpResponse:
    """End one text for a lawful reason while the cooperation goes on."""
    text = text_or_404(request, public_id)
    acting_for_ending(person(request), text.case)
    require_endable(text)
    form = EndTextForm(request.POST or None, reasons=text.case.pack.end_reasons)

    def act(data: dict[str, Any]) -> object:
        typed = {name: data[name] for name in ("reason_code", "explanation", "on")}
        end_text(actor=person(request), text=text, **typed)
        return None

    back, title = text.get_absolute_url(), _("Akhiri naskah ini")
    response, status = carried_out(request, form, act, back=back, done=_("Naskah diakhiri."))
    context = {
        "naskah": text,
        "form": form,
        "title": title,
        "back": back,
        "crumbs": text_crumbs(text, (title, "")),
    }
    return response or render(request, "agreements/texts/form.html", context, status=status)
