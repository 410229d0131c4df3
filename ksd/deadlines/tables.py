"""The year as the calendar page shows it."""

from dataclasses import dataclass

from ksd.core import clock
from ksd.core.words import DAYS, MONTHS
from ksd.deadlines.models import Holiday

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One holiday with its day of the week."""

    holiday: Holiday
    weekday: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month and its holidays."""

    name: str
    rows: list[HolidayRow]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year by months, which other years are filled, and whether this one still waits for its decree."""

    year: int
    months: list[MonthView]
    filled: list[int]
    unverified: int
    this_year: int

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is known of this year's holidays."""
        return self.year not in self.filled

    @property
    def lacks_this_year(self) -> bool:
        """Tell whether the current year has no holidays, so working days are counted wrongly."""
        return self.this_year not in self.filled

    @property
    def before(self) -> int:
        """Return the year before."""
        return self.year - 1

    @property
    def after(self) -> int:
        """Return the year after."""
        return self.year + 1


def year_view(asked: str) -> YearView:
    """Return the year asked for, or the current one when what was asked is no year."""
    this_year = clock.today().year
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else this_year
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    holidays = list(Holiday.objects.filter(date__year=year))
    months = [
        MonthView(
            name,
            [HolidayRow(day, DAYS[day.date.weekday()]) for day in holidays if day.date.month == number],
        )
        for number, name in enumerate(MONTHS, start=1)
    ]
    return YearView(
        year=year,
        months=[month for month in months if month.rows],
        filled=sorted(Holiday.objects.years()),
        unverified=sum(not day.verified for day in holidays),
        this_year=this_year,
    )
