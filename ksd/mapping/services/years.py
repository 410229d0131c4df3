"""The years a reader may choose: from the first thing they may see to the last year mapped."""

from django.db.models import Exists, Max, Min, OuterRef

from ksd.accounts.access import AnyUser
from ksd.core import clock
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.services.standing import readable_cases

FIRST, LAST = 2001, 2100
# A list of years is chosen from, not scrolled through for ever.
MOST = 25


def years_of(user: AnyUser) -> list[int]:
    """The years with something to see and this one, the newest first; two queries."""
    mapped = Period.objects.visible_to(user).order_by().aggregate(first=Min("year"), last=Max("year"))
    begun = readable_cases(user).order_by().aggregate(text=Min("naskah__starts_on"), case=Min("created_at"))
    known = [clock.today().year, *(day.year for day in begun.values() if day)]
    known += [year for year in mapped.values() if year]
    first, last = max(min(known), FIRST), min(max(known), LAST)
    return list(range(last, max(first, last - MOST) - 1, -1))


def year_asked(text: str, usual: int | None = None) -> int:
    """The year somebody typed; the usual one, else this one, for anything that is no year."""
    this = usual or clock.today().year
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else this
    return min(max(year, FIRST), LAST)


def newest_mapped(user: AnyUser) -> int | None:
    """The newest year with rows before the forum; while there are none, the newest a person may read of.

    A period that was only just prepared does not turn the figures of everybody's region to nothing.
    """
    sent = Exists(MappingRow.objects.counted().filter(period=OuterRef("pk")))
    periods = Period.objects.visible_to(user).order_by()
    found = periods.aggregate(last=Max("year"), written=Max("year", filter=sent))
    year: int | None = found["written"] or found["last"]
    return year
