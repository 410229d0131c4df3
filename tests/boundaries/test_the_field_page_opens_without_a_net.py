"""The script that keeps the field page on a device reaches that page alone, and the page says where it is."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from tests.boundaries.rows import segment

PAGE = reverse("boundaries:field", args=["64.02-64.07"])
WORKER = reverse("boundaries:field_worker", args=["64.02-64.07"])
STORE = "ksd-lapangan"
SCRIPTS = Path(__file__).resolve().parents[2] / "static/js"


@pytest.fixture(autouse=True)
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.mark.parametrize(
    ("who", "status"),
    [("officer", 200), ("partner", 200), ("biro", 200), ("observer", 403), ("stranger", 404)],
)
def test_who_may_send_positions_gets_the_script(cast, signed_in, who, status):
    assert signed_in(getattr(cast, who)).get(WORKER).status_code == status


def test_a_browser_lets_the_script_reach_the_field_page_and_nothing_above_it(cast, signed_in):
    answer = signed_in(cast.officer).get(WORKER)
    assert WORKER.rsplit("/", 1)[0] + "/" == PAGE  # the folder of a script is the most it may reach
    assert "Service-Worker-Allowed" not in answer
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "private, no-cache"
    assert "connect-src 'self'" in answer["Content-Security-Policy"]


def test_the_script_is_the_same_for_everybody_and_carries_no_data(cast, signed_in):
    bodies = {signed_in(who).get(WORKER).content for who in (cast.officer, cast.partner)}
    assert bodies == {(SCRIPTS / "boundaries/field_worker.js").read_bytes()}


def test_the_page_names_its_script_and_whose_it_is(cast, signed_in):
    text = signed_in(cast.officer).get(PAGE).content.decode()
    assert f'data-worker="{WORKER}"' in text
    assert f'data-who="{cast.officer.pk}"' in text
    assert "data-offline hidden" in text


def test_signing_out_and_the_page_of_signing_in_forget_what_was_kept(cast, signed_in, client):
    """One name of the store in all scripts, a mark on the button that signs out, the body that signs in."""
    for name in ("boundaries/field_worker.js", "ksd.js"):
        assert f'"{STORE}"' in (SCRIPTS / name).read_text()
    page = signed_in(cast.officer).get(PAGE).content.decode()
    assert re.search(rf'<form method="post" action="{reverse("account_logout")}" data-sign-out>', page)
    client.logout()
    assert "ksd-entrance" in client.get(reverse("account_login")).content.decode()
