"""The adapter of a certified provider, against a server on this machine that misbehaves as real ones do."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest.mock import patch

import pytest

from agreements.esign import CertificateState, Credentials, ProviderError, Spot, provider
from agreements.esign import remote as http_provider
from agreements.esign.remote import HttpProvider

SECRET = Credentials("6402010101800001", "rahasia sekali")
PDF = b"%PDF-1.7\nisi\n%%EOF"


class Desk:
    """What the server answers, and what it was asked."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, bytes]] = []
        self.asked: list[tuple[str, str, bytes, str]] = []
        self.wait = 0.0
        self.location = ""


@pytest.fixture
def desk() -> Iterator[tuple[Desk, HttpProvider]]:
    own = Desk()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            own.asked.append((self.command, self.path, body, self.headers.get("Authorization", "")))
            time.sleep(own.wait)
            status, content = own.answers.pop(0) if own.answers else (500, b"")
            self.send_response(status)
            if own.location:
                self.send_header("Location", own.location)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = _answer  # noqa: N815  http.server's names

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield own, HttpProvider(f"http://127.0.0.1:{server.server_port}/layanan/", user="ksd", password="sandi")
    server.shutdown()
    server.server_close()
    thread.join()


def sign(service: HttpProvider) -> bytes:
    return service.sign(pdf=PDF, credentials=SECRET, spot=Spot("A", "Contoh", "Setuju", "Tenggarong"))


def test_the_file_and_the_secrets_are_sent_once_and_the_signed_file_comes_back(desk):
    own, service = desk
    own.answers = [(200, PDF + b"tanda tangan")]
    assert sign(service) == PDF + b"tanda tangan"
    ((method, path, body, authorization),) = own.asked
    assert (method, path) == ("POST", "/layanan/api/sign/pdf")
    assert b'name="nik"\r\n\r\n6402010101800001' in body
    assert b'name="passphrase"\r\n\r\nrahasia sekali' in body
    assert PDF in body
    assert authorization == "Basic a3NkOnNhbmRp"


@pytest.mark.parametrize(
    ("status", "content", "said"),
    [
        (400, b'{"status_code":2031,"error":"Passphrase anda salah"}', "Passphrase anda salah"),
        (400, b"<html>", "kode 400"),
        (401, b"", "menolak kantor ini masuk"),
        (404, b'{"message":"User tidak terdaftar"}', "User tidak terdaftar"),
        (500, b"\xff\xfe", "kode 500"),
        (302, b"", "kode 302"),
        (200, b"%PDF-berkas lain", "bukan berkas yang dikirim"),
        (200, b"", "bukan berkas yang dikirim"),
    ],
)
def test_every_refusal_is_said_in_words(desk, status, content, said):
    own, service = desk
    own.answers = [(status, content)]
    with pytest.raises(ProviderError, match=said):
        sign(service)
    assert len(own.asked) == 1


def test_a_busy_service_is_asked_again_and_then_left_alone(desk):
    own, service = desk
    own.answers = [(503, b""), (502, b""), (200, PDF + b"x")]
    assert sign(service) == PDF + b"x"
    own.answers, own.asked = [(503, b"")] * 9, []
    with pytest.raises(ProviderError, match="tidak dapat dihubungi") as refusal:
        sign(service)
    assert len(own.asked) == 3
    assert refusal.value.status == 503


def test_a_service_that_is_not_there_is_said_to_be_away():
    service = HttpProvider("http://127.0.0.1:9")
    with pytest.raises(ProviderError, match="tidak dapat dihubungi"):
        sign(service)


def test_a_silent_service_is_not_asked_to_sign_again(desk):
    own, service = desk
    own.wait, own.answers = 3.0, [(200, PDF + b"x")]
    started = time.monotonic()
    with patch.object(http_provider, "TOTAL_SECONDS", 0.6), pytest.raises(ProviderError, match="belum pasti"):
        sign(service)
    assert time.monotonic() - started < 2.5
    assert len(own.asked) == 1


def test_an_answer_without_end_is_cut_off(desk):
    own, service = desk
    own.answers = [(200, PDF + b"x" * 300_000)]
    with (
        patch.object(http_provider, "MOST_BYTES", 100_000),
        pytest.raises(ProviderError, match="belum pasti"),
    ):
        sign(service)


def test_it_is_led_nowhere_else(desk):
    own, service = desk
    own.location, own.answers = "http://169.254.169.254/", [(307, b"")]
    with pytest.raises(ProviderError, match="kode 307"):
        sign(service)
    assert len(own.asked) == 1


def test_no_secret_stands_in_a_message(desk, caplog):
    own, service = desk
    own.answers = [(400, b"{}")]
    with pytest.raises(ProviderError) as refusal:
        sign(service)
    assert SECRET.passphrase not in f"{refusal.value} {refusal.value.remedy} {caplog.text}"


@pytest.mark.parametrize(
    ("status", "content", "state"),
    [
        (200, b'{"status":"ISSUE"}', CertificateState.VALID),
        (200, b'{"status":"EXPIRED"}', CertificateState.EXPIRED),
        (200, b'{"status":"NEW"}', CertificateState.UNKNOWN),
        (200, b"[]", CertificateState.UNKNOWN),
        (404, b"", CertificateState.UNKNOWN),
    ],
)
def test_the_state_of_a_certificate_is_asked(desk, status, content, state):
    own, service = desk
    own.answers = [(status, content)]
    assert service.status(nik="64020101/../x") == state
    assert own.asked[0][1] == "/layanan/api/user/status/64020101%2F..%2Fx"


def test_the_setting_chooses_the_service(settings):
    settings.KSD_ESIGN, settings.KSD_ESIGN_URL = "http", "https://tte.contoh.test"
    assert isinstance(provider(), HttpProvider)
    assert not provider().is_test
    settings.KSD_ESIGN_URL = ""
    with pytest.raises(ProviderError):
        provider()
