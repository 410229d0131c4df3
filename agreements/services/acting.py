"""For which party a person acts, and in which role."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from agreements.law.schema import Arrow
from agreements.models import Case, Party
from ksd.accounts.access import acting_region_ids, current_memberships, own_region_ids
from ksd.accounts.models import Membership, User
from ksd.core import clock
from ksd.core.errors import NotAllowed
from ksd.core.language import INDONESIAN
from regions.choices import Level
from regions.models import Region


@dataclass(frozen=True)
class Acting:
    """A person acting for a party; `recorded_for` is set when the act belongs to a party without users.

    `above` is set when the region above the parties acts upon one of them (perintah of the governor).
    """

    party: Party
    role: str
    recorded_for: Party | None = None
    above: Region | None = None

    @property
    def subject(self) -> Party:
        """The party whose act it is."""
        return self.recorded_for or self.party

    @property
    def region(self) -> Region | None:
        """The region of the person who acts."""
        return self.above or self.party.region


def has_users(party: Party) -> bool:
    """Whether somebody of this party can sign in today; third parties never can."""
    return party.region_id is not None and region_has_users(party.region_id)


def region_has_users(region: int) -> bool:
    """Whether somebody of this region can sign in today."""
    held = Membership.objects.current(clock.today())
    return held.filter(region=region, user__is_active=True).exists()


def role_of(actor: User, party: Party) -> str:
    """The actor's roles in the party's region, as shown beside each act."""
    return _role_in(actor, party.region_id, party.short_name)


def role_in(actor: User, region: Region) -> str:
    """The actor's roles in a region that is no party, as shown beside each act."""
    return _role_in(actor, region.pk, region.full_name)


def _role_in(actor: User, region: int | None, name: str) -> str:
    memberships = [entry for entry in current_memberships(actor) if entry.region_id == region]
    with translation.override(INDONESIAN):
        labels = ", ".join(str(entry.get_role_display()) for entry in memberships)
    return f"{labels or 'Pengelola sistem'} – {name}"


def acting_on(actor: User, case: Case, arrow: Arrow) -> Acting | None:
    """The party this person may take an arrow for, or None.

    An act with `proof` that belongs to a party without users is recorded by the keeper of the case, who holds its
    letter. An act with `above` may also be taken by the region above the parties.
    """
    regions = acting_region_ids(actor, arrow.permission)
    wanted = [party for party in case.acting_parties if arrow.side in ("any", party.side)]
    own = _first_pending([party for party in wanted if party.region_id in regions], arrow)
    absent = _absent(case, arrow, wanted) if case.keeper.region_id in regions else None
    if own and not (absent and _stands_back(own, case, arrow)):
        return Acting(own, role_of(actor, own))
    if absent:
        return Acting(case.keeper, role_of(actor, case.keeper), recorded_for=absent)
    return _from_above(actor, case, arrow)


def _first_pending(parties: list[Party], arrow: Arrow) -> Party | None:
    """The first party; of an act each must take, the first that has not taken it."""
    pending = [party for party in parties if not (arrow.each and party.accepted_on)]
    return next(iter((*pending, *parties)), None)


def _absent(case: Case, arrow: Arrow, wanted: list[Party]) -> Party | None:
    """The party without users whose act the keeper may record next."""
    if not arrow.proof:
        return None
    others = (party for party in wanted if party != case.keeper and not (arrow.each and party.accepted_on))
    return next((party for party in others if not has_users(party)), None)


def _stands_back(own: Party, case: Case, arrow: Arrow) -> bool:
    """Whether the keeper, able to act for itself, records another's act: it is the other's, or its own is done."""
    return own == case.keeper and (arrow.side == "any" or bool(arrow.each and own.accepted_on))


def superior_of(case: Case) -> int | None:
    """The region above all parties: the province of its kabupaten/kota, else the state (Permendagri 22/2020 Pasal 8)."""
    parents = {party.region.parent_id for party in case.parties.all() if party.region}
    if len(parents) == 1:
        return parents.pop()
    return Region.objects.filter(level=Level.NEGARA).values_list("pk", flat=True).first()


def _from_above(actor: User, case: Case, arrow: Arrow) -> Acting | None:
    own = own_region_ids(actor, arrow.above) if arrow.above else frozenset()
    superior = superior_of(case) if own else None
    if superior not in own:
        return None
    region = Region.objects.get(pk=superior)
    waiting = next((party for party in case.partners if not party.accepted_on), case.partners[0])
    return Acting(waiting, _role_in(actor, region.pk, region.full_name), above=region)


def acting_for(actor: User, case: Case, *, side: str, permission: str) -> Acting | None:
    """The first party of this side ("any": of either) this person may act for, or None."""
    regions = acting_region_ids(actor, permission)
    own = (row for row in case.acting_parties if side in ("any", row.side) and row.region_id in regions)
    party = next(own, None)
    return Acting(party, role_of(actor, party)) if party else None


def acting_for_party(actor: User, case: Case, party: Party, *, permission: str) -> Acting:
    """The right to act for exactly this party.

    What a region that ended still owes is its successor's. Raises NotAllowed when the person belongs to neither
    and does not keep the case of an absent party.
    """
    regions = acting_region_ids(actor, permission)
    if party.region_id in regions:
        return Acting(party, role_of(actor, party))
    heir = next((row for row in heirs_of_party(party) if row.region_id in regions), None)
    if heir is not None:
        return Acting(heir, role_of(actor, heir), recorded_for=party)
    keeper = case.keeper
    if party != keeper and keeper.region_id in regions and not has_users(party):
        return Acting(keeper, role_of(actor, keeper), recorded_for=party)
    raise not_yours(party.short_name)


def heirs_of_party(party: Party) -> list[Party]:
    """Those that act today in the place of a party whose region ended; nobody while it acts itself."""
    if party.succeeded_on is None:
        return []
    rows = party.succeeded_by.select_related("successor__region", "successor__partner")
    return [heir for row in rows for heir in (heirs_of_party(row.successor) or [row.successor])]


def drafting_parties(case: Case) -> list[Party]:
    """The parties that write the texts: the initiator, and the keeper of an inbound offer in its place."""
    return list(dict.fromkeys((case.keeper, case.initiator)))


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
