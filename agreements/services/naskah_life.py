"""The one door through which a text moves: its arrow says from where, whose act it is, and when it is complete."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from agreements.models import Naskah, Party
from agreements.services.acting import Acting
from agreements.services.acts import follow_trigger
from agreements.services.freezing import follow_text
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import (
    acting_for_text,
    lock_naskah,
    require_drafter,
    require_stage,
    require_state,
)
from agreements.services.turns import refresh_turns
from agreements.workflow import NaskahArrow, naskah_arrow
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, NotAllowed


@dataclass(frozen=True)
class Step:
    """An act that may be taken: its arrow, the locked text, and for whom it is taken."""

    actor: User
    arrow: NaskahArrow
    naskah: Naskah
    acting: Acting
    source: str


def require_act(actor: User, naskah: Naskah, code: str, party: Party | None = None) -> Acting:
    """The right to take an arrow of a text now, as a page asks before its form. Raises NotAllowed, ImpossibleStep."""
    arrow = naskah_arrow(code)
    acting = _acting(actor, naskah, arrow, party)
    require_state(naskah, *arrow.sources)
    if arrow.stage:
        require_stage(naskah, getattr(naskah.rule, arrow.stage))
    return acting


def may_act(actor: User, naskah: Naskah, code: str, party: Party | None = None) -> bool:
    """Whether the arrow is open to this person now, as a button asks."""
    arrow = naskah_arrow(code)
    if naskah.state not in arrow.sources:
        return False
    if arrow.stage and naskah.case.state not in getattr(naskah.rule, arrow.stage):
        return False
    try:
        _acting(actor, naskah, arrow, party)
    except NotAllowed:
        return False
    return True


def _acting(actor: User, naskah: Naskah, arrow: NaskahArrow, party: Party | None) -> Acting:
    if arrow.by == "drafter":
        return require_drafter(actor, naskah.case)
    if party is None:
        raise ValueError(f"{arrow.code} is the act of a party")
    return acting_for_text(actor, naskah, party, arrow.permission)


def begin_act(
    *, actor: User, naskah: Naskah, code: str, party: Party | None = None, reason: str = ""
) -> Step:
    """Lock the text and check what its arrow asks. Raises NotAllowed, ImpossibleStep or DomainError."""
    naskah = lock_naskah(naskah)
    acting = require_act(actor, naskah, code, party)
    arrow = naskah_arrow(code)
    if arrow.reason == "required" and not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan alasannya agar pihak lain mengerti."))
    if arrow.unsigned_only:
        _require_unsigned(naskah, arrow)
    return Step(actor, arrow, naskah, acting, naskah.state)


def _require_unsigned(naskah: Naskah, arrow: NaskahArrow) -> None:
    if naskah.signatures.filter(signed_on__isnull=False).exists():
        raise DomainError(
            _("“%s” tidak dapat dilakukan: naskah sudah ditandatangani salah satu pihak.") % arrow.label,
            remedy=_("Perubahan dibuat dengan adendum sesudah semua pihak menandatangani."),
            article=naskah.rule.signer_article,
        )


def finish_act(step: Step, *, label: str, reason: str = "", complete: bool = True, event: str = "") -> None:
    """Write the history row and, when the act is complete, the arrow's target; tell the parties.

    An act that needs every party is complete with the last of them (`needs_all`).
    """
    naskah, case = step.naskah, step.naskah.case
    source = naskah.state
    naskah.state = step.arrow.target if complete else source
    if naskah.state != source:
        naskah.state_since = clock.today()
        Party.objects.filter(case=case).update(turn_since=None)
    naskah.save()
    follow_text(naskah, source)
    row = write_event(
        actor=step.actor,
        case=case,
        acting=step.acting,
        arrow=f"naskah.{event or step.arrow.code}",
        label=label,
        article=naskah.rule.article,
        source=source,
        target=naskah.state,
        reason=reason,
        naskah=naskah,
    )
    case.updated_at = clock.now()
    case.save(update_fields=["updated_at"])
    refresh_turns(case)
    tell_parties(case=case, event=row, link=naskah.get_absolute_url())


def tell_case(step: Step, *, on: date | None = None) -> None:
    """Let the case follow what its text has reached; a step back only when no other text of the kind holds it."""
    naskah, arrow = step.naskah, step.arrow
    agreed = naskah_arrow("setujui").target
    others = naskah.case.naskah.filter(kind=naskah.kind, state=agreed).exclude(pk=naskah.pk)
    if arrow.unsigned_only and (step.source != agreed or others.exists()):
        return
    follow_trigger(
        actor=step.actor,
        case=naskah.case,
        trigger=arrow.trigger(naskah.kind),
        acting=step.acting,
        on=on or clock.today(),
    )
