"""A broker of files: kombu's own, made safe for several writers and readers at once.

Kombu opens a message under its final name before it writes it; a reader that is quick enough takes it empty,
and the worker stops for good. Here a message appears under its name only when it is whole, is taken by whoever
manages to unlink it, and one that cannot be read is moved aside instead of stopping anybody.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty
from typing import Any
from uuid import uuid4

import structlog
from kombu.exceptions import ChannelError
from kombu.transport import filesystem, virtual
from kombu.utils.json import dumps, loads

logger = structlog.get_logger(__name__)
# How long an unreadable message may lie before it is moved aside; somebody may still be writing it.
PATIENCE = 10.0
ABANDONED = 600.0  # a part that nobody finished in this time never will be
PART, BROKEN = ".part", ".broken"
Binding = filesystem.exchange_queue_t


def _write_whole(path: Path, content: str) -> None:
    """Let the file appear under its name with all its content, or not at all."""
    part = path.with_name(f"{path.name}.{uuid4().hex}{PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(content, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise ChannelError(f"Cannot write {path}: {error}") from error


def _age(path: Path) -> float:
    """Seconds since the file was written; nought when it is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


class Channel(filesystem.Channel):
    """Puts and takes messages; never fails over what lies in the folder."""

    @property
    def _inbox(self) -> Path:
        return Path(self.data_folder_in)

    def _waiting(self, queue: str) -> list[str]:
        """Names of the queue's messages, oldest first; a folder that is gone holds none."""
        try:
            names = os.listdir(self._inbox)  # noqa: PTH208  names are all that is needed, ten times a second
        except OSError:
            return []
        for name in names:
            if name.endswith(PART) and _age(self._inbox / name) > ABANDONED:
                with suppress(OSError):
                    (self._inbox / name).unlink()
        return sorted(name for name in names if name.partition(".")[2] == f"{queue}.msg")

    def _put(self, queue: str, payload: dict[str, Any], **_options: Any) -> None:  # type: ignore[override]  # kombu names it two ways
        name = f"{time.time_ns():020d}_{uuid4()}.{queue}.msg"
        _write_whole(Path(self.data_folder_out) / name, dumps(payload))

    def _get(self, queue: str, timeout: float | None = None) -> dict[str, Any]:  # noqa: ARG002  kombu's signature
        for name in self._waiting(queue):
            message = self._take(self._inbox / name)
            if message is not None:
                return message
        raise Empty

    def _take(self, path: Path) -> dict[str, Any] | None:
        """Read the message and make it ours; of several readers only one manages to unlink it."""
        try:
            message = self._read(path.read_bytes())
            path.unlink()
        except OSError:  # another took it, or it cannot be taken
            return None
        except ValueError as error:
            self._set_aside(path, error)
            return None
        return message

    def _read(self, content: bytes) -> dict[str, Any]:
        """Read a message as the worker will; whatever that one could not bear is a ValueError."""
        try:
            payload = dict(loads(content.decode()))
            self.Message(payload, channel=self)
            _ = payload["properties"]["delivery_info"]["routing_key"]
        except Exception as error:  # kombu's reader has converters of its own, which fail in their own ways
            raise ValueError(f"not a message: {error!r}") from error
        return payload

    def _set_aside(self, path: Path, why: ValueError) -> None:
        """Rename what cannot be read, once it had time to become whole; the sweep sends its job again."""
        if _age(path) < PATIENCE:
            return
        with suppress(OSError):
            path.rename(path.with_name(path.name + BROKEN))
            logger.warning("broken_message_set_aside", file=path.name, error=str(why))

    def _purge(self, queue: str) -> int:
        count = 0
        for name in self._waiting(queue):
            with suppress(OSError):
                (self._inbox / name).unlink()
                count += 1
        return count

    def _size(self, queue: str) -> int:
        return len(self._waiting(queue))

    # Which queue hears which exchange: read without a lock, replaced as a whole under one.

    def _table_file(self, exchange: str) -> Path:
        """Where the exchange's bindings lie; kombu refuses names that would lead elsewhere."""
        return Path(self._exchange_file(exchange))  # type: ignore[attr-defined]  # unknown to the stubs

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one process at a time change the tables."""
        self.control_folder.mkdir(parents=True, exist_ok=True)
        with (self.control_folder / "lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def get_table(self, exchange: str) -> list[Any]:
        """Bindings of the exchange; an unreadable table is none, each worker binds anew when it starts."""
        try:
            rows = loads(self._table_file(exchange).read_bytes().decode())
            return [Binding(*row) for row in rows]
        except (OSError, ValueError, TypeError):
            return []

    def _queue_bind(
        self, exchange: str, routing_key: str | None, pattern: str | None, queue: str | None
    ) -> None:
        binding = Binding(routing_key or "", pattern or "", queue or "")
        with self._alone():
            table = self.get_table(exchange)
            if binding not in table:
                _write_whole(self._table_file(exchange), dumps([binding, *table]))

    def _delete(
        self, queue: str, exchange: str, routing_key: str, pattern: str, *args: Any, **kwargs: Any
    ) -> None:
        virtual.Channel._delete(self, queue, exchange, routing_key, pattern, *args, **kwargs)
        binding = Binding(routing_key or "", pattern or "", queue or "")
        with self._alone():
            table = self.get_table(exchange)
            if binding in table:
                left = [row for row in table if row != binding]
                _write_whole(self._table_file(exchange), dumps(left))


class Transport(filesystem.Transport):
    """Kombu's transport of files with our channel."""

    Channel = Channel

    def __init__(self, client: Any, **options: Any) -> None:
        """Remember bindings for this connection only, so that each one makes sure anew that they are on disk."""
        super().__init__(client, **options)
        self.state = virtual.BrokerState()
