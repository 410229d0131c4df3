"""Bring the database up to the code: tables, cache table, reference data, and demo data on the first run."""

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("KSD_VAR") or ROOT / "var")
STAMP = VAR / "prepared.json"
SIGN_INS = VAR / "demo-sign-ins.txt"
# Whatever these match decides which tables and reference rows there should be.
SOURCES = (
    "*/migrations/*.py",
    "ksd/*/migrations/*.py",
    "regions/data/**/*",
    "ksd/*/data/**/*",
    "agreements/**/*.toml",
    "ksd/accounts/permissions.toml",
    "*/reference.py",
    "ksd/*/reference.py",
    "requirements/base.txt",
    "vendor/data/**/*.csv",
)


def database() -> str:
    """Which database is meant: an address, or the file of the embedded default and which file that is."""
    url = os.environ.get("DATABASE_URL", "")
    if url:
        return url
    file = VAR / "ksd.sqlite3"
    return f"{file}:{file.stat().st_ino}" if file.exists() else ""


def fingerprint() -> str:
    """The checksum of everything the tables and the reference data are made from."""
    digest = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_ready() -> bool:
    """Only the embedded database can be known to be ready; another one is asked every time."""
    if os.environ.get("DATABASE_URL") or not STAMP.exists():
        return False
    try:
        stamp = json.loads(STAMP.read_text())
    except ValueError:
        return False
    return stamp == {"database": database(), "sources": fingerprint()} and bool(database())


def wants_demo() -> bool:
    """Say whether invented cases belong here: in the embedded database, or where KSD_DEMO asks for them."""
    choice = os.environ.get("KSD_DEMO", "")
    return choice != "0" and (choice == "1" or not os.environ.get("DATABASE_URL"))


def trial() -> dict[str, str]:
    """What only invented cases may have: signatures by the test service, each of which says so."""
    return {"KSD_ESIGN": "uji"} if wants_demo() else {}


def _run() -> None:
    """Do every step in one process, since each start of Django costs a second."""
    import django
    from django.core.management import call_command, get_commands

    django.setup()
    call_command("check", stdout=io.StringIO())  # warnings still reach standard error
    print("siap: menyusun basis data", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("reference")
    if wants_demo() and "demo" in get_commands():
        print("siap: mengisi data contoh", flush=True)
        call_command("demo", stdout=io.StringIO())  # its accounts are told once the site is up
        words = io.StringIO()
        with contextlib.suppress(Exception), contextlib.redirect_stdout(words):
            call_command("demo", "--sign-ins", stdout=words)
        SIGN_INS.write_text(words.getvalue(), encoding="utf-8")


def sign_ins() -> str:
    """The demo people and their passwords, as `manage.py demo --sign-ins` says them."""
    return SIGN_INS.read_text(encoding="utf-8").strip() if SIGN_INS.exists() and wants_demo() else ""


def prepare() -> bool:
    """Run the steps in a process of their own unless the stamp fits; False when one failed."""
    if is_ready():
        return True
    VAR.mkdir(parents=True, exist_ok=True)
    STAMP.unlink(missing_ok=True)
    if subprocess.run([sys.executable, "-m", "tools.prepare"], cwd=ROOT, check=False).returncode:
        return False
    STAMP.write_text(json.dumps({"database": database(), "sources": fingerprint()}))
    return True


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
    for name, value in trial().items():
        os.environ.setdefault(name, value)
    try:
        _run()
    except KeyboardInterrupt:  # whoever started us says what to do next
        sys.exit(130)
