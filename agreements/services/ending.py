"""Ending one text while its case goes on, for a lawful reason (PP 28/2018 Pasal 9 and 22)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import LifeState, NaskahState
from agreements.law.schema import EndReason
from agreements.models import Case, Naskah
from agreements.services.acting import Acting, acting_for, not_yours
from agreements.services.dprd_again import withdraw_dprd_test
from agreements.services.guards import check_end_reason
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import lock_naskah
from agreements.services.text_terms import stop_text_terms
from agreements.services.turns import refresh_turns
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date

MANAGE = "agreements.manage"


def acting_for_ending(actor: User, case: Case) -> Acting:
    """The right to record an ending for the region that runs the case. Raises NotAllowed."""
    acting = acting_for(actor, case, side="initiator", permission=MANAGE)
    if acting is None:
        raise not_yours(case.initiator.short_name)
    return acting


def require_endable(text: Naskah) -> None:
    """Refuse to end a text that is not, or no longer, in force. Raises ImpossibleStep."""
    if text.case.state_rule.terminal or text.life() not in (LifeState.IN_FORCE, LifeState.FUTURE):
        raise ImpossibleStep(
            _("Hanya naskah yang berlaku dapat diakhiri; naskah ini kini “%s”.") % text.life_label,
            remedy=_("Muat ulang halaman naskah."),
        )


@transaction.atomic
def end_text(*, actor: User, text: Naskah, reason_code: str, explanation: str, on: date) -> Naskah:
    """End one text before its day; its addenda end with it, the texts resting on it are flagged, not ended."""
    text = lock_naskah(text)
    acting = acting_for_ending(actor, text.case)
    require_endable(text)
    reason = _reason(text, reason_code)
    check_end_reason(text.case, reason_code)
    _check_day(text, on)
    text.ended_early_on = on
    text.save(update_fields=["ended_early_on"])
    stop_text_terms(actor=actor, naskah=text)
    _end_changes(actor, text, on)
    event = write_event(
        actor=actor,
        case=text.case,
        acting=acting,
        arrow="naskah.akhiri",
        label=f"{text.rule.label} diakhiri",
        article=reason.article,
        source=text.state,
        target=text.state,
        on=on,
        reason=". ".join(part for part in (reason.label, explanation.strip()) if part),
        naskah=text,
    )
    refresh_turns(text.case)
    tell_parties(case=text.case, event=event, link=text.get_absolute_url())
    return text


def _reason(text: Naskah, code: str) -> EndReason:
    reason = next((row for row in text.case.pack.end_reasons if row.code == code), None)
    if reason is None:
        raise DomainError(
            _("Pilih alasan pengakhiran menurut peraturan."),
            remedy=_("Pergantian Kepala Daerah bukan alasan; pilih dari daftar."),
        )
    return reason


def _check_day(text: Naskah, on: date) -> None:
    if on > clock.today():
        raise DomainError(_("Tanggal berakhir tidak boleh di masa depan."), remedy=_("Periksa tanggalnya."))
    if text.signed_on and on < text.signed_on:
        raise DomainError(
            _("Tanggal berakhir mendahului tanda tangan pada %s.") % long_date(text.signed_on),
            remedy=_("Periksa tanggalnya."),
        )


def _end_changes(actor: User, text: Naskah, on: date) -> None:
    """Addenda end with the text they change; those not signed yet are given up."""
    changes = text.children.filter(addendum__isnull=False)
    for change in changes.select_related("case"):
        stop_text_terms(actor=actor, naskah=change)
        withdraw_dprd_test(actor=actor, naskah=change)
    changes.filter(state=NaskahState.SIGNED, ended_early_on=None).update(ended_early_on=on)
    changes.open().update(state=NaskahState.CANCELLED, state_since=clock.today())
