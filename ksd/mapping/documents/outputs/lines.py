"""A row as every list prints it, with the verdict it was given. The words are Indonesian whatever the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ksd.core.words import figures
from ksd.mapping.choices import RowVerdict
from ksd.mapping.models import MappingRow, RowTriage

UNTESTED = "Belum diuji"
NOTHING = "–"


@dataclass(frozen=True)
class Line:
    """One row in words."""

    region: str
    urusan: str
    kind: str
    title: str
    office: str
    program: str
    activity: str
    start_year: int
    years: int | None
    priority: str
    funding: Decimal | None
    funding_source: str
    partner: str
    third_party: str
    location: str
    verdict: str
    verdict_label: str
    destination: str
    belongs: str
    reason: str

    @property
    def is_planned(self) -> bool:
        """Whether it names what the law asks of the list: a programme or an activity (Pasal 5 ayat (3))."""
        return bool(self.program or self.activity)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it was found to be no cooperation between regions."""
        return self.verdict == RowVerdict.BUKAN_KSD

    @property
    def money(self) -> str:
        """Rupiah without empty decimals."""
        return figures(self.funding) if self.funding is not None else NOTHING

    @property
    def term(self) -> str:
        """The term in years."""
        return f"{self.years} tahun" if self.years else NOTHING

    @property
    def owner(self) -> str:
        """The region with the office in charge."""
        return f"{self.region}; {self.office}" if self.office else self.region


@dataclass(frozen=True)
class Standing:
    """The day a paper was made, who of those it speaks for is silent, and the cases its reader may not open."""

    on: str
    silent: tuple[str, ...] = ()
    unseen: int = 0

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """As lines at the head of a paper."""
        told = [("Keadaan per", self.on)]
        if self.silent:
            told.append(("Belum menjawab", ", ".join(self.silent)))
        if self.unseen:
            told.append(
                ("Tidak termasuk", f"dana {self.unseen} kerja sama yang tidak dibagikan kepada penyusun")
            )
        return tuple(told)


def line_of(row: MappingRow) -> Line:
    """A row read with its urusan, region, office, partner and triage; one without a year of its own is of the period's."""
    triage: RowTriage | None = getattr(row, "triage", None)
    verdict = triage.verdict if triage else ""
    place = triage.place if triage else None
    partners = (row.partner_region.full_name if row.partner_region else "", row.partner_name)
    return Line(
        region=row.region.full_name,
        urusan=row.urusan.name,
        kind=str(row.get_kind_display()),
        title=row.title,
        office=row.office.name if row.office else "",
        program=row.program,
        activity=row.activity,
        start_year=row.start_year or row.period.year,
        years=row.years,
        priority=str(row.get_priority_display()),
        funding=row.funding,
        funding_source=str(row.get_funding_source_display()),
        partner="; ".join(filter(None, partners)),
        third_party=row.partner_name,
        location=row.location,
        verdict=verdict,
        verdict_label=str(RowVerdict(verdict).label) if verdict else UNTESTED,
        destination=triage.place_label if triage and triage.destination else "",
        belongs=place.belongs if place else "",
        reason=triage.reason if triage else "",
    )


def by_urusan(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Lines in order of the urusan, together under each."""
    return [(name, list(group)) for name, group in groupby(lines, key=lambda line: line.urusan)]
