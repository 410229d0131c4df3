"""What a region's unreported year means for its next proposal (Permendagri 25/2020 Pasal 38): a warning, no refusal."""

from django.utils.translation import gettext as _

from agreements.choices import Side
from agreements.law.schema import ReportRule
from agreements.models import Case, CaseReport, Party
from agreements.naskah.checks import Finding
from ksd.core.words import long_date


def silence_findings(case: Case) -> list[Finding]:
    """A warning for each other case of the region and of this law whose report was due and has not come."""
    rules = {rule.code: rule for rule in case.pack.reports if rule.silence}
    if not rules:
        return []
    mine = Party.objects.filter(side=Side.INITIATOR, region=case.initiator.region)
    others = Case.objects.filter(pack_code=case.pack_code, parties__in=mine).exclude(pk=case.pk)
    late = CaseReport.objects.late().filter(case__in=others, rule_code__in=rules)
    late = late.select_related("case", "deadline").order_by("period_end", "pk")
    return [_finding(rules[row.rule_code], row) for row in late]


def _finding(rule: ReportRule, late: CaseReport) -> Finding:
    told = _("%(report)s untuk “%(title)s” belum disampaikan; jatuh temponya %(day)s.") % {
        "report": str(late),
        "title": late.case.title,
        "day": long_date(late.deadline.due_on) if late.deadline else "",
    }
    return Finding(
        code="laporan_terlambat",
        severity="warning",
        message=f"{told} {rule.silence}",
        article=rule.silence_article,
        remedy=_("Sampaikan dahulu laporan tahunan kerja sama itu."),
    )
