"""A report falls due: one row and one clock for each period a case owes."""

from datetime import date

from django.db import transaction

from agreements.law.periods import Period, periods_between
from agreements.law.schema import ReportRule
from agreements.models import Case, CaseEvent, CaseReport
from agreements.services.reports.clock import start_clock
from ksd.accounts.models import User
from ksd.core import clock


def running_days(case: Case, rule: ReportRule) -> tuple[date, date] | None:
    """From which to which day a case has been carried out; None when it has not begun.

    It is asked for nothing before it stood in this register, and for nothing after its last text ended.
    """
    entered = CaseEvent.objects.filter(case=case, target__in=rule.opens_in).exclude(source__in=rule.opens_in)
    first = entered.order_by("on").values_list("on", flat=True).first()
    if first is None and case.state not in rule.opens_in:
        return None
    since = max(first or case.state_since, case.created_at.date())
    ends = [text.ended_early_on or text.ends_on for text in case.naskah.all() if text.starts_on]
    last = max((end for end in ends if end), default=None) if all(ends) else None
    today = clock.today()
    return since, min(last, today) if last else today


def owed_periods(case: Case, rule: ReportRule) -> list[Period]:
    """Every period up to today that a case owes a report on, oldest first."""
    days = running_days(case, rule)
    return periods_between(rule.rhythm, *days) if days else []


@transaction.atomic
def open_reports(*, actor: User | None, case: Case) -> list[CaseReport]:
    """Open the report of every period owed that has none yet; twice changes nothing."""
    rule = case.pack.report_for(case.kind)
    if rule is None or case.state not in rule.opens_in:
        return []
    region = case.initiator.region
    if region is None:
        return []
    known = set(CaseReport.objects.filter(case=case, rule_code=rule.code).values_list("period", flat=True))
    made = []
    for period in owed_periods(case, rule):
        if period.code not in known:
            report, is_new = CaseReport.objects.get_or_create(
                case=case,
                rule_code=rule.code,
                period=period.code,
                defaults={"period_end": period.last, "region": region, "awaits": rule.tiers[0].permission},
            )
            if is_new:
                start_clock(actor=actor, report=report)
                made.append(report)
    return made


def open_all_reports() -> int:
    """Open what every running cooperation owes by today; how many were opened."""
    opened = 0
    for case in (
        Case.objects.prefetch_related("parties__region__parent", "naskah").order_by("pk").iterator(200)
    ):
        opened += len(open_reports(actor=None, case=case))
    return opened
