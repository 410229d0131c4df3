"""A test service on this machine: signs with pyHanko under an authority made at first use. It proves nothing to anybody."""

import datetime as dt
import shutil
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.utils.translation import gettext as _

from agreements.esign.provider import CertificateState, Credentials, ProviderError, Spot
from agreements.esign.reading import PdfReport, read_pdf
from ksd.core import clock

PASSPHRASE = "passphrase-uji"  # noqa: S105  the same for everybody: a test
AUTHORITY = "CA Uji KSD (UJI, bukan BSrE)"
ROOT, KEY = "akar-uji.pem", "kunci-uji.pem"
NIK_DIGITS = 16
YEARS = 10


class LocalProvider:
    """Signs for whoever knows the test passphrase; every certificate says that it is a test."""

    code = "uji"
    label = "Layanan uji KSD (UJI, bukan BSrE)"
    is_test = True

    def __init__(self, folder: Path) -> None:
        """Keep keys and root in this folder."""
        self.folder = Path(folder)

    def status(self, *, nik: str) -> CertificateState:
        """A NIK of sixteen digits has a test certificate; those that begin with 0 have none."""
        known = len(nik) == NIK_DIGITS and nik.isdecimal() and not nik.startswith("0")
        return CertificateState.VALID if known else CertificateState.UNKNOWN

    def sign(self, *, pdf: bytes, credentials: Credentials, spot: Spot) -> bytes:
        """Add an invisible PAdES signature as an incremental update."""
        if self.status(nik=credentials.nik) != CertificateState.VALID:
            raise ProviderError(
                _("NIK ini tidak terdaftar pada layanan tanda tangan."), remedy=_("Periksa NIK pejabatnya.")
            )
        if credentials.passphrase != PASSPHRASE:
            raise ProviderError(_("Passphrase salah."), remedy=_("Ketik ulang passphrase Anda."))
        try:
            return self._signed(pdf, spot)
        except Exception as error:  # pyHanko's readers raise many kinds
            raise ProviderError(
                _("Berkas ini tidak dapat ditandatangani."), remedy=_("Buat PDF finalnya sekali lagi.")
            ) from error

    def verify(self, *, pdf: bytes) -> PdfReport:
        """Read the signatures here."""
        return read_pdf(pdf)

    def _signed(self, pdf: bytes, spot: Spot) -> bytes:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import fields, signers

        meta = signers.PdfSignatureMetadata(
            field_name=spot.name,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            name=f"{spot.signer} (UJI)",
            reason=spot.reason or None,
            location=spot.location or None,
        )
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        out = signers.PdfSigner(meta, signer=self._signer(spot.signer)).sign_pdf(writer)
        return bytes(out.getvalue())

    def _signer(self, name: str) -> Any:
        """A fresh key and certificate for one signature, under our test authority."""
        from asn1crypto import keys, x509
        from cryptography import x509 as crypto
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
        from pyhanko.sign.signers import SimpleSigner
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        root_pem, key_pem = authority(self.folder)
        root = crypto.load_pem_x509_certificate(root_pem)
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = _certificate(
            f"{name} (UJI)"[:64], key.public_key(), load_pem_private_key(key_pem, None), root.subject
        )
        store = SimpleCertificateStore()
        store.register(x509.Certificate.load(_der(root)))
        return SimpleSigner(
            signing_cert=x509.Certificate.load(_der(leaf)),
            signing_key=keys.PrivateKeyInfo.load(_key_der(key)),
            cert_registry=store,
        )


def authority(folder: Path) -> tuple[bytes, bytes]:
    """Root and key of the test authority; of two that make it at once, the first one's stays."""
    if not (folder / ROOT).exists():
        _make(folder)
    return (folder / ROOT).read_bytes(), (folder / KEY).read_bytes()


def _make(folder: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate(AUTHORITY, key.public_key(), key, None)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(mkdtemp(dir=folder.parent, prefix=".esign-"))
    (fresh / ROOT).write_bytes(root.public_bytes(serialization.Encoding.PEM))
    (fresh / KEY).touch(mode=0o600)
    (fresh / KEY).write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    try:
        fresh.rename(folder)  # fails when another process was first
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)


def _certificate(name: str, public: Any, signing_key: Any, issuer: Any) -> Any:
    """A certificate for ten years; without an issuer it is the authority itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import NameOID

    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "UJI, bukan BSrE"),
        ]
    )
    begin = clock.now() - dt.timedelta(days=1)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=issuer is None, crl_sign=issuer is None, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip
    builder = x509.CertificateBuilder(
        subject_name=subject,
        issuer_name=issuer or subject,
        public_key=public,
        serial_number=x509.random_serial_number(),
        not_valid_before=begin,
        not_valid_after=begin + dt.timedelta(days=365 * YEARS if issuer is None else 365),
    )
    basic = x509.BasicConstraints(ca=issuer is None, path_length=0 if issuer is None else None)
    builder = builder.add_extension(basic, critical=True).add_extension(usage, critical=True)
    return builder.sign(signing_key, hashes.SHA256())


def _der(certificate: Any) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return bytes(certificate.public_bytes(Encoding.DER))


def _key_der(key: Any) -> bytes:
    from cryptography.hazmat.primitives import serialization

    return bytes(
        key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
