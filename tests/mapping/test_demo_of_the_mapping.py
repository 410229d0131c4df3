"""The invented mapping as it is told: ten regions, every urusan, plausible figures that meet, and all of it marked."""

import tomllib
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from agreements.law.triage import destination
from ksd.mapping.choices import Funding, RowKind, RowVerdict, side_of
from ksd.mapping.demo.judging import given_of
from ksd.mapping.demo.telling import by_region, last_year, scenes, silent
from ksd.mapping.law.wajib import questions, standings
from ksd.mapping.matching.blocks import Block
from ksd.mapping.matching.engine import Setting
from ksd.mapping.matching.ground import ground
from ksd.mapping.matching.rows import Row
from ksd.mapping.matching.weights import Weights
from ksd.mapping.models import MappingRow

REFERENCE = Path("regions/data")
ROWS = [row for rows in by_region().values() for row in rows]
LAST = [row for rows in last_year().values() for row in rows]
BY_KEY = {row.key: row for row in ROWS if row.key}
KALTIM = ["64.01", "64.02", "64.03", "64.07", "64.08", "64.09", "64.11", "64.71", "64.72", "64.74"]


def borders():
    pairs = tomllib.loads((REFERENCE / "adjacency-kaltim.toml").read_text(encoding="utf-8"))["pair"]
    return {frozenset(pair["codes"]) for pair in pairs}


def urusan():
    rows = tomllib.loads((REFERENCE / "urusan.toml").read_text(encoding="utf-8"))
    return {row["code"] for value in rows.values() if isinstance(value, list) for row in value}


def test_the_ten_regencies_and_cities_of_kaltim_tell_a_hundred_and_fifty_rows():
    assert list(by_region()) == KALTIM
    assert len(ROWS) == 150
    assert silent() == {"64.11"}
    assert all(len(rows) >= 15 for code, rows in by_region().items() if code not in silent())


def test_thirty_one_rows_are_no_cooperation_and_each_belongs_somewhere():
    away = [row for row in ROWS if row.verdict == RowVerdict.BUKAN_KSD]
    assert len(away) == 31
    assert Counter(row.to for row in away) == {
        "bmd": 6, "pengadaan": 7, "kpbu": 5, "blud": 5, "hibah": 5, "lainnya": 3,
    }  # fmt: skip
    assert all(destination(row.to) for row in away)
    assert not [row for row in ROWS if row.to and row.verdict != RowVerdict.BUKAN_KSD]


def test_every_urusan_and_every_kind_of_row_has_its_word():
    assert {row.urusan for row in ROWS} == urusan()
    assert {row.kind for row in ROWS} == set(RowKind.values)
    assert {row.urusan for row in LAST} <= urusan()


def test_a_row_can_be_what_it_says():
    limits = {field.name: field.max_length for field in MappingRow._meta.concrete_fields if field.max_length}
    for row in [*ROWS, *LAST]:
        assert 0 < len(row.title) <= limits["title"], row
        assert len(row.place) <= limits["location"], row
        assert row.kind in RowKind.values, row
        assert not row.funds or row.source in Funding.values, row
        assert not row.figure or (row.figure[1] > 0 and row.figure[0] and row.figure[2]), row
        assert row.region not in (row.partner, *row.touches), row
        assert {row.partner or KALTIM[0], *row.touches} <= set(KALTIM), row
        assert not (row.verdict and row.merge), row
        assert bool(row.verdict) == bool(row.why), row


def test_a_region_says_everything_once():
    for rows in (*by_region().values(), *last_year().values()):
        assert len({row.title for row in rows}) == len(rows)
    assert len(BY_KEY) == sum(1 for row in ROWS if row.key)


def test_wajib_is_told_only_of_neighbours_and_of_what_crosses_the_border():
    near = borders()
    asked = {row.code for row in questions() if row.condition == "eksternalitas"}
    found = [row for row in [*ROWS, *LAST] if row.verdict == RowVerdict.KSDD_WAJIB]
    assert len(found) > 20
    for row in found:
        assert all(frozenset((row.region, code)) in near for code in {*row.touches, row.partner} - {""}), row
        assert row.touches, row
        assert row.across, row
        assert set(row.across) <= asked, row
        answers = {code: entry[0] for code, entry in given_of(row).answers.items()}
        assert [answer for _rule, answer in standings(answers)] == ["ya"] * 3


def test_the_kinds_besides_those_between_regions_name_a_partner_that_is_none():
    for row in [*ROWS, *LAST]:
        if row.verdict in {RowVerdict.KSDPK, RowVerdict.SINERGI, RowVerdict.KSDPL}:
            assert row.partner_name, row.title
        if row.verdict in {RowVerdict.KSDD_WAJIB, RowVerdict.KSDD_SUKARELA}:
            assert not row.partner_name, row.title


def test_duplicates_say_the_same_side_of_the_same_urusan():
    merged = [row for row in ROWS if row.merge]
    assert len(merged) == 5
    for row in merged:
        kept = BY_KEY[row.merge]
        assert (row.urusan, side_of(row.kind)) == (kept.urusan, side_of(kept.kind))
        assert kept.merge == ""


def test_scenes_speak_of_rows_that_are_told_by_regions_concerned():
    for said in scenes()["comment"]:
        assert BY_KEY[said["row"]].merge == ""
    for told in scenes()["decision"]:
        first, second = BY_KEY[told["first"]], BY_KEY[told["second"]]
        assert set(told["by"]) <= {first.region, second.region}
        assert told["reason"]
    assert {told["verdict"] for told in scenes()["decision"]} == {"terima", "tolak", "tunda"}
    aims = {(told["region"], told["title"]) for told in scenes()["goal"]} | {
        ("64.03", "Kunjungan wisatawan pesisir (contoh)")
    }
    assert {(row.region, row.goal) for row in ROWS if row.goal} == aims


def compared():
    """The pairs the usual weights find among the told rows, by their keys or titles."""
    number = count(1)
    region = {code: int(code.replace(".", "")) for code in KALTIM}
    kinds = sorted(urusan())
    lines = [
        row
        for row in ROWS
        if row.region not in silent() and not row.merge and row.verdict != RowVerdict.BUKAN_KSD
    ]
    rows = {
        at: (
            line,
            Row(
                id=at, region=region[line.region], kind=line.kind, urusan=kinds.index(line.urusan),
                title=line.title, description=line.text, figure_name=line.figure[0] if line.figure else "",
                figure=float(line.figure[1]) if line.figure else None,
                unit=line.figure[2] if line.figure else "", priority=line.priority, goals=int(bool(line.goal)),
                budgeted=line.budgeted, wish=region.get(line.partner),
            ),
        )
        for at, line in zip(number, lines, strict=False)
    }  # fmt: skip
    lying = ground(
        set(region.values()),
        [
            (region[one], region[other])
            for one, other in map(sorted, borders())
            if {one, other} <= set(region)
        ],
        dict.fromkeys(region.values(), 64),
        {},
    )
    found = []
    for kind in range(len(kinds)):
        mine = [row for _line, row in rows.values() if row.urusan == kind]
        for pair in Block(mine, Setting(lying, {}, Weights())).pairs():
            found.append((rows[pair.pair.first][0], rows[pair.pair.second][0], pair.pair.form))
    return found


@pytest.fixture(scope="module")
def pairs():
    return compared()


def test_the_scenes_play_on_pairs_the_usual_weights_find(pairs):
    keys = {(first.key, second.key) for first, second, _form in pairs}
    for told in scenes()["decision"]:
        assert (told["first"], told["second"]) in keys


def test_one_source_of_water_answers_three_cities(pairs):
    thirsty = {first.region for first, second, _form in pairs if second.key == "kukar-air"}
    assert thirsty == {"64.71", "64.72", "64.74"}


def test_needs_meet_potentials_in_many_urusan_and_neighbours_share_problems(pairs):
    assert len({first.urusan for first, _second, form in pairs if form == "pasokan"}) >= 12
    assert len({first.urusan for first, _second, form in pairs if form == "masalah"}) >= 5
    assert any(form == "kapasitas" for _first, _second, form in pairs)
