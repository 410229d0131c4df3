"""The whole test suite on SQLite and the file queue; beside it, on PostgreSQL and Redis, all that asks the engine."""

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
# What asks nothing of a database engine: set-up, words, pages in a browser, texts as values. Once is enough, on SQLite;
# the main job is driven in the browser on both.
ENGINE_FREE = (
    "tests/tooling",
    "tests/face",
    "tests/house/test_sizes.py",
    "tests/house/test_words.py",
    "tests/house/test_law_as_data.py",
    "tests/agreements/law",
    "tests/agreements/naskah",
    "tests/browser/test_every_page.py",
    "tests/browser/test_keyboard.py",
    "tests/browser/test_mistakes.py",
    "tests/browser/test_signing_in.py",
    "tests/browser/test_telephone_without_scripts.py",
)


class Pass:
    """One run of pytest with its own data folder and nothing of the caller's configuration."""

    def __init__(self, title: str, words: list[str], extra: dict[str, str], log: Path | None = None) -> None:
        """Start at once; with a log, keep what it says for later."""
        self.title, self.log = title, log
        self.folder = tempfile.mkdtemp(prefix="ksd-test-")
        environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        environment |= {**CALM, "KSD_VAR": self.folder, **extra}
        if log is None:
            print(f"\n=== {title} ===", flush=True)
        out = log.open("wb") if log else None
        command = [sys.executable, "-m", "pytest", *words]
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
    """Both passes at once, one for each core; the worse of them decides."""
    passes = []
    with tempfile.TemporaryDirectory(prefix="ksd-log-") as folder:
        try:
            if servers:
                log = Path(folder) / "second"
                passes.append(Pass("PostgreSQL + Redis", words or _asking_the_engine(), servers, log))
            passes.append(Pass("SQLite + antrean berkas", words, {}))
            return max(one.result() for one in reversed(passes))
        finally:
            for one in passes:
                one.end()


def _asking_the_engine() -> list[str]:
    """The whole suite without what is the same on every engine."""
    return [f"--ignore={path}" for path in ENGINE_FREE]


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
