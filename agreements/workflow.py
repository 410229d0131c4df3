"""Which step may follow: pure questions to a law pack, and the frozen life of a naskah."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from agreements.law.schema import Arrow, LawPack, Stage, pick

RailStatus = Literal["done", "current", "skipped", "todo"]


def arrows_from(pack: LawPack, state: str, kind: str = "") -> tuple[Arrow, ...]:
    """The acts that leave a state, in the pack's order; with `kind`, only those this kind of case knows."""
    return tuple(row for row in pack.arrows if state in row.sources and row.serves(kind))


def arrow(pack: LawPack, code: str) -> Arrow:
    """The act with this code. Raises KeyError when the pack has none."""
    return pack.arrow(code)


def triggered(pack: LawPack, state: str, trigger: str) -> Arrow | None:
    """The system's act that an event (`naskah.kb.signed`, `dprd.cleared`) sets off in this state; None when it changes nothing."""
    return next((row for row in arrows_from(pack, state) if row.trigger and row.trigger == trigger), None)


@dataclass(frozen=True)
class RailStep:
    """One stage on the rail of a case page."""

    stage: Stage
    status: RailStatus


def stage_rail(pack: LawPack, state: str, visited: Collection[str]) -> list[RailStep]:
    """How far a case has come, stage by stage; `visited` holds the codes of its past states and acts."""
    seen = set(visited)
    here = pack.state(state)
    current = pack.stage(here.stage).order if here.stage else len(pack.stages) + 1
    passed = {row.skips for row in pack.arrows if row.skips and row.code in seen}
    beside = {row.stage for row in pack.arrows if row.stage and row.code in seen}
    entered = {row.stage for row in pack.states if row.stage and (row.initial or row.code in seen)} | beside

    def status(stage: Stage) -> RailStatus:
        if stage.order == current:
            return "current"
        if stage.code in passed:
            return "skipped"
        if stage.order > current:
            return "done" if stage.code in beside else "todo"
        return "done" if stage.code in entered else "skipped"

    return [RailStep(stage, status(stage)) for stage in pack.stages]


@dataclass(frozen=True)
class NaskahArrow:
    """An act on a naskah. With `needs_all` the target is reached once every party has done it.

    `event` is what the case is told: `naskah.<kind>.<event>`. A naskah that goes back (`reopened`, `cancelled`)
    tells its case only when no other naskah of its kind is agreed or signed.
    """

    code: str
    label: str
    sources: tuple[str, ...]
    target: str
    permission: str
    needs_all: bool = False
    reason: Literal["none", "required"] = "none"
    event: str = ""
    unsigned_only: bool = False

    def trigger(self, kind: str) -> str:
        """The trigger a naskah of this kind sends to its case, or an empty text."""
        return f"naskah.{kind}.{self.event}" if self.event else ""


NASKAH_LIFE: tuple[NaskahArrow, ...] = (
    NaskahArrow("bagikan", "Bagikan untuk dibahas", ("disusun",), "dibahas", "agreements.draft"),
    NaskahArrow(
        "kembalikan",
        "Kembalikan untuk diperbaiki",
        ("dibahas",),
        "disusun",
        "agreements.approve",
        reason="required",
    ),
    NaskahArrow(
        "setujui",
        "Setujui rancangan",
        ("dibahas",),
        "disepakati",
        "agreements.approve",
        needs_all=True,
        event="agreed",
    ),
    NaskahArrow(
        "buka_kembali",
        "Buka kembali rancangan",
        ("disepakati",),
        "disusun",
        "agreements.draft",
        reason="required",
        event="reopened",
        unsigned_only=True,
    ),
    NaskahArrow(
        "tandatangani",
        "Catat tanda tangan",
        ("disepakati",),
        "ditandatangani",
        "agreements.sign",
        needs_all=True,
        event="signed",
    ),
    NaskahArrow(
        "batalkan",
        "Batalkan naskah",
        ("disusun", "dibahas", "disepakati"),
        "dibatalkan",
        "agreements.draft",
        reason="required",
        event="cancelled",
        unsigned_only=True,
    ),
)


def naskah_arrows_from(state: str) -> tuple[NaskahArrow, ...]:
    """The acts that leave a state of a naskah."""
    return tuple(row for row in NASKAH_LIFE if state in row.sources)


def naskah_arrow(code: str) -> NaskahArrow:
    """The act on a naskah with this code. Raises KeyError when there is none."""
    return pick(NASKAH_LIFE, code)
