"""For which party a person acts, and in which role."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from agreements.choices import Side
from agreements.law.schema import Arrow
from agreements.models import Case, Party
from ksd.accounts.access import acting_region_ids, current_memberships
from ksd.accounts.models import Membership, User
from ksd.core import clock
from ksd.core.errors import NotAllowed


@dataclass(frozen=True)
class Acting:
    """A person acting for a party; `recorded_for` is set when the act belongs to a party without users."""

    party: Party
    role: str
    recorded_for: Party | None = None

    @property
    def subject(self) -> Party:
        """The party whose act it is."""
        return self.recorded_for or self.party


def has_users(party: Party) -> bool:
    """Whether somebody of this party can sign in today; third parties never can."""
    if party.region_id is None:
        return False
    return (
        Membership.objects.current(clock.today())
        .filter(region=party.region_id, user__is_active=True)
        .exists()
    )


def role_of(actor: User, party: Party) -> str:
    """The actor's roles in the party's region, as shown beside each act."""
    memberships = [entry for entry in current_memberships(actor) if entry.region_id == party.region_id]
    with translation.override("id"):
        labels = ", ".join(str(entry.get_role_display()) for entry in memberships)
    return f"{labels or 'Pengelola sistem'} – {party.short_name}"


def acting_for(
    actor: User, case: Case, *, side: str, permission: str, by_proof: bool = False
) -> Acting | None:
    """The party this person may act for on this side, or None.

    With `by_proof` the act of a partner without users is recorded by the initiator, who holds its letter.
    """
    regions = acting_region_ids(actor, permission)
    wanted = [Side.INITIATOR, Side.PARTNER] if side in ("any", "all") else [Side(side)]
    own = [party for party in case.parties.all() if party.side in wanted and party.region_id in regions]
    if own and not (by_proof and own[0].side == Side.INITIATOR and _absent_partner(case)):
        return Acting(own[0], role_of(actor, own[0]))
    return _for_absent_partner(actor, case, regions) if by_proof and Side.PARTNER in wanted else None


def _for_absent_partner(actor: User, case: Case, regions: frozenset[int]) -> Acting | None:
    initiator = case.initiator
    absent = _absent_partner(case)
    if absent is None or initiator.region_id not in regions:
        return None
    return Acting(initiator, role_of(actor, initiator), recorded_for=absent)


def acting_for_party(actor: User, case: Case, party: Party, *, permission: str) -> Acting:
    """The right to act for exactly this party.

    Raises NotAllowed when the person neither belongs to it nor may record for an absent partner.
    """
    regions = acting_region_ids(actor, permission)
    if party.region_id in regions:
        return Acting(party, role_of(actor, party))
    initiator = case.initiator
    if party.side == Side.PARTNER and not has_users(party) and initiator.region_id in regions:
        return Acting(initiator, role_of(actor, initiator), recorded_for=party)
    raise not_yours(party.short_name)


def _absent_partner(case: Case) -> Party | None:
    return next((party for party in case.partners if not has_users(party)), None)


def acting_on(actor: User, case: Case, arrow: Arrow) -> Acting | None:
    """The party this person may take an arrow for, or None."""
    return acting_for(actor, case, side=arrow.side, permission=arrow.permission, by_proof=bool(arrow.proof))


def require_acting(actor: User, case: Case, arrow: Arrow) -> Acting:
    """The party the person takes the arrow for. Raises NotAllowed with who may."""
    acting = acting_on(actor, case, arrow)
    if acting is None:
        side = arrow.side
        names = [
            party.short_name for party in case.parties.all() if side in ("any", "all") or party.side == side
        ]
        raise not_yours(", ".join(names))
    return acting


def not_yours(owner: str) -> NotAllowed:
    """The refusal that names who may act."""
    return NotAllowed(
        _("Anda tidak berwenang melakukan tindakan ini untuk %(owner)s.") % {"owner": owner},
        remedy=_("Mintalah petugas yang berwenang, atau minta admin memeriksa peran Anda."),
    )
