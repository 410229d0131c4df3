"""The decision table of a pack read: which row the answers meet, and which clocks deem a DPRD to approve."""

from collections.abc import Mapping
from functools import lru_cache

from agreements.law.loading import codes, get_pack, versions
from agreements.law.schema import DprdRow, LawPack
from agreements.law.vocabulary import check_terms


def row_for(pack: LawPack, cause: str, answers: Mapping[str, bool]) -> DprdRow:
    """The one row these answers meet. Raises LookupError when a question was left out."""
    yes = frozenset(code for code, answer in answers.items() if answer)
    no = frozenset(answers) - yes
    for row in rows_of(pack, cause):
        if row.fits(yes, no):
            return row
    raise LookupError(f"no row of '{cause}' for {sorted(answers)}")


def rows_of(pack: LawPack, cause: str) -> tuple[DprdRow, ...]:
    """The decision table of one cause, in the order of the pack."""
    return tuple(row for row in pack.dprd_table if row.cause == cause)


def deeming_terms(pack: LawPack) -> frozenset[str]:
    """The terms whose passing deems the DPRD to have approved."""
    deemed = {state.code for state in pack.dprd_states if state.outcome == "deemed"}
    checks = [check for arrow in pack.dprd_arrows if arrow.target in deemed for check in arrow.checks]
    return frozenset(code for check in checks for code in check_terms(check))


@lru_cache(maxsize=1)
def all_deeming_terms() -> frozenset[str]:
    """The same over every pack and version a case may run under."""
    packs = [get_pack(code, version) for code in codes() for version in versions(code)]
    return frozenset(code for pack in packs for code in deeming_terms(pack))
