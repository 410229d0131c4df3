"""Links bound to one act: made with a letter or a reminder, used once, dead afterwards (F90).

Only the hash of a link is kept. Whoever holds one may do its one act and read nothing else.
"""

from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.tokens import print_of
from meetings.models import ActLink, FollowUp, Invitee
from meetings.notices.links import DAYS, new_link

__all__ = ["DAYS", "link_of", "new_link", "revoke_links", "use_link"]


def link_of(token: str, act: str) -> ActLink | None:
    """The link with this secret, alive or not; None when there never was one for this act."""
    rows = ActLink.objects.filter(token_sha256=print_of(token), act=act)
    related = (
        "invitee__meeting__organiser",
        "invitee__meeting__organiser_office",
        "invitee__region",
        "invitee__office",
        "follow_up__decision__meeting",
        "follow_up__region",
    )
    return rows.select_related(*related).first()


def use_link(link: ActLink) -> ActLink:
    """Use a link up within the act's own transaction. Raises ImpossibleStep for one used, revoked or expired."""
    locked = ActLink.objects.select_for_update().get(pk=link.pk)
    if not locked.is_alive:
        raise ImpossibleStep(
            _("Tautan ini sudah dipakai, dicabut, atau kedaluwarsa."),
            remedy=_("Mintalah tautan baru kepada sekretariat rapat."),
        )
    locked.used_at = clock.now()
    locked.save(update_fields=["used_at"])
    return locked


def revoke_links(*, invitee: Invitee | None = None, follow_up: FollowUp | None = None, act: str = "") -> int:
    """Close the unused links of an invitee or a follow-up; how many."""
    rows = ActLink.objects.filter(used_at__isnull=True, revoked_at__isnull=True)
    rows = rows.filter(invitee=invitee) if invitee else rows.filter(follow_up=follow_up)
    return (rows.filter(act=act) if act else rows).update(revoked_at=clock.now())
