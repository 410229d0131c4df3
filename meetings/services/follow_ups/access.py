"""Who may do what with a follow-up, under one lock, and what every act leaves behind."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser, acting_region_ids, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.language import in_indonesian
from ksd.core.models import StoredFile
from ksd.deadlines.services import notify
from meetings.duties import AGREED_STATES, ORGANISER, OWNER, DutyStep, label_of
from meetings.models import FollowUp, FollowUpEntry
from meetings.services.access import ANSWERING, PERMISSION, may_answer_for, touch


def organiser_ids(follow_up: FollowUp) -> set[int]:
    """The regions that judge it: whose meeting asked for it, and whose meeting it was carried into."""
    carried = follow_up.carries.values_list("meeting__organiser_id", flat=True)
    return {follow_up.decision.meeting.organiser_id, *carried}


def roles_of(user: AnyUser, follow_up: FollowUp) -> frozenset[str]:
    """As what a person may act on it: as the owner, as the organiser, both or neither."""
    held = {OWNER} if may_answer_for(user, follow_up.region) else set()
    if acting_region_ids(user, PERMISSION) & organiser_ids(follow_up):
        held.add(ORGANISER)
    return frozenset(held)


def lock_follow_up(follow_up: FollowUp) -> FollowUp:
    """The follow-up read anew and kept from others until the act is done."""
    rows = FollowUp.objects.select_for_update(of=("self",))
    return rows.select_related("decision__meeting__organiser", "region", "office").get(pk=follow_up.pk)


def require_role(actor: User, follow_up: FollowUp, step: DutyStep) -> None:
    """Refuse whoever may read it but not take this step. Raises NotAllowed."""
    if not roles_of(actor, follow_up) & set(step.who):
        who = follow_up.owner_name if OWNER in step.who else follow_up.decision.meeting.organiser_name
        raise NotAllowed(
            _("“%(step)s” bukan wewenang Anda untuk tindak lanjut ini.") % {"step": step.label},
            remedy=_("Hubungi %s.") % who,
        )


def require_state(follow_up: FollowUp, step: DutyStep) -> None:
    """Refuse a step that does not leave the present state, or comes before the result is agreed. Raises ImpossibleStep."""
    decision = follow_up.decision
    if decision.dropped_at is not None or decision.meeting.state not in AGREED_STATES:
        raise ImpossibleStep(
            _("Rumusan rapat ini belum disepakati, atau butirnya dicabut."),
            remedy=_("Tindak lanjut dilaporkan setelah rumusan disepakati."),
        )
    if follow_up.state not in step.sources:
        raise ImpossibleStep(
            _("“%(step)s” tidak dapat dilakukan: tindak lanjut ini kini “%(state)s”.")
            % {"step": step.label, "state": follow_up.get_state_display()},
            remedy=_("Muat ulang halaman tindak lanjut, lalu pilih langkah yang tersedia."),
        )


def write_entry(
    follow_up: FollowUp,
    step: str,
    *,
    actor: User | None,
    name: str = "",
    text: str = "",
    obstacle: str = "",
    file: StoredFile | None = None,
    key: str = "",
) -> FollowUpEntry:
    """One line of the history, as things stand after the act; live pages of its meeting are told."""
    touch(follow_up.decision.meeting)
    return FollowUpEntry.objects.create(
        follow_up=follow_up,
        step=step,
        state=follow_up.state,
        progress=follow_up.progress,
        text=text,
        obstacle=obstacle,
        file=file,
        actor=actor,
        actor_name=(name or (str(actor) if actor else ""))[:150],
        key=key,
        at=clock.now(),
    )


def save_row(follow_up: FollowUp, *names: str) -> None:
    """Write the named fields of a locked row, with its revision and time."""
    follow_up.revision += 1
    follow_up.changed_at = clock.now()
    follow_up.save(update_fields=[*names, "revision", "changed_at"])


def owners_of(follow_up: FollowUp) -> "QuerySet[User]":
    """The people of the region that owes it."""
    return recipients([follow_up.region_id], permissions=[ANSWERING])


def judges_of(follow_up: FollowUp) -> "QuerySet[User]":
    """The people of the organisers."""
    return recipients(organiser_ids(follow_up), permissions=[PERMISSION])


@in_indonesian
def tell(entry: FollowUpEntry, people: Iterable[User]) -> None:
    """Tell these people of an entry, except who made it; with the reason or text in the body."""
    follow_up = entry.follow_up
    notify(
        users=[person for person in people if person.pk != entry.actor_id],
        key=f"tindak-lanjut:{entry.pk}",
        kind="meeting",
        title=f"{label_of(entry.step)}: {follow_up}"[:200],
        body="\n".join(part for part in (f"{follow_up.owner_name} · {entry.actor_name}", entry.text) if part),
        link=follow_up.get_absolute_url(),
    )
