"""A case finds its way: from the one initial state through every state to an end, on unambiguous acts."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import get_args

from agreements.law.schema import Arrow, LawPack, Level, State
from agreements.law.vocabulary import check_terms


def faults(pack: LawPack) -> Iterator[str]:
    """Stages out of order, states nobody reaches or leaves, acts nobody may take, clocks nobody starts."""
    yield from _stages(pack)
    yield from _states(pack)
    for arrow in pack.arrows:
        yield from _arrow(pack, arrow)
    yield from _triggers(pack)
    yield from _ways(pack)
    yield from _clocks(pack)


def _stages(pack: LawPack) -> Iterator[str]:
    orders = [stage.order for stage in pack.stages]
    if orders != list(range(1, len(orders) + 1)):
        yield f"stages: urutannya harus 1 sampai {len(orders)}, bukan {', '.join(map(str, orders))}"
    used = {state.stage for state in pack.states} | {arrow.stage for arrow in pack.arrows}
    yield from (
        f"stages[{row.code}]: tidak ada keadaan atau tindakan" for row in pack.stages if row.code not in used
    )


def _states(pack: LawPack) -> Iterator[str]:
    first = [state.code for state in pack.states if state.initial]
    if len(first) != 1:
        yield f"states: harus tepat satu keadaan awal, bukan {len(first)}"
    for state in pack.states:
        where = f"states[{state.code}]"
        if state.initial and state.terminal:
            yield f"{where}: tidak dapat sekaligus awal dan akhir"
        if not (state.stage or state.terminal):
            yield f"{where}.stage: belum ada tahapnya"
        if state.terminal and state.turn != "none":
            yield f"{where}.turn: keadaan akhir tidak menunggu siapa pun"
        if state.turn == "none" and not (state.terminal or _has_clock(pack, state)):
            yield f"{where}.turn: 'none' hanya untuk keadaan akhir atau yang dimasuki dengan tenggat berjalan"


def _has_clock(pack: LawPack, state: State) -> bool:
    """Whether a term runs in the state whichever way it was entered, or a report is owed in it: it cannot go quiet."""
    if any(state.code in rule.opens_in for rule in pack.reports):
        return True
    entering = _entering(pack, state.code)
    return bool(entering) and all(row.starts or _keeps_clock(pack, row) for row in entering)


def _keeps_clock(pack: LawPack, row: Arrow) -> bool:
    """Whether the act leaves running what every act into its sources started."""
    before = [_entering(pack, code) for code in row.sources]
    return not row.stops and all(acts and all(act.starts for act in acts) for acts in before)


def _entering(pack: LawPack, code: str) -> list[Arrow]:
    return [row for row in pack.arrows if row.target == code and code not in row.sources]


def _arrow(pack: LawPack, arrow: Arrow) -> Iterator[str]:
    where = f"arrows[{arrow.code}]"
    system = arrow.side == "system"
    if not arrow.sources:
        yield f"{where}.sources: belum ada keadaan asal"
    if not arrow.target:
        yield f"{where}.target: belum ada keadaan tujuan"
    if system != bool(arrow.trigger):
        yield f'{where}.trigger: harus ada bila side = "system", dan hanya bila demikian'
    if system == bool(arrow.permission):
        yield f'{where}.permission: harus ada, kecuali bila side = "system"'
    ends = {state.code for state in pack.states if state.terminal}
    yield from (f"{where}.sources: '{code}' adalah keadaan akhir" for code in arrow.sources if code in ends)
    if arrow.proof and system:
        yield f"{where}.proof: hanya untuk tindakan para pihak"
    if arrow.above and (system or not arrow.documents):
        yield f"{where}.above: hanya untuk tindakan para pihak yang berdasar surat"
    if arrow.reason_codes and not (arrow.reason == "required" and pack.end_reasons):
        yield f'{where}.reason_codes: perlu reason = "required" dan daftar end_reasons'
    yield from _dates(pack, arrow, where)


def _dates(pack: LawPack, arrow: Arrow, where: str) -> Iterator[str]:
    if not arrow.date_not_before:
        return
    if not arrow.date_label:
        yield f"{where}.date_not_before: perlu date_label"
    causes = [row for row in pack.arrows if arrow.date_not_before in (row.code, *row.replaces)]
    if any(not (row.date_label or row.trigger) for row in causes):
        yield f"{where}.date_not_before: '{arrow.date_not_before}' tidak mencatat tanggal"


def _triggers(pack: LawPack) -> Iterator[str]:
    pairs = Counter(
        (f"naskah.{kind}.{row.awaited[1]}", source)
        for row in pack.arrows
        for kind in row.awaited[0]
        for source in row.sources
    )
    for (trigger, source), count in pairs.items():
        if count > 1:
            yield f"arrows: {count} tindakan dipicu '{trigger}' dari keadaan '{source}'"


def _ways(pack: LawPack) -> Iterator[str]:
    """Per kind and level of region: who is reached must be able to end; over all: every state is reached."""
    ends = {state.code for state in pack.states if state.terminal}
    start = {state.code for state in pack.states if state.initial}
    reached: set[str] = set()
    for kind, level in product(pack.kinds, get_args(Level)):
        steps = {(s, row.target) for row in pack.arrows if row.serves(kind.code, level) for s in row.sources}
        here = _closure(start, steps)
        reached |= here
        saved = _closure(ends, {(target, source) for source, target in steps})
        yield from (f"states[{code}]: buntu bagi {kind.code}" for code in sorted(here - saved))
    yield from (
        f"states[{state.code}]: tidak pernah tercapai" for state in pack.states if state.code not in reached
    )


def _closure(start: set[str], steps: set[tuple[str, str]]) -> set[str]:
    seen, fresh = set(start), set(start)
    while fresh:
        fresh = {target for source, target in steps if source in fresh} - seen
        seen |= fresh
    return seen


def _clocks(pack: LawPack) -> Iterator[str]:
    arrows = (*pack.arrows, *pack.dprd_arrows)
    started = {code for arrow in arrows for code in arrow.starts}
    stopped = {code for arrow in arrows for code in arrow.stops}
    for term in pack.terms:
        if term.code not in started:
            yield f"terms[{term.code}]: tidak dimulai oleh tindakan mana pun"
        if term.code not in stopped:
            yield f"terms[{term.code}]: tidak dihentikan oleh tindakan mana pun"
    paused = {code for arrow in arrows for code in arrow.pauses}
    resumed = {code for arrow in arrows for code in arrow.resumes}
    yield from (
        f"terms[{code}]: ditunda, tetapi tidak pernah dilanjutkan" for code in sorted(paused - resumed)
    )
    yield from (
        f"terms[{code}]: dilanjutkan, tetapi tidak pernah ditunda" for code in sorted(resumed - paused)
    )
    for arrow in arrows:
        named = {code for check in arrow.checks for code in _clocks_named(check)}
        idle = sorted(named - started)
        yield from (f"arrows[{arrow.code}].checks: tenggat '{code}' tidak pernah dimulai" for code in idle)


def _clocks_named(check: str) -> tuple[str, ...]:
    return () if check.startswith("allowed:") else check_terms(check)
