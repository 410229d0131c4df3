"""A signing service over HTTP in the manner of the national provider's client (multipart, NIK and passphrase, Basic auth).

Its paths and answers are those commonly published for that client; an office confirms them with its provider.
"""

import base64
import http.client
import json
import secrets
import ssl
import time
from typing import Any
from urllib.parse import quote, urlsplit

import structlog
from django.utils.translation import gettext as _

from agreements.esign.provider import CertificateState, Credentials, ProviderError, Spot
from agreements.esign.reading import PdfReport, read_pdf

logger = structlog.get_logger(__name__)

CONNECT_SECONDS = 2.0
TOTAL_SECONDS = 6.5
TRIES = 3
PAUSE_SECONDS = 0.2
MOST_BYTES = 60 * 1024 * 1024
BUSY = (502, 503, 504)
STATES = {"ISSUE": CertificateState.VALID, "EXPIRED": CertificateState.EXPIRED}


class _NotSent(Exception):  # noqa: N818  a fact about the wire
    """The service was not reached, so that nothing can have happened there."""


class HttpProvider:
    """Speaks to the client of a certified provider; secrets travel once and stand in no log."""

    code = "http"
    label = "Penyelenggara sertifikasi elektronik"
    is_test = False

    def __init__(self, url: str, *, user: str = "", password: str = "") -> None:
        """Take the address of the service and the office's own credentials."""
        self.place = urlsplit(url.rstrip("/"))
        plain = f"{user}:{password}".encode()
        self.authorization = f"Basic {base64.b64encode(plain).decode()}" if user else ""

    def status(self, *, nik: str) -> CertificateState:
        """Ask what the service knows about a NIK."""
        status, content = self._ask("GET", f"/api/user/status/{quote(nik, safe='')}", again=True)
        if status == 404:
            return CertificateState.UNKNOWN
        answer = _json(content) if status == 200 else {}
        return STATES.get(str(answer.get("status", "")).upper(), CertificateState.UNKNOWN)

    def sign(self, *, pdf: bytes, credentials: Credentials, spot: Spot) -> bytes:
        """Send the PDF and the secrets; what comes back must be the same PDF with more at its end."""
        fields = {
            "nik": credentials.nik,
            "passphrase": credentials.passphrase,
            "tampilan": "invisible",
            "reason": spot.reason,
            "location": spot.location,
        }
        status, content = self._ask("POST", "/api/sign/pdf", body=_multipart(fields, pdf))
        if status == 200 and content.startswith(pdf):
            return content
        if status == 200:
            logger.error("esign_foreign_answer", size=len(content))
            raise ProviderError(
                _("Layanan tanda tangan mengembalikan berkas yang bukan berkas yang dikirim."),
                remedy=_("Tidak ada yang dicatat. Laporkan kepada admin KSD."),
            )
        raise _refused(status, content)

    def verify(self, *, pdf: bytes) -> PdfReport:
        """Read the signatures here: what is shown must not depend on whether the service can be reached."""
        return read_pdf(pdf)

    def _ask(
        self, method: str, path: str, *, body: tuple[bytes, str] | None = None, again: bool = False
    ) -> tuple[int, bytes]:
        """One answer of the service within the time of a web request.

        Asked again at most twice, and only where nothing can have been signed: it was not reached, or said it is busy.
        """
        ends = time.monotonic() + TOTAL_SECONDS
        for number in range(TRIES):
            try:
                status, content = self._once(method, path, body, ends)
            except _NotSent:
                status, content = 0, b""
            except (OSError, http.client.HTTPException) as error:
                if not again:
                    raise _silent() from error
                status, content = 0, b""
            if status and status not in BUSY:
                return status, content
            logger.warning("esign_away", status=status, attempt=number + 1)
            if time.monotonic() + PAUSE_SECONDS >= ends:
                break
            time.sleep(PAUSE_SECONDS)
        raise _away()

    def _once(self, method: str, path: str, body: tuple[bytes, str] | None, ends: float) -> tuple[int, bytes]:
        connection = self._connected()
        try:
            if connection.sock is not None:
                connection.sock.settimeout(max(0.1, ends - time.monotonic()))
            content, content_type = body or (None, "")
            headers = {"Accept": "application/json, application/pdf"}
            headers |= {"Authorization": self.authorization} if self.authorization else {}
            headers |= {"Content-Type": content_type} if content_type else {}
            connection.request(method, self.place.path + path, body=content, headers=headers)
            response = connection.getresponse()
            return response.status, _whole(response, ends)
        finally:
            connection.close()

    def _connected(self) -> http.client.HTTPConnection:
        host, port = self.place.hostname or "", self.place.port
        connection: http.client.HTTPConnection
        if self.place.scheme == "https":
            connection = http.client.HTTPSConnection(
                host, port, timeout=CONNECT_SECONDS, context=ssl.create_default_context()
            )
        else:
            connection = http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)
        try:
            connection.connect()
        except OSError as error:
            connection.close()
            raise _NotSent from error
        return connection


def _whole(response: http.client.HTTPResponse, ends: float) -> bytes:
    """The answer up to our limits of size and time."""
    parts, size = [], 0
    while part := response.read1(65536):
        size += len(part)
        if size > MOST_BYTES or time.monotonic() > ends:
            raise http.client.HTTPException("an answer without end")
        parts.append(part)
    return b"".join(parts)


def _multipart(fields: dict[str, str], pdf: bytes) -> tuple[bytes, str]:
    """A form with a file, as the service expects it."""
    edge = secrets.token_hex(16)
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
        if value
    ]
    head = (
        'Content-Disposition: form-data; name="file"; filename="naskah.pdf"\r\nContent-Type: application/pdf'
    )
    parts += [f"--{edge}\r\n{head}\r\n\r\n".encode(), pdf, f"\r\n--{edge}--\r\n".encode()]
    return b"".join(parts), f"multipart/form-data; boundary={edge}"


def _json(content: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(content[:100_000])
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _refused(status: int, content: bytes) -> ProviderError:
    """What the service says against it, in its own words where it has any."""
    answer = _json(content)
    said = str(answer.get("error") or answer.get("message") or "")[:200]
    if status in (401, 403):
        return ProviderError(
            _("Layanan tanda tangan menolak kantor ini masuk."),
            remedy=_("Mintalah admin memeriksa KSD_ESIGN_USER dan KSD_ESIGN_PASSWORD."),
        )
    return ProviderError(
        _("Layanan tanda tangan menolak: %s") % (said or _("kode %d") % status),
        remedy=_("Periksa NIK dan passphrase, lalu coba lagi."),
    )


def _away() -> ProviderError:
    return ProviderError(
        _("Layanan tanda tangan tidak dapat dihubungi."),
        remedy=_("Tidak ada yang ditandatangani. Coba lagi beberapa saat."),
        status=503,
    )


def _silent() -> ProviderError:
    return ProviderError(
        _(
            "Layanan tanda tangan tidak menjawab sampai selesai; belum pasti apakah berkas sudah ditandatangani."
        ),
        remedy=_("Tidak ada yang dicatat di KSD. Tunggu sebentar, lalu coba lagi."),
        status=503,
    )
