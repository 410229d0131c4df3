"""How near a day is, in words: in days while they can be pictured, in years and months beyond."""

from datetime import date

from django.utils.translation import gettext

from ksd.deadlines.calendar import add_months

# More days than these nobody pictures.
MANY_DAYS = 90
MONTHS_OF_YEAR = 12


def how_near(due: date, day: date) -> str:
    """Say how much is left on a day until the due date, or how long it has passed."""
    left = (due - day).days
    if left == 0:
        return gettext("hari ini")
    if abs(left) > MANY_DAYS:
        words = {"span": _years_and_months(min(due, day), max(due, day))}
        return gettext("tinggal %(span)s") % words if left > 0 else gettext("terlewat %(span)s") % words
    if left < 0:
        return gettext("terlewat %(days)s hari") % {"days": -left}
    return gettext("tinggal %(days)s hari") % {"days": left}


def _years_and_months(first: date, last: date) -> str:
    """The full years and months between two days."""
    months = (last.year - first.year) * MONTHS_OF_YEAR + last.month - first.month
    if add_months(first, months) > last:
        months -= 1
    years, months = divmod(months, MONTHS_OF_YEAR)
    parts = []
    if years:
        parts.append(gettext("%d tahun") % years)
    if months:
        parts.append(gettext("%d bulan") % months)
    return " ".join(parts)
