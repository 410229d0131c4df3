"""The activities of a yearly plan, and how far each has come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.models import ActionPlan, Milestone, Party, ProgressEntry
from agreements.services.acting import Acting
from agreements.services.after_signing import begin, begins_on, by, finish, keep_proof, require_day
from agreements.services.plans import locked_plan, require_drafted, supersede
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Office


@dataclass(frozen=True)
class MilestoneDraft:
    """What is written of an activity."""

    activity: str
    starts_on: date
    ends_on: date
    office: Office | None = None
    indicator: str = ""
    target: str = ""
    weight: int = 1


@transaction.atomic
def add_milestone(*, actor: User, plan: ActionPlan, party: Party, draft: MilestoneDraft) -> Milestone:
    """Add an activity of one party to a plan that is being drawn up."""
    case, own, acting = begin(actor, plan.naskah.case, party)
    plan = locked_plan(plan, case)
    require_drafted(plan)
    _check(plan, own, draft)
    last = plan.milestones.aggregate(last=Max("order"))["last"] or 0
    row = Milestone(plan=plan, party=own, order=last + 1, **vars(draft))
    row.full_clean()
    row.save()
    supersede(plan)
    _tell(actor, row, acting, "kegiatan.tambah", f"Kegiatan {own.short_name} ditambahkan")
    return row


@transaction.atomic
def change_milestone(*, actor: User, milestone: Milestone, draft: MilestoneDraft) -> Milestone:
    """Change an activity while its plan is being drawn up."""
    row, acting = _locked(actor, milestone)
    require_changeable(row)
    _check(row.plan, row.party, draft)
    for name, value in vars(draft).items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    supersede(row.plan)
    _tell(actor, row, acting, "kegiatan.ubah", f"Kegiatan {row.party.short_name} diubah")
    return row


@transaction.atomic
def drop_milestone(*, actor: User, milestone: Milestone) -> Milestone:
    """Strike an activity out of a plan that is being drawn up; its progress stays readable."""
    row, acting = _locked(actor, milestone)
    require_changeable(row)
    row.dropped_at = clock.now()
    row.save(update_fields=["dropped_at"])
    supersede(row.plan)
    _tell(actor, row, acting, "kegiatan.coret", f"Kegiatan {row.party.short_name} dicoret")
    return row


@transaction.atomic
def report_progress(
    *,
    actor: User,
    milestone: Milestone,
    percent: int,
    on: date,
    note: str = "",
    upload: "UploadedFile[Any] | None" = None,
) -> ProgressEntry:
    """Add how far an activity had come on a day; earlier entries stay, two at once are both kept."""
    row, acting = _locked(actor, milestone)
    require_running(row)
    if not 0 <= percent <= 100:
        raise DomainError(_("Kemajuan diisi 0 sampai 100 persen."), remedy=_("Periksa angkanya."))
    require_day(on, earliest=begins_on(row.plan.naskah), what=_("Tanggal kemajuan"))
    before = row.entries.filter(on__lte=on).order_by("on", "pk").last()
    if before and percent < before.percent and not note.strip():
        raise DomainError(
            _("Kemajuan turun dari %(before)d ke %(now)d persen tanpa keterangan.")
            % {"before": before.percent, "now": percent},
            remedy=_("Tuliskan sebabnya pada keterangan."),
        )
    entry = ProgressEntry.objects.create(
        milestone=row, percent=percent, on=on, note=note.strip(), proof=keep_proof(actor, upload),
        **by(actor, acting),
    )  # fmt: skip
    _tell(actor, row, acting, "kegiatan.lapor", f"Kemajuan {percent} persen", on=on, reason=note)
    return entry


def require_changeable(row: Milestone) -> None:
    """Refuse to change an activity of a fixed plan, or one that was struck out. Raises ImpossibleStep."""
    _require_standing(row)
    require_drafted(row.plan)


def require_running(row: Milestone) -> None:
    """Refuse progress before the parties fixed the plan. Raises ImpossibleStep."""
    _require_standing(row)
    if not row.plan.runs:
        raise ImpossibleStep(
            _("Rencana aksi %d belum ditetapkan para pihak.") % row.plan.year,
            remedy=_("Mintakan dahulu persetujuan setiap pihak atas rencana aksi ini."),
        )


def _require_standing(row: Milestone) -> None:
    if row.dropped_at:
        raise ImpossibleStep(
            _("Kegiatan ini sudah dicoret dari rencana aksi."), remedy=_("Buka rencana aksinya.")
        )


def _check(plan: ActionPlan, party: Party, draft: MilestoneDraft) -> None:
    """Refuse days outside the plan's year or in the wrong order, and an office of somebody else."""
    if {draft.starts_on.year, draft.ends_on.year} != {plan.year}:
        raise DomainError(
            _("Kegiatan rencana aksi %d mulai dan selesai pada tahun itu.") % plan.year,
            remedy=_("Periksa tanggalnya; yang berlanjut dimasukkan dalam rencana aksi tahun berikutnya."),
        )
    if draft.ends_on < draft.starts_on:
        raise DomainError(
            _("Tanggal selesai tidak boleh mendahului tanggal mulai."), remedy=_("Periksa tanggalnya.")
        )
    if draft.office and draft.office.region_id != party.region_id:
        raise DomainError(
            _("Perangkat daerah itu bukan milik %s.") % party.short_name,
            remedy=_("Pilih perangkat daerah dari pihak ini."),
        )


def _locked(actor: User, milestone: Milestone) -> tuple[Milestone, Acting]:
    """The activity under its case's lock, and the right to act for its party."""
    case, own, acting = begin(actor, milestone.plan.naskah.case, milestone.party)
    row = Milestone.objects.select_related("office").get(pk=milestone.pk)
    row.plan, row.party = locked_plan(row.plan, case), own
    return row, acting


def _tell(
    actor: User,
    row: Milestone,
    acting: Acting,
    arrow: str,
    label: str,
    *,
    on: date | None = None,
    reason: str = "",
) -> None:
    finish(
        actor=actor,
        case=row.plan.naskah.case,
        acting=acting,
        arrow=f"rencana.{arrow}",
        label=f"{label}: {row.activity[:100]} (rencana aksi {row.plan.year})",
        link=row.get_absolute_url(),
        naskah=row.plan.naskah,
        on=on,
        reason=reason,
    )
