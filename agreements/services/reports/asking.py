"""A late report is asked for: the heads of the region first, then the province, each once; and the letter."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from agreements.models import CaseReport
from agreements.services.practice import chosen_days
from ksd.accounts.access import recipients
from ksd.accounts.choices import Role
from ksd.accounts.models import User
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline, DeadlineState
from ksd.deadlines.services import Matter, matter_source

HEADS = (Role.BIRO_HEAD, Role.HEAD_OF_REGION)
RECEIVE = "agreements.receive"
# The field that remembers the telling, and the setting that says after how many days.
STAGES = (("heads_told_on", "hari_teguran_pimpinan"), ("province_told_on", "hari_teguran_provinsi"))


@matter_source
def late_reports(day: date) -> list[Matter]:
    """What superiors are told of on this day: every report that is late for long enough, once.

    A report nobody can be told of stays unclaimed until its region has somebody; a sweep that was down catches up.
    """
    return [matter for field, setting in STAGES for matter in _claimed(field, day - _days(setting), day)]


def _days(setting: str) -> timedelta:
    return timedelta(days=chosen_days(setting))


def _claimed(field: str, until: date, day: date) -> list[Matter]:
    """Mark the reports late since that day as told of; who is told."""
    rows = CaseReport.objects.late(until).filter(
        **{f"{field}__isnull": True}, deadline__state=DeadlineState.OPEN
    )
    matters: list[Matter] = []
    for report in rows.select_related("case", "region__parent", "deadline").select_for_update(of=("self",)):
        term = report.deadline
        told = [_matter(report, term, user) for user in _superiors(report, field)] if term else []
        if told:
            setattr(report, field, day)
            report.save(update_fields=[field])
        matters += told
    return matters


def _superiors(report: CaseReport, field: str) -> list[User]:
    if field == "heads_told_on":
        return list(recipients([report.region_id], roles=HEADS))
    place = report.region.parent_id if report.region.level > 1 else report.region_id
    return list(recipients([place or report.region_id], permissions=[RECEIVE]))


def _matter(report: CaseReport, term: Deadline, user: User) -> Matter:
    text = _(
        "Laporan terlambat: %(report)s, %(region)s, seharusnya dikirim paling lambat %(due)s (%(title)s)"
    ) % {
        "report": str(report),
        "region": report.region.full_name,
        "due": long_date(term.due_on),
        "title": report.case.title[:150],
    }
    return Matter(user, term, text, report.get_absolute_url())
