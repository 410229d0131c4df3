"""Every reason given is derived a second time from the written rows, by other means, and holds."""

import re

import pytest

from ksd.mapping.matching.weights import DEFAULTS, WEAKER
from tests.mapping.matching_rows import written

# Units as the file writes them, in one common unit each; by hand, not by the table of the product.
BY_HAND = {
    "liter/detik": ("l/s", 1), "m3/detik": ("l/s", 1000), "ton/hari": ("kg/day", 1000), "kg/hari": ("kg/day", 1),
    "MW": ("kW", 1000), "kW": ("kW", 1), "ekor": ("ekor", 1), "juta ekor": ("ekor", 1_000_000),
}  # fmt: skip


def entries():
    return {entry["id"]: entry for entry in written("matching").data["rows"]["list"]}


def steps(one, other):
    """Borders to cross, walked one by one."""
    borders = written("matching").data["borders"]["pairs"]
    seen, edge, hops = {one}, {one}, 0
    while edge and other not in edge:
        edge = {b for pair in borders for a, b in (pair, pair[::-1]) if a in edge} - seen
        seen |= edge
        hops += 1
    return hops if edge else None


def in_common(entry):
    unit, worth = BY_HAND.get(entry["unit"], (entry["unit"], 1))
    return unit, entry["figure"] * worth


def check_urusan(one, other, facts):
    assert one["urusan"] == other["urusan"]


def check_text(one, other, facts):
    assert facts["words"]
    for written_here, written_there in facts["words"]:
        for entry, words in ((one, written_here), (other, written_there)):
            told = " ".join(entry.get(key, "") for key in ("title", "figure_name", "description"))
            assert words in " ".join(re.findall(r"[a-z0-9]+", told.casefold())), (words, told)


def check_figures(one, other, facts):
    (need_unit, need), (have_unit, have) = in_common(one), in_common(other)
    assert need_unit == have_unit
    assert facts["share"] == round(100 * have / need, 1)
    assert (facts["need"], facts["have"]) == (one["figure"], other["figure"])


def check_border(one, other, facts):
    assert steps(one["region"], other["region"]) == 1


def check_distance(one, other, facts):
    assert facts["hops"] == steps(one["region"], other["region"])


def check_past(one, other, facts):
    cases = written("matching").data["past"]["cases"]
    pair = {one["region"], other["region"]}
    assert facts["count"] == sum({a, b} == pair and code == one["urusan"] for a, b, code in cases) > 0


def check_goal(one, other, facts):
    assert (facts["first"], facts["second"]) == (one.get("goal", False), other.get("goal", False))
    assert facts["first"] or facts["second"]


def check_priority(one, other, facts):
    told = [one.get("priority", 2)] + ([other.get("priority", 2)] if one["kind"] == "masalah" else [])
    assert facts["priority"] == min(told) < 3


def check_weaker(one, other, facts):
    assert (one["kind"], other["kind"]) == ("kelemahan", "kekuatan")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    written("matching").pairs,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_reason_of_a_pair_is_true(one, other, found):
    rows = entries()
    for reason in found.reasons:
        globals()[f"check_{reason.code}"](rows[one], rows[other], reason.facts)
        most = DEFAULTS.get(reason.code, WEAKER) * 10
        assert 0 < reason.points <= most or (reason.code == "weaker" and reason.points == -most)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    written("matching").pairs,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_true_reason_is_kept_back(one, other, found):
    rows, given = entries(), {reason.code for reason in found.reasons}
    if steps(rows[one]["region"], rows[other]["region"]) == 1:
        assert "border" in given
    if rows[one].get("goal") or rows[other].get("goal"):
        assert "goal" in given
    assert {"urusan", "text"} <= given
