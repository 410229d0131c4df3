"""Every address of ours, asked by everybody: never a 500, strangers read nothing, no address without its rule."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from ksd.accounts.models import User
from ksd.core import clock
from tests import factories
from tests.house.addresses import EVERYBODY, OUTSIDERS, RULES, SECRETS, World, build
from tests.house.test_pages import OWN_NAMESPACES, named_urls

pytestmark = pytest.mark.django_db
# A probe of the machine answers without a sign-in.
PROBES = {"core:healthz", "core:readyz"}
# Whoever holds no link finds nothing there, signed in or not.
OF_GUESTS = {name for name in RULES if name.startswith("agreements:guest_") and "link" not in name} | {
    name for name in RULES if name.startswith("meetings:confirm") and name != "meetings:confirm_links"
}
# Their address is the key: whoever holds the paper or the link reads what it is about.
HELD = {
    "meetings:follow_up_link",
    "issued:page",
    "issued:sign",
    "issued:sign_file",
    "issued:sign_give",
    "issued:sign_refuse",
    "rsvp:answer",
    "rsvp:entry",
    "meetings:feed",
    "checkin:page",
}
PUBLIC = PROBES | HELD | {"issued:check", "boundaries:card"}
NUL = dict.fromkeys(("q", "cari", "usulan", "versi", "tahun"), "a\x00")
STRANGE = {
    "q": b"\xed\xa0\x80", "page": "9" * 5000, "tahun": "9" * 40, "year": "1e999", "versi": "9" * 5000,
    "region": "9" * 40, "order": "x", "standing": "keadaan.", "mine": "x", "level": "-1", "cari": "%'\"",
}  # fmt: skip


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One played case for all tests; each test's own transaction stands on top of it."""
    with django_db_blocker.unblock(), clock.frozen(factories.TODAY), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def browser(user: User | None) -> Client:
    """A browser that shows a fault as a 500 instead of raising it."""
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user, backend="ksd.accounts.backends.RolePermissionBackend")
    return client


def ask(client: Client, method: str, address: str, data: dict[str, Any] | None = None) -> tuple[int, str]:
    """The status of an answer, and everything a person could read of it, its address included."""
    answer = getattr(client, method)(address, data)
    body = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, answer.headers.get("Location", "") + body.decode("utf-8", "replace")


def test_every_address_of_ours_has_its_rule():
    ours = {name for name in named_urls(get_resolver()) if name.partition(":")[0] in OWN_NAMESPACES}
    assert ours == set(RULES)


def test_whoever_is_not_signed_in_is_led_to_the_sign_in(world):
    client, faults = browser(None), []
    for name, rule in RULES.items():
        for method in ("get", "post"):
            status, words = ask(client, method, reverse(name, kwargs=rule.args(world)))
            led = status == 302 and words.startswith("/akun/")
            if not led and status != 405 and name not in PUBLIC | OF_GUESTS:
                faults.append(f"{method} {name}: {status}")
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_every_address_answers_as_its_rule_says(world, role):
    client, faults = browser(world.people[role]), []
    for name, rule in RULES.items():
        for method in ("get", "post"):
            status, words = ask(client, method, reverse(name, kwargs=rule.args(world)))
            expected = rule.expected(method, role)
            if status != expected:
                faults.append(f"{method} {name}: {status} instead of {expected}")
            if role in OUTSIDERS and name not in HELD and any(secret in words for secret in SECRETS):
                faults.append(f"{method} {name}: tells an outsider of the case")
    assert not faults


def test_nonsense_in_the_address_is_no_fault(world):
    client, faults = browser(world.cast.officer), []
    for name, rule in RULES.items():
        if rule.get == "405" or name in PROBES:
            continue
        for query in (STRANGE, NUL):
            status, _words = ask(client, "get", reverse(name, kwargs=rule.args(world)), query)
            if status >= 500:
                faults.append(f"{name}: {status}")
    assert not faults


@pytest.mark.parametrize("model", [row for row in admin.site._registry if row is not get_user_model()])
def test_an_admin_of_another_regency_reads_and_changes_nothing_of_the_case(world, model):
    client = browser(world.people["stranger_admin"])
    base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    pages = [reverse(f"{base}_changelist"), reverse(f"{base}_add")]
    rows = model._default_manager.all()[:3]
    pages += [reverse(f"{base}_{page}", args=[row.pk]) for row in rows for page in ("change", "history")]
    for address in pages:
        status, words = ask(client, "get", address)
        assert status < 500, address
        assert not [secret for secret in SECRETS if secret in words], address
        assert ask(client, "post", address)[0] < 500, address
