"""The pages around an electronic signature: the link of an official, the page of the officers."""

import pytest
from django.test import Client

from agreements.choices import SignState
from agreements.esign import Credentials
from agreements.models import Naskah, SignRequest
from agreements.services.esign import ask_signature
from agreements.services.esign_giving import give_signature, request_of
from ksd.core.models import FormToken
from tests.agreements.issuing import (
    NIK,
    PASSPHRASE,
    quick_printer,
    ready_to_sign,
    signing_service,
)
from tests.agreements.papers import content_of
from tests.agreements.playing import Play, days_later

SECRET = Credentials(NIK, PASSPHRASE)
TYPED = {"nik": NIK, "passphrase": PASSPHRASE, "setuju": "on"}


@pytest.fixture
def office(tmp_path_factory):
    """An office with the test service and a quick printer."""
    with signing_service(tmp_path_factory.getbasetemp() / "tte"), quick_printer():
        yield


@pytest.fixture
def text(play: Play, office):
    """A KB that waits for signatures, numbered and printed."""
    return ready_to_sign(play)


def ask(play: Play, text: Naskah, order: int = 1, days: int = 14) -> tuple[SignRequest, str]:
    party = play.parties()[order - 1]
    return ask_signature(actor=play.actor_for(party), naskah=text, party=party, expires_on=days_later(days))


def give(token: str, credentials: Credentials = SECRET):
    found = request_of(token)
    assert found
    return give_signature(request=found, credentials=credentials)


def link(token: str, act: str = "") -> str:
    return f"/tanda-tangan/{token}/{act}"


def test_the_link_shows_the_file_and_notes_its_opening(play, text, client):
    request, token = ask(play, text)
    page = client.get(link(token))
    assert page.status_code == 200
    assert "UJI, bukan BSrE" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "same-origin"
    request.refresh_from_db()
    assert request.opened_at
    shown = client.get(link(token, "berkas/"))
    assert request.issued
    assert b"".join(shown.streaming_content) == content_of(request.issued.file)


@pytest.mark.parametrize("token", ["x", "a" * 32, "tidak-ada", "_-" * 90])
@pytest.mark.parametrize("act", ["", "berkas/"])
def test_a_guessed_link_is_not_found(token, act, client, db):
    assert client.get(link(token, act)).status_code == 404


@pytest.mark.parametrize("act", ["beri/", "tolak/"])
def test_a_guessed_link_takes_no_secrets(act, client, db):
    assert client.post(link("a" * 32, act), TYPED).status_code == 404
    assert client.get(link("a" * 32, act)).status_code == 405


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"nik": "12", "passphrase": "x", "setuju": "on"},
        {**TYPED, "setuju": ""},
        {**TYPED, "nik": "٠" * 16},
    ],
)
def test_incomplete_answers_come_back(play, text, client, typed):
    _request, token = ask(play, text)
    refused = client.post(link(token, "beri/"), typed)
    assert refused.status_code == 422 or "tidak terdaftar" in refused.content.decode()


def test_the_officer_asks_on_the_page_and_sees_the_link_once(play, text, cast, signed_in):
    client: Client = signed_in(cast.officer)
    home = f"{text.get_absolute_url()}tte/"
    assert "Minta tanda tangan" in client.get(home).content.decode()
    form = {"form_token": "c" * 32, "expires_on": days_later(7).isoformat()}
    page = client.post(f"{home}1/minta/", form, follow=True).content.decode()
    assert "/tanda-tangan/" in page
    assert "/tanda-tangan/" not in client.get(home).content.decode()
    assert client.post(f"{home}1/minta/", form).status_code in (302, 409)
    assert SignRequest.objects.count() == 1
    assert FormToken.objects.filter(token="c" * 32).exists()
    request = SignRequest.objects.get()
    assert client.get(f"{home}{request.pk}/tarik/").status_code == 200
    assert (
        client.post(f"{home}{request.pk}/tarik/", {"form_token": "d" * 32, "reason": ""}).status_code == 422
    )
    assert (
        client.post(f"{home}{request.pk}/tarik/", {"form_token": "e" * 32, "reason": "salah"}).status_code
        == 302
    )
    assert SignRequest.objects.get().state == SignState.WITHDRAWN


def test_the_page_is_read_by_parties_and_found_by_no_stranger(play, text, cast, signed_in):
    home = f"{text.get_absolute_url()}tte/"
    for person, status in ((cast.partner, 200), (cast.observer, 200), (cast.stranger, 404)):
        assert signed_in(person).get(home).status_code == status
    assert signed_in(cast.partner).get(f"{home}1/minta/").status_code == 403
    assert signed_in(cast.stranger).get(f"{home}1/minta/").status_code == 404
