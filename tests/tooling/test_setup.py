"""Making a machine ready: one POSIX script that is polite and remembers what it did."""

import os
import re
import shutil
import subprocess
import time

import pytest

from tests.tooling.programs import ROOT, run

SETUP = ROOT / "tools" / "setup.sh"
shell = pytest.mark.skipif(not shutil.which("dash"), reason="no plain POSIX shell here")
ready = pytest.mark.skipif(not (ROOT / ".venv" / ".ksd-stamp").exists(), reason="this tree was not set up")


@shell
def test_the_script_is_plain_posix_shell():
    assert run("dash", "-n", str(SETUP)).returncode == 0


@shell
def test_an_unknown_level_is_refused_with_what_is_allowed():
    answer = run("dash", str(SETUP), "semua")
    assert answer.returncode == 1
    assert "run atau dev" in answer.stderr


@ready
def test_a_second_run_says_nothing_and_takes_no_time():
    began = time.monotonic()
    answer = run("sh", str(SETUP), "run")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == ""
    assert time.monotonic() - began < 3


@ready
@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("unshare"), reason="only root can cut the network off"
)
def test_a_second_run_needs_no_network():
    answer = subprocess.run(
        ["unshare", "-n", "sh", str(SETUP), "run"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert answer.returncode == 0, answer.stderr


def test_every_verb_of_the_makefile_is_explained():
    answer = run("make", "help")
    verbs = {line.split()[1] for line in answer.stdout.splitlines() if line.split()[:1] == ["make"]}
    assert {
        "run",
        "test",
        "check",
        "lint",
        "fmt",
        "lock",
        "assets",
        "bench",
        "demo",
        "shell",
        "help",
    } <= verbs


def test_ci_runs_the_command_the_readme_names():
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec make check")
    assert "make check" in (ROOT / "README.md").read_text()
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_readme_names_every_variable_the_settings_read():
    readme = (ROOT / "README.md").read_text()
    folder = ROOT / "ksd" / "settings"
    read = {
        name
        for path in folder.glob("*.py")
        for name in re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", path.read_text())
    }
    assert read
    assert not {name for name in read if f"`{name}`" not in readme}
