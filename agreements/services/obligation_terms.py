"""When an obligation falls due, again and again until its text ends, and whom that is said to."""

from datetime import date, timedelta

from agreements.choices import Every, ObligationKind
from agreements.models import Obligation
from agreements.services.after_signing import MANAGE, begins_on
from agreements.services.text_terms import OBLIGATION
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.calendar import add_months
from ksd.deadlines.services import cancel_deadlines, meet_deadline, start_deadline
from regions.models import Region

REMIND = (30, 7, 1, 0)


def next_due(obligation: Obligation) -> date | None:
    """The next day a recurring obligation falls due, counted from the first so that it never drifts.

    None when it falls due once, or when its text has ended by then.
    """
    months = Every(obligation.every).months
    if not months or obligation.due_on is None or obligation.first_due_on is None:
        return None
    ends = min(
        (day for day in (obligation.naskah.ends_on, obligation.naskah.ended_early_on) if day),
        default=date(clock.today().year + 1, 12, 31),
    )
    step, day = 1, add_months(obligation.first_due_on, months)
    while day <= obligation.due_on:
        step += 1
        day = add_months(obligation.first_due_on, months * step)
    return day if day <= ends else None


def watch_term(actor: User, obligation: Obligation) -> None:
    """Remind the owner of an open obligation with a day; stop where there is nothing to remind of."""
    if not obligation.is_open or obligation.due_on is None:
        cancel_deadlines(actor=actor, subject=obligation, codes=[OBLIGATION])
        return
    base = min(begins_on(obligation.naskah), obligation.due_on - timedelta(days=1))
    label = "Hak" if obligation.kind == ObligationKind.RIGHT else "Kewajiban"
    place = obligation.place or obligation.naskah.rule.label
    start_deadline(
        actor=actor,
        subject=obligation,
        code=OBLIGATION,
        title=f"{label} {obligation.party.short_name}: {obligation.wording[:110]}",
        base_date=base,
        base_label=f"{obligation.naskah.rule.label} ditandatangani",
        length=(obligation.due_on - base).days,
        explanation=f"Disepakati para pihak dalam {place}: {obligation.wording}",
        responsible_region=obligation.party.region,
        responsible_label=obligation.owner[:200],
        on_lapse="Tampil sebagai “lewat” bagi semua pihak sampai dipenuhi.",
        link=obligation.get_absolute_url(),
        regions=_reminded(obligation),
        lapse_regions=_waiting(obligation),
        audience=MANAGE,
        remind_days=REMIND,
    )


def stop_term(actor: User, obligation: Obligation, *, met_on: date | None = None) -> None:
    """End the running term: met on a day, or stopped."""
    if met_on is None:
        cancel_deadlines(actor=actor, subject=obligation, codes=[OBLIGATION])
    else:
        meet_deadline(actor=actor, subject=obligation, code=OBLIGATION, on=met_on)


def _reminded(obligation: Obligation) -> list[Region]:
    """The region that owes; for a third party the region that keeps the case."""
    own = obligation.party.region or obligation.naskah.case.keeper.region
    return [own] if own else []


def _waiting(obligation: Obligation) -> list[Region]:
    """The other regions of the case: they see it late as well, and are told so once."""
    parties = obligation.naskah.case.acting_parties
    return [row.region for row in parties if row.region and row.region not in _reminded(obligation)]
