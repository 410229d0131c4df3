"""The embedded broker: many write and read at once, nothing is lost, and nothing unreadable stops a worker."""

import os
import queue
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from kombu import Connection

from ksd.celery import app

ROOT = Path(__file__).resolve().parents[2]
WRITERS, EACH = 4, 60
PROCESS = """
import os, sys
from pathlib import Path
from tests.core.test_file_queue import connect, read_all, write_all
who, folder, stop = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
write_all(folder, who) if who.startswith('w') else print(*read_all(folder, lambda: stop.exists() or os.getppid() == 1))
"""


def connect(folder: Path) -> Connection:
    for name in ("messages", "control"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    inbox = str(folder / "messages")
    options = {"data_folder_in": inbox, "data_folder_out": inbox, "control_folder": str(folder / "control")}
    return Connection("ksdfiles://localhost//", transport_options={**options, "polling_interval": 0.01})


def write_all(folder, who):
    with connect(folder) as connection, connection.SimpleQueue("uji") as box:
        for number in range(EACH):
            box.put(f"{who}-{number}")


def read_all(folder, is_over):
    """Read until the end was told and nothing is left."""
    taken: list[Any] = []
    with connect(folder) as connection, connection.SimpleQueue("uji") as box:
        while True:
            over = is_over()
            try:
                message = box.get(block=False)
            except queue.Empty:
                if over:
                    return taken
                time.sleep(0.001)
                continue
            taken.append(message.payload)
            message.ack()


def wanted():
    return sorted(f"w{writer}-{number}" for writer in range(WRITERS) for number in range(EACH))


@pytest.fixture
def box(tmp_path):
    with connect(tmp_path) as connection, connection.SimpleQueue("uji") as opened:
        yield opened


def spoil(folder, content, *, age=0.0, name="00000000000000000001_a.uji.msg"):
    path = folder / "messages" / name
    path.write_bytes(content)
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_the_embedded_default_uses_this_broker(settings):
    if not settings.CELERY_BROKER_URL.startswith("redis"):
        assert settings.CELERY_BROKER_URL == "ksdfiles://localhost//"
        assert type(app.connection_for_write().transport).__module__ == "ksd.core.filequeue"


def test_many_threads_write_and_read_and_each_message_comes_exactly_once(tmp_path):
    over = threading.Event()
    with ThreadPoolExecutor(WRITERS + 3) as pool:
        readers = [pool.submit(read_all, tmp_path, over.is_set) for _ in range(3)]
        for writer in [pool.submit(write_all, tmp_path, f"w{number}") for number in range(WRITERS)]:
            writer.result()
        over.set()
        taken = [words for reader in readers for words in reader.result()]
    assert sorted(taken) == wanted()
    assert list((tmp_path / "messages").iterdir()) == []


def test_many_processes_write_and_read_and_each_message_comes_exactly_once(tmp_path):
    stop = tmp_path / "stop"

    def start(who):
        command = [sys.executable, "-c", PROCESS, who, str(tmp_path), str(stop)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, text=True, stdout=pipe, stderr=pipe)

    readers = [start(f"r{number}") for number in range(2)]
    for writer in [start(f"w{number}") for number in range(WRITERS)]:
        _said, complaint = writer.communicate(timeout=200)
        assert writer.returncode == 0, complaint
    stop.touch()
    taken = []
    for reader in readers:
        said, complaint = reader.communicate(timeout=200)
        assert reader.returncode == 0, complaint
        taken += said.split()
    assert sorted(taken) == wanted()


@pytest.mark.parametrize(
    "content", [b"", b'{"body": "Im', b"null", b"[1]", b"\xff\xfe", b'{"properties": {}}']
)
def test_an_unreadable_message_stops_nobody_and_is_moved_aside_in_time(tmp_path, box, content):
    fresh = spoil(tmp_path, content)
    old = spoil(tmp_path, content, age=60, name="00000000000000000000_b.uji.msg")
    box.put("utuh")
    assert box.get(timeout=2).payload == "utuh"
    with pytest.raises(queue.Empty):
        box.get(block=False)
    assert fresh.exists()
    assert not old.exists()
    assert old.with_name(old.name + ".broken").read_bytes() == content


def test_a_message_that_becomes_whole_late_is_read_then(tmp_path, box):
    box.put("terlambat")
    (path,) = (tmp_path / "messages").glob("*.msg")
    whole = path.read_bytes()
    path.write_bytes(whole[:20])
    with pytest.raises(queue.Empty):
        box.get(block=False)
    path.write_bytes(whole)
    assert box.get(timeout=2).payload == "terlambat"


def test_a_folder_in_place_of_a_message_and_a_folder_that_is_gone_are_borne(tmp_path, box):
    (tmp_path / "messages" / "0_a.uji.msg").mkdir()
    with pytest.raises(queue.Empty):
        box.get(block=False)
    (tmp_path / "messages" / "0_a.uji.msg").rmdir()
    (tmp_path / "messages").rmdir()
    with pytest.raises(queue.Empty):
        box.get(block=False)
    box.put("kembali")
    assert box.get(timeout=2).payload == "kembali"


def test_what_a_killed_writer_left_half_done_is_swept_up(tmp_path, box):
    part = spoil(tmp_path, b"{", age=3600, name="0_a.uji.msg.00ff.part")
    fresh = spoil(tmp_path, b"{", name="0_b.uji.msg.00ff.part")
    with pytest.raises(queue.Empty):
        box.get(block=False)
    assert not part.exists()
    assert fresh.exists()


def test_messages_come_in_the_order_they_were_put_and_can_be_counted_and_cleared(box):
    for number in range(5):
        box.put(number)
    assert box.qsize() == 5
    assert [box.get(timeout=2).payload for _ in range(3)] == [0, 1, 2]
    assert box.clear() == 2


def test_an_empty_table_of_bindings_is_written_anew(tmp_path):
    with connect(tmp_path) as connection:
        channel: Any = connection.channel()
        (tmp_path / "control" / "semua.exchange").write_bytes(b"")
        assert channel.get_table("semua") == []
        channel._queue_bind("semua", "", "", "satu")
        channel._queue_bind("semua", "", "", "dua")
        channel._queue_bind("semua", "", "", "dua")
        assert {row.queue for row in channel.get_table("semua")} == {"satu", "dua"}
        channel._delete("dua", "semua", "", "")
        assert [row.queue for row in channel.get_table("semua")] == ["satu"]


def test_many_workers_that_start_at_once_are_all_bound(tmp_path):
    def bind(number):
        with connect(tmp_path) as connection:
            channel: Any = connection.channel()
            channel._queue_bind("semua", "", "", f"antrean{number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(bind, range(40)))
    with connect(tmp_path) as connection:
        channel: Any = connection.channel()
        assert len(channel.get_table("semua")) == 40


def test_a_full_disk_is_told_to_the_sender_and_leaves_nothing_half_done(tmp_path, box, monkeypatch):
    def full(self, *_words, **_options):
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(Exception, match="No space left"):
        box.put("tak muat")
    assert list((tmp_path / "messages").iterdir()) == []
