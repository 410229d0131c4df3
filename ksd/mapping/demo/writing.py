"""Writes told rows as drafts of their region, all at once, with the history the office's own act would write."""

from collections.abc import Iterable

from agreements.models import Goal
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotReady
from ksd.mapping.choices import Funding
from ksd.mapping.demo.telling import EVIDENCE, MILLION, Told
from ksd.mapping.models import MappingRow, Period, RowEvent
from ksd.mapping.services.access import FILL, MANAGE, answer_of, require_filler, require_open, require_unsent
from regions.choices import OfficeKind
from regions.models import Adjacency, Office, Region, Urusan


class Ground:
    """Regions and their borders, urusan, offices, goals and people of the demonstration, read once."""

    def __init__(self, codes: Iterable[str], province: str) -> None:
        found = Region.objects.current().filter(code__in=[*codes, province])
        self.regions = {region.code: region for region in found}
        self.urusan = {row.code: row for row in Urusan.objects.all()}
        self.borders = {
            frozenset(pair) for pair in Adjacency.objects.values_list("region_a__code", "region_b__code")
        }
        self.offices = self._offices()
        self.goals = {
            (goal.region_id, goal.title): goal
            for goal in Goal.objects.filter(region__in=self.regions.values()).order_by("-pk")
        }
        self.leader = _person(self.regions[province], MANAGE)
        self.officers = {code: _person(self.regions[code], FILL) for code in codes}

    def _offices(self) -> dict[tuple[int, int], Office]:
        offices = Office.objects.current().filter(
            region__in=self.regions.values(), kind=OfficeKind.PERANGKAT_DAERAH
        )
        return {
            (office.region_id, urusan.pk): office
            for office in offices.prefetch_related("urusan").order_by("pk")
            for urusan in office.urusan.all()
        }


def _person(region: Region, permission: str) -> User:
    found = recipients([region.pk], permissions=[permission]).filter(is_example=True).order_by("pk").first()
    if found is None:
        raise NotReady(
            f"Belum ada petugas contoh di {region}.",
            remedy="Muat orang contoh lebih dahulu dengan “manage.py demo”.",
        )
    return found


def write_rows(ground: Ground, period: Period, code: str, told: Iterable[Told]) -> dict[str, MappingRow]:
    """The rows of one region as drafts, by their title; held against what a row can be, as one written by hand is."""
    region, actor = ground.regions[code], ground.officers[code]
    require_filler(actor, region)
    require_open(period)
    require_unsent(answer_of(period, region))
    lines = list(told)
    rows = [_row(ground, period, actor, line) for line in lines]
    links = {field.name for field in MappingRow._meta.concrete_fields if field.is_relation}
    for row in rows:
        row.clean_fields(exclude=links)
    MappingRow.objects.bulk_create(rows)
    _tie(ground, zip(rows, lines, strict=True))
    RowEvent.objects.bulk_create(RowEvent(row=row, actor=actor, label="Ditulis") for row in rows)
    return {row.title: row for row in rows}


def _row(ground: Ground, period: Period, actor: User, line: Told) -> MappingRow:
    region, urusan = ground.regions[line.region], ground.urusan[line.urusan]
    row = MappingRow(
        period=period,
        region=region,
        created_by=actor,
        is_example=True,
        kind=line.kind,
        urusan=urusan,
        title=line.title,
        description=line.text,
        location=line.place,
        program=line.program,
        start_year=period.year if line.years else None,
        years=line.years,
        priority=line.priority,
        budgeted=line.budgeted,
        office=ground.offices.get((region.pk, urusan.pk)),
        partner_region=ground.regions.get(line.partner),
        partner_name=line.partner_name,
    )
    _put_figures(row, line)
    return row


def _put_figures(row: MappingRow, line: Told) -> None:
    """Figures and money, named as made up."""
    if line.figure:
        row.figure_name, row.figure, row.figure_unit = line.figure
        row.figure_year = clock.today().year - 1
    if line.funds:
        row.funding, row.funding_source = line.funds * MILLION, Funding(line.source)
        row.burdening = row.funding_source == Funding.APBD
    if line.figure or line.funds:
        row.evidence = EVIDENCE


def _tie(ground: Ground, pairs: "Iterable[tuple[MappingRow, Told]]") -> None:
    """Regions touched and plan goals, the goals only where the region has them."""
    touches, goals = MappingRow.touches.through, MappingRow.goals.through
    touched, aimed = [], []
    for row, line in pairs:
        touched += [touches(mappingrow_id=row.pk, region_id=ground.regions[code].pk) for code in line.touches]
        goal = ground.goals.get((row.region_id, line.goal))
        aimed += [goals(mappingrow_id=row.pk, goal_id=goal.pk)] if goal else []
    touches.objects.bulk_create(touched)
    goals.objects.bulk_create(aimed)
