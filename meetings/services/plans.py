"""The KAK of a meeting: written by its organiser, never over somebody else's words."""

from dataclasses import dataclass, fields
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import StaleForm
from meetings.models import Meeting, MeetingPlan
from meetings.services.access import field_names, lock_meeting, require_manager, require_open, write_event

PLAN_CHANGED = "kak"


@dataclass(frozen=True, kw_only=True)
class PlanData:
    """What a person fills in of the KAK; the budget in whole rupiah."""

    background: str = ""
    legal_basis: str = ""
    aim: str = ""
    audience: str = ""
    speakers: str = ""
    method: str = ""
    output: str = ""
    timetable: str = ""
    responsible: str = ""
    budget: Decimal | None = None
    budget_source: str = ""


def plan_of(meeting: Meeting) -> MeetingPlan:
    """The KAK as written, else an unsaved one that begins with what the meeting already says."""
    return MeetingPlan.objects.filter(meeting=meeting).first() or _begun(meeting)


def _begun(meeting: Meeting) -> MeetingPlan:
    names = meeting.participants.order_by("level", "code")
    return MeetingPlan(
        meeting=meeting,
        audience="\n".join(region.government_name for region in names),
        legal_basis=meeting.rule.article,
        responsible=meeting.organiser_name,
    )


@transaction.atomic
def write_plan(
    *, actor: User, meeting: Meeting, data: PlanData, seen_revision: int | None = None
) -> MeetingPlan:
    """Write the KAK. Raises NotAllowed, ImpossibleStep for a closed meeting, StaleForm, ValidationError."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    plan = plan_of(row)
    if seen_revision is not None and seen_revision != plan.revision:
        raise StaleForm(
            _("Sementara formulir ini terbuka, orang lain mengubah KAK ini."),
            remedy=_(
                "Isian Anda masih di sini. Bandingkan dengan yang tersimpan, lalu simpan lagi bila sudah sesuai."
            ),
        )
    changed = [item.name for item in fields(data) if getattr(plan, item.name) != getattr(data, item.name)]
    if plan.pk and not changed:
        return plan
    for item in fields(data):
        setattr(plan, item.name, getattr(data, item.name))
    plan.revision += 1
    plan.changed_at = clock.now()
    plan.full_clean()
    plan.save()
    write_event(row, actor, PLAN_CHANGED, row.state, ", ".join(field_names(MeetingPlan, changed)))
    return plan
