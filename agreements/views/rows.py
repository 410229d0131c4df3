"""One line of the list of cooperations, gathered for a whole page of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, Value
from django.utils.translation import gettext as _

from agreements.models import Case, DprdTrack, Naskah
from agreements.models.case import ELSEWHERE
from agreements.querysets import is_turn_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import Deadline


@dataclass(frozen=True)
class Turn:
    """Whose turn it is and for how many days; nobody's when a case has ended."""

    names: str
    days: int | None
    mine: bool

    @property
    def text(self) -> str:
        """Who, and since how many days."""
        if not self.names or self.days is None:
            return self.names
        return (
            _("%(names)s, hari ini") % {"names": self.names}
            if not self.days
            else _("%(names)s, %(days)d hari") % {"names": self.names, "days": self.days}
        )


@dataclass(frozen=True)
class CaseRow:
    """A case as a list shows it."""

    case: Case
    parties: str
    turn: Turn
    deadline: Deadline | None
    run_out: bool = False
    outlives: bool = False

    @property
    def tone(self) -> str:
        """Colour of the state's badge, from what the pack says of the state."""
        state = self.case.state_rule
        return "secondary" if state.terminal or state.initial else "primary"


def turn_of(case: Case, user: User) -> Turn:
    """Whose turn it is, from prefetched parties; DPRD, governor and minister are no party and so named by the pack's state."""
    holders = [party for party in case.parties.all() if party.turn_since]
    if holders:
        since = min(party.turn_since for party in holders if party.turn_since)
        names = (
            _("Semua pihak")
            if 1 < len(holders) == len(case.parties.all())
            else ", ".join(party.awaited for party in holders)
        )
        mine = any(is_turn_of(user, party) for party in holders)
        return Turn(names, (clock.today() - since).days, mine)
    if case.state_rule.turn in ELSEWHERE:
        return Turn(str(ELSEWHERE[case.state_rule.turn]), case.days_in_state, mine=False)
    return Turn("", None, mine=False)


def case_rows(cases: Iterable[Case], user: User) -> list[CaseRow]:
    """The lines of one page, in a fixed number of queries."""
    listed = list(cases)
    keys = [case.pk for case in listed]
    nearest = _nearest(keys)
    marks = Case.objects.filter(pk__in=keys).marks()
    return [
        CaseRow(
            case=case,
            parties=" – ".join(party.short_name for party in case.parties.all()),
            turn=turn_of(case, user),
            deadline=nearest.get(case.pk),
            run_out=marks[case.pk][0],
            outlives=marks[case.pk][1],
        )
        for case in listed
    ]


def _nearest(keys: list[int]) -> dict[int, Deadline]:
    """The next running term of each case: its own, that of a DPRD, or the end of one of its texts."""
    owners: dict[str, dict[int, int]] = {"naskah": {}, "track": {}}
    for what, pk, owner in _owned(keys):
        owners[what][pk] = owner
    texts, tracks = owners["naskah"], owners["track"]
    kinds = ContentType.objects.get_for_models(Case, DprdTrack, Naskah)
    of_case = Q(content_type=kinds[Case], object_id__in=keys)
    of_text = Q(content_type=kinds[Naskah], object_id__in=list(texts), due_on__gte=clock.today())
    of_track = Q(content_type=kinds[DprdTrack], object_id__in=list(tracks))
    of_kind = {kinds[Naskah].pk: texts, kinds[DprdTrack].pk: tracks}
    nearest: dict[int, Deadline] = {}
    for term in Deadline.objects.open().filter(of_case | of_text | of_track).order_by("due_on", "pk"):
        owner = of_kind.get(term.content_type_id, {}).get(term.object_id, term.object_id)
        nearest.setdefault(owner, term)
    return nearest


def _owned(keys: list[int]) -> Iterable[tuple[str, int, int]]:
    """What of these cases may carry a term of its own, in one query: (what, its number, its case)."""
    texts = Naskah.objects.filter(case__in=keys).order_by().annotate(what=Value("naskah"))
    tracks = DprdTrack.objects.filter(case__in=keys).order_by().annotate(what=Value("track"))
    columns = ("what", "pk", "case_id")
    return texts.values_list(*columns).union(tracks.values_list(*columns), all=True)
