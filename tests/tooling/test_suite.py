"""The suite forgets no test on SQLite, and takes every race to PostgreSQL."""

from pathlib import Path

import pytest

from tools.suite import ENGINE, TESTS, on_postgres, on_sqlite

EVERY = sorted(str(path) for path in TESTS.rglob("test_*.py"))


def test_the_parts_on_sqlite_hold_every_file_once() -> None:
    assert sorted(path for part in on_sqlite() for path in part) == EVERY


@pytest.mark.parametrize("name", ENGINE)
def test_what_asks_the_engine_exists(name: str) -> None:
    assert (TESTS / name.partition("::")[0]).exists()


def test_every_race_meets_postgresql() -> None:
    asked = [Path(path) for path in on_postgres()]
    # In two words, or this file would name itself.
    races = [Path(path) for path in EVERY if "mark." + "postgres" in Path(path).read_text()]
    assert races
    for race in races:
        assert any(race.is_relative_to(place) for place in asked), race


def test_nothing_is_asked_twice_on_postgresql() -> None:
    asked = [Path(path) for path in on_postgres()]
    for path in asked:
        assert not any(path != place and path.is_relative_to(place) for place in asked), path
