"""The money of a cooperation as a table: lines, and totals by party, by source and by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum

from agreements.models import BudgetLine, Case


@dataclass(frozen=True)
class MoneyLine:
    """One budget line with what was spent from it."""

    line: BudgetLine
    spent: Decimal

    @property
    def is_over(self) -> bool:
        """Whether more was spent than budgeted (than planned, while nothing is budgeted)."""
        return self.spent > (self.line.budgeted or self.line.planned)


@dataclass(frozen=True)
class Total:
    """A sum of lines under one heading."""

    label: str
    planned: Decimal
    budgeted: Decimal
    spent: Decimal

    @property
    def percent(self) -> int | None:
        """How much of the budgeted (else planned) money was spent."""
        ceiling = self.budgeted or self.planned
        return int(self.spent * 100 / ceiling) if ceiling else None


def lines_with_spent(case: Case) -> list[MoneyLine]:
    """Every line with its realisation, newest year first; one query."""
    lines = BudgetLine.objects.filter(case=case).select_related("party__region", "party__partner")
    spent = Sum("realisations__amount", filter=Q(realisations__voided_at=None))
    rows = lines.annotate(spent=spent).order_by("-year", "party__order", "source", "pk")
    found = [MoneyLine(row, row.spent or Decimal(0)) for row in rows]
    for money in found:
        money.line.case = case
    return found


def total(label: str, lines: Iterable[MoneyLine]) -> Total:
    """The sum of these lines."""
    rows = list(lines)
    return Total(
        label,
        sum((row.line.planned for row in rows), Decimal(0)),
        sum((row.line.budgeted for row in rows), Decimal(0)),
        sum((row.spent for row in rows), Decimal(0)),
    )


def totals_by(lines: Iterable[MoneyLine], key: Callable[[MoneyLine], str]) -> list[Total]:
    """Sums under each heading, in the order the headings first appear."""
    groups: dict[str, list[MoneyLine]] = defaultdict(list)
    for row in lines:
        groups[key(row)].append(row)
    return [total(label, rows) for label, rows in groups.items()]


def by_party(row: MoneyLine) -> str:
    """The party's name as a heading."""
    return row.line.party.short_name


def by_source(row: MoneyLine) -> str:
    """The source as a heading."""
    return row.line.get_source_display()


def by_year(row: MoneyLine) -> str:
    """The year as a heading."""
    return str(row.line.year)
