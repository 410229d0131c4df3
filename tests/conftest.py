"""The fixed cast, the fixed day, and undefined template variables as errors."""

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from types import FrameType
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.test import Client

from ksd.accounts.models import User
from ksd.core import clock
from regions.models import Region
from tests import factories, replay

# A busy machine is no fault of the product.
hypothesis.settings.register_profile("ksd", deadline=None)
hypothesis.settings.load_profile("ksd")

OWN_TEMPLATES = str(Path(__file__).resolve().parent.parent / "templates")


class UndefinedVariable(str):
    """Stands for a variable a template of ours names but nobody gave."""

    __slots__ = ()

    def __contains__(self, _key: object) -> bool:
        """Make Django ask for the variable's name."""
        return True

    def __mod__(self, variable: object) -> str:
        """Fail when the template is ours; third-party templates are theirs to mend."""
        origin = _origin_of_template()
        if OWN_TEMPLATES in origin:
            raise AssertionError(f"Variabel templat tidak dikenal: {variable} dalam {origin}")
        return ""


def _origin_of_template() -> str:
    """The file of the template being rendered; only the call stack knows it."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        origin = getattr(getattr(frame.f_locals.get("self"), "origin", None), "name", None)
        if origin:
            return str(origin)
        frame = frame.f_back
    return ""


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: the collector need not look through it after every few hundred objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


@pytest.fixture(autouse=True, scope="session")
def _quick_passwords() -> None:
    """Argon2 is slow on purpose; tests sign in thousands of times."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _static_files_are_looked_up() -> None:
    """WhiteNoise reads every static file when a site starts; here each test starts one."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True, scope="session")
def _undefined_variables_are_errors() -> None:
    templates: list[dict[str, Any]] = settings.TEMPLATES
    templates[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable("%s")


@pytest.fixture(autouse=True)
def _fixed_day() -> Iterator[None]:
    """Every test lives on 21 November 2026 unless it says otherwise."""
    with clock.frozen(factories.TODAY):
        yield


@pytest.fixture(autouse=True)
def _real_play_where_the_ground_moves(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that changes settings or the law must not be shown what was played without its changes."""
    replay.begin_test()
    asked = signature(request.function).parameters  # a plugin asks for monkeypatch in every test
    if "settings" in request.fixturenames or "monkeypatch" in asked:
        with replay.closed():
            yield
    else:
        yield


@dataclass(frozen=True)
class Cast:
    """Who appears in every test of a page or an act."""

    nation: Region
    kaltim: Region
    kukar: Region
    kubar: Region
    paser: Region
    officer: User
    partner: User
    stranger: User
    biro: User
    head: User
    tkksd: User
    observer: User
    admin: User
    nobody: User


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed cast of one test."""
    return make_cast()


def make_cast() -> Cast:
    """The cast with the same rows in every test that begins without any."""
    return replay.once("cast", _new_cast)


def _new_cast() -> Cast:
    """Kutai Kartanegara proposes, Kutai Barat is offered, Paser is the stranger, Kaltim the province."""
    nation = factories.region("00", "Republik Indonesia", "negara")
    kaltim = factories.region("64", "Kalimantan Timur", "provinsi", nation)
    kukar = factories.region("64.02", "Kutai Kartanegara", parent=kaltim)
    kubar = factories.region("64.07", "Kutai Barat", parent=kaltim)
    paser = factories.region("64.01", "Paser", parent=kaltim)
    return Cast(
        nation=nation,
        kaltim=kaltim,
        kukar=kukar,
        kubar=kubar,
        paser=paser,
        officer=factories.person("petugas.kukar", ("kabkota_officer", kukar)),
        partner=factories.person("petugas.kubar", ("kabkota_officer", kubar)),
        stranger=factories.person("petugas.paser", ("kabkota_officer", paser)),
        biro=factories.person("biro", ("biro_staff", kaltim)),
        head=factories.person("kepala.biro", ("biro_head", kaltim)),
        tkksd=factories.person("tkksd.kukar", ("tkksd", kukar)),
        observer=factories.person("pengamat", ("observer", kukar)),
        admin=factories.person("admin", ("admin", kaltim), is_staff=True),
        nobody=factories.person("tanpa.peran"),
    )


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    """A browser in which a person has signed in."""

    def enter(user: User) -> Client:
        client.force_login(user, backend="ksd.accounts.backends.RolePermissionBackend")
        return client

    return enter
