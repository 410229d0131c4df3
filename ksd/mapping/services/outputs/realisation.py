"""Plan beside realisation a year later: what became of each row, in stages, texts and money."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import NaskahState
from agreements.models import BudgetLine, Case, Naskah
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.mapping.choices import NotDone
from ksd.mapping.models import MappingRow, Period, RowCase, RowOutcome
from ksd.mapping.services.access import lock_row, require_filler, write_row_event
from regions.models import Region

NOTHING = Decimal(0)


class Fate(models.TextChoices):
    """What became of a row, read from its cases and never typed."""

    SIGNED = "terlaksana", gettext_lazy("Naskah ditandatangani")
    RUNNING = "berjalan", gettext_lazy("Usulan berjalan")
    STOPPED = "berhenti", gettext_lazy("Berhenti sebelum ditandatangani")
    EXPLAINED = "beralasan", gettext_lazy("Tidak dilaksanakan, ada alasannya")
    OPEN = "belum", gettext_lazy("Belum ditindaklanjuti")


@dataclass(frozen=True)
class Money:
    """Rupiah of one or more cases: planned and budgeted by the parties, and spent."""

    planned: Decimal = NOTHING
    budgeted: Decimal = NOTHING
    spent: Decimal = NOTHING

    def __add__(self, other: "Money") -> "Money":
        return Money(self.planned + other.planned, self.budgeted + other.budgeted, self.spent + other.spent)


@dataclass(frozen=True)
class Born:
    """A case of a row: how far it is, what was signed, what it cost; `shown` says whether the reader may open it."""

    case: Case
    texts: tuple[str, ...]
    money: Money
    shown: bool

    @property
    def words(self) -> str:
        """Stage and signed texts."""
        return ", ".join((self.case.state_label, *self.texts))


@dataclass(frozen=True)
class Compared:
    """One row beside what became of it."""

    row: MappingRow
    born: tuple[Born, ...]
    outcome: RowOutcome | None

    @property
    def fate(self) -> Fate:
        """What became of it: the furthest of its cases, else the region's reason, else nothing yet."""
        if any(each.texts for each in self.born):
            return Fate.SIGNED
        if any(not each.case.state_rule.terminal for each in self.born):
            return Fate.RUNNING
        if self.outcome is not None:
            return Fate.EXPLAINED
        return Fate.STOPPED if self.born else Fate.OPEN

    @property
    def money(self) -> Money:
        """The money of its cases together."""
        return sum((each.money for each in self.born), Money())

    @property
    def needs_reason(self) -> bool:
        """Whether its region has yet to say why nothing was signed."""
        return self.fate in {Fate.STOPPED, Fate.OPEN}


@dataclass
class Comparison:
    """Every row that could have become a cooperation, with the sums."""

    rows: list[Compared] = field(default_factory=list)

    def counts(self) -> "Counter[str]":
        """How many rows of each fate."""
        return Counter(row.fate.value for row in self.rows)

    def by_region(self) -> "list[tuple[str, Counter[str]]]":
        """The same for each region, in order of their codes."""
        return _grouped(self.rows, lambda row: row.region.full_name)

    def by_urusan(self) -> "list[tuple[str, Counter[str]]]":
        """The same for each urusan, in their own order."""
        rows = sorted(self.rows, key=lambda each: each.row.urusan.order)
        return _grouped(rows, lambda row: row.urusan.name)

    @property
    def planned(self) -> Decimal:
        """What the rows asked for."""
        return sum((each.row.funding or NOTHING for each in self.rows), NOTHING)

    @property
    def money(self) -> Money:
        """What the cases were given and spent; a case of two rows counts once."""
        cases = {born.case.pk: born.money for each in self.rows for born in each.born}
        return sum(cases.values(), Money())

    @property
    def unseen(self) -> int:
        """How many cases the reader may not open; their money is in no sum."""
        return len({born.case.pk for each in self.rows for born in each.born if not born.shown})


def _grouped(rows: Iterable[Compared], key: Callable[[MappingRow], str]) -> "list[tuple[str, Counter[str]]]":
    found: dict[str, Counter[str]] = {}
    for each in rows:
        found.setdefault(key(each.row), Counter())[each.fate.value] += 1
    return list(found.items())


def comparison_of(user: AnyUser, period: Period, region: Region | None = None) -> Comparison:
    """Plan and realisation of a period, or of one region in it; a fixed number of queries."""
    rows = MappingRow.objects.filter(period=period).eligible().for_list().select_related("outcome", "triage")
    rows = rows.filter(region=region) if region else rows
    listed = list(rows.order_by("region__code", "urusan__order", "pk"))
    links = RowCase.objects.filter(row__in=[row.pk for row in listed]).select_related("case").order_by("pk")
    born = _born(user, {link.case_id: link.case for link in links})
    by_row: dict[int, list[Born]] = {}
    for link in links:
        by_row.setdefault(link.row_id, []).append(born[link.case_id])
    return Comparison(
        [Compared(row, tuple(by_row.get(row.pk, ())), getattr(row, "outcome", None)) for row in listed]
    )


def _born(user: AnyUser, cases: dict[int, Case]) -> dict[int, Born]:
    texts: dict[int, list[str]] = {}
    signed = Naskah.objects.filter(case__in=cases, state=NaskahState.SIGNED)
    for text in signed.select_related("parent").order_by("pk"):
        text.case = cases[text.case_id]
        texts.setdefault(text.case_id, []).append(text.rule.label)
    shown = set(Case.objects.visible_to(user).filter(pk__in=cases).order_by().values_list("pk", flat=True))
    money = _money(cases)
    return {
        # The money of a case is told only to whom the case is open.
        pk: Born(
            case,
            tuple(dict.fromkeys(texts.get(pk, ()))),
            money.get(pk, Money()) if pk in shown else Money(),
            pk in shown,
        )
        for pk, case in cases.items()
    }


def _money(cases: Iterable[int]) -> dict[int, Money]:
    """Planned, budgeted and spent by case; two queries, since a join would count lines twice."""
    lines = BudgetLine.objects.filter(case__in=cases).order_by().values("case")
    planned = {
        each["case"]: each
        for each in lines.annotate(planned_sum=Sum("planned"), budgeted_sum=Sum("budgeted"))
    }
    standing = Q(realisations__voided_at=None)
    spent = dict(
        lines.annotate(spent_sum=Sum("realisations__amount", filter=standing)).values_list(
            "case", "spent_sum"
        )
    )
    return {
        pk: Money(each["planned_sum"] or NOTHING, each["budgeted_sum"] or NOTHING, spent.get(pk) or NOTHING)
        for pk, each in planned.items()
    }


@transaction.atomic
def explain(*, actor: User, row: MappingRow, cause: str, reason: str) -> RowOutcome:
    """The region says why a row was not carried out. Raises NotAllowed, ImpossibleStep or DomainError."""
    require_filler(actor, row.region)
    kept = lock_row(row)
    if not kept.counts:
        raise ImpossibleStep(
            _("Baris ini %s.") % kept.get_state_display().lower(),
            remedy=_("Alasan dicatat hanya pada baris yang dikirim."),
        )
    if cause not in NotDone.values or not reason.strip():
        raise DomainError(
            _("Sebab dan penjelasannya wajib diisi."), remedy=_("Lengkapi keduanya."), status=422
        )
    before = RowOutcome.objects.filter(row=kept).first()
    told = f"{before.get_cause_display()}: {before.reason}" if before else ""
    made, _new = RowOutcome.objects.update_or_create(
        row=kept, defaults={"cause": cause, "reason": reason.strip(), "by": actor, "at": clock.now()}
    )
    write_row_event(
        kept, actor, "Alasan tidak dilaksanakan dicatat", reason=reason,
        before={"Alasan sebelumnya": told} if told else {},
    )  # fmt: skip
    return made
