"""Electronic signatures: the services that give them, and what a signed PDF says (F36). No rule about who may sign."""

from agreements.esign.choosing import is_offered, provider
from agreements.esign.provider import CertificateState, Credentials, ProviderError, SignatureProvider, Spot
from agreements.esign.reading import (
    PdfReport,
    SignatureReport,
    keywords_of,
    read_pdf,
    report_from_json,
    warm_up,
)

__all__ = [
    "CertificateState",
    "Credentials",
    "PdfReport",
    "ProviderError",
    "SignatureProvider",
    "SignatureReport",
    "Spot",
    "is_offered",
    "keywords_of",
    "provider",
    "read_pdf",
    "report_from_json",
    "warm_up",
]
