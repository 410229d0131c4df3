"""What a region's unreported year means for its next proposal (Permendagri 25/2020 Pasal 38): a warning, no refusal."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from agreements.choices import Side
from agreements.law.schema import Term
from agreements.models import Case, Party
from agreements.naskah.checks import Finding
from ksd.core import clock
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline


def silence_findings(case: Case) -> list[Finding]:
    """A warning for each other case of the region and of this law whose report was due and has not come."""
    rules = {term.code: term for term in case.pack.terms if term.silence}
    if not rules:
        return []
    mine = Party.objects.filter(side=Side.INITIATOR, region=case.initiator.region)
    others = Case.objects.filter(pack_code=case.pack_code, parties__in=mine).exclude(pk=case.pk)
    titles = dict(others.values_list("pk", "title"))
    late = Deadline.objects.open().filter(
        content_type=ContentType.objects.get_for_model(Case),
        object_id__in=titles,
        code__in=rules,
        due_on__lt=clock.today(),
    )
    return [_finding(rules[row.code], titles[row.object_id], row) for row in late.order_by("due_on", "pk")]


def _finding(rule: Term, title: str, late: Deadline) -> Finding:
    told = _("“%(title)s” belum dilaporkan; laporannya jatuh tempo %(day)s.")
    return Finding(
        code="laporan_terlambat",
        severity="warning",
        message=f"{told % {'title': title, 'day': long_date(late.due_on)}} {rule.silence}",
        article=rule.silence_article,
        remedy=_("Sampaikan dahulu laporan tahunan kerja sama itu."),
    )
