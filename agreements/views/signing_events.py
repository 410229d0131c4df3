"""What is noted around a signing: its plan, that it was held, originals on their way."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.choices import NaskahState
from agreements.forms.signing_events import CourierForm, DayForm, PlanForm
from agreements.models import Naskah
from agreements.services.acting import not_yours
from agreements.services.naskah import acting_for_text, require_state
from agreements.services.signing_events import (
    SIGN,
    event_of,
    hand_over,
    hold_event,
    plan_event,
    receive_original,
    require_event,
    require_party,
    require_unheld,
)
from agreements.views.access import case_crumbs, person
from agreements.views.party_lines import permits
from agreements.views.refusing import Act, Done, carried_out
from agreements.views.text_page import text_or_404
from ksd.core.forms import OnceForm


def page_of_case(text: Naskah) -> str:
    """Where the signings of the case are followed, at this text."""
    return f"{reverse('agreements:signing', args=[text.case.public_id])}#naskah-{text.public_id}"


def note(
    request: HttpRequest, text: Naskah, form: OnceForm, act: Act, *, title: str, done: Done, **more: Any
) -> HttpResponse:
    """One form around a signing: shown, carried out once, or brought back with its refusal."""
    back = page_of_case(text)
    response, status = carried_out(request, form, act, back=back, done=done)
    crumbs = case_crumbs(text.case, (_("Tanda tangan & arsip"), back), (title, ""))
    context = {"naskah": text, "form": form, "title": title, "back": back, "crumbs": crumbs, **more}
    return response or render(request, "agreements/signing/form.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def signing_plan(request: HttpRequest, public_id: str) -> HttpResponse:
    """Plan the signing of a text, or move it."""
    text = text_or_404(request, public_id)
    require_party(person(request), text)
    require_state(text, *NaskahState.open())
    event = event_of(text)
    require_unheld(event)
    known = {name: getattr(event, name) for name in ("on", "place", "mode", "agenda")} if event else {}
    form = PlanForm(request.POST or None, initial=known or {"place": text.place})

    def act(_data: dict[str, Any]) -> object:
        return plan_event(actor=person(request), naskah=text, plan=form.plan())

    title, done = _("Rencanakan penandatanganan"), _("Acara penandatanganan tersimpan.")
    hint = _("Kewenangan penanda tangan diperiksa terhadap tanggal ini.")
    return note(request, text, form, act, title=title, done=done, hint=hint)


@login_required
@require_http_methods(["GET", "POST"])
def signing_hold(request: HttpRequest, public_id: str) -> HttpResponse:
    """Note that the event was held."""
    text = text_or_404(request, public_id)
    require_party(person(request), text)
    event = require_event(text)
    form = DayForm(request.POST or None, initial={"on": event.on})

    def act(data: dict[str, Any]) -> object:
        return hold_event(actor=person(request), naskah=text, on=data["on"])

    title, done = _("Catat acara terlaksana"), _("Acara penandatanganan dicatat terlaksana.")
    hint = _("Tanda tangan setiap pihak dicatat tersendiri; pihak yang belum menandatangani diingatkan.")
    return note(request, text, form, act, title=title, done=done, hint=hint)


@login_required
@require_http_methods(["GET", "POST"])
def courier_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Note who carries which original to whom."""
    text = text_or_404(request, public_id)
    parties = text.case.acting_parties
    own = [row for row in parties if permits(acting_for_text, person(request), text, row, SIGN)]
    if not own:
        raise not_yours(", ".join(row.short_name for row in parties))
    require_state(text, NaskahState.AGREED, NaskahState.SIGNED)
    form = CourierForm(request.POST or None, naskah=text, senders=own)

    def act(data: dict[str, Any]) -> object:
        names = ("original", "sender", "receiver", "carrier", "on")
        return hand_over(actor=person(request), naskah=text, **{name: data[name] for name in names})

    done = _("Pengantaran naskah asli dicatat.")
    return note(request, text, form, act, title=_("Catat pengantaran"), done=done)


@login_required
@require_http_methods(["GET", "POST"])
def courier_receive(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Note that an original has arrived."""
    text = text_or_404(request, public_id)
    courier = get_object_or_404(text.couriers.select_related("receiver__region", "receiver__partner"), pk=pk)
    acting_for_text(person(request), text, courier.receiver, SIGN)
    form = DayForm(request.POST or None)

    def act(data: dict[str, Any]) -> object:
        courier.naskah = text
        return receive_original(actor=person(request), courier=courier, on=data["on"])

    title = _("Terima naskah asli %d") % courier.original
    return note(request, text, form, act, title=title, done=_("Penerimaan naskah asli dicatat."))
