"""The suite leaves out on PostgreSQL only what exists and asks nothing of an engine."""

from pathlib import Path

import pytest

from tools.suite import ENGINE_FREE

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("path", ENGINE_FREE)
def test_what_is_left_out_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("path", ENGINE_FREE)
def test_no_race_is_left_out(path: str) -> None:
    place = ROOT / path
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    # In two words, or this file would name itself.
    marked = [file.name for file in files if "mark." + "postgres" in file.read_text()]
    assert not marked
