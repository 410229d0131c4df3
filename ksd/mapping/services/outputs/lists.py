"""The lists of a period as papers: gathered from the rows the forum counts, the same for every reader."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, Signer
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotReady
from ksd.core.language import in_indonesian
from ksd.core.words import long_date
from ksd.mapping.choices import RowVerdict
from ksd.mapping.documents.outputs.decree import decree_letter, third_party_lines
from ksd.mapping.documents.outputs.lines import Line, Standing, line_of
from ksd.mapping.documents.outputs.plan_list import plan_letter, rows_xlsx
from ksd.mapping.documents.outputs.recap import recap_letter, recap_xlsx
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.services.access import require_filler
from regions.choices import Position
from regions.models import Official, Region

Maker = Callable[[Period, Region | None, list[Line], Standing], Letter]
PLAN, RECAP = "daftar-rencana", "rekapitulasi"
MAKERS: dict[str, Maker] = {PLAN: plan_letter, RECAP: recap_letter}
SHEETS: dict[str, Callable[[str, list[Line]], bytes]] = {PLAN: rows_xlsx, RECAP: recap_xlsx}


def counted_rows(period: Period, region: Region | None = None) -> list[MappingRow]:
    """The rows the forum counts, in order of urusan and region, with everything a list prints; one query."""
    rows = MappingRow.objects.filter(period=period).counted().for_list().select_related("triage").in_order()
    return list(rows.filter(region=region) if region else rows)


@in_indonesian
def lines_of(period: Period, region: Region | None = None) -> list[Line]:
    """The counted rows in Indonesian words."""
    return [line_of(row) for row in counted_rows(period, region)]


@in_indonesian
def list_letter(name: str, period: Period, region: Region | None) -> Letter:
    """One of the lists as it stands today."""
    standing = Standing(long_date(clock.today()), () if region else silent_regions(period))
    return MAKERS[name](period, region, lines_of(period, region), standing)


def silent_regions(period: Period) -> tuple[str, ...]:
    """The participants whose rows no list can hold yet; one query."""
    silent = period.answers.filter(submitted_at=None).select_related("region").order_by("region__code")
    return tuple(answer.region.full_name for answer in silent)


@in_indonesian
def list_sheet(name: str, period: Period, region: Region | None) -> bytes:
    """The rows behind one of the lists as XLSX: each with its verdict, or counted."""
    return SHEETS[name](f"Pemetaan {period.year}", lines_of(period, region))


def regions_with_third_parties(period: Period) -> set[int]:
    """The regions that have a row to fix in a Keputusan: found to be KSDPK; one query."""
    rows = MappingRow.objects.filter(period=period, triage__verdict=RowVerdict.KSDPK).counted()
    return set(rows.order_by().values_list("region", flat=True))


@in_indonesian
def decree(*, actor: User, period: Period, region: Region) -> Letter:
    """The draft Keputusan of one region. Raises NotAllowed, NotReady while no row was found to be KSDPK."""
    require_filler(actor, region)
    lines = lines_of(period, region)
    if not third_party_lines(lines):
        raise NotReady(
            _("Belum ada baris %(region)s yang dinyatakan sebagai KSDPK.") % {"region": region.full_name},
            remedy=_("Uji barisnya dahulu; hanya KSDPK yang masuk daftar ini."),
            article="Pasal 25 ayat (2) Permendagri 22/2020",
        )
    head = heads_of([region]).get(region.pk)
    signer = Signer(head.title_line, head.name) if head else Signer(f"{region.head_title} {region.name}")
    return decree_letter(period, region, lines, signer)


def heads_of(regions: list[Region]) -> dict[int, Official]:
    """Who acts as head of each region today, by region; an acting official before the absent holder; one query."""
    rows = Official.objects.in_office().filter(region__in=regions, position=Position.KEPALA_DAERAH).by_rank()
    found: dict[int, Official] = {}
    for row in rows:
        found.setdefault(row.region_id, row)
    return found
