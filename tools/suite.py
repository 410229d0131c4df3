"""The whole test suite on SQLite and the file queue; beside it, on PostgreSQL and Redis, what asks the engine."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.with_services import NotToBeHadError, services

OUTSIDE = ("DATABASE_URL", "REDIS_URL", "KSD_COLLECTED", "KSD_DEMO", "KSD_HTTPS", "EMAIL_URL")
# Only the tests of patience are about time; a busy machine must not fail the others.
CALM = {"KSD_REQUEST_PATIENCE": "60"}
ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
# Tests start many programs; where nothing may be written beside the sources, each would compile everything anew.
COMPILED = {"PYTHONPYCACHEPREFIX": str(ROOT / ".pytest_cache" / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
# What asks the engine something of its own: locks, races, sorting, scope in one clause, hostile signs, a life from end to
# end, and the main job in a browser, for which the whole demonstration is played. Each page opens there once, for the
# one who may most.
ENGINE = (
    "accounts/test_memberships.py",
    "accounts/test_scope.py",
    "boundaries/test_list_of_segments.py",
    "boundaries/test_lists_of_points.py",
    "boundaries/test_segments.py",
    "core/test_broker_away.py",
    "core/test_bulk.py",
    "core/test_job_survives.py",
    "core/test_jobs.py",
    "core/test_patience.py",
    "core/test_worker_and_broken_message.py",
    "deadlines/test_notices.py",
    "deadlines/test_pauses.py",
    "deadlines/test_reminders.py",
    "deadlines/test_running.py",
    "meetings/test_life.py",
    "regions/test_names_and_scope.py",
    "regions/test_pages.py",
    "regions/test_register_import.py",
    # Every role asks on SQLite; here the one that may most, and whoever types nonsense.
    "house/test_every_address.py::test_every_address_answers_as_its_rule_says[biro]",
    "house/test_every_address.py::test_nonsense_in_the_address_is_no_fault",
    "house/test_hostile_input.py",
    "browser/test_main_job.py",
    "agreements/test_case_list.py",
    "agreements/test_case_scope.py",
    "agreements/test_collisions.py",
    "agreements/test_ledger.py",
    "agreements/test_life_of_a_case.py",
    "agreements/test_naskah_pdf.py",
    "agreements/test_periodic_reports.py",
)

# They wait more than they work, so they get a part of their own beside the busy ones.
WAITING = ("browser", "tooling")
# Parts about as long as each other, so that none is left alone with one core when the others are done.
APART = (("boundaries", "mapping"), ("meetings", "office"))
# Title, words for pytest, environment.
Part = tuple[str, list[str], dict[str, str]]
# What waits for sites and browsers is the longest way and the only one with patience: the others step back for it.
POLITE = ("nice", "-n", "10")


class Pass:
    """One run of pytest with its own data folder and nothing of the caller's configuration."""

    def __init__(self, title: str, words: list[str], extra: dict[str, str], log: Path | None = None) -> None:
        """Start at once; with a log, keep what it says for later."""
        self.title, self.log = title, log
        self.folder = tempfile.mkdtemp(prefix="ksd-test-")
        environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        environment |= {**CALM, **COMPILED, "KSD_VAR": self.folder, **extra}
        if log is None:
            print(f"\n=== {title} ===", flush=True)
        out = log.open("wb") if log else None
        command = [*(POLITE if log is not None else ()), sys.executable, "-m", "pytest", *words]
        self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)

    def result(self) -> int:
        """Wait for the end, say what was kept, and clear up."""
        code = self.process.wait()
        if self.log is not None:
            print(f"\n=== {self.title} ===\n{self.log.read_text(errors='replace')}", flush=True)
        return code

    def end(self) -> None:
        """Leave nothing behind, also when somebody pressed Ctrl-C."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def run(words: list[str], servers: dict[str, str]) -> int:
    """All passes at once, so that every core is busy to the end; the worst of them decides."""
    passes: list[Pass] = []
    with tempfile.TemporaryDirectory(prefix="ksd-log-") as folder:
        try:
            for number, (title, chosen, extra) in enumerate(_plan(words, servers)):
                # The first one speaks while it runs, the others when they are done.
                log = Path(folder) / str(number) if passes else None
                passes.append(Pass(title, chosen, extra, log))
            return max(one.result() for one in passes)
        finally:
            for one in passes:
                one.end()


def _plan(words: list[str], servers: dict[str, str]) -> list[Part]:
    """Title, words and environment of each pass: what was asked for on each engine, or the whole suite in parts."""
    sqlite, postgres = "SQLite + antrean berkas", "PostgreSQL + Redis"
    if words:
        plan: list[Part] = [(sqlite, words, {})]
        return [*plan, (postgres, words, servers)] if servers else plan
    # The migrations are walked once on each engine: on SQLite by the site that tests/tooling starts from nothing, on
    # PostgreSQL by its part; the others make the tables straight from the models.
    # What the Biro and nonsense find is asked once; where both engines are there, of the one that is pickier.
    asked = [f"--deselect={TESTS.name}/{name}" for name in ENGINE if servers and "::" in name]
    plan = [
        (f"{sqlite}, bagian {number}", ["--no-migrations", *asked, *part], {})
        for number, part in enumerate(on_sqlite(), start=1)
    ]
    return [*plan, (postgres, on_postgres(), servers)] if servers else plan


def on_sqlite() -> list[list[str]]:
    """Every test: those that wait for browsers and programs, the cooperations in two parts, rooms apart, all others."""
    long = _files("agreements")
    parts = [_files(*WAITING), long[::2], long[1::2], *(_files(*rooms) for rooms in APART)]
    others = set(_files(".")).difference(*parts)
    return [*parts, sorted(others)]


def _files(*rooms: str) -> list[str]:
    """The test files of these rooms."""
    return sorted({str(path) for room in rooms for path in (TESTS / room).rglob("test_*.py")})


def on_postgres() -> list[str]:
    """What asks the engine something of its own, and every file with a race in it."""
    # In two words, or this file would name itself.
    races = [path for path in TESTS.rglob("test_*.py") if "mark." + "postgres" in path.read_text()]
    named = [TESTS / name for name in ENGINE]
    return [str(path) for path in named] + [
        str(path) for path in sorted(races) if not any(path.is_relative_to(place) for place in named)
    ]


def main() -> int:
    """Run on both engines; where the servers are missing, on one with a word about it, unless CI is watching."""
    words = sys.argv[1:]
    try:
        with services() as environment:
            return run(words, environment)
    except NotToBeHadError as error:
        print(f"uji: {error}; putaran PostgreSQL + Redis dilewati.", file=sys.stderr, flush=True)
        return 1 if os.environ.get("CI") == "true" else run(words, {})


if __name__ == "__main__":
    sys.exit(main())
