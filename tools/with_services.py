"""Run a command with a private PostgreSQL and Redis, on unix sockets only, thrown away afterwards."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATIENCE = 30.0  # seconds for a server to answer
INITDB_OPTIONS = ["--no-sync", "-A", "trust", "-U", "ksd", "-E", "UTF8", "--locale", "C.UTF-8"]
PG_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}


class NotToBeHadError(Exception):
    """A service that this machine cannot give."""


def _postgres_bin() -> Path:
    """Where initdb lives: on the PATH, or the newest of Debian's versioned folders."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if not folders:
        raise NotToBeHadError("PostgreSQL tidak terpasang (paket postgresql)")
    return max(folders, key=lambda folder: int(folder.parent.name))


def _drop_root() -> dict[str, Any]:
    """PostgreSQL refuses root: as root, run it as its own user."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NotToBeHadError("tidak ada pengguna tanpa hak istimewa untuk menjalankan PostgreSQL")


def _wait(ready: list[str], server: subprocess.Popen[bytes], log: Path, **options: Any) -> None:
    """Ask until the server answers; a server that ends or stays mute is not to be had."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if subprocess.run(ready, check=False, capture_output=True, **options).returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise NotToBeHadError(f"{ready[0]} tidak menjawab: {log.read_text(errors='replace')[-600:]}")


def _end(server: subprocess.Popen[bytes]) -> None:
    """Stop our own child, patiently first."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _start(command: list[str], log: Path, **options: Any) -> subprocess.Popen[bytes]:
    """Start a server in its own session, so that Ctrl-C in the terminal is ours to hand on."""
    with log.open("wb") as out:
        return subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True, **options)


@contextlib.contextmanager
def postgres(folder: Path) -> Iterator[dict[str, str]]:
    """A cluster in the folder, gone with it."""
    programs, options = _postgres_bin(), _drop_root()
    data, log = folder / "pg", folder / "pg.log"
    data.mkdir()
    log.touch()
    if options:
        shutil.chown(data, options["user"], options["group"])
        folder.chmod(0o755)
    init = [str(programs / "initdb"), *INITDB_OPTIONS, "-D", str(data)]
    done = subprocess.run(init, check=False, capture_output=True, cwd=data, **options)
    if done.returncode:
        raise NotToBeHadError(f"initdb gagal: {done.stderr.decode(errors='replace')[-600:]}")
    settings = [word for name, value in PG_SETTINGS.items() for word in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(data), "-k", str(data), *settings]
    server = _start(command, log, cwd=data, **options)
    try:
        at = ["-h", str(data), "-U", "ksd"]
        _wait([str(programs / "pg_isready"), "-q", *at, "-d", "postgres"], server, log)
        subprocess.run([str(programs / "createdb"), *at, "ksd"], check=True)
        # The socket's folder travels in PGHOST: an address cannot carry it without quoting trouble.
        yield {"DATABASE_URL": "postgres:///ksd", "PGHOST": str(data), "PGUSER": "ksd"}
    finally:
        _end(server)


def _redis_programs() -> tuple[str, str]:
    """The server and its client."""
    program, client = shutil.which("redis-server"), shutil.which("redis-cli")
    if not program or not client:
        raise NotToBeHadError("Redis tidak terpasang (paket redis-server)")
    return program, client


def _require_both() -> None:
    """Name everything that is missing at once, so that nobody installs one after the other."""
    missing = []
    for look in (_postgres_bin, _redis_programs):
        try:
            look()
        except NotToBeHadError as error:
            missing.append(str(error))
    if missing:
        raise NotToBeHadError("; ".join(missing))


@contextlib.contextmanager
def redis(folder: Path) -> Iterator[dict[str, str]]:
    """A Redis in the folder that keeps nothing on disk."""
    program, client = _redis_programs()
    place, log = folder / "redis.sock", folder / "redis.log"
    log.touch()
    command = [program, "--port", "0", "--unixsocket", str(place), "--save", "", "--appendonly", "no"]
    server = _start([*command, "--dir", str(folder)], log)
    try:
        _wait([client, "-s", str(place), "ping"], server, log)
        yield {"REDIS_URL": f"redis+socket://{place}"}
    finally:
        _end(server)


@contextlib.contextmanager
def services() -> Iterator[dict[str, str]]:
    """Both servers and the environment that leads to them."""
    _require_both()
    # A socket's path must stay under 107 bytes, so the folder hangs right under /tmp.
    folder = Path(tempfile.mkdtemp(prefix="ksd-", dir="/tmp"))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers end with us
    try:
        with postgres(folder) as database, redis(folder) as broker:
            yield {**database, **broker}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str]) -> int:
    """Run the command; where CI is not watching, a missing server means SQLite and one line saying so."""
    try:
        with services() as environment:
            return subprocess.run(command, check=False, env={**os.environ, **environment}).returncode
    except NotToBeHadError as error:
        if os.environ.get("CI") == "true":
            print(f"layanan: {error}", file=sys.stderr)
            return 1
        print(f"layanan: {error}. Dilanjutkan dengan SQLite dan antrean berkas.", file=sys.stderr, flush=True)
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("pakai: with_services.py PERINTAH…")
    sys.exit(run(sys.argv[1:]))
