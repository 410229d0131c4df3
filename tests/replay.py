"""Plays a scene of the database once; whoever wants it again from the same rows gets the rows back, not the acts.

The scene is known by its key, by the hour on the stopped clock and by every row that stood before it. Only what a
transaction will roll back is replayed. KSD_TEST_REPLAY=0 plays every scene for real.
"""

import os
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from django.db import connection, transaction

from ksd.core import clock

Row = tuple[Any, ...]
Tables = dict[str, frozenset[Row]]
Answer = TypeVar("Answer")

# Rows no scene writes or depends on, some of them different in every test.
ASIDE = {"django_migrations", "django_session", "auth_permission"}
MOST = 250  # scenes kept, so that a long run does not eat the memory
WANTED = os.environ.get("KSD_TEST_REPLAY", "1") != "0"


@dataclass(frozen=True)
class Scene:
    """What a scene changed: the primary keys that went, the rows that came, the work promised, the answer."""

    gone: dict[str, list[Row]]
    come: dict[str, list[Row]]
    promised: list[tuple[Callable[[], object], bool]]
    answer: Any


@dataclass
class Stage:
    """The scenes of this process, and whether the test at hand may use them."""

    open: bool = WANTED
    scenes: OrderedDict[Hashable, Scene] = field(default_factory=OrderedDict)
    played: int = 0
    replayed: int = 0


STAGE = Stage()


@contextmanager
def closed() -> Iterator[None]:
    """Play for real meanwhile: for a test that changes the law or the settings under the acts."""
    before, STAGE.open = STAGE.open, False
    try:
        yield
    finally:
        STAGE.open = before


def once(key: Hashable, play: Callable[[], Answer]) -> Answer:
    """Play the scene, or put back what it wrote when it was played from the same rows; the answer is a copy."""
    if not (STAGE.open and connection.in_atomic_block):
        return play()
    before = _tables()
    known = (key, clock.now(), hash(frozenset(before.items())))
    scene = STAGE.scenes.get(known)
    if scene is None:
        return _record(known, before, play)
    STAGE.scenes.move_to_end(known)
    STAGE.replayed += 1
    _put_back(scene)
    return deepcopy(scene.answer)  # type: ignore[no-any-return]


def _record(known: Hashable, before: Tables, play: Callable[[], Answer]) -> Answer:
    """Play for real and keep the difference."""
    promised = len(connection.run_on_commit)
    answer = play()
    after = _tables()
    changed = [name for name in after if after[name] != before.get(name)]
    STAGE.scenes[known] = Scene(
        gone={name: _keys(name, before[name] - after[name]) for name in changed},
        come={name: sorted(after[name] - before[name], key=lambda row: row[0]) for name in changed},
        promised=[(work, robust) for _points, work, robust in connection.run_on_commit[promised:]],
        answer=deepcopy(answer),
    )
    STAGE.played += 1
    if len(STAGE.scenes) > MOST:
        STAGE.scenes.popitem(last=False)
    return answer


def _put_back(scene: Scene) -> None:
    """Take away and insert rows; foreign keys of both engines are looked at when the transaction ends."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name, keys in scene.gone.items():
            if keys:
                cursor.executemany(f"DELETE FROM {quote(name)} WHERE {quote(_key(name))} = %s", keys)  # noqa: S608
        for name, rows in scene.come.items():
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {quote(name)} VALUES ({places})", rows)  # noqa: S608
    for work, robust in scene.promised:
        transaction.on_commit(work, robust=robust)


def _tables() -> Tables:
    """Every row of every table."""
    found: Tables = {}
    with connection.cursor() as cursor:
        for name in _names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608
            found[name] = frozenset(cursor.fetchall())
    return found


@cache
def _names() -> tuple[str, ...]:
    """The tables of this database."""
    return tuple(name for name in connection.introspection.table_names() if name not in ASIDE)


@cache
def _key(name: str) -> str:
    """The column of a table's primary key."""
    with connection.cursor() as cursor:
        return str(connection.introspection.get_primary_key_column(cursor, name))


@cache
def _key_place(name: str) -> int:
    """Where the primary key stands in a row."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, name)
    return [column.name for column in columns].index(_key(name))


def _keys(name: str, rows: frozenset[Row]) -> list[Row]:
    """The primary keys of rows."""
    place = _key_place(name)
    return [(row[place],) for row in rows]
