"""Run web, worker and beat under one supervisor until Ctrl-C; a child that dies or falls silent is started again."""

import argparse
import contextlib
import ctypes
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from types import FrameType
from typing import IO

from tools import prepare, signs

ROOT = prepare.ROOT
VAR = prepare.VAR
QUICK_DEATH = 10.0  # seconds: dying sooner than this doubles the wait before the next start
LONGEST_WAIT = 30.0
GIVE_UP_AFTER = 4  # quick deaths of a child before the site was ever up
STOP_PATIENCE = 15.0
HEALTH_PATIENCE = 60.0
LOOK_EVERY = 5.0
PR_SET_PDEATHSIG = 1
# Our own knocking at the door while the site comes up, and a worker that was told to stop.
NO_NEWS = ("/healthz", "worker: Warm shutdown")
QUIET = ("No directory at", "You're running the worker with superuser privileges")
LIBC = ctypes.CDLL(None)


def say(text: str) -> None:
    """One line of the supervisor itself."""
    print(f"ksd    | {text}", flush=True)


def _settle(niceness: int) -> None:
    """In the child: give way to the pages, and stop when the supervisor is killed without a word."""
    os.nice(niceness)
    with contextlib.suppress(OSError, AttributeError):
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """One process of the site, in a process group of its own."""

    name: str
    command: list[str]
    environment: dict[str, str]
    niceness: int = 0
    process: subprocess.Popen[str] | None = None
    started: float = 0.0
    quick_deaths: int = 0
    not_before: float = 0.0
    reader: threading.Thread | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it and copy what it says, line by line, under its name."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=partial(_settle, self.niceness),  # noqa: PLW1509  two system calls, the library loaded before
        )
        assert self.process.stdout is not None  # noqa: S101  it was asked for above
        self.reader = threading.Thread(target=self._copy, args=(self.process.stdout,), daemon=True)
        self.reader.start()

    def _copy(self, lines: IO[str]) -> None:
        for line in lines:
            if line.strip() and not any(words in line for words in NO_NEWS):
                print(f"{self.name:6} | {line.rstrip()}", flush=True)

    def has_died(self) -> bool:
        """Say whether it ran and is gone, and if so note when it may start again."""
        if self.process is None or self.process.poll() is None:
            return False
        quick = time.monotonic() - self.started < QUICK_DEATH
        self.quick_deaths = self.quick_deaths + 1 if quick else 0
        wait = min(LONGEST_WAIT, 2.0 ** max(0, self.quick_deaths - 1)) if quick else 0.5
        say(f"{self.name} berhenti (kode {self.process.returncode}); dimulai lagi dalam {wait:g} detik")
        self.kill_group()  # its own children must not go on without it
        self.process, self.not_before = None, time.monotonic() + wait
        return True

    def wake(self) -> None:
        """Replace a process that lives but gives no sign of it."""
        say(f"{self.name} hidup tetapi tidak memberi tanda selama 90 detik; dimulai ulang")
        self.kill_group()
        if self.process is not None:
            self.process.wait()
        self.process, self.not_before = None, time.monotonic()

    def ask_to_stop(self) -> None:
        """Only the leader is told: it ends its own children in good order."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def kill_group(self) -> None:
        """End whatever is left of the group."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


def children(host: str, port: int) -> list[Child]:
    """The three processes of the site, each called through the Python that runs this file."""
    environment = prepare.trial() | dict(
        os.environ, PYTHONUNBUFFERED="1", DJANGO_SETTINGS_MODULE="ksd.settings"
    )
    environment.setdefault("KSD_BASE_URL", f"http://{host}:{port}")
    environment.setdefault("KSD_VAR", str(VAR))
    # Neither the folder that only the image has, nor who runs a trial, is worth a warning here.
    quiet = [word for text in QUIET for word in ("-W", f"ignore:{text}")]
    python = [sys.executable, *quiet, "-m"]
    web = ["gunicorn", "ksd.wsgi:application", "--config", "deploy/gunicorn.conf.py"]
    web += ["--bind", f"{host}:{port}", "--log-level", "warning"]
    worker = ["celery", "-A", "ksd", "--quiet", "worker", "--loglevel", "WARNING", "--concurrency", "1"]
    worker += ["--without-gossip", "--without-mingle", "--hostname", f"ksd-{port}@%h"]
    beat = ["celery", "-A", "ksd", "--quiet", "beat", "--loglevel", "WARNING", "--pidfile", ""]
    commands = {"web": web, "worker": worker, "beat": beat}
    background = 5  # a person's page goes first
    return [
        Child(name, [*python, *command], environment, niceness=0 if name == "web" else background)
        for name, command in commands.items()
    ]


class Supervisor:
    """Starts, watches and stops the children."""

    def __init__(self, family: list[Child], host: str, port: int) -> None:
        """Take the family that answers at host and port."""
        self.family, self.host, self.port = family, host, port
        self.stopping = threading.Event()
        self.healthy = False
        self.failed = False
        self.signs = signs.Signs()

    def on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """Stop in good order; a second Ctrl-C does not wait."""
        if self.stopping.is_set():
            for child in self.family:
                child.kill_group()
        self.stopping.set()

    def health(self) -> tuple[int, str]:
        """What /healthz says: its status and its words, or 0 while nobody answers."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        try:
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            return answer.status, answer.read(2000).decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return 0, "web belum menjawab"
        finally:
            connection.close()

    def announce(self) -> None:
        """Wait until all three are up, then say where the site is and who may sign in."""
        began = time.monotonic()
        status, words = 0, ""
        while status != 200 and not self.stopping.is_set() and time.monotonic() - began < HEALTH_PATIENCE:
            status, words = self.health()
            self.healthy = status == 200
            if not self.healthy:
                time.sleep(0.2)
        if self.stopping.is_set():
            return
        if not self.healthy:
            say(f"PERHATIAN: /healthz belum 200 setelah {HEALTH_PATIENCE:g} detik: {words}")
        elif sign_ins := prepare.sign_ins():
            print(f"\n{sign_ins}\n", flush=True)
        say(f"KSD siap di http://{self.host}:{self.port}/  (Ctrl-C untuk berhenti)")

    def listen(self) -> None:
        """Ask /healthz now and then who gives signs of life."""
        while not self.stopping.wait(LOOK_EVERY):
            self.signs.note(*self.health(), time.monotonic())

    def watch(self) -> None:
        """Start again whoever died or fell silent, until it is time to stop."""
        while not self.stopping.wait(0.2):
            for child in self.family:
                if child.has_died() and child.quick_deaths >= GIVE_UP_AFTER and not self.healthy:
                    say(f"{child.name} tidak dapat dimulai; lihat pesannya di atas.")
                    self.failed = True
                    self.stopping.set()
                elif child.process is None and time.monotonic() >= child.not_before:
                    child.start()
                elif child.process and self.signs.is_silent(child.name, child.started, time.monotonic()):
                    child.wake()

    def stop(self) -> None:
        """Ask everybody, wait, and end what is left."""
        say("menghentikan web, worker, dan beat")
        for child in self.family:
            child.ask_to_stop()
        until = time.monotonic() + STOP_PATIENCE
        for child in self.family:
            with contextlib.suppress(subprocess.TimeoutExpired):
                if child.process is not None:
                    child.process.wait(max(0.1, until - time.monotonic()))
            child.kill_group()
            if child.reader is not None:
                child.reader.join(1)
        say("berhenti")

    def run(self) -> int:
        """Everything from the first start to the last goodbye; the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.on_signal)
        for child in self.family:
            child.start()
        for loop in (self.announce, self.listen):
            threading.Thread(target=loop, daemon=True).start()
        self.watch()
        self.stop()
        return 1 if self.failed else 0


def is_free(host: str, port: int) -> bool:
    """Say whether somebody else already answers at this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def only_one() -> IO[str] | None:
    """Hold the data folder for this supervisor: two beats on one folder would trip over each other."""
    VAR.mkdir(parents=True, exist_ok=True)
    held: IO[str] = (VAR / "supervise.lock").open("w")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        return None
    return held


def main() -> int:
    """Check that we may start, prepare the database, and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    asked = parser.parse_args()
    if not is_free(asked.host, asked.port):
        say(f"Porta {asked.port} sudah dipakai program lain (mungkin KSD yang masih berjalan).")
        say(f"Hentikan program itu, atau pilih porta lain: make run PORT={asked.port + 1}")
        return 1
    held = only_one()
    if held is None:
        say(f"KSD lain sedang berjalan dengan folder data yang sama ({VAR}).")
        say("Hentikan dahulu, atau pakai folder lain: KSD_VAR=/folder/lain make run")
        return 1
    try:
        ready = prepare.prepare()
    except KeyboardInterrupt:
        say("Dihentikan. Jalankan make run lagi; persiapannya dilanjutkan.")
        return 130
    if not ready:
        say("Basis data belum siap; lihat pesannya di atas.")
        return 1
    return Supervisor(children(asked.host, asked.port), asked.host, asked.port).run()


if __name__ == "__main__":
    sys.exit(main())
