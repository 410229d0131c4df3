"""The one door through which a case moves: take an arrow of its law pack."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.law.schema import Arrow
from agreements.models import Case, CaseDocument, CaseEvent, Party
from agreements.services import guards
from agreements.services.acting import Acting, require_acting
from agreements.services.dates import check_act_day
from agreements.services.dprd_tracks import open_on_entry
from agreements.services.history import tell_parties, write_event
from agreements.services.precheck import needed_documents
from agreements.services.reports.opening import open_reports
from agreements.services.terms import apply_terms, close_terms
from agreements.services.text_terms import stop_text_terms
from agreements.services.triage import destination_for, record_sent_away
from agreements.services.turns import refresh_turns
from agreements.workflow import arrows_from, triggered
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep

# How far a text must have come for an event to hold of it.
REACHED = {"agreed": (NaskahState.AGREED, NaskahState.SIGNED), "signed": (NaskahState.SIGNED,)}


def lock_case(case: Case) -> Case:
    """Read the case again under a row lock, with its parties."""
    parties = Prefetch("parties", Party.objects.select_related("region", "partner"))
    return Case.objects.select_for_update().prefetch_related(parties).get(pk=case.pk)


def open_arrows(case: Case) -> list[Arrow]:
    """The acts a person may take in the present state, system arrows left out."""
    arrows = arrows_from(case.pack, case.state, case.kind, case.level, case.direction)
    return [arrow for arrow in arrows if arrow.side != "system"]


@transaction.atomic
def take_arrow(
    *,
    actor: User,
    case: Case,
    code: str,
    on: date | None = None,
    reason: str = "",
    reason_code: str = "",
    seen_state: str | None = None,
    destination: str = "",
) -> CaseEvent:
    """Move a case along one arrow of its pack: lock, check, write the event, write the state.

    `destination` says where a proposal belongs that an act sends away, by its code in the triage list.

    Raises ImpossibleStep, NotAllowed or NotReady; nothing is changed then.
    """
    case = lock_case(case)
    arrow = _arrow_here(case, code, seen_state)
    acting = require_acting(actor, case, arrow)
    day = on or clock.today()
    check_act_day(case, arrow, day)
    if arrow.reason == "required" and not reason.strip():
        raise DomainError(_("Alasan wajib diisi untuk “%s”.") % arrow.label, remedy=_("Tuliskan alasannya."))
    guards.check_end_reason(case, reason_code)
    place = destination_for(arrow, destination)
    guards.check(case, arrow, day, acting)
    words = reason.strip()
    if place:
        record_sent_away(actor=actor, case=case, place=place, reason=words)
        words = f"{place.words}. {words}"
    return _move(actor=actor, case=case, arrow=arrow, acting=acting, on=day, reason=words)


def follow_trigger(*, actor: User, case: Case, trigger: str, acting: Acting, on: date) -> CaseEvent | None:
    """Take the arrow that an event of a naskah, the DPRDs or a report sets off, where the state has one."""
    arrow = triggered(case.pack, case.state, trigger, case.kind, case.level)
    if arrow is None or not _has_all(case, arrow):
        refresh_turns(case)
        return None
    return _move(actor=actor, case=case, arrow=arrow, acting=acting, on=on, reason="")


def _has_all(case: Case, arrow: Arrow) -> bool:
    """Whether every kind of text the act waits for came as far as the event says."""
    kinds, event = arrow.awaited
    states = REACHED.get(event)
    if states is None:
        return True
    come = case.naskah.filter(kind__in=kinds, state__in=states).values_list("kind", flat=True)
    return set(kinds) <= set(come)


def follow_arrow(*, actor: User, case: Case, code: str, acting: Acting, on: date, reason: str) -> CaseEvent:
    """Take one named arrow on behalf of the register, as for an old paper that ran out before it was entered."""
    arrow = case.pack.arrow(code)
    return _move(actor=actor, case=case, arrow=arrow, acting=acting, on=on, reason=reason)


def _arrow_here(case: Case, code: str, seen_state: str | None) -> Arrow:
    stale = seen_state is not None and seen_state != case.state
    for arrow in open_arrows(case):
        if arrow.code == code and not stale:
            return arrow
    raise ImpossibleStep(
        _("Langkah ini tidak dapat dilakukan: perkara kini berada pada “%s”.") % case.state_label,
        remedy=_("Muat ulang halaman kerja sama ini, lalu pilih langkah yang tersedia."),
        article=next((arrow.article for arrow in case.pack.arrows if arrow.code == code), ""),
    )


def _move(*, actor: User, case: Case, arrow: Arrow, acting: Acting, on: date, reason: str) -> CaseEvent:
    source = case.state
    target = _target(case, arrow, acting, on)
    event = write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow=arrow.code,
        label=arrow.label,
        article=arrow.article,
        source=source,
        target=target,
        on=on,
        reason=reason,
        documents=_papers(case, arrow),
    )
    _enter(case, target)
    if arrow.shares:
        Party.objects.filter(case=case, shared_at__isnull=True).update(shared_at=clock.now())
    case = lock_case(case)
    if target == arrow.target:
        apply_terms(actor=actor, case=case, arrow=arrow, on=on)
    if source != target:
        open_on_entry(actor=actor, case=case, by_dprd=arrow.trigger.startswith("dprd."))
    open_reports(actor=actor, case=case)
    if case.state_rule.terminal:
        _close(actor, case, on)
    refresh_turns(case)
    tell_parties(case=case, event=event)
    return event


def _close(actor: User, case: Case, on: date) -> None:
    """End what a case in its last state still carries: its terms, its signed texts, those not signed by all."""
    close_terms(actor=actor, case=case, on=on)
    for text in case.naskah.select_related("case"):
        stop_text_terms(actor=actor, naskah=text)
    signed = case.naskah.filter(state=NaskahState.SIGNED).exclude(ends_on__lt=on)
    # A text that was ended before keeps the day and reason it ended for.
    signed.exclude(ended_early_on__lte=on).update(ended_early_on=on)
    case.naskah.open().update(state=NaskahState.CANCELLED, state_since=clock.today())


def _enter(case: Case, state: str) -> None:
    """Write the state; in a new one everybody's turn begins afresh."""
    if state != case.state:
        case.state = state
        case.state_since = clock.today()
        Party.objects.filter(case=case).update(turn_since=None)
    case.updated_at = clock.now()
    case.save(update_fields=["state", "state_since", "updated_at"])


def _target(case: Case, arrow: Arrow, acting: Acting, on: date) -> str:
    """Where the arrow leads; one that each partner must take moves the case with the last of them."""
    if not arrow.each:
        return arrow.target
    subject = Party.objects.get(pk=acting.subject.pk)
    if subject.accepted_on:
        raise ImpossibleStep(
            _("%s sudah melakukan langkah ini.") % subject.short_name,
            remedy=_("Tunggu pihak lain; perkara berpindah sesudah semuanya."),
            article=arrow.article,
        )
    subject.accepted_on = on
    subject.save(update_fields=["accepted_on"])
    waiting = Party.objects.filter(case=case, side=arrow.side, accepted_on=None, succeeded_on=None).exists()
    return case.state if waiting else arrow.target


def _papers(case: Case, arrow: Arrow) -> Iterable[CaseDocument]:
    return CaseDocument.objects.current().filter(
        case=case, kind__in=(*needed_documents(case, arrow), *arrow.optional, arrow.proof)
    )
