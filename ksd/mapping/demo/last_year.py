"""Last year's mapping: filled in by all, agreed by the heads, and a year later compared with what became of it."""

from datetime import date, timedelta

from ksd.core import clock
from ksd.mapping.choices import Forum
from ksd.mapping.demo.judging import judge
from ksd.mapping.demo.telling import Told, last_year
from ksd.mapping.demo.writing import Ground, write_rows
from ksd.mapping.models import MappingRow, Period, PeriodRegion
from ksd.mapping.services.answers import submit_answer
from ksd.mapping.services.life import take_step
from ksd.mapping.services.outputs.cases import link_case, linkable_cases
from ksd.mapping.services.outputs.minutes import issue_minutes, prepare_minutes, record_signature
from ksd.mapping.services.outputs.realisation import explain
from ksd.mapping.services.periods import PeriodData, create_period

PLACE = "Samarinda"
# Days before today.
OPENED, SENT, CLOSED, SIGNED = 400, 385, 372, 365


def _on(days: int) -> date:
    return clock.today() - timedelta(days=days)


def play_last_year(ground: Ground, province: str, name: str) -> Period:
    """From opening to the signed Berita Acara, then what became of the rows."""
    year = clock.today().year
    data = PeriodData(
        name=name,
        year=year,
        forum=Forum.RAKORTEK,
        forum_on=_on(SIGNED),
        forum_place=PLACE,
        deadline=_on(CLOSED),
    )
    with clock.frozen(_on(OPENED)):
        asked = [ground.regions[code] for code in ground.officers]
        period = create_period(
            actor=ground.leader, region=ground.regions[province], data=data, participants=asked
        )
        take_step(actor=ground.leader, period=period, code="buka")
        period.refresh_from_db()
    with clock.frozen(_on(SENT)):
        told = _filled(ground, period)
    with clock.frozen(_on(CLOSED - 1)):
        take_step(actor=ground.leader, period=period, code="tutup")
        judge(ground, told)
    with clock.frozen(_on(SIGNED)):
        _sign(ground, period)
    _come_true(ground, told)
    return period


def _filled(ground: Ground, period: Period) -> dict[MappingRow, Told]:
    """Every region writes and sends."""
    told: dict[MappingRow, Told] = {}
    for code, lines in last_year().items():
        rows = write_rows(ground, period, code, lines)
        told |= {rows[line.title]: line for line in lines}
        submit_answer(actor=ground.officers[code], period=period, region=ground.regions[code])
    silent = PeriodRegion.objects.filter(period=period, submitted_at=None).select_related("region")
    for answer in silent:
        officer = ground.officers[answer.region.code]
        submit_answer(actor=officer, period=period, region=answer.region, nothing_to_say=True)
    return told


def _sign(ground: Ground, period: Period) -> None:
    """The heads sign on one day."""
    leader, day = ground.leader, clock.today()
    paper = prepare_minutes(actor=leader, period=period, dated=day, place=PLACE, notes="Contoh.")
    paper = issue_minutes(actor=leader, minutes=paper)
    for signature in paper.signatures.select_related("region"):
        record_signature(actor=leader, signature=signature, on=day, place=PLACE)
    take_step(actor=leader, period=period, code="sepakati")


def _come_true(ground: Ground, told: dict[MappingRow, Told]) -> None:
    """Rows are tied to the cooperation they became, where their region finds it; others say why not."""
    for row, line in told.items():
        officer = ground.officers[line.region]
        case = linkable_cases(officer, row).filter(title=line.case).first() if line.case else None
        if case is not None:
            link_case(actor=officer, row=row, case=case)
        if line.cause:
            explain(actor=officer, row=row, cause=line.cause, reason=line.outcome)
