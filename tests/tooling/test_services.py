"""Private servers for the tests: started for one command, gone after it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tooling.programs import ROOT, tool

ASK = "import os; print(os.environ.get('DATABASE_URL'), os.environ.get('REDIS_URL', '').split(':')[0])"
PROGRAM = [sys.executable, "-m", "tools.with_services"]


def without_servers(tmp_path: Path, ci: str) -> subprocess.CompletedProcess[str]:
    """The program on a machine whose PATH offers no PostgreSQL, behind a module that finds none."""
    code = (
        "import sys; from tools import with_services as w\n"
        "def none(): raise w.NotToBeHadError('PostgreSQL tidak terpasang')\n"
        f"w._postgres_bin = none; sys.exit(w.run([sys.executable, '-c', {ASK!r}]))"
    )
    environment = {"PATH": str(tmp_path), "CI": ci}
    return subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT, env=environment
    )


def test_the_command_gets_both_addresses_and_nothing_is_left_behind():
    services = tool("with_services")
    try:
        services._postgres_bin()
    except services.NotToBeHadError as error:
        pytest.skip(str(error))
    answer = subprocess.run([*PROGRAM, sys.executable, "-c", ASK + "; print(os.environ['PGHOST'])"],
                            check=False, capture_output=True, text=True, cwd=ROOT)  # fmt: skip
    if "Dilanjutkan dengan SQLite" in answer.stderr:
        pytest.skip(answer.stderr.strip())
    addresses, folder = answer.stdout.split("\n")[:2]
    assert addresses == "postgres:///ksd redis+socket"
    assert not Path(folder).exists()


def test_where_there_are_no_servers_the_command_runs_on_sqlite_and_one_line_says_so(tmp_path):
    answer = without_servers(tmp_path, ci="")
    assert answer.returncode == 0
    assert answer.stdout.strip() == "None"
    assert answer.stderr.count("\n") == 1
    assert "PostgreSQL tidak terpasang; Redis tidak terpasang" in answer.stderr
    assert "Dilanjutkan dengan SQLite" in answer.stderr


def test_ci_does_not_pass_without_servers(tmp_path):
    answer = without_servers(tmp_path, ci="true")
    assert answer.returncode == 1
    assert answer.stdout == ""


def test_the_exit_code_of_the_command_is_handed_on(tmp_path):
    code = (
        "import sys; from tools import with_services as w\n"
        "def none(): raise w.NotToBeHadError('tidak ada')\n"
        "w._postgres_bin = none; sys.exit(w.run([sys.executable, '-c', 'raise SystemExit(7)']))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True
    )
    assert answer.returncode == 7
