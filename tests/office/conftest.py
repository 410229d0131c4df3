"""A case to play with, and the demonstration, loaded once for its module."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from ksd.core import clock
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast


@pytest.fixture
def play(cast: Cast) -> Play:
    """A complete proposal of a voluntary cooperation, not submitted yet."""
    return Play(cast)


@pytest.fixture(scope="module")
def demo_says(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """Load the demonstration once; what the command printed. Each test's own transaction stands on top of it."""
    out = io.StringIO()
    storages: dict[str, Any] = dict(settings.STORAGES)
    storages["default"] = {**storages["default"], "OPTIONS": {"location": tmp_path_factory.mktemp("files")}}
    with django_db_blocker.unblock(), override_settings(STORAGES=storages), transaction.atomic():
        with clock.frozen(factories.TODAY):
            call_command("reference", stdout=io.StringIO())
            call_command("demo", stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)
