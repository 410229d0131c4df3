"""The whole test suite, first on SQLite and the file queue, then on PostgreSQL and Redis."""

import os
import shutil
import subprocess
import sys
import tempfile

from tools.with_services import NotToBeHadError, services

OUTSIDE = ("DATABASE_URL", "REDIS_URL", "KSD_COLLECTED", "KSD_DEMO", "KSD_HTTPS", "EMAIL_URL")


def pytest(extra: dict[str, str], words: list[str], title: str) -> int:
    """One pass with its own data folder and nothing of the caller's configuration."""
    print(f"\n=== {title} ===", flush=True)
    folder = tempfile.mkdtemp(prefix="ksd-test-")
    environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    environment |= {"KSD_VAR": folder, "PYTHONDONTWRITEBYTECODE": "", **extra}
    try:
        command = [sys.executable, "-m", "pytest", *words]
        return subprocess.run(command, check=False, env=environment).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def on_servers(words: list[str]) -> int:
    """The second pass; skipped with one line where the servers are missing, unless CI is watching."""
    try:
        with services() as environment:
            return pytest(environment, words, "PostgreSQL + Redis")
    except NotToBeHadError as error:
        print(f"\nuji: {error}; putaran PostgreSQL + Redis dilewati.", file=sys.stderr, flush=True)
        return 1 if os.environ.get("CI") == "true" else 0


def main() -> int:
    """Both passes always run; the worse one decides."""
    words = sys.argv[1:]
    first = pytest({}, words, "SQLite + antrean berkas")
    second = on_servers(words)
    return first or second


if __name__ == "__main__":
    sys.exit(main())
