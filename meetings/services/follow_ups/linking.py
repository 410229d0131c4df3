"""Safe links to report one follow-up once, without an account: shown once for a chat message, or sent by e-mail (F90)."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.jobs import request_job
from meetings.duties import LINKED, UNLINKED, DutyStep, duty_step
from meetings.models import ActLink, FollowUp
from meetings.models.links import LinkAct
from meetings.services.follow_ups.access import lock_follow_up, require_role, require_state, write_entry
from meetings.services.follow_ups.mailing import LINK_MAIL
from meetings.services.links import new_link, revoke_links

DAYS = 14
MOST_ALIVE = 5


def _reporting() -> DutyStep:
    return duty_step("lapor")


@transaction.atomic
def make_link(*, actor: User, follow_up: FollowUp) -> str:
    """A link for one report, to be shown once. Raises NotAllowed, ImpossibleStep, DomainError for too many."""
    row = _ready(actor, follow_up)
    write_entry(row, LINKED, actor=actor, text="Untuk dikirim lewat pesan.")
    return new_link(LinkAct.TINDAK_LANJUT, follow_up=row, until=clock.now() + timedelta(days=DAYS))


@transaction.atomic
def mail_link(*, actor: User, follow_up: FollowUp, address: str) -> None:
    """Have a link sent to an e-mail address; its secret is made while sending and kept nowhere. Raises as `make_link`."""
    row = _ready(actor, follow_up)
    entry = write_entry(row, LINKED, actor=actor, text=f"Dikirim ke {address}.")
    request_job(
        kind=LINK_MAIL,
        key=str(entry.pk),
        payload={"follow_up": row.pk, "address": address, "days": DAYS},
        actor=actor,
        label=f"Surel tautan lapor: {row}"[:200],
    )


@transaction.atomic
def close_links(*, actor: User, follow_up: FollowUp) -> int:
    """Close every unused link of a follow-up; how many. Raises NotAllowed."""
    row = lock_follow_up(follow_up)
    require_role(actor, row, _reporting())
    closed = revoke_links(follow_up=row)
    if closed:
        write_entry(row, UNLINKED, actor=actor, text=f"{closed} tautan dicabut.")
    return closed


def living_links(follow_up: FollowUp) -> int:
    """How many links could still be used."""
    rows = ActLink.objects.filter(follow_up=follow_up, used_at=None, revoked_at=None)
    return rows.filter(expires_at__gt=clock.now()).count()


def _ready(actor: User, follow_up: FollowUp) -> FollowUp:
    row = lock_follow_up(follow_up)
    require_role(actor, row, _reporting())
    require_state(row, _reporting())
    if living_links(row) >= MOST_ALIVE:
        raise DomainError(
            _("Sudah ada %d tautan yang belum dipakai.") % MOST_ALIVE,
            remedy=_("Cabut tautan yang lama, lalu buat yang baru."),
        )
    return row
