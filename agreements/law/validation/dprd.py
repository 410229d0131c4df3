"""The DPRD track of a pack: every answer leads to one row, every track to an outcome, every outcome to the case."""

import re
from collections.abc import Iterator
from itertools import product

from agreements.law.schema import Arrow, DprdCause, LawPack
from agreements.law.validation.names import codes_of, missing
from agreements.law.vocabulary import DPRD_TESTS, DPRD_TOKENS, check_terms

TOKEN = re.compile(r"\{(\w*)\}")


def faults(pack: LawPack) -> Iterator[str]:
    """A decision table with holes, a track that leads nowhere, a case that never hears of it."""
    if pack.dprd == "none":
        if pack.dprd_questions or pack.dprd_states:
            yield 'dprd: "none" tidak boleh mempunyai dprd_questions atau dprd_states'
        return
    yield from _questions(pack)
    for cause in pack.dprd_causes:
        yield from _cause(pack, cause)
    yield from missing(
        "dprd_table.cause", (row.cause for row in pack.dprd_table), codes_of(pack.dprd_causes), "dprd_causes"
    )
    yield from _states(pack)
    for arrow in pack.dprd_arrows:
        yield from _arrow(arrow)
    yield from _triggers(pack)
    yield from _letters(pack)


def _questions(pack: LawPack) -> Iterator[str]:
    if bool(pack.dprd_questions) != (pack.dprd == "conditional"):
        yield 'dprd_questions: harus ada bila dprd = "conditional", dan hanya bila demikian'
    if not (pack.dprd_causes and pack.dprd_table_version):
        yield "dprd_causes, dprd_table_version: harus ada bila DPRD diminta"
    asked = {code for cause in pack.dprd_causes for code in cause.questions}
    idle = sorted(set(codes_of(pack.dprd_questions)) - asked)
    yield from (f"dprd_questions[{code}]: tidak ditanyakan oleh sebab mana pun" for code in idle)


def _cause(pack: LawPack, cause: DprdCause) -> Iterator[str]:
    where = f"dprd_causes[{cause.code}]"
    yield from missing(f"{where}.questions", cause.questions, codes_of(pack.dprd_questions), "dprd_questions")
    opened = [cause.opened_in] if cause.opened_in else []
    yield from missing(f"{where}.opened_in", opened, codes_of(pack.states), "states")
    rows = [row for row in pack.dprd_table if row.cause == cause.code]
    for row in rows:
        named = [*row.yes, *row.no]
        yield from missing(f"dprd_table[{row.code}]", named, cause.questions, f"pertanyaan {cause.code}")
    for answers in product((True, False), repeat=len(cause.questions)):
        given = dict(zip(cause.questions, answers, strict=True))
        yes = frozenset(code for code, answer in given.items() if answer)
        found = [row.code for row in rows if row.fits(yes, frozenset(given) - yes)]
        if len(found) != 1:
            yield f"dprd_table: jawaban ya {sorted(yes)} untuk '{cause.code}' memenuhi {len(found)} baris, bukan satu"


def _states(pack: LawPack) -> Iterator[str]:
    first = [state for state in pack.dprd_states if state.initial]
    if len(first) != 1:
        yield f"dprd_states: harus tepat satu keadaan awal, bukan {len(first)}"
    steps = {(source, row.target) for row in pack.dprd_arrows for source in row.sources}
    reached = {state.code for state in first}
    while fresh := {target for source, target in steps if source in reached} - reached:
        reached |= fresh
    for state in pack.dprd_states:
        if state.code not in reached:
            yield f"dprd_states[{state.code}]: tidak pernah tercapai"
        if not state.outcome and not any(source == state.code for source, _target in steps):
            yield f"dprd_states[{state.code}]: buntu"
    wanted = {"approved", "deemed", "refused"} | ({"not_needed"} if pack.dprd == "conditional" else set())
    absent = sorted(wanted - {state.outcome for state in pack.dprd_states})
    yield from (f"dprd_states: belum ada keadaan dengan outcome '{name}'" for name in absent)


def _arrow(arrow: Arrow) -> Iterator[str]:
    where = f"dprd_arrows[{arrow.code}]"
    if (arrow.side == "system") != bool(arrow.trigger):
        yield f'{where}.trigger: harus ada bila side = "system", dan hanya bila demikian'
    if arrow.trigger and arrow.trigger not in DPRD_TESTS:
        yield f"{where}.trigger: pilih dari {', '.join(DPRD_TESTS)}"
    if arrow.side not in ("any", "system"):
        yield f'{where}.side: setiap daerah melakukannya sendiri; tulis "any"'
    if arrow.side != "system" and arrow.permission != "agreements.dprd":
        yield f"{where}.permission: harus agreements.dprd"
    if any(not check_terms(check) for check in arrow.checks):
        yield f"{where}.checks: hanya syarat tentang tenggat"
    if arrow.date_not_before and not arrow.date_label:
        yield f"{where}.date_not_before: perlu date_label"


def _triggers(pack: LawPack) -> Iterator[str]:
    heard = {row.trigger for row in pack.arrows if row.trigger.startswith("dprd.")}
    wanted = {f"dprd.{event}" for event in ("submitted", "cleared", "refused", "reopened")}
    wanted |= {"dprd.not_needed"} if pack.dprd == "conditional" else set()
    if heard != wanted:
        yield f'arrows: dprd = "{pack.dprd}" menghendaki trigger {sorted(wanted)}, bukan {sorted(heard)}'
    tested = {row.trigger for row in pack.dprd_arrows if row.trigger}
    expected = set(DPRD_TESTS) if pack.dprd == "conditional" else {"dprd.needed"}
    if tested != expected:
        yield f"dprd_arrows: hasil uji menghendaki trigger {sorted(expected)}, bukan {sorted(tested)}"


def _letters(pack: LawPack) -> Iterator[str]:
    for letter in pack.dprd_letters:
        where = f"dprd_letters[{letter.code}]"
        yield from missing(f"{where}.states", letter.states, codes_of(pack.dprd_states), "dprd_states")
        named = [
            name for part in (letter.addressee, letter.subject, *letter.text) for name in TOKEN.findall(part)
        ]
        yield from missing(f"{where}.text", named, DPRD_TOKENS, "daftar isian surat")
