"""The history row every act leaves, and the notice it sends.

What is stored is Indonesian, whatever language the actor reads the pages in.
"""

from collections.abc import Iterable
from datetime import date

from agreements.ledger.sealing import seal_events
from agreements.models import Case, CaseDocument, CaseEvent, DprdLetter, DprdTrack, Naskah
from agreements.services.acting import Acting
from ksd.accounts.access import recipients
from ksd.accounts.choices import Role
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.services import notify

# Observers read; they are not called to act.
CALLED_ROLES = [role for role in Role.values if role not in (Role.OBSERVER, Role.ADMIN)]


def write_event(
    *,
    actor: User,
    case: Case,
    acting: Acting,
    arrow: str,
    label: str,
    article: str = "",
    source: str = "",
    target: str = "",
    on: date | None = None,
    reason: str = "",
    naskah: Naskah | None = None,
    track: DprdTrack | None = None,
    documents: Iterable[CaseDocument] = (),
    letters: Iterable[DprdLetter] = (),
) -> CaseEvent:
    """Write who did what, in which role, when, why and with which papers; seal it in the depositary ledger."""
    if acting.recorded_for is not None:
        label = f"{label} (dicatat untuk {acting.recorded_for.short_name})"
    event = CaseEvent.objects.create(
        case=case,
        naskah=naskah,
        dprd_track=track,
        arrow=arrow,
        label=label[:250],
        article=article,
        source=source,
        target=target,
        on=on or clock.today(),
        reason=reason,
        actor=actor,
        actor_name=actor.get_full_name(),
        role=acting.role[:150],
        region=acting.region,
    )
    event.documents.add(*documents)
    for letter in letters:
        letter.event = event
        letter.save()
    seal_events(case)
    return event


def tell_parties(*, case: Case, event: CaseEvent, link: str = "") -> None:
    """Tell the people of every party that sees the case, the actor excepted, once per person."""
    regions = [party.region_id for party in case.parties.all() if party.region_id and party.shared_at]
    users = recipients(regions, roles=CALLED_ROLES).exclude(pk=event.actor_id)
    body = f"{event.actor_name} ({event.role})"
    if event.reason:
        body = f"{body}: {event.reason}"
    notify(
        users=users,
        key=f"peristiwa-{event.pk}",
        kind="kasus",
        title=f"{event.label}: {case.title}"[:200],
        body=body,
        link=link or case.get_absolute_url(),
    )
