"""What a running cooperation lacks or is late with, in words; practice, not law, unless the pack says so."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import PlanState
from agreements.models import ActionPlan, Case, Naskah, Obligation
from agreements.naskah.checks import Finding
from agreements.services.budget_table import lines_with_spent
from agreements.services.plans import items_of, needs_plan
from ksd.core import clock


def running_findings(case: Case, *, on: date | None = None) -> list[Finding]:
    """Late obligations, texts in force without a plan for the year, plans not fixed, money overspent; four queries."""
    day = on or clock.today()
    found = [_late(case, day), *_without_plan(case, day), *_not_fixed(case, day), _overspent(case)]
    return [finding for finding in found if finding is not None]


def _late(case: Case, day: date) -> Finding | None:
    late = Obligation.objects.filter(naskah__case=case).late(day).count()
    if not late:
        return None
    return Finding(
        code="kewajiban_lewat",
        severity="blocking",
        message=_("%d hak atau kewajiban sudah lewat jatuh tempo dan belum dipenuhi.") % late,
        place=reverse("agreements:obligations", args=[case.public_id]),
        remedy=_("Catat pemenuhannya atau perbaiki jadwalnya."),
    )


def _without_plan(case: Case, day: date) -> list[Finding]:
    texts = Naskah.objects.filter(case=case).in_force(day).filter(addendum=None).exclude(plans__year=day.year)
    article = next((item.article for item in items_of(case) if item.article), "")
    found = []
    for text in texts:
        text.case = case
        if needs_plan(text):
            found.append(_no_plan(text, day, article))
    return found


def _no_plan(text: Naskah, day: date, article: str) -> Finding:
    return Finding(
        code="tanpa_rencana_aksi",
        severity="warning",
        message=_("%(text)s berlaku, tetapi belum mempunyai rencana aksi %(year)d.")
        % {"text": text, "year": day.year},
        article=article,
        place=reverse("agreements:plan_new", args=[text.case.public_id, text.public_id]),
        remedy=_("Susun rencana aksi tahun ini agar para pihak dapat menganggarkannya."),
    )


def _not_fixed(case: Case, day: date) -> list[Finding]:
    plans = ActionPlan.objects.filter(naskah__case=case, year=day.year, state=PlanState.DRAFTED)
    return [
        Finding(
            code="rencana_aksi_belum_ditetapkan",
            severity="warning",
            message=_("Rencana aksi %d belum disetujui semua pihak.") % plan.year,
            place=reverse("agreements:plan", args=[case.public_id, plan.pk]),
            remedy=_("Lengkapi kegiatannya, lalu setujui."),
        )
        for plan in plans
    ]


def _overspent(case: Case) -> Finding | None:
    over = [line for line in lines_with_spent(case) if line.is_over]
    if not over:
        return None
    return Finding(
        code="realisasi_melebihi_anggaran",
        severity="warning",
        message=_("Realisasi melebihi anggaran pada %d baris.") % len(over),
        place=reverse("agreements:budget", args=[case.public_id]),
        remedy=_("Periksa angkanya atau catat perubahan DPA."),
    )
