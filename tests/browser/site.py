"""A live server with the demonstration's people and cases, on a day and in a database of its own."""

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import BrowserContext

from ksd.accounts.models import User
from ksd.core import clock
from tests import factories


class FixedDay(StaticFilesHandler):
    """Answers every request on the day the tests live on."""

    def __call__(self, environ: Any, start_response: Any) -> Any:
        """Stop the clock of this request's thread."""
        with clock.frozen(factories.TODAY):
            return super().__call__(environ, start_response)


class Site:
    """Where the site is, and how somebody comes in."""

    def __init__(self, url: str) -> None:
        """Remember the address."""
        self.url = url

    def let_in(self, context: BrowserContext, username: str) -> None:
        """Give a browser the cookie of a person who has signed in."""
        client = Client()
        person = User.objects.get(username=username)
        client.force_login(person, backend="ksd.accounts.backends.RolePermissionBackend")
        key = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": key, "url": self.url}])


@contextmanager
def own_database(folder: Path) -> Iterator[None]:
    """Rows that stay between requests, and go away afterwards.

    SQLite tests live in memory, which threads cannot share well; the site gets a copy in a file. PostgreSQL's database
    is emptied at the end.
    """
    # Named once: while Playwright's loop runs, `connection` is another object in this very thread.
    own = connections["default"]
    if own.vendor == "sqlite":
        with in_a_file(own, folder / "ksd.sqlite3"):
            yield
        return
    # A browser keeps its line to the server; the server's to the database must not outlive the answer.
    kept, own.settings_dict["CONN_MAX_AGE"] = own.settings_dict["CONN_MAX_AGE"], 0
    yield
    own.settings_dict["CONN_MAX_AGE"] = kept
    call_command("flush", interactive=False, verbosity=0)
    connections.close_all()


@contextmanager
def in_a_file(own: Any, target: Path) -> Iterator[None]:
    """Move from memory to a copy in a file, and back."""
    own.ensure_connection()
    memory, name = own.connection, own.settings_dict["NAME"]
    if "mode=memory" not in str(name):
        raise RuntimeError(f"this is somebody's data: {name}")
    with closing(sqlite3.connect(target)) as copy:
        memory.backup(copy)
    own.connection, own.settings_dict["NAME"] = None, str(target)
    try:
        yield
    finally:
        own.close()
        own.connection, own.settings_dict["NAME"] = memory, name


@contextmanager
def running() -> Iterator[Site]:
    """The server in a thread."""
    thread = LiveServerThread("127.0.0.1", static_handler=FixedDay)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    try:
        yield Site(f"http://127.0.0.1:{thread.port}")
    finally:
        thread.terminate()


def people_and_cases() -> None:
    """What `make run` loads on its first start."""
    with clock.frozen(factories.TODAY):
        for command in ("reference", "demo"):
            call_command(command, stdout=io.StringIO())
