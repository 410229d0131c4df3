"""The number of minutes of a matter beside the stages: from the book of the region that writes them, when asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agreements.choices.correspondence import NumberState
from agreements.documents.letters import to_json
from agreements.documents.minutes import minutes_of
from agreements.law.proceedings import ProceedingStep
from agreements.models import IssuedNumber, Party, ProceedingEntry
from agreements.services.numbering import Given, next_sample, number_or_next, numbers_here, register_number
from agreements.services.series import MINUTES
from ksd.accounts.access import current_memberships
from ksd.accounts.models import User
from regions.choices import Level
from regions.models import Region


@dataclass(frozen=True)
class NumberAsked:
    """The number of a step's paper: typed as the paper bears it, or taken from the book."""

    typed: str = ""
    take: bool = False
    again: bool = False


def writing_region(actor: User, party: Party) -> Region | None:
    """Who writes the minutes: the party's region, or the province over it where its people act; the nation has no book."""
    homes = {row.region_id for row in current_memberships(actor)}
    region = party.region
    if region is None or region.pk in homes:
        return region
    if region.parent is not None and region.parent_id in homes:
        return None if region.parent.level == Level.NEGARA else region.parent
    return None


def number_for_minutes(
    *, rule: ProceedingStep, region: Region | None, on: date, asked: NumberAsked
) -> Given | None:
    """The number to be entered in the book, or None for a paper that has none there.

    What is typed while the application numbers is somebody else's paper and stays out of the book.
    """
    if region is None or not rule.minutes:
        return None
    here = numbers_here(region)
    if asked.typed.strip():
        return None if here else _next(region, on, asked)
    return _next(region, on, asked) if here and asked.take else None


def _next(region: Region, on: date, asked: NumberAsked) -> Given:
    return number_or_next(region=region, kind=MINUTES.code, on=on, typed=asked.typed, again=asked.again)


def enter_minutes(*, actor: User, region: Region, entry: ProceedingEntry, given: Given) -> IssuedNumber:
    """Keep the number of the minutes with their words."""
    letter = minutes_of(entry, region)
    return register_number(
        actor=actor, region=region, kind=MINUTES.code, given=given, dated=entry.on, case=entry.proceeding.case,
        row=entry.pk, label=entry.rule.paper[:160], subject=str(entry.proceeding)[:400], words=to_json(letter),
    )  # fmt: skip


def sample_for(rule: ProceedingStep, region: Region | None) -> str:
    """The number these minutes would get, empty where none is given here."""
    if region is None or not rule.minutes or not numbers_here(region):
        return ""
    return next_sample(region, MINUTES.code)


def book_of(entry: ProceedingEntry) -> Region | None:
    """The region in whose book the minutes stand, or None."""
    row = IssuedNumber.objects.filter(kind=MINUTES.code, row=entry.pk, case=entry.proceeding.case)
    found = row.select_related("region__parent", "region__emblem").first()
    return found.region if found else None


def struck_out(entries: Iterable[int]) -> set[int]:
    """Those of these steps whose number was cancelled in the book."""
    rows = IssuedNumber.objects.filter(kind=MINUTES.code, row__in=entries, state=NumberState.CANCELLED)
    return set(rows.values_list("row", flat=True))
