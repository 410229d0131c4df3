"""A real browser for the journeys: Debian's chromium, driven by Playwright."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings
from playwright.sync_api import BrowserContext, expect

from tests.browser.desk import Desk
from tests.browser.site import Site, own_database, people_and_cases, running

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright keeps an event loop in this thread; Django would take it for asynchronous code and refuse queries.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# Two cores may be busy with other things; a page that is well is there long before.
expect.set_options(timeout=20_000)


@cache
def chromium() -> str:
    """Where the browser is, or nothing."""
    named = os.environ.get("KSD_CHROMIUM", "")
    return named or next((found for name in NAMES if (found := shutil.which(name)) and _answers(found)), "")


def _answers(program: str) -> bool:
    """Whether it is a browser: Ubuntu's package of the name only says that a snap is wanted."""
    return subprocess.run([program, "--version"], check=False, capture_output=True).returncode == 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder and run it last; skip it where there is no browser, unless CI is watching."""
    here = Path(__file__).parent
    items.sort(key=lambda item: here in item.path.parents)
    missing = not chromium() and os.environ.get("CI") != "true"
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db)
            if missing:
                item.add_marker(pytest.mark.skip(reason="tidak ada chromium: apt-get install chromium"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the machine's browser, which Playwright could not download on a closed network."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": chromium(), "args": [*QUIET, *sandbox]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A browser of this country; each seat says how wide its screen is."""
    return {**browser_context_args, "locale": "id-ID"}


@pytest.fixture
def _django_db_helper(site: Site) -> None:
    """Instead of pytest-django's transaction, which no server thread could look into: the site's rows, kept."""


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Site]:
    """The demonstration, live, for all journeys; each of them leaves its rows to the next."""
    folder = tmp_path_factory.mktemp("situs")
    storages: dict[str, Any] = dict(settings.STORAGES)
    storages["default"] = {**storages["default"], "OPTIONS": {"location": folder}}
    with django_db_blocker.unblock(), override_settings(STORAGES=storages), own_database(folder):
        people_and_cases()
        with running() as live:
            yield live


@pytest.fixture
def seat(site: Site, new_context: Callable[..., BrowserContext]) -> Iterator[Callable[..., Desk]]:
    """Seat a person before a browser; when the test ends nothing may have gone wrong on any page."""
    desks: list[Desk] = []

    def take(username: str = "", *, width: int = 1280, **options: Any) -> Desk:
        context = new_context(viewport={"width": width, "height": 900}, **options)
        if username:
            site.let_in(context, username)
        desks.append(Desk(context, site.url))
        return desks[-1]

    yield take
    connections.close_all()
    assert [problem for desk in desks for problem in desk.problems] == []
