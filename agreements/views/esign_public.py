"""The page behind the link of an electronic signature: the official reads, signs or refuses, without an account."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from agreements.esign import Credentials, provider
from agreements.forms.issued import GiveForm, RefuseForm
from agreements.models import SignRequest
from agreements.services.esign import refuse_request
from agreements.services.esign_giving import (
    file_to_sign,
    give_signature,
    note_opened,
    request_of,
    require_signable,
)
from agreements.views.issued_public import facts_of_text, per_minute
from ksd.core.errors import DomainError
from ksd.core.files import file_response
from ksd.core.forms import add_domain_error
from ksd.core.limits import limited
from ksd.core.quiet import unlisted

PER_MINUTE = 20


def few() -> int:
    """How often one address may try a secret within a minute."""
    return PER_MINUTE


def request_or_404(token: str) -> SignRequest:
    """The request a link leads to."""
    found = request_of(token)
    if found is None:
        raise Http404
    return found


@never_cache
@require_safe
@limited("tte", per_minute)
def sign_page(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is to be signed and the two answers."""
    asked = request_or_404(token)
    note_opened(request=asked)
    return _page(request, asked, token)


@never_cache
@require_safe
@limited("tte", per_minute)
def sign_file(request: HttpRequest, token: str) -> FileResponse:  # noqa: ARG001  decorators want it
    """Hand out the very file that will be signed."""
    asked = request_or_404(token)
    if not asked.is_open:
        raise Http404
    return file_response(file_to_sign(asked), inline=True)


@never_cache
@sensitive_post_parameters("nik", "passphrase")
@require_POST
@limited("tte-beri", few)
def sign_give(request: HttpRequest, token: str) -> HttpResponse:
    """Have the service sign with the official's secrets, which go no further than that."""
    asked, form = request_or_404(token), GiveForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, token, give=form, status=422)
    secrets = Credentials(form.cleaned_data["nik"], form.cleaned_data["passphrase"])
    try:
        give_signature(request=asked, credentials=secrets)
    except DomainError as error:
        add_domain_error(form, error)
        return _page(request, request_or_404(token), token, give=form, status=error.status)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, request_or_404(token), token, give=form, status=422)
    messages.success(request, _("Tanda tangan elektronik tercatat. Terima kasih."))
    return redirect("issued:sign", token)


@never_cache
@require_POST
@limited("tte-tolak", few)
def sign_refuse(request: HttpRequest, token: str) -> HttpResponse:
    """Refuse with a reason, which the parties read."""
    asked, form = request_or_404(token), RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, token, refuse=form, status=422)
    try:
        refuse_request(request=asked, reason=form.cleaned_data["alasan"])
    except DomainError as error:
        add_domain_error(form, error)
        return _page(request, request_or_404(token), token, refuse=form, status=error.status)
    messages.success(request, _("Penolakan tercatat dan para pihak diberi tahu."))
    return redirect("issued:sign", token)


def _page(
    request: HttpRequest,
    asked: SignRequest,
    token: str,
    *,
    give: GiveForm | None = None,
    refuse: RefuseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "asked": asked,
        "token": token,
        "text": facts_of_text(asked.row.naskah),
        "party": asked.row.party,
        "give": give or GiveForm(),
        "refuse": refuse or RefuseForm(),
        **_open(asked),
    }
    return unlisted(render(request, "agreements/esign/sign.html", context, status=status))


def _open(asked: SignRequest) -> dict[str, Any]:
    """Whether it may be signed now, why not, and by which service."""
    if not asked.is_open:
        return {"blocked": None, "service": None}
    try:
        require_signable(asked)
        return {"blocked": None, "service": provider()}
    except DomainError as error:
        return {"blocked": error, "service": None}
