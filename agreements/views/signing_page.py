"""The page of a case that follows its signings and its papers: who has signed, who is missing, where each copy is."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.choices import EventState
from agreements.documents.signing_table import status_table
from agreements.models import Case, Courier
from agreements.services.acting import acting_for_party
from agreements.services.copies import MANAGE
from agreements.services.signing import SIGN
from agreements.services.signing_status import PartyStatus, TextStatus, statuses_of
from agreements.services.terms import office_setting
from agreements.views.access import case_crumbs, case_or_404, person
from agreements.views.letters import hand_out
from agreements.views.party_lines import permits
from agreements.views.tabs import tabs_of
from agreements.views.text_page import text_or_404
from ksd.accounts.models import User

PAGE = "agreements:signing"


@dataclass(frozen=True)
class PartyRow:
    """A party's line with what this person may note for it."""

    line: PartyStatus
    may_sign: bool
    may_prepare: bool
    may_number: bool
    may_register: bool
    may_check: bool

    @property
    def has_acts(self) -> bool:
        """Whether there is anything to press."""
        return self.may_sign or self.may_prepare or self.may_number or self.may_register or self.may_check


@dataclass(frozen=True)
class CourierRow:
    """An original on its way, and whether this person may say that it arrived."""

    courier: Courier
    may_receive: bool


@dataclass(frozen=True)
class TextPanel:
    """One text on the page, with what this person may do."""

    status: TextStatus
    parties: list[PartyRow]
    couriers: list[CourierRow]
    may_plan: bool
    may_hold: bool
    may_send: bool
    opens_register: int


def _permitted(user: User, case: Case, permission: str) -> frozenset[int]:
    """The parties this person may act for, asked once for the whole page."""
    return frozenset(
        party.pk
        for party in case.parties.all()
        if permits(lambda row: acting_for_party(user, case, row, permission=permission), party)
    )


def _party_row(text: TextStatus, line: PartyStatus, mine: frozenset[int]) -> PartyRow:
    own, signed = line.row.party_id in mine, line.row.signed_on is not None
    awaited = own and text.is_agreed and not signed
    staged = text.naskah.case.state in text.naskah.rule.signed_in
    return PartyRow(
        line=line,
        may_sign=awaited and staged,
        may_prepare=own and text.is_agreed and line.prepared is None,
        may_number=awaited and not line.row.number,
        may_register=own and signed and line.registered is None,
        may_check=own and signed and not (line.check and line.check.complete),
    )


def _panel(text: TextStatus, sign: frozenset[int], manage: frozenset[int], own: frozenset[int]) -> TextPanel:
    held = text.event is not None and text.event.state == EventState.HELD
    unlisted = text.is_signed and not text.copies
    first = next((line.row.party for line in text.parties if line.row.party_id in manage), None)
    return TextPanel(
        status=text,
        parties=[_party_row(text, line, sign) for line in text.parties],
        couriers=[
            CourierRow(row, row.received_on is None and row.receiver_id in sign) for row in text.couriers
        ],
        may_plan=bool(own) and text.naskah.is_open and not held,
        may_hold=bool(own) and text.event is not None and not held and (text.is_agreed or text.is_signed),
        may_send=bool(sign) and text.is_agreed,
        opens_register=first.order if unlisted and first else 0,
    )


def panels_of(user: User, case: Case) -> list[TextPanel]:
    """Every text of the case with what this person may do about it."""
    sign, manage = _permitted(user, case, SIGN), _permitted(user, case, MANAGE)
    return [_panel(text, sign, manage, sign) for text in statuses_of(case)]


@login_required
@require_safe
def signing(request: HttpRequest, public_id: str) -> HttpResponse:
    """The signings and the papers of one case."""
    case = case_or_404(request, public_id)
    panels = panels_of(person(request), case)
    keeper = office_setting(case, "pemegang_asli")
    setting = next((row for row in case.pack.settings if row.code == "pemegang_asli"), None)
    context: dict[str, Any] = {
        "case": case,
        "panels": panels,
        "checks": case.pack.signing_checks,
        "keeper": dict(setting.options).get(keeper, keeper) if setting else "",
        "why": setting.why if setting else "",
        "tabs": tabs_of(case, PAGE),
        "crumbs": case_crumbs(case, (_("Tanda tangan & arsip"), "")),
    }
    return render(request, "agreements/signing/signing.html", context)


@login_required
@require_POST
def status_letter(request: HttpRequest, public_id: str) -> HttpResponse:
    """Print the table of status of one text (F39)."""
    text = text_or_404(request, public_id)
    label = _("Tabel status %s") % text.rule.label
    return hand_out(request, status_table(text), label, text.case)
