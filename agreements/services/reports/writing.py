"""Writing a report: what the register fills in, what the officer adds, what each party says for itself."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.law.schema import ReportItem
from agreements.models import Case, CaseDocument, CaseReport, Party, ReportPart
from agreements.services.acting import acting_for_party, not_yours
from agreements.services.documents import known_facts
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, StaleForm

REPORT = "agreements.report"
PART_FIELDS = ("work", "trouble", "remedy")


def prefilled(report: CaseReport) -> dict[str, str]:
    """What the report says now: the officer's own words, else what the register knows today."""
    if not report.is_writing:
        return {item.code: str(report.items.get(item.code, "")) for item in report.rule.items}
    facts = _facts(report.case, report.rule.items)
    return {
        item.code: report.items.get(item.code) or facts.get(item.source, "") for item in report.rule.items
    }


def _facts(case: Case, items: tuple[ReportItem, ...]) -> dict[str, str]:
    """The register's facts, and the items of papers that are asked for as `paper.item`."""
    facts = known_facts(case)
    papers = {item.source.partition(".")[0] for item in items if "." in item.source}
    for paper in CaseDocument.objects.current().filter(case=case, kind__in=papers) if papers else ():
        facts |= {f"{paper.kind}.{code}": str(value) for code, value in paper.fields.items()}
    return facts


def lock_report(report: CaseReport) -> CaseReport:
    """Read the report again under a row lock (its case first, as everywhere), with its case and region."""
    Case.objects.select_for_update().get(pk=report.case_id)
    CaseReport.objects.select_for_update().get(pk=report.pk)
    rows = CaseReport.objects.select_related("case", "region__parent", "deadline")
    return rows.prefetch_related("case__parties__region", "case__parties__partner").get(pk=report.pk)


def require_writing(report: CaseReport) -> None:
    """Refuse to change a report that was sent, or whose case is over. Raises ImpossibleStep."""
    if report.is_writing and report.case.state in report.rule.sent_in:
        return
    where = report.case.state_label if report.is_writing else report.state_label
    raise ImpossibleStep(
        _("Laporan ini tidak dapat diubah: %s.") % where,
        remedy=_("Minta sekretariat TKKSD mengembalikannya bila perlu diperbaiki."),
        article=report.rule.article,
    )


@transaction.atomic
def save_report(
    *, actor: User, report: CaseReport, items: Mapping[str, str], seen_revision: int
) -> CaseReport:
    """Save the lead party's words; `seen_revision` is the one the writer had before their eyes.

    Raises NotAllowed, ImpossibleStep, or StaleForm when somebody else saved in between.
    """
    report = lock_report(report)
    if report.region_id not in acting_region_ids(actor, REPORT):
        raise not_yours(report.region.full_name)
    require_writing(report)
    if report.revision != seen_revision:
        raise StaleForm(
            _("Laporan ini sudah diubah orang lain sesudah Anda membukanya."),
            remedy=_("Isian Anda masih ada di bawah. Bandingkan dengan yang tersimpan, lalu simpan lagi."),
        )
    report.items = {item.code: str(items.get(item.code, "")).strip() for item in report.rule.items}
    report.revision += 1
    report.save(update_fields=["items", "revision"])
    return report


@transaction.atomic
def save_part(*, actor: User, report: CaseReport, party: Party, words: Mapping[str, str]) -> ReportPart:
    """Save what one party says for itself; the lead writes for a partner without users."""
    report = lock_report(report)
    acting_for_party(actor, report.case, party, permission=REPORT)
    require_writing(report)
    values = {name: str(words.get(name, "")).strip() for name in PART_FIELDS}
    part, _new = ReportPart.objects.update_or_create(
        report=report, party=party, defaults={**values, "written_by": actor, "written_at": clock.now()}
    )
    return part


def silent_parties(report: CaseReport) -> list[Party]:
    """The parties that have not written their part yet."""
    written = {part.party_id for part in report.parts.all()}
    return [party for party in report.case.acting_parties if party.pk not in written]
