"""What a PDF says about itself: scripts, locks, and its signatures (who, when, intact, trusted). Nothing is fetched."""

from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings

from ksd.core.bounds import TooDear, bounded
from ksd.core.pdf_scripts import acts_by_itself

SECONDS = 5.0
MEGABYTES = 512
# A signature names the bytes it covers, and a lock its lock, always in the open.
_LOOK_INSIDE = (b"/ByteRange", b"/Encrypt")
MOST_SIGNATURES = 30


@dataclass(frozen=True)
class SignatureReport:
    """One signature: whose, when, and what holds."""

    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    at: str = ""
    intact: bool = False
    trusted: bool = False
    is_test: bool = False
    # "whole": nothing came after it; "extended": only further signatures; "changed": something else did.
    coverage: str = "changed"
    stamped_at: str = ""
    fault: str = ""

    @property
    def given_at(self) -> datetime | None:
        """When it says it was given."""
        return datetime.fromisoformat(self.at) if self.at else None


@dataclass(frozen=True)
class PdfReport:
    """What was found in one PDF; `fault` says in one word why it could not be read."""

    fault: str = ""
    encrypted: bool = False
    script: bool = False
    signatures: tuple[SignatureReport, ...] = ()

    @property
    def is_signed(self) -> bool:
        """Whether it bears any electronic signature."""
        return bool(self.signatures)

    @property
    def all_intact(self) -> bool:
        """Whether every signature holds and nothing but signatures came after the first."""
        return all(row.intact and row.coverage != "changed" for row in self.signatures)

    def to_json(self) -> dict[str, Any]:
        """For keeping beside the file."""
        return asdict(self)


def report_from_json(data: dict[str, Any]) -> PdfReport:
    """A kept report."""
    rows = tuple(SignatureReport(**row) for row in data.get("signatures", ()))
    return PdfReport(**{**data, "signatures": rows})


def read_pdf(content: bytes) -> PdfReport:
    """Everything above about a PDF, whoever made it; a broken or hostile one is said to be so and never raises."""
    if not any(mark in content for mark in _LOOK_INSIDE):
        return PdfReport(fault="" if _is_whole(content) else "broken", script=acts_by_itself(content))
    warm_up()
    try:
        with bounded(seconds=SECONDS, megabytes=MEGABYTES):
            return _read(content)
    except TooDear:
        return PdfReport(fault="too_complex", script=acts_by_itself(content))
    except Exception:  # pyHanko's parsers raise many kinds at what people upload
        return PdfReport(fault="broken", script=acts_by_itself(content))


def keywords_of(content: bytes) -> str:
    """The keywords of a PDF, where our own mark stands; empty when it cannot be read."""
    warm_up()
    try:
        with bounded(seconds=SECONDS, megabytes=MEGABYTES):
            reader = _opened(content)
            info = {} if reader.encrypted else reader.trailer["/Info"]
            return str(info.get("/Keywords", ""))[:200]
    except Exception:  # as above
        return ""


def _is_whole(content: bytes) -> bool:
    """Whether a PDF without signatures and locks has its end; nobody needs to take it apart for that."""
    tail = content[-2048:]
    return b"startxref" in tail and b"%%EOF" in tail


def warm_up() -> None:
    """Import what reads and gives signatures before the clock runs: the first time takes longer than a reading."""
    import pyhanko.sign.signers
    import pyhanko.sign.validation  # noqa: F401
    import pyhanko_certvalidator  # noqa: F401


def _opened(content: bytes) -> Any:
    from pyhanko.pdf_utils.reader import PdfFileReader

    return PdfFileReader(BytesIO(content), strict=False)


def _read(content: bytes) -> PdfReport:
    reader = _opened(content)
    if reader.encrypted:
        return PdfReport(encrypted=True)
    script = acts_by_itself(content)
    found = [sig for sig in reader.embedded_signatures if sig.sig_object.get("/Type") != "/DocTimeStamp"]
    if len(found) > MOST_SIGNATURES:
        return PdfReport(script=script, fault="too_complex")
    roots = trust_roots()
    return PdfReport(script=script, signatures=tuple(_signature(sig, roots) for sig in found))


def _signature(embedded: Any, roots: list[Any]) -> SignatureReport:
    from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    try:
        context = ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")
        # A certificate without the non-repudiation bit is shown like any other; trust is told apart.
        status = validate_pdf_signature(
            embedded, context, key_usage_settings=KeyUsageConstraints(key_usage=None)
        )
    except Exception as error:  # a signature that cannot even be judged is shown as such
        return SignatureReport(fault=type(error).__name__)
    certificate = status.signing_cert
    subject, issuer = certificate.subject.native, certificate.issuer.native
    stamp = status.timestamp_validity
    organisation = _text(subject.get("organization_name"))
    return SignatureReport(
        signer=_text(subject.get("common_name")),
        organisation=organisation,
        issuer=_text(issuer.get("common_name") or issuer.get("organization_name")),
        at=_moment(status.signer_reported_dt),
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted),
        is_test="UJI, bukan BSrE" in organisation,
        coverage=_coverage(status),
        stamped_at=_moment(getattr(stamp, "timestamp", None)),
    )


def _coverage(status: Any) -> str:
    from pyhanko.sign.validation.status import SignatureCoverageLevel as Level

    if status.coverage == Level.ENTIRE_FILE:
        return "whole"
    extended = status.coverage == Level.ENTIRE_REVISION and status.docmdp_ok
    return "extended" if extended else "changed"


def _text(value: Any) -> str:
    return str(value[0] if isinstance(value, list) else value or "")[:150]


def _moment(value: Any) -> str:
    return value.isoformat() if value is not None else ""


def trust_roots() -> list[Any]:
    """The authorities this office trusts: those of KSD_ESIGN_ROOTS, and our test one while it is the service."""
    from pyhanko.keys import load_certs_from_pemder

    from agreements.esign.local import ROOT

    files = [Path(settings.KSD_ESIGN_ROOTS)] if settings.KSD_ESIGN_ROOTS else []
    if settings.KSD_ESIGN == "uji":
        files.append(Path(settings.KSD_ESIGN_FOLDER) / ROOT)
    there = [str(path) for path in files if path.exists()]
    return list(load_certs_from_pemder(there)) if there else []
