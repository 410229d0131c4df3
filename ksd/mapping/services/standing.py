"""Which cooperations stand in a year: signed and in force, ended during it, or on their way."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Case, Naskah, Party
from agreements.querysets import CaseQuerySet
from ksd.accounts.access import AnyUser
from ksd.core import clock
from regions.models import Region, Urusan

IN_FORCE, UNDER_WAY, ENDED = "berlaku", "proses", "berakhir"


@dataclass(frozen=True)
class Pact:
    """One cooperation as it stands in a year; `until` is its last day, None where it is open or not signed."""

    case: Case
    standing: str
    regions: tuple[Region, ...]
    partners: tuple[str, ...]
    urusan: tuple[Urusan, ...]
    until: date | None

    @property
    def counts(self) -> bool:
        """Whether it fills a gap: it is in force or on its way."""
        return self.standing != ENDED

    @property
    def label(self) -> str:
        """Its standing in words."""
        return {IN_FORCE: _("Berlaku"), UNDER_WAY: _("Dalam proses"), ENDED: _("Berakhir")}[self.standing]

    @property
    def tone(self) -> str:
        """The colour of its standing, always beside the word."""
        return {IN_FORCE: "success", UNDER_WAY: "info", ENDED: "secondary"}[self.standing]

    @property
    def subjects(self) -> str:
        """Its urusan in one line."""
        return ", ".join(row.name for row in self.urusan)


def readable_cases(user: AnyUser) -> CaseQuerySet:
    """The cooperations whose being there a person may know: those within scope.

    A public register of agreements would add its published ones here and nowhere else.
    """
    return Case.objects.visible_to(user)


def loaded(cases: CaseQuerySet) -> list[Case]:
    """Cases with what their standing is read from, in four queries however many there are."""
    signed = Naskah.objects.filter(state=NaskahState.SIGNED, starts_on__isnull=False)
    parties = Party.objects.select_related("region", "partner").order_by("case_id", "order")
    related = (Prefetch("naskah", signed, to_attr="signed_texts"), Prefetch("parties", parties), "urusan")
    return list(cases.order_by("pk").prefetch_related(*related))


def reference_day(year: int) -> date:
    """The day a year is looked at from: today, the end of a past year, the beginning of one to come."""
    return min(max(clock.today(), date(year, 1, 1)), date(year, 12, 31))


def pact_in(case: Case, year: int) -> Pact | None:
    """How a loaded case stands in a year; None where it does not, or is still a draft of its proposer."""
    day = reference_day(year)
    ends = _ends_in(case, year)
    if ends:
        last = None if None in ends else max(end for end in ends if end)
        standing = IN_FORCE if last is None or last >= day else ENDED
    elif _is_under_way(case, year, day):
        last, standing = None, UNDER_WAY
    else:
        return None
    parties = [row for row in case.parties.all() if row.succeeded_on is None or row.succeeded_on.year >= year]
    return Pact(
        case=case,
        standing=standing,
        regions=tuple(row.region for row in parties if row.region),
        partners=tuple(str(row.partner) for row in parties if row.partner),
        urusan=tuple(sorted(case.urusan.all(), key=lambda row: row.order)),
        until=last,
    )


def signed_texts(case: Case) -> list[Naskah]:
    """The signed texts of a loaded case."""
    texts: list[Naskah] = getattr(case, "signed_texts", [])
    return texts


def _ends_in(case: Case, year: int) -> list[date | None]:
    """The last days of the signed texts that are in force on any day of the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    begun = [row for row in signed_texts(case) if row.starts_on and row.starts_on <= last]
    return [row.last_day for row in begun if row.last_day is None or row.last_day >= first]


def _is_under_way(case: Case, year: int, day: date) -> bool:
    """Whether a proposal was with somebody else than its proposer on the day, and had not come to an end.

    One that is carried out was a proposal until its first text; afterwards it stands by its texts alone.
    """
    rule = case.state_rule
    begun = [row.starts_on for row in signed_texts(case) if row.starts_on]
    if rule.initial or case.created_at.year > year:
        return False
    if rule.terminal or (rule.turn == "none" and begun):
        return day < clock.today() and day < min([*begun, case.state_since])
    return True


def pacts_in(cases: list[Case], year: int) -> list[Pact]:
    """The loaded cases that stand in a year."""
    return [pact for case in cases if (pact := pact_in(case, year)) is not None]
