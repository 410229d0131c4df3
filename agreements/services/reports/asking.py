"""A late report is asked for: the heads of the region first, then the province, each once; and the letter."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.models import CaseReport
from agreements.services.practice import chosen_days
from ksd.accounts.access import recipients
from ksd.accounts.choices import Role
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.words import long_date
from ksd.deadlines.models import DeadlineState
from ksd.deadlines.services import notify

HEADS = (Role.BIRO_HEAD, Role.HEAD_OF_REGION)
RECEIVE = "agreements.receive"
# The field that remembers the telling, and the setting that says after how many days.
STAGES = (("heads_told_on", "hari_teguran_pimpinan"), ("province_told_on", "hari_teguran_provinsi"))


def escalate_reports() -> int:
    """Tell superiors of every report that is late for long enough; how many reports were told of.

    A report nobody can be told of stays unclaimed until its region has somebody; a sweep that was down catches up.
    """
    return sum(_escalate(field, chosen_days(setting)) for field, setting in STAGES)


@transaction.atomic
def _escalate(field: str, days: int) -> int:
    late = CaseReport.objects.late(clock.today() - timedelta(days=days))
    rows = late.filter(**{f"{field}__isnull": True}, deadline__state=DeadlineState.OPEN)
    told = 0
    for report in rows.select_related("case", "region__parent", "deadline").select_for_update(of=("self",)):
        people = _superiors(report, field)
        if people:
            _notify(report, people, field)
            setattr(report, field, clock.today())
            report.save(update_fields=[field])
            told += 1
    return told


def _superiors(report: CaseReport, field: str) -> list[User]:
    if field == "heads_told_on":
        return list(recipients([report.region_id], roles=HEADS))
    place = report.region.parent_id if report.region.level > 1 else report.region_id
    return list(recipients([place or report.region_id], permissions=[RECEIVE]))


def _notify(report: CaseReport, people: list[User], field: str) -> None:
    due = report.due_on
    notify(
        users=people,
        key=f"laporan-terlambat-{field}-{report.pk}",
        kind="kasus",
        title=_("Laporan terlambat: %s") % report.case.title[:150],
        body=_("%(report)s, %(region)s: seharusnya dikirim paling lambat %(due)s.")
        % {"report": str(report), "region": report.region.full_name, "due": long_date(due) if due else ""},
        link=report.get_absolute_url(),
    )
