"""This year's mapping, still open: nine regions have answered, one writes; rows are judged, merged and paired."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from agreements.services.goals import GoalDraft, save_goal
from ksd.core import clock
from ksd.mapping.choices import Forum
from ksd.mapping.demo.judging import judge
from ksd.mapping.demo.telling import Told, by_region, scenes, silent
from ksd.mapping.demo.writing import Ground, write_rows
from ksd.mapping.models import MappingRow, Match, MatchRun, Period
from ksd.mapping.services.answers import submit_answer
from ksd.mapping.services.comments import write_comment
from ksd.mapping.services.life import take_step
from ksd.mapping.services.matching.deciding import decide_match
from ksd.mapping.services.matching.scoring import score_period
from ksd.mapping.services.matching.starting import start_from_matches
from ksd.mapping.services.merging import merge_rows
from ksd.mapping.services.periods import PeriodData, create_period

PLACE = "Balikpapan"
GUIDANCE = (
    "Isilah potensi, kebutuhan, dan masalah menurut urusan, lengkap dengan angka dan sumber datanya. "
    "Seluruh isi periode ini direka untuk peragaan (contoh)."
)
# Days before today; the deadline lies ahead.
OPENED, FIRST_SENT, JUDGED, PAIRED, DEADLINE = 24, 14, 4, 2, 12


def _on(days: int) -> date:
    return clock.today() - timedelta(days=days)


def play_this_year(ground: Ground, province: str, name: str) -> Period:
    """From opening to pairs some of which were answered, and the draft of the Berita Acara."""
    days = {_on(OPENED): _open, _on(JUDGED): _judge, _on(PAIRED): _pair}
    made = _Playing(ground, province, name)
    for day, scene in days.items():
        with clock.frozen(day):
            scene(made)
    return made.period


class _Playing:
    """What the scenes of one play share."""

    period: Period

    def __init__(self, ground: Ground, province: str, name: str) -> None:
        self.ground, self.province, self.name = ground, province, name
        self.told: dict[MappingRow, Told] = {}

    @property
    def by_key(self) -> dict[str, MappingRow]:
        """Rows by the key the scenes call them."""
        return {line.key: row for row, line in self.told.items() if line.key}


def _open(made: _Playing) -> None:
    ground = made.ground
    today = clock.today()
    data = PeriodData(
        name=made.name,
        year=today.year + 1,
        forum=Forum.RAKORTEK,
        forum_on=today + timedelta(days=OPENED + DEADLINE + 14),
        forum_place=PLACE,
        deadline=today + timedelta(days=OPENED + DEADLINE),
        guidance=GUIDANCE,
    )
    asked = [ground.regions[code] for code in ground.officers]
    made.period = create_period(
        actor=ground.leader, region=ground.regions[made.province], data=data, participants=asked
    )
    take_step(actor=ground.leader, period=made.period, code="buka")
    made.period.refresh_from_db()
    _aim(ground)
    for turn, (code, lines) in enumerate(by_region().items()):
        with clock.frozen(today + timedelta(days=OPENED - FIRST_SENT + turn)):
            _answer(made, code, lines)


def _answer(made: _Playing, code: str, lines: tuple[Told, ...]) -> None:
    """One region writes, and sends unless it is the silent one."""
    rows = write_rows(made.ground, made.period, code, lines)
    made.told |= {rows[line.title]: line for line in lines}
    if code not in silent():
        officer, region = made.ground.officers[code], made.ground.regions[code]
        submit_answer(actor=officer, period=made.period, region=region)


def _aim(ground: Ground) -> None:
    """Goals of the regions' plans the rows point to."""
    year = clock.today().year
    for told in scenes()["goal"]:
        region = ground.regions[told["region"]]
        if (region.pk, told["title"]) not in ground.goals:
            draft = GoalDraft(
                "rpjmd",
                year - 1,
                year + 3,
                told["title"],
                told["indicator"],
                "persen",
                Decimal(told["base"]),
            )
            officer, targets = ground.officers[told["region"]], {year + 1: Decimal(told["target"])}
            goal = save_goal(actor=officer, region=region, draft=draft, targets=targets)
            ground.goals[region.pk, goal.title] = goal


def _judge(made: _Playing) -> None:
    """Verdicts, then duplicates become one, and regions speak of rows."""
    judge(made.ground, made.told)
    rows = made.by_key
    for row, line in made.told.items():
        if line.merge:
            keep = rows[line.merge]
            reason = "Pokok, lokasi, dan calon mitranya sama (contoh)."
            merge_rows(actor=made.ground.leader, keep=keep, merged=row, reason=reason)
    for said in scenes()["comment"]:
        write_comment(actor=made.ground.officers[said["by"]], row=rows[said["row"]], text=said["text"])


def _quiet(_percent: int, _words: str) -> None:
    """Nobody watches the bar of a played run."""


def _pair(made: _Playing, tell: Callable[[int, str], None] = _quiet) -> None:
    """Pairs are looked for; regions accept, reject or put off some, and one becomes a proposal."""
    leader, period = made.ground.leader, made.period
    score_period(MatchRun.objects.create(period=period, requested_by=leader), tell)
    rows = made.by_key
    for told in scenes()["decision"]:
        match = Match.objects.filter(first=rows[told["first"]], second=rows[told["second"]]).first()
        if match is not None:  # the weights decide which pairs there are
            _decide(made.ground, match, told)


def _decide(ground: Ground, match: Match, told: dict[str, Any]) -> None:
    until = clock.today() + timedelta(days=told["until"]) if "until" in told else None
    for code in told["by"]:
        decide_match(
            actor=ground.officers[code], match=match, region=ground.regions[code], verdict=told["verdict"],
            reason=told["reason"], until=until,
        )  # fmt: skip
    if "case" in told:
        first = told["by"][0]
        start_from_matches(
            actor=ground.officers[first], matches=[match], region=ground.regions[first], kind=told["kind"],
            title=told["case"],
        )  # fmt: skip
