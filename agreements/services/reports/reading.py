"""What a person has to do about reports, across all cases, in a fixed number of queries."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.models import CaseReport
from agreements.querysets.reports import CaseReportQuerySet
from ksd.accounts.models import User

VIEWS = ("saya", "terlambat", "periksa", "terima", "semua")


@dataclass(frozen=True)
class ReportCount:
    """One view of the list and how many rows it holds."""

    code: str
    label: str
    count: int


def listed(user: User, view: str) -> CaseReportQuerySet:
    """The reports of one view: to write, late, to check, to receive, or all; the most urgent first."""
    rows = CaseReport.objects.visible_to(user)
    chosen = {
        "saya": rows.waiting_for(user, "agreements.report"),
        "terlambat": rows.late(),
        "periksa": rows.waiting_for(user, "agreements.check"),
        "terima": rows.waiting_for(user, "agreements.receive"),
    }.get(view, rows)
    return (
        chosen.order_by("deadline__due_on", "pk") if view != "semua" else chosen.order_by("-period_end", "pk")
    )


def report_counts(user: User) -> list[ReportCount]:
    """How many reports each view holds."""
    labels = {
        "saya": _("Harus dilaporkan"),
        "terlambat": _("Terlambat"),
        "periksa": _("Perlu diperiksa"),
        "terima": _("Perlu diterima atau diteruskan"),
        "semua": _("Semua"),
    }
    return [ReportCount(code, labels[code], listed(user, code).order_by().count()) for code in VIEWS]


def waiting_count(user: User) -> int:
    """How many reports wait for what this person may do."""
    return CaseReport.objects.visible_to(user).waiting_for(user).count()
