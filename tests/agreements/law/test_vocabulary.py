"""The words of the packs and of the code are the same words."""

import tomllib
from pathlib import Path

from agreements.choices import NaskahState
from agreements.law.vocabulary import CHECKS, NASKAH_EVENTS, PERMISSIONS
from agreements.services.guards import GUARD_NAMES
from agreements.workflow import NASKAH_LIFE

HOME = Path(__file__).parents[3]


def test_every_permission_of_a_pack_is_one_a_role_can_have():
    table = tomllib.loads((HOME / "ksd/accounts/permissions.toml").read_text(encoding="utf-8"))
    assert {entry["code"] for entry in table["permission"]} >= PERMISSIONS


def test_every_check_a_pack_may_name_has_its_guard():
    assert set(CHECKS) == GUARD_NAMES


def test_the_life_of_a_naskah_names_its_states_permissions_and_events():
    states = set(NaskahState.values)
    for row in NASKAH_LIFE:
        assert {*row.sources, row.target} <= states
        assert row.permission in PERMISSIONS
        assert row.event in ("", *NASKAH_EVENTS)


def test_law_and_workflow_are_plain_python():
    rooms = [*(HOME / "agreements/law").rglob("*.py"), HOME / "agreements/workflow.py"]
    for path in rooms:
        assert "django" not in path.read_text(encoding="utf-8").lower(), path
