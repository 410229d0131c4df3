"""Which step may follow: pure questions to a law pack, and the frozen life of a naskah."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from agreements.law.schema import Arrow, LawPack, Stage, pick

RailStatus = Literal["done", "current", "skipped", "todo"]


def arrows_from(
    pack: LawPack, state: str, kind: str = "", level: str = "", direction: str = ""
) -> tuple[Arrow, ...]:
    """The acts that leave a state, in the pack's order; only those a case of this kind, level and direction knows."""
    here = (row for row in pack.arrows if state in row.sources)
    return tuple(row for row in here if row.serves(kind, level) and row.goes(direction))


def arrow(pack: LawPack, code: str) -> Arrow:
    """The act with this code. Raises KeyError when the pack has none."""
    return pack.arrow(code)


def triggered(pack: LawPack, state: str, trigger: str, kind: str = "", level: str = "") -> Arrow | None:
    """The system's act that an event (`naskah.kb.signed`, `dprd.cleared`) sets off here; None when it changes nothing."""
    coming = arrows_from(pack, state, kind, level)
    return next((row for row in coming if row.follows(trigger)), None)


@dataclass(frozen=True)
class RailStep:
    """One stage on the rail of a case page."""

    stage: Stage
    status: RailStatus


def stage_rail(
    pack: LawPack, state: str, visited: Collection[str], kind: str = "", *, staged: bool = True
) -> list[RailStep]:
    """How far a case has come, by the stages of its kind; `visited` holds the codes of its past states and acts.

    A case that was not `staged` (an old paper entered) went through none of the stages before its present one.
    """
    seen = set(visited)
    here = pack.state(state)
    current = pack.stage(here.stage).order if here.stage else len(pack.stages) + 1
    passed = {row.skips for row in pack.arrows if row.skips and row.code in seen}
    beside = {row.stage for row in pack.arrows if row.stage and row.code in seen}
    entered = {
        row.stage
        for row in pack.states
        if row.stage and ((row.initial and staged) or (row.code in seen and not (row.initial and not staged)))
    } | beside

    def status(stage: Stage) -> RailStatus:
        if stage.order == current:
            return "current"
        if stage.code in passed:
            return "skipped"
        if stage.order > current:
            return "done" if stage.code in beside else "todo"
        return "done" if stage.code in entered else "skipped"

    return [RailStep(stage, status(stage)) for stage in pack.stages if stage.serves(kind)]


@dataclass(frozen=True)
class NaskahArrow:
    """An act on a naskah. With `needs_all` the target is reached once every party has done it.

    `by` says whose act it is: of the region that drafts, or of each party. `stage` names the list of the pack's naskah
    that holds the states of the case in which the act is possible (empty: in all).
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
    by: Literal["drafter", "party"] = "party"
    stage: Literal["", "agreed_in", "signed_in"] = ""

    def trigger(self, kind: str) -> str:
        """The trigger a naskah of this kind sends to its case, or an empty text."""
        return f"naskah.{kind}.{self.event}" if self.event else ""


NASKAH_LIFE: tuple[NaskahArrow, ...] = (
    NaskahArrow(
        "bagikan",
        "Bagikan untuk dibahas",
        ("disusun",),
        "dibahas",
        "agreements.draft",
        by="drafter",
        stage="agreed_in",
    ),
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
        by="drafter",
    ),
    NaskahArrow(
        "tandatangani",
        "Catat tanda tangan",
        ("disepakati",),
        "ditandatangani",
        "agreements.sign",
        needs_all=True,
        event="signed",
        stage="signed_in",
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
        by="drafter",
    ),
)


def naskah_arrows_from(state: str) -> tuple[NaskahArrow, ...]:
    """The acts that leave a state of a naskah."""
    return tuple(row for row in NASKAH_LIFE if state in row.sources)


def naskah_arrow(code: str) -> NaskahArrow:
    """The act on a naskah with this code. Raises KeyError when there is none."""
    return pick(NASKAH_LIFE, code)


@dataclass(frozen=True)
class CopyArrow:
    """What may happen to a paper copy: from where it may stand to where it stands afterwards."""

    code: str
    sources: tuple[str, ...]
    target: str


COPY_LIFE: tuple[CopyArrow, ...] = (
    CopyArrow("terima", ("ditunggu",), "disimpan"),
    CopyArrow("pindah", ("disimpan",), "disimpan"),
    CopyArrow("pinjam", ("disimpan",), "dipinjam"),
    CopyArrow("kembali", ("dipinjam",), "disimpan"),
    CopyArrow("hilang", ("disimpan", "dipinjam"), "hilang"),
    CopyArrow("temukan", ("hilang",), "disimpan"),
)


def copy_arrows_from(state: str) -> tuple[CopyArrow, ...]:
    """What may happen to a copy that stands there."""
    return tuple(row for row in COPY_LIFE if state in row.sources)
