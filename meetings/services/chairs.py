"""Who leads a meeting of the TKKSD: read from the team's decree, proposed, and compared with who was named."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from agreements.models.teams import Team, TeamMember
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.language import INDONESIAN
from meetings.models import CHANGED, Meeting
from meetings.services.access import (
    field_names,
    lock_meeting,
    require_manager,
    require_open,
    touch,
    write_event,
)


@dataclass(frozen=True)
class ChairSheet:
    """What the page says of the chair: who may lead, in order, and what is amiss with who was named."""

    proposed: TeamMember | None = None
    warning: str = ""
    rule: str = ""
    article: str = ""


def chair_sheet(meeting: Meeting) -> ChairSheet:
    """The rule of the meeting's kind held against its team; nothing where the kind has no rule. One query."""
    rule = meeting.rule
    if not rule.chair:
        return ChairSheet()
    members = able_to_lead(meeting)
    proposed = members[0] if members else None
    return ChairSheet(proposed, _warning(meeting, members), rule.chair_rule, rule.chair_article)


def able_to_lead(meeting: Meeting) -> list[TeamMember]:
    """Members of the organiser's team who may lead on the day, the first before those who stand in."""
    order = {position: number for number, position in enumerate(meeting.rule.chair)}
    day = timezone.localtime(meeting.starts_at).date()
    teams = Team.objects.current(day).filter(region=meeting.organiser_id)
    found = TeamMember.objects.serving(day).filter(team__in=teams, position__in=order)
    return sorted(found, key=lambda member: (order[member.position], member.pk))


def _warning(meeting: Meeting, members: list[TeamMember]) -> str:
    if not members:
        return _(
            "Belum ada anggota TKKSD %(region)s yang tercatat berwenang memimpin rapat ini pada hari itu; "
            "catat dahulu Keputusan TKKSD-nya."
        ) % {"region": meeting.organiser.full_name}
    if not meeting.chair:
        return _("Pimpinan rapat belum diisi.")
    named = _plain(meeting.chair)
    if any(_plain(member.name) == named for member in members):
        return ""
    return _("%(name)s tidak tercatat sebagai %(positions)s pada hari rapat.") % {
        "name": meeting.chair,
        "positions": _(" atau ").join(dict.fromkeys(str(row.get_position_display()) for row in members)),
    }


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@transaction.atomic
def take_proposed_chair(*, actor: User, meeting: Meeting) -> Meeting:
    """Name the one whom the rule puts first. Raises NotAllowed, ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    proposed = chair_sheet(row).proposed
    if proposed is None:
        raise ImpossibleStep(
            _("Tidak ada pimpinan yang dapat diusulkan untuk rapat ini."),
            remedy=_("Catat Keputusan TKKSD beserta anggotanya, atau isi pimpinan lewat “Ubah rapat”."),
        )
    with translation.override(INDONESIAN):  # printed, and read by everybody
        title = f"{proposed.get_position_display()} TKKSD"
    if (row.chair, row.chair_title) == (proposed.name, title):
        return row
    row.chair, row.chair_title = proposed.name, title
    row.revision += 1
    row.save(update_fields=["chair", "chair_title", "revision"])
    write_event(row, actor, CHANGED, row.state, ", ".join(field_names(Meeting, ["chair"])))
    touch(row)
    return row
