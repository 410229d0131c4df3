"""Who signs for each party, the signature it gave, and the signed copy."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.choices import NaskahState
from agreements.forms.signing import SignatureForm, SignedCopyForm, SignerForm, signer_initial
from agreements.models import Naskah, NaskahParty
from agreements.services.authority import findings_by_party, planned_day
from agreements.services.naskah import acting_for_text, require_state
from agreements.services.naskah_life import require_act
from agreements.services.signed_copies import add_signed_copy, require_copy_missing
from agreements.services.signing import DRAFT, SIGN, record_signature, set_signer
from agreements.views.access import person
from agreements.views.agreeing import party_or_404
from agreements.views.refusing import carried_out
from agreements.views.text_page import text_crumbs, text_or_404, then
from ksd.core import clock
from ksd.core.files import file_response


@login_required
@require_http_methods(["GET", "POST"])
def naskah_signer(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Name who will sign for a party and on what ground."""
    text = text_or_404(request, public_id)
    row = party_or_404(text, order)
    acting_for_text(person(request), text, row.party, DRAFT)
    require_state(text, *NaskahState.open())
    day = planned_day(text)
    form = SignerForm(
        request.POST or None, row=row, rule=text.rule, day=day, initial=signer_initial(row, day)
    )

    def act(_data: dict[str, Any]) -> object:
        return set_signer(actor=person(request), naskah=text, party=row.party, signer=form.signer())

    done = _("Penanda tangan %s disimpan.") % row.party.short_name
    response, status = carried_out(request, form, act, back=_back(text), done=done)
    found = findings_by_party(text, day).get(row.party_id, [])
    context = _context(text, row, form, _("Penanda tangan")) | {"findings": found, "day": day}
    return response or render(request, "agreements/texts/signer.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def naskah_sign(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Record one party's signature with its number, day and signed copy."""
    text, row = _signing(request, public_id, order)
    if request.method == "GET" and row.signed_on:
        messages.info(request, _("Tanda tangan pihak ini sudah dicatat."))
        return redirect(_back(text))
    form = _signature_form(request, text, row)

    def act(data: dict[str, Any]) -> object:
        names = ("number", "signed_on", "mode", "upload")
        typed = {name: data[name] for name in names} | {"starts_on": data.get("starts_on")}
        return record_signature(actor=person(request), naskah=text, party=row.party, **typed)

    done = then(text, _("Tanda tangan %s dicatat.") % row.party.short_name)
    response, status = carried_out(request, form, act, back=_back(text), done=done)
    context = _context(text, row, form, _("Catat tanda tangan")) | {
        "typed_day": form.typed_day(),
        "findings": findings_by_party(text, form.typed_day()).get(row.party_id, []),
    }
    return response or render(request, "agreements/texts/sign.html", context, status=status)


def _signing(request: HttpRequest, public_id: str, order: int) -> tuple[Naskah, NaskahParty]:
    """A text waiting for signatures and the party this person may record."""
    text = text_or_404(request, public_id)
    row = party_or_404(text, order)
    require_act(person(request), text, "tandatangani", row.party)
    return text, row


def _signature_form(request: HttpRequest, text: Naskah, row: NaskahParty) -> SignatureForm:
    others = text.signatures.exclude(pk=row.pk).filter(signed_on=None)
    known = {"number": row.number, "signed_on": clock.today()}
    return SignatureForm(
        request.POST or None, request.FILES or None, is_last=not others.exists(), initial=known
    )


def _back(text: Naskah) -> str:
    return f"{text.get_absolute_url()}#pihak"


def _context(text: Naskah, row: NaskahParty, form: Any, title: str) -> dict[str, Any]:
    return {
        "naskah": text,
        "rule": text.rule,
        "row": row,
        "party": row.party,
        "form": form,
        "title": title,
        "back": _back(text),
        "crumbs": text_crumbs(text, (title, "")),
    }


@login_required
@require_safe
def signed_copy(request: HttpRequest, public_id: str, order: int) -> FileResponse:
    """Hand out the scanned copy a party uploaded."""
    text = text_or_404(request, public_id)
    stored = party_or_404(text, order).signed_copy
    if stored is None:
        raise Http404
    return file_response(stored, inline="unduh" not in request.GET)


@login_required
@require_http_methods(["GET", "POST"])
def signed_copy_add(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Add the scanned copy to a signature that was recorded without one."""
    text = text_or_404(request, public_id)
    row = party_or_404(text, order)
    acting_for_text(person(request), text, row.party, SIGN)
    require_copy_missing(row)
    form = SignedCopyForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> object:
        add_signed_copy(actor=person(request), naskah=text, party=row.party, upload=data["upload"])
        return _back(text)

    done = _("Salinan bertanda tangan %s tersimpan.") % row.party.short_name
    response, status = carried_out(request, form, act, back=_back(text), done=done)
    context = _context(text, row, form, _("Unggah salinan bertanda tangan"))
    return response or render(request, "agreements/texts/signed_copy.html", context, status=status)
