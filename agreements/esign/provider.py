"""What every signing service can do, in the shape of the national provider's client API: sign, verify, status."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from agreements.esign.reading import PdfReport
from ksd.core.errors import DomainError


class ProviderError(DomainError):
    """The signing service did not sign; the message says why and what to do next."""

    default_status = 409


class CertificateState(Enum):
    """What a service knows about somebody's certificate."""

    VALID = "berlaku"
    EXPIRED = "kedaluwarsa"
    UNKNOWN = "tidak_terdaftar"


@dataclass(frozen=True)
class Credentials:
    """Who signs and the secret that proves it: on their way to the service, never stored, never printed."""

    nik: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Spot:
    """The place of one signature in a PDF and what it says about itself."""

    name: str
    signer: str
    reason: str = ""
    location: str = ""


class SignatureProvider(Protocol):
    """A service that signs PDFs with the certificate of an official."""

    code: str
    label: str
    # A signature of a test service proves nothing to anybody, and says so wherever it is shown.
    is_test: bool

    def sign(self, *, pdf: bytes, credentials: Credentials, spot: Spot) -> bytes:
        """The PDF with one signature (PAdES) added to those it bears. Raises ProviderError."""
        ...

    def status(self, *, nik: str) -> CertificateState:
        """What the service knows about the certificate of this person. Raises ProviderError."""
        ...

    def verify(self, *, pdf: bytes) -> PdfReport:
        """What the signatures in a PDF say."""
        ...
