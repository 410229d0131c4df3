"""A region that ends while its agreements run: the party stays, its successor acts in its place."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.choices import DprdOutcome, Side
from agreements.models import Case, Naskah, Party, PartySuccession
from agreements.services.acting import Acting, acting_for, not_yours
from agreements.services.acts import lock_case
from agreements.services.ending import MANAGE
from agreements.services.history import tell_parties, write_event
from agreements.services.turns import refresh_turns
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline
from regions.models import Region, RegionSuccession


@dataclass(frozen=True)
class Heirs:
    """A party whose region the register calls ended or split, with the successors not recorded yet."""

    party: Party
    ended: bool
    successors: list[RegionSuccession]


def heirs_of(case: Case) -> list[Heirs]:
    """Every party of a case whose region has successors in the register that the case does not know yet."""
    parties = {party.region_id: party for party in case.parties.all() if party.region_id}
    known = set(case.successions.values_list("predecessor__region", "successor__region"))
    rows = RegionSuccession.objects.filter(
        predecessor__in=parties, on__gte=_beginning(case), on__lte=clock.today()
    )
    rows = rows.select_related("successor", "predecessor").order_by("on", "pk")
    found: dict[int, list[RegionSuccession]] = {}
    for row in rows:
        if (row.predecessor_id, row.successor_id) not in known:
            found.setdefault(row.predecessor_id, []).append(row)
    return [Heirs(parties[key], has_ended(parties[key].region), rows) for key, rows in found.items()]


def _beginning(case: Case) -> date:
    """From when on a change of region concerns the case: an old paper is older than its entry."""
    first = case.naskah.aggregate(first=Min("signed_on"))["first"]
    entered = timezone.localtime(case.created_at).date()
    return min(first, entered) if first else entered


def has_ended(region: Region | None) -> bool:
    """Whether the register says that the region is no more."""
    return bool(region and region.valid_to and region.valid_to < clock.today())


def acting_for_succession(actor: User, case: Case) -> Acting:
    """The right to record a successor: whoever manages the case for one of its parties. Raises NotAllowed."""
    acting = acting_for(actor, case, side="any", permission=MANAGE)
    if acting is None:
        raise not_yours(", ".join(party.short_name for party in case.parties.all() if party.region_id))
    return acting


def require_heirs(case: Case, party: Party) -> Heirs:
    """The successors a party may be given now. Raises ImpossibleStep when there are none."""
    found = next((row for row in heirs_of(case) if row.party.pk == party.pk), None)
    if found is None or case.state_rule.terminal:
        raise ImpossibleStep(
            _("%s tidak mempunyai daerah penerus yang belum dicatat.") % party.short_name,
            remedy=_("Periksa pergantian wilayah pada register wilayah."),
        )
    return found


@transaction.atomic
def record_successor(
    *, actor: User, case: Case, party: Party, region: Region, on: date, note: str = ""
) -> PartySuccession:
    """Let the successor of a region act in its place; signatures already given stay as they are."""
    case = lock_case(case)
    acting = acting_for_succession(actor, case)
    heirs = require_heirs(case, party)
    entry = next((row for row in heirs.successors if row.successor_id == region.pk), None)
    if entry is None:
        raise DomainError(
            _("%s bukan daerah penerus menurut register wilayah.") % region.full_name,
            remedy=_("Pilih dari daftar."),
        )
    _check_day(entry, on)
    old = next(row for row in case.parties.all() if row.pk == party.pk)
    new = _seat(case, old, region)
    row = PartySuccession.objects.create(
        case=case,
        predecessor=old,
        successor=new,
        on=on,
        basis=entry.basis or str(entry),
        note=note.strip(),
        recorded_by=actor,
    )
    if heirs.ended:
        _stand_down(case, old, new, on)
    _follow(case, old, new, ended=heirs.ended)
    _tell(actor, case, acting, row)
    return row


def _check_day(entry: RegionSuccession, on: date) -> None:
    if on > clock.today() or on < entry.on:
        raise DomainError(
            _("Tanggal diisi antara %(first)s dan hari ini.") % {"first": long_date(entry.on)},
            remedy=_("Penerus bertindak paling cepat sejak tanggal pergantian wilayahnya."),
        )


def _seat(case: Case, old: Party, region: Region) -> Party:
    """The party of the successor: the one that is there already after a merger, or a new one."""
    there = next((row for row in case.parties.all() if row.region_id == region.pk), None)
    if there is not None:
        if old.side == Side.INITIATOR and there.side != old.side:
            there.side = old.side
            there.save(update_fields=["side"])
        return there
    order = max(row.order for row in case.parties.all()) + 1
    return Party.objects.create(
        case=case,
        order=order,
        side=old.side,
        region=region,
        shared_at=old.shared_at and clock.now(),
        accepted_on=old.accepted_on,
    )


def _stand_down(case: Case, old: Party, new: Party, on: date) -> None:
    """The old party acts no more; what it had not signed yet waits for its successor."""
    if old.succeeded_on is None:
        old.succeeded_on, old.turn_since, old.turn_permission = on, None, ""
        old.save(update_fields=["succeeded_on", "turn_since", "turn_permission"])
    _hand_over_record(case, old, new)
    for text in case.naskah.open().prefetch_related("signatures"):
        _hand_over(text, old, new)
    _hand_over_dprd(case, old, new)


def _hand_over_record(case: Case, old: Party, new: Party) -> None:
    """Who kept the record of an inbound offer, and who owes the reports still on their way, is the successor."""
    if old.is_keeper:
        Party.objects.filter(pk=old.pk).update(is_keeper=False)
        Party.objects.filter(pk=new.pk).update(is_keeper=True)
        old.is_keeper, new.is_keeper = False, True
    case.reports.filter(region=old.region).exclude(awaits="").update(region=new.region)


def _hand_over_dprd(case: Case, old: Party, new: Party) -> None:
    """What the old region had not brought to an end with its DPRD is the successor's, unless it has its own."""
    own = set(case.dprd_tracks.filter(party=new).values_list("cause", flat=True))
    undone = case.dprd_tracks.filter(party=old).latest().filter(outcome__in=("", DprdOutcome.REFUSED))
    for cause in undone.exclude(cause__in=own).values_list("cause", flat=True):
        case.dprd_tracks.filter(party=old, cause=cause).update(party=new)


def _hand_over(text: Naskah, old: Party, new: Party) -> None:
    rows = {row.party_id: row for row in text.signatures.all()}
    own = rows.get(old.pk)
    if own is None or own.signed_on:
        return
    if new.pk in rows:
        own.delete()
        return
    own.party, own.signer_name, own.signer_title, own.office = new, "", "", None
    own.number, own.kuasa_number, own.kuasa_date, own.official = "", "", None, None
    own.save()


def _follow(case: Case, old: Party, new: Party, *, ended: bool) -> None:
    """Let the running terms concern the successor too, and bind it where the old party was bound."""
    for subject in (case, *case.naskah.all(), *case.dprd_tracks.all()):
        for term in Deadline.objects.of(subject).open():
            if new.region is not None:
                term.regions.add(new.region)
            if ended and term.responsible_region_id == old.region_id:
                term.responsible_region = new.region
                term.save(update_fields=["responsible_region"])


def _tell(actor: User, case: Case, acting: Acting, row: PartySuccession) -> None:
    event = write_event(
        actor=actor,
        case=case,
        acting=acting,
        arrow="penerus",
        label=f"{row.successor.short_name} dicatat sebagai penerus {row.predecessor.short_name}",
        on=row.on,
        reason="; ".join(part for part in (row.basis, row.note) if part),
    )
    case = lock_case(case)
    refresh_turns(case)
    tell_parties(case=case, event=event)
