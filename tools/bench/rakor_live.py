"""A room of 120 delegates: all open the live page, follow it and confirm within one minute, on the embedded default and on PostgreSQL.

The baseline is a view that knows who asks and does nothing more, on the same server, asked by as many phones at the
same pace.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import connection

from tools.bench import Figure
from tools.bench._room_crowd import HOST, Phone, Tally, walk

ROOT = Path(__file__).resolve().parents[2]
MINUTE = float(os.environ.get("KSD_BENCH_ROOM_SECONDS", "60"))
BARE = max(10.0, MINUTE / 3)
BOUND, FOLLOW = 3.0, 2.0
# Where the embedded default must not look for a server.
SERVICES = ("DATABASE_URL", "REDIS_URL", "PGHOST", "PGUSER", "KSD_CACHE_IN_REDIS")


def measure() -> list[Figure]:
    """The same minute on SQLite with the embedded queue, and on PostgreSQL with Redis where they are there."""
    figures = _room("bawaan", dict.fromkeys(SERVICES, ""), fresh=True)
    if connection.vendor == "postgresql":
        # The database of this run on the server it was given; where that is a socket, libpq is told by PGHOST.
        address = (
            urlsplit(os.environ["DATABASE_URL"])
            ._replace(path=f"/{connection.settings_dict['NAME']}")
            .geturl()
        )
        figures += _room("layanan", {"DATABASE_URL": address}, fresh=False)
    return figures


def _room(name: str, place: dict[str, str], *, fresh: bool) -> list[Figure]:
    folder = ROOT / "var" / "bench" / f"rakor-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    kept = {key: value for key, value in os.environ.items() if place.get(key, value)}
    wanted = {key: value for key, value in place.items() if value}
    settings = {"DJANGO_SETTINGS_MODULE": "tools.bench._room_settings", "KSD_VAR": str(folder)}
    environment = {**kept, **wanted, **settings}
    if fresh:
        for command in ("migrate", "createcachetable"):
            _python(environment, "manage.py", command, "-v", "0")
    stage = json.loads(_python(environment, "-m", "tools.bench._room_stage", "set"))
    with _server(environment) as port:
        bare, live = _minute(stage, port)
    count = json.loads(_python(environment, "-m", "tools.bench._room_stage", "count"))
    return _figures(name, stage, bare, live, count)


def _figures(
    name: str, stage: dict[str, Any], bare: Tally, live: Tally, count: dict[str, int]
) -> list[Figure]:
    everybody = len(stage["delegates"])
    lost = everybody - count["delegations"] + count["rows"] - count["delegations"]
    base, poll = _p95(bare.seconds), _p95(live.seconds)
    few, many = stage["queries"]
    note = f"{len(live.seconds)} tanya, p95 {poll * 1000:.0f} ms; polos {base * 1000:.0f} ms"
    trouble = "; ".join(sorted(set(live.refused)))[:80]
    late = _p95(live.followed) if live.followed else 99.0
    return [
        Figure(f"rakor_live_{name}", poll / base, BOUND, note),
        Figure(
            f"rakor_live_{name}_hilang",
            float(lost + len(live.refused)),
            0.0,
            trouble or f"{everybody} delegasi",
        ),
        Figure(f"rakor_live_{name}_menyusul", late, FOLLOW, f"p95 detik, {len(live.followed)} halaman"),
        Figure(
            f"rakor_live_{name}_kueri",
            many / few,
            1.0,
            f"{few} kueri untuk 1 delegasi, {many} untuk {everybody}",
        ),
    ]


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _minute(stage: dict[str, Any], port: int) -> tuple[Tally, Tally]:
    """First as many phones on the bare view, then the room."""
    meeting, delegates = stage["meeting"], stage["delegates"]
    bare, live = Tally(), Tally()
    walk([Phone(port, row["session"], "/ukur/polos/", {}) for row in delegates], bare, BARE, {})
    page, held = f"/rapat/{meeting}/ruang/denyut/", "/rapat/konfirmasi/denyut/"
    phones = [
        Phone(port, row["session"], held, {}, "/rapat/konfirmasi/")
        if row["link"]
        else Phone(port, row["session"], page, {"view": "telepon"}, f"/rapat/{meeting}/ruang/")
        for row in delegates
    ]
    acts = {
        number: (8 + number * (MINUTE - 14) / len(phones), partial(_say, phone, meeting, row, live, number))
        for number, (phone, row) in enumerate(zip(phones, delegates, strict=True))
    }
    secretary = Phone(port, stage["secretary"], page, {"view": "meja"})
    acts[len(phones)] = (5.0, partial(_read_out, secretary, meeting, live))
    walk([*phones, secretary], live, MINUTE, acts)
    return bare, live


def _read_out(secretary: Phone, meeting: str, tally: Tally) -> bool:
    status = secretary.post(f"/rapat/{meeting}/rumusan/bacakan/", {"form_token": "ukur-baca"})
    tally.read_at = tally.read_at or time.monotonic()
    return _arrived(status, "bacakan", tally)


def _arrived(status: int, what: str, tally: Tally) -> bool:
    """Whether the server has it; what it refused is noted, what got no answer is sent again."""
    if status not in (0, 204, 302, 503):
        tally.refused.append(f"{what} {status}")
    return status not in (0, 503)


def _say(phone: Phone, meeting: str, row: dict[str, Any], tally: Tally, number: int) -> bool:
    """One word; every tenth phone loses the answer and sends the same again."""
    given = {"edition": 1, "stance": "setuju", "name": f"Kepala {number}", "title": "Bupati"}
    address = "/rapat/konfirmasi/"
    if not row["link"]:
        address = f"/rapat/{meeting}/rumusan/sikap/"
        given |= {"delegation": row["invitee"], "form_token": f"ukur-{number}"}
    if number % 12 == 0:
        given |= {"stance": "keberatan", "objection": "Butir 2 belum dibahas."}
    if not tally.read_at:
        return False  # nothing was read out yet
    if number % 10 == 0:
        phone.post(address, given)
    return _arrived(phone.post(address, given), "pernyataan", tally)


def _python(environment: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


@contextmanager
def _server(environment: dict[str, str]) -> Iterator[int]:
    """The site as `make run` serves it, on a free address of this machine only, ended afterwards."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        port = int(found.getsockname()[1])
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "ksd.wsgi:application",
        "--config",
        "deploy/gunicorn.conf.py",
    ]
    command += ["--bind", f"{HOST}:{port}", "--log-level", "error"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 120
        while True:
            if Phone(port, "", "", {}).get("/ukur/polos/")[0]:
                break
            if time.monotonic() > until:
                raise RuntimeError("the site did not come up")
            time.sleep(0.3)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)
