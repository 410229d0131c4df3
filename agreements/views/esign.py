"""The electronic signatures of a text: whom was asked, who has signed, what the files say; asking and taking back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.esign import PdfReport, is_offered
from agreements.esign.reading import report_from_json
from agreements.forms.issued import AskForm, ModeForm, WithdrawForm
from agreements.models import Naskah, NaskahParty, PdfReading, SignRequest
from agreements.services.esign import ask_signature, place_of, require_askable, withdraw_request
from agreements.services.esign_mode import choose_mode, require_choice
from agreements.services.naskah import acting_for_text
from agreements.services.signing import SIGN
from agreements.views.access import person
from agreements.views.agreeing import party_or_404
from agreements.views.party_lines import permits
from agreements.views.refusing import confirm
from agreements.views.signing_events import note
from agreements.views.text_page import text_crumbs, text_or_404
from ksd.core.errors import DomainError


@dataclass(frozen=True)
class PartySigning:
    """One party's line: its place, its requests, what its signed copy says, and what this person may do."""

    place: int
    row: NaskahParty
    requests: list[SignRequest]
    report: PdfReport | None
    may_ask: bool
    why_not: str
    may_withdraw: bool

    @property
    def request(self) -> SignRequest | None:
        """The newest request."""
        return self.requests[0] if self.requests else None


def lines_of(http: HttpRequest, text: Naskah) -> list[PartySigning]:
    """Every party in the order of the text."""
    rows = list(text.signatures.select_related("party__region", "party__partner", "signed_copy"))
    asked: dict[int, list[SignRequest]] = {}
    for request in SignRequest.objects.filter(row__naskah=text).order_by("-asked_at", "-pk"):
        asked.setdefault(request.row_id, []).append(request)
    copies = [row.signed_copy_id for row in rows if row.signed_copy_id]
    read = {row.file_id: row.report for row in PdfReading.objects.filter(file__in=copies)}
    lines = []
    for row in rows:
        report = read.get(row.signed_copy_id) if row.signed_copy_id else None
        lines.append(_line(http, text, row, asked.get(row.pk, []), report))
    return sorted(lines, key=lambda line: line.place)


def _line(
    http: HttpRequest, text: Naskah, row: NaskahParty, requests: list[SignRequest], report: Any
) -> PartySigning:
    user = person(http)
    mine = permits(acting_for_text, user, text, row.party, SIGN)
    waiting = bool(requests) and requests[0].is_open
    why = ""
    if mine and not waiting and row.signed_on is None:
        try:
            require_askable(user, text, row.party)
        except DomainError as error:
            why = f"{error.message} {error.remedy}"
    return PartySigning(
        place=place_of(text, row),
        row=row,
        requests=requests,
        report=report_from_json(report) if report else None,
        may_ask=mine and not waiting and row.signed_on is None and not why,
        why_not=why,
        may_withdraw=mine and waiting,
    )


@login_required
@require_safe
def esign(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where the electronic signatures of a text stand."""
    text = text_or_404(request, public_id)
    context = {
        "naskah": text,
        "rule": text.rule,
        "lines": lines_of(request, text),
        "offered": is_offered(),
        "may_choose": _may_choose(request, text),
        "crumbs": text_crumbs(text, (_("Tanda tangan elektronik"), "")),
    }
    return render(request, "agreements/esign/status.html", context)


def _may_choose(request: HttpRequest, text: Naskah) -> bool:
    try:
        require_choice(person(request), text)
    except DomainError:
        return False
    return True


@login_required
@require_http_methods(["GET", "POST"])
def esign_mode(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose whether the text is signed on paper or electronically."""
    text = text_or_404(request, public_id)
    require_choice(person(request), text)
    now = ModeForm.ELECTRONIC if text.electronic else ModeForm.PAPER
    form = ModeForm(request.POST or None, initial={"manner": now})

    def act(_data: dict[str, Any]) -> str:
        choose_mode(actor=person(request), naskah=text, electronic=form.is_electronic)
        return _home(text)

    title, done = _("Cara tanda tangan"), _("Cara tanda tangan tersimpan. Buat PDF finalnya sekali lagi.")
    hint = _("Berlaku bagi semua pihak. Kalimat pembuka naskah menyesuaikan diri; isinya tidak berubah.")
    return note(request, text, form, act, title=title, done=done, hint=hint, back=_home(text))


@login_required
@require_http_methods(["GET", "POST"])
def esign_ask(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Ask a party's official; the link is shown once, to be passed on."""
    text = text_or_404(request, public_id)
    row = party_or_404(text, order)
    acting_for_text(person(request), text, row.party, SIGN)
    require_askable(person(request), text, row.party)
    form = AskForm(request.POST or None)

    def act(data: dict[str, Any]) -> str:
        last = data["expires_on"]
        _asked, token = ask_signature(actor=person(request), naskah=text, party=row.party, expires_on=last)
        _tell_link(request, row, token)
        return _home(text)

    title = _("Minta tanda tangan elektronik")
    return note(request, text, form, act, title=title, done="", party=row.party, back=_home(text))


def _tell_link(request: HttpRequest, row: NaskahParty, token: str) -> None:
    link = request.build_absolute_uri(reverse("issued:sign", args=[token]))
    messages.success(
        request,
        _("Kirimkan tautan ini hanya kepada %(signer)s; tautan tidak ditampilkan lagi: %(link)s")
        % {"signer": row.signer_name, "link": link},
    )


@login_required
@require_http_methods(["GET", "POST"])
def esign_withdraw(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Take a request back, with its reason."""
    text = text_or_404(request, public_id)
    rows = SignRequest.objects.filter(row__naskah=text).select_related(
        "row__party__region", "row__party__partner"
    )
    asked = get_object_or_404(rows, pk=pk)
    asked.row.naskah = text
    acting_for_text(person(request), text, asked.row.party, SIGN)

    def act(data: dict[str, Any]) -> object:
        withdraw_request(actor=person(request), request=asked, reason=data["reason"])
        return _home(text)

    return confirm(
        request, act=act, back=_home(text), form=WithdrawForm(request.POST or None),
        title=_("Tarik permintaan tanda tangan"),
        text=_("Tautannya berhenti berlaku seketika; pejabatnya perlu diminta sekali lagi."), action_label=_("Tarik permintaan"), done=_("Permintaan ditarik; tautannya tidak berlaku lagi."),
        crumbs=text_crumbs(text, (_("Tarik permintaan"), "")),
    )  # fmt: skip


def _home(text: Naskah) -> str:
    return reverse("agreements:esign", args=[text.public_id])
