"""What must be there before a cooperation may be extended: its evaluation (practice of the office, not law)."""

from dataclasses import replace

from django.utils.translation import gettext as _

from agreements.choices import Entry
from agreements.models import Case
from agreements.naskah.checks import Finding
from agreements.services.evaluation_results import latest_evaluation, renewal_findings
from ksd.core import clock


def extension_findings(case: Case) -> list[Finding]:
    """What the evaluation of a cooperation says against extending it; blocking once there was something to evaluate."""
    found = renewal_findings(case)
    if latest_evaluation(case) is not None or _has_run_here(case):
        return found
    remedy = _("Perpanjangan boleh diusulkan; evaluasi dapat dibuat kemudian pada “Laporan & evaluasi”.")
    return [replace(row, severity="warning", remedy=remedy) for row in found]


def _has_run_here(case: Case) -> bool:
    """Whether the register has seen it carried out through a whole period; an old paper's years passed elsewhere."""
    return case.entry != Entry.PAPER and case.reports.filter(period_end__lt=clock.today()).exists()
