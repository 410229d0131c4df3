"""Needs meet the potentials that were written down as theirs, for reasons that are true, always in the same order.

Precision of the first five: of all pairs listed among the first five of any row that lacks something, the part that was
written down as expected. Everything else that is listed counts against it, whether written down as a non-pair or not.
A row that lists nothing adds nothing; that it should have is what recall tells: expected pairs found among the first five.
"""

from collections import defaultdict

import pytest

from ksd.mapping.matching.groups import Link, groups
from ksd.mapping.matching.weights import DEFAULTS, WEAKER, Weights
from tests.mapping.matching_rows import written

FIRST = 5
FILES = ["matching", "matching_unseen", "matching_played"]


def first_five(file):
    """By row that lacks something, the names of its first five pairs; problems are told from both sides."""
    listed = defaultdict(list)
    for one, other, found in sorted(written(file).pairs, key=lambda row: (-row[2].pair.score, row[:2])):
        listed[one].append(other)
        if found.pair.form == "masalah":
            listed[other].append(one)
    return {(one, other) for one, others in listed.items() for other in others[:FIRST]}


def expected(file):
    told = written(file).data["expected"]
    shared = {tuple(pair) for pair in told["problems"]}
    return {tuple(pair) for pair in told["pairs"]} | shared | {pair[::-1] for pair in shared}


def test_there_are_enough_rows_and_each_named_pair_exists():
    data = written("matching")
    assert len(data.rows) >= 60
    named = [pair[:2] for pair in data.data["never"]["pairs"]] + data.data["expected"]["pairs"]
    assert {name for pair in named for name in pair} <= set(data.rows)


@pytest.mark.parametrize("file", FILES)
def test_of_the_first_five_at_least_eight_in_ten_are_right(file):
    listed, right = first_five(file), expected(file)
    assert len(listed & right) / len(listed) >= 0.8, sorted(listed - right)
    assert len(listed & right) / len(right) >= 0.8, sorted(right - listed)


@pytest.mark.parametrize(
    ("file", "never"),
    [(file, never) for file in FILES for never in written(file).data["never"]["pairs"]],
    ids=lambda row: "-".join(row[:2]) if isinstance(row, list) else row,
)
def test_what_only_looks_alike_is_not_listed(file, never):
    one, other, why = never
    assert not {(one, other), (other, one)} & {row[:2] for row in written(file).pairs}, why


@pytest.mark.parametrize("pair", [("air-n2", "air-p"), ("beras-n1", "beras-p1")])
def test_whom_a_region_names_and_what_both_have_measured_is_not_missed(pair):
    assert pair in {row[:2] for row in written("matching_played").pairs}


def test_the_same_rows_in_any_order_give_the_same_pairs_in_the_same_order():
    data = written("matching")
    asked = data.pairs
    assert asked
    for seed in range(3):
        assert data.found(shuffled=seed) == asked


def test_a_score_is_the_sum_of_its_reasons():
    for one, other, found in written("matching").pairs:
        assert found.pair.score == sum(reason.points for reason in found.reasons), (one, other)


def test_a_weaker_form_costs_points_and_says_so():
    (found,) = [row[2] for row in written("matching").pairs if row[2].pair.form == "kapasitas"]
    assert [reason.points for reason in found.reasons if reason.code == "weaker"] == [-10 * WEAKER]


def test_other_weights_give_other_points_and_a_higher_threshold_fewer_pairs():
    data = written("matching")
    only_text = dict.fromkeys(DEFAULTS, 0) | {"text": 60}
    for _one, _other, found in data.found(weights=Weights(only_text, 0)):
        assert {reason.code for reason in found.reasons if reason.points} <= {"text", "weaker"}
    assert len(data.found(weights=Weights(threshold=75))) < len(data.pairs)


@pytest.mark.parametrize("part", ["shared", "common"])
def test_one_source_for_several_and_one_problem_of_several_are_found(part):
    data = written("matching")
    links = [
        Link(
            found.pair.form, found.pair.first, found.pair.second, data.rows[one].region, data.rows[other].region,
            found.pair.score,
        )
        for one, other, found in data.pairs
    ]  # fmt: skip
    rows = [
        {data.names[pk] for link in group.links for pk in (link.first, link.second)}
        for group in groups(links)
    ]
    for wanted in data.data["expected"][part]:
        assert any(set(wanted) <= group for group in rows), (wanted, rows)
