"""The clock of a report: one running term for the hands it should be in next."""

from datetime import date

from agreements.law.schema import Tier
from agreements.models import CaseReport
from agreements.services.terms import office_setting
from ksd.accounts.models import User
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import meet_deadline, start_deadline
from regions.models import Region

REMIND = (30, 7, 0)
MENDING = "hari_perbaikan_laporan"


def term_code(report: CaseReport, tier: Tier) -> str:
    """The code of the running term: one for each period and pair of hands."""
    return f"{report.rule_code}.{report.period}.{tier.code}"


def start_clock(*, actor: User | None, report: CaseReport, since: date | None = None) -> None:
    """Start the term of the next pair of hands and note whom the report waits for; nothing once it passed all."""
    tier = report.next_tier
    report.deadline = _deadline(actor, report, tier, since) if tier else None
    report.awaits = tier.permission if tier else ""
    report.save(update_fields=["deadline", "awaits"])


def stop_clock(*, actor: User, report: CaseReport, tier: Tier, on: date) -> None:
    """Note that the report came into the hands it was due in."""
    meet_deadline(actor=actor, subject=report.case, code=term_code(report, tier), on=on)


def _deadline(actor: User | None, report: CaseReport, tier: Tier, since: date | None) -> Deadline:
    case, mending = report.case, since is not None and report.is_writing
    from_period = tier.due_from == "period" and not mending
    base = report.period_end if from_period or since is None else since
    return start_deadline(
        actor=actor,
        subject=case,
        code=term_code(report, tier),
        title=f"{report.rule.label} {report.period_label} – {tier.done}: {case.title}"[:200],
        legal_basis=tier.article[:250],
        explanation=tier.help,
        base_date=base,
        base_label=f"Akhir {report.period_label}" if from_period else "Langkah sebelumnya",
        length=max(1, _days(report, tier, mending=mending)),
        unit="day",
        day_type="calendar",
        responsible_region=report.region,
        responsible_label=tier.actor,
        on_lapse=report.rule.on_lapse,
        link=report.get_absolute_url(),
        regions=_regions(report, tier),
        audience=tier.permission,
        remind_days=REMIND,
    )


def _days(report: CaseReport, tier: Tier, *, mending: bool) -> int:
    """How many days these hands have: the law's number, or the office's answer."""
    if tier.due_days and not mending:
        return tier.due_days
    setting = MENDING if mending else tier.due_setting
    value = office_setting(report.case, setting) or "7"
    return int(value)


def _regions(report: CaseReport, tier: Tier) -> list[Region]:
    """Whose people are reminded: all parties while it is written, else the region and those above it."""
    if report.is_writing and tier == report.way[0]:
        return [party.region for party in report.case.acting_parties if party.region]
    return [region for region in (report.region, report.region.parent) if region and region.level > 0]
