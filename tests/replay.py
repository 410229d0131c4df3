"""Plays a scene of the database once; whoever wants it again from the same rows gets the rows back, not the acts.

The scene is known by its key, by the hour on the stopped clock and by every row that stood before it. Only what the
test's own transaction will roll back is replayed. KSD_TEST_REPLAY=0 plays every scene for real.
"""

import os
import re
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
READING = ("SELECT", "SAVEPOINT", "RELEASE")
WRITING = re.compile(r'(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"')
MOST = 600  # scenes kept, so that a long run does not eat the memory
WANTED = os.environ.get("KSD_TEST_REPLAY", "1") != "0"


@dataclass(frozen=True)
class Scene:
    """What a scene changed: keys that went, rows that came, work promised, the answer; and what stood afterwards."""

    gone: dict[str, list[Row]]
    come: dict[str, list[Row]]
    promised: list[tuple[Callable[[], object], bool]]
    answer: Any
    after: int


@dataclass
class Stage:
    """The scenes of this process, and whether the test at hand may use them."""

    open: bool = WANTED
    scenes: OrderedDict[Hashable, Scene] = field(default_factory=OrderedDict)
    played: int = 0
    replayed: int = 0
    standing: int | None = None  # what stands in the tables; None once somebody wrote
    known: Tables = field(default_factory=dict)  # the rows as they were read last
    stale: set[str] | None = None  # tables written since; None when nobody can say


STAGE = Stage()


@contextmanager
def closed() -> Iterator[None]:
    """Play for real meanwhile: for a test that changes the law or the settings under the acts."""
    before, STAGE.open = STAGE.open, False
    try:
        yield
    finally:
        STAGE.open = before


def begin_test() -> None:
    """What stood at the end of the last test was rolled back."""
    STAGE.standing = STAGE.stale = None


def once(key: Hashable, play: Callable[[], Answer]) -> Answer:
    """Play the scene, or put back what it wrote when it was played from the same rows; the answer is a copy."""
    if not (STAGE.open and _rolled_back_by_the_test()):
        return play()
    if _watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watch)
        begin_test()
    before = STAGE.standing or _told(_tables())
    known = (key, clock.now(), before)
    scene = STAGE.scenes.get(known)
    if scene is None:
        return _record(known, play)
    STAGE.scenes.move_to_end(known)
    STAGE.replayed += 1
    _put_back(scene)
    STAGE.standing = scene.after
    return deepcopy(scene.answer)  # type: ignore[no-any-return]


def _rolled_back_by_the_test() -> bool:
    """Say whether the outermost transaction is the test's; a test of races commits for others to see."""
    blocks: list[Any] = connection.atomic_blocks
    return bool(blocks) and bool(blocks[0]._from_testcase)


def _watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Forget what stands in a table as soon as anybody may have written there."""
    if not sql.startswith(READING):
        STAGE.standing = None
        written = WRITING.match(sql)
        if written is None:
            STAGE.stale = None
        elif STAGE.stale is not None:
            STAGE.stale.add(written[1])
    return execute(sql, params, many, context)


def _record(known: Hashable, play: Callable[[], Answer]) -> Answer:
    """Play for real and keep the difference."""
    before = _tables()
    hooks: list[Any] = connection.run_on_commit
    promised = len(hooks)
    answer = play()
    after = _tables()
    changed = [name for name in after if after[name] != before.get(name)]
    scene = STAGE.scenes[known] = Scene(
        gone={name: _keys(name, before[name] - after[name]) for name in changed},
        come={name: _sorted(name, after[name] - before[name]) for name in changed},
        promised=[(work, robust) for _points, work, robust in hooks[promised:]],
        answer=deepcopy(answer),
        after=_told(after),
    )
    STAGE.standing = scene.after
    STAGE.played += 1
    if len(STAGE.scenes) > MOST:
        STAGE.scenes.popitem(last=False)
    return answer


def _told(tables: Tables) -> int:
    """One number for every row of every table."""
    return hash(frozenset(tables.items()))


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
    """Every row of every table; those nobody wrote to since are not read again."""
    names = _names() if STAGE.stale is None else tuple(STAGE.stale.intersection(_names()))
    found: Tables = dict.fromkeys(names, frozenset())
    with connection.cursor() as cursor:
        for name in _filled(names) if STAGE.stale is None else names:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608
            found[name] = frozenset(cursor.fetchall())
    STAGE.known = found if STAGE.stale is None else STAGE.known | found
    STAGE.stale = set()
    return STAGE.known


def _filled(names: tuple[str, ...]) -> list[str]:
    """The tables that hold any row, asked for all at once."""
    quote = connection.ops.quote_name
    any_row = "SELECT '{}' WHERE EXISTS (SELECT 1 FROM {})"
    asked = " UNION ALL ".join(any_row.format(name, quote(name)) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [name for (name,) in cursor.fetchall()]


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


def _sorted(name: str, rows: frozenset[Row]) -> list[Row]:
    """Rows in the order they were written."""
    place = _key_place(name)
    return sorted(rows, key=lambda row: row[place])
