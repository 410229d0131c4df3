"""The register of a region's goals, and what a cooperation reaches of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import Case, CaseGoal, Goal, GoalReport, GoalTarget, Party
from agreements.services.acting import Acting, not_yours
from agreements.services.after_signing import MANAGE, begin, by, finish, require_seen
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Region


@dataclass(frozen=True)
class GoalDraft:
    """What a planning document says of a goal."""

    document: str
    period_start: int
    period_end: int
    title: str
    indicator: str
    unit: str
    base: Decimal | None = None
    lower_is_better: bool = False


def require_keeper(actor: User, region: Region) -> None:
    """Refuse to keep another region's goals. Raises NotAllowed."""
    if not may(actor, MANAGE, region):
        raise not_yours(region.full_name)


@transaction.atomic
def save_goal(
    *,
    actor: User,
    region: Region,
    draft: GoalDraft,
    targets: Mapping[int, Decimal],
    goal: Goal | None = None,
    seen_revision: int = 0,
) -> Goal:
    """Record or correct a goal with its target of every year of its period. Raises StaleForm."""
    require_keeper(actor, goal.region if goal else region)
    if goal is None:
        row = Goal(region=region)
    else:
        row = Goal.objects.select_for_update().get(pk=goal.pk)
        require_seen(row.revision, seen_revision)
        row.revision += 1
    for name, value in vars(draft).items():
        setattr(row, name, value)
    if outside := [year for year in targets if not draft.period_start <= year <= draft.period_end]:
        raise DomainError(
            _("Tahun %(year)d di luar periode %(start)d–%(end)d.")
            % {"year": outside[0], "start": draft.period_start, "end": draft.period_end},
            remedy=_("Periksa periode atau tahun targetnya."),
        )
    row.updated_at = clock.now()
    row.full_clean()
    row.save()
    row.targets.all().delete()
    GoalTarget.objects.bulk_create(
        GoalTarget(goal=row, year=year, target=target) for year, target in sorted(targets.items())
    )
    return row


@transaction.atomic
def link_goal(*, actor: User, case: Case, goal: Goal) -> CaseGoal:
    """Say that a cooperation serves a goal of one of its parties."""
    case, _own, acting = begin(actor, case, party_of(case, goal))
    if case.goal_links.filter(goal=goal).exists():
        raise ImpossibleStep(
            _("Sasaran ini sudah ditautkan pada kerja sama ini."), remedy=_("Pilih sasaran lain.")
        )
    link = CaseGoal.objects.create(case=case, goal=goal)
    _tell(actor, link, acting, "tautkan", "Sasaran ditautkan")
    return link


def party_of(case: Case, goal: Goal) -> Party:
    """The party whose goal it is. Raises DomainError when its region takes no part."""
    for party in case.acting_parties:
        if party.region_id == goal.region_id:
            return party
    raise DomainError(
        _("Sasaran itu milik daerah yang bukan pihak dalam kerja sama ini."),
        remedy=_("Pilih sasaran dari daerah para pihak."),
    )


@transaction.atomic
def report_goal(
    *, actor: User, link: CaseGoal, year: int, target: Decimal, achieved: Decimal | None, note: str = ""
) -> GoalReport:
    """Add what the cooperation aimed at and reached in one year; the newest record of a year counts."""
    link, acting = _locked(actor, link)
    if year > clock.today().year and achieved is not None:
        raise DomainError(
            _("Capaian tahun %d belum dapat diketahui.") % year, remedy=_("Kosongkan capaiannya.")
        )
    if not link.goal.period_start <= year <= link.goal.period_end:
        raise DomainError(
            _("Tahun %(year)d di luar periode %(start)d–%(end)d.")
            % {"year": year, "start": link.goal.period_start, "end": link.goal.period_end},
            remedy=_("Pilih tahun dalam periode dokumen itu."),
        )
    report = GoalReport.objects.create(
        link=link, year=year, target=target, achieved=achieved, note=note.strip(), **by(actor, acting)
    )
    _tell(actor, link, acting, "lapor", f"Capaian sasaran {year} dicatat", reason=note)
    return report


@transaction.atomic
def unlink_goal(*, actor: User, link: CaseGoal) -> None:
    """Take a goal off a cooperation, as long as nothing was reported on it."""
    link, acting = _locked(actor, link)
    require_unreported(link)
    _tell(actor, link, acting, "lepas", "Sasaran dilepas")
    link.delete()


def require_unreported(link: CaseGoal) -> None:
    """Refuse to take off a goal that was reported on. Raises ImpossibleStep."""
    if link.reports.exists():
        raise ImpossibleStep(
            _("Sasaran ini sudah mempunyai capaian, jadi tidak dapat dilepas."),
            remedy=_("Biarkan tautannya; capaiannya tetap terbaca."),
        )


def _locked(actor: User, link: CaseGoal) -> tuple[CaseGoal, Acting]:
    """The link under its case's lock, and the right to act for the region whose goal it is."""
    case, _own, acting = begin(actor, link.case, party_of(link.case, link.goal))
    fresh = CaseGoal.objects.select_related("goal").get(pk=link.pk)
    fresh.case = case
    return fresh, acting


def _tell(actor: User, link: CaseGoal, acting: Acting, arrow: str, label: str, *, reason: str = "") -> None:
    finish(
        actor=actor,
        case=link.case,
        acting=acting,
        arrow=f"sasaran.{arrow}",
        label=f"{label}: {link.goal.title[:120]}",
        link=reverse("agreements:running_goals", args=[link.case.public_id]),
        reason=reason,
    )
