"""The yearly plan of a text: begun, confirmed by every party, adjusted by a new revision with its reason."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import PlanState
from agreements.law.schema import Item
from agreements.models import ActionPlan, Case, Milestone, Naskah, Party, PlanConfirmation, PlanRevision
from agreements.services.acting import Acting
from agreements.services.after_signing import (
    begin,
    begin_for_all,
    by,
    finish,
    require_reason,
    require_seen,
    require_signed,
)
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.deadlines.calendar import add_months
from ksd.deadlines.services import meet_deadline

# What a plan says where the law of the family names nothing (office practice).
OWN_ITEMS = (
    Item("hasil", "Hasil yang diharapkan pada tahun ini", internal=True, required=False),
    Item("catatan", "Catatan", internal=True, required=False, rows=2),
)
LONGEST = 5_000
# The reminder that a text in force has no fixed plan for the year.
PLAN_TERM = "rencana_aksi"


def term_code(year: int) -> str:
    """The code of the reminder of one year's plan."""
    return f"{PLAN_TERM}.{year}"


def items_of(case: Case) -> tuple[Item, ...]:
    """What a yearly plan of this case says: by its law pack, else the office's own items."""
    return case.pack.action_plan or OWN_ITEMS


def needs_plan(naskah: Naskah) -> bool:
    """Whether a text is carried out itself; one that others rest on is carried out by them, one without duties never."""
    return bool(naskah.rule.duties) and not any(
        rule.parent == naskah.kind for rule in naskah.case.pack.naskah
    )


def years_of(naskah: Naskah) -> list[int]:
    """The years in which a text is in force; its first ten where it has no end."""
    first = naskah.starts_on or clock.today()
    last = naskah.ends_on or date(first.year + 9, 12, 31)
    return list(range(first.year, last.year + 1))


@transaction.atomic
def create_plan(
    *, actor: User, naskah: Naskah, year: int, items: Mapping[str, str], copy_last: bool = False
) -> ActionPlan:
    """Begin the plan of one year, on wish with last year's activities moved on by a year."""
    case, acting = begin_for_all(actor, naskah.case)
    naskah = case.naskah.get(pk=naskah.pk)
    require_signed(naskah)
    if year not in years_of(naskah):
        raise DomainError(_("Naskah ini tidak berlaku pada tahun %d.") % year, remedy=_("Pilih tahun lain."))
    if naskah.plans.filter(year=year).exists():
        raise ImpossibleStep(
            _("Naskah ini sudah mempunyai rencana aksi untuk tahun %d.") % year,
            remedy=_("Buka rencana aksi yang sudah ada."),
        )
    plan = ActionPlan.objects.create(naskah=naskah, year=year, items=_said(case, items))
    if copy_last:
        _copy_last(plan)
    finish(
        actor=actor,
        case=case,
        acting=acting,
        arrow="rencana.susun",
        label=f"Rencana aksi {year} {naskah.rule.label} mulai disusun",
        link=plan.get_absolute_url(),
        naskah=naskah,
    )
    return plan


def _copy_last(plan: ActionPlan) -> None:
    last = plan.naskah.plans.filter(year=plan.year - 1).first()
    if last is None:
        raise DomainError(
            _("Tidak ada rencana aksi tahun %d yang dapat disalin.") % (plan.year - 1),
            remedy=_("Susun rencana aksi tanpa menyalin."),
        )
    for number, row in enumerate(last.milestones.filter(dropped_at=None), start=1):
        row.pk, row.plan, row.order = None, plan, number
        row.starts_on, row.ends_on = add_months(row.starts_on, 12), add_months(row.ends_on, 12)
        row.save(force_insert=True)


def _said(case: Case, items: Mapping[str, str]) -> dict[str, str]:
    """The plan's items without their edges; unknown ones are dropped. Raises DomainError when one is too long."""
    said = {item.code: items.get(item.code, "").strip() for item in items_of(case)}
    if any(len(value) > LONGEST for value in said.values()):
        raise DomainError(
            _("Isian paling panjang %d huruf.") % LONGEST, remedy=_("Ringkas isian yang terlalu panjang.")
        )
    return said


@transaction.atomic
def save_items(*, actor: User, plan: ActionPlan, items: Mapping[str, str], seen_revision: int) -> ActionPlan:
    """Write what the plan says beside its activities, while it is being drawn up."""
    case, acting = begin_for_all(actor, plan.naskah.case)
    plan = locked_plan(plan, case)
    require_drafted(plan)
    require_seen(plan.revision, seen_revision)
    plan.items = _said(case, items)
    plan.save(update_fields=["items"])
    supersede(plan)
    _tell(actor, plan, acting, "isi", f"Isi rencana aksi {plan.year} diubah")
    return plan


@transaction.atomic
def confirm_plan(*, actor: User, plan: ActionPlan, party: Party, seen_revision: int) -> ActionPlan:
    """One party's word on this revision; with the last word the plan is fixed."""
    case, own, acting = begin(actor, plan.naskah.case, party)
    plan = locked_plan(plan, case)
    require_drafted(plan)
    require_seen(plan.revision, seen_revision)
    if not plan.milestones.filter(dropped_at=None).exists():
        raise DomainError(
            _("Rencana aksi ini belum memuat satu kegiatan pun."), remedy=_("Tambahkan kegiatannya dahulu.")
        )
    agreed = confirmed_by(plan)
    if own.pk in agreed:
        raise ImpossibleStep(
            _("%s sudah menyetujui revisi ini.") % own.short_name, remedy=_("Tunggu persetujuan pihak lain.")
        )
    PlanConfirmation.objects.create(plan=plan, party=own, revision=plan.revision, **by(actor, acting))
    label = f"Rencana aksi {plan.year} disetujui {own.short_name}"
    if {row.pk for row in case.acting_parties} <= agreed | {own.pk}:
        plan.state, plan.fixed_on = PlanState.FIXED, clock.today()
        plan.save(update_fields=["state", "fixed_on"])
        meet_deadline(actor=actor, subject=plan.naskah, code=term_code(plan.year), on=plan.fixed_on)
        label = f"Rencana aksi {plan.year} ditetapkan para pihak (revisi {plan.revision})"
    _tell(actor, plan, acting, "setujui", label)
    return plan


@transaction.atomic
def adjust_plan(*, actor: User, plan: ActionPlan, reason: str, seen_revision: int) -> ActionPlan:
    """Open a fixed plan as its next revision; how it stood is kept with the reason."""
    case, acting = begin_for_all(actor, plan.naskah.case)
    plan = locked_plan(plan, case)
    require_fixed(plan)
    require_seen(plan.revision, seen_revision)
    reason = require_reason(reason)
    PlanRevision.objects.create(
        plan=plan, number=plan.revision, body=snapshot(plan), reason=reason, **by(actor, acting)
    )
    plan.state, plan.revision = PlanState.DRAFTED, plan.revision + 1
    plan.save(update_fields=["state", "revision"])
    label = f"Rencana aksi {plan.year} dibuka untuk penyesuaian (revisi {plan.revision})"
    _tell(actor, plan, acting, "sesuaikan", label, reason=reason)
    return plan


def confirmed_by(plan: ActionPlan) -> set[int]:
    """The parties that confirmed the present revision."""
    return set(plan.confirmations.filter(revision=plan.revision).values_list("party_id", flat=True))


def supersede(plan: ActionPlan) -> None:
    """A change after a party's word makes the next revision: nobody confirmed what they have not read."""
    if plan.confirmations.filter(revision=plan.revision).exists():
        plan.revision += 1
        plan.save(update_fields=["revision"])


def snapshot(plan: ActionPlan) -> dict[str, Any]:
    """A plan as it stands, ready for a JSON column."""
    rows = plan.milestones.filter(dropped_at=None).select_related("party__region", "party__partner", "office")
    return {"items": plan.items, "milestones": [_kept(row) for row in rows]}


def _kept(row: Milestone) -> dict[str, Any]:
    return {
        "activity": row.activity,
        "party": row.party.short_name,
        "office": row.office.name if row.office else "",
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
        "indicator": row.indicator,
        "target": row.target,
        "weight": row.weight,
    }


def locked_plan(plan: ActionPlan, case: Case) -> ActionPlan:
    """The plan read again under its case's lock."""
    fresh = ActionPlan.objects.select_related("naskah").get(pk=plan.pk)
    fresh.naskah.case = case
    return fresh


def require_drafted(plan: ActionPlan) -> None:
    """Refuse to change a fixed plan. Raises ImpossibleStep."""
    if plan.is_fixed:
        raise ImpossibleStep(
            _("Rencana aksi %d sudah ditetapkan para pihak.") % plan.year,
            remedy=_("Buka penyesuaian dengan alasannya; para pihak lalu menyetujui revisi barunya."),
        )


def require_fixed(plan: ActionPlan) -> None:
    """Refuse to adjust a plan that is open anyway. Raises ImpossibleStep."""
    if not plan.is_fixed:
        raise ImpossibleStep(
            _("Rencana aksi ini belum ditetapkan, jadi masih dapat diubah langsung."),
            remedy=_("Ubah kegiatannya, lalu mintakan persetujuan para pihak."),
        )


def _tell(actor: User, plan: ActionPlan, acting: Acting, arrow: str, label: str, *, reason: str = "") -> None:
    finish(
        actor=actor,
        case=plan.naskah.case,
        acting=acting,
        arrow=f"rencana.{arrow}",
        label=label,
        link=plan.get_absolute_url(),
        naskah=plan.naskah,
        reason=reason,
    )
