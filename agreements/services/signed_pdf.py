"""Signed copies on their way into the store: what acts by itself is refused, what is signed is read once and kept."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.esign import PdfReport, read_pdf
from agreements.models import PdfReading
from ksd.accounts.models import User
from ksd.core import files
from ksd.core.models import StoredFile
from ksd.core.uploads import recognise, script_in_pdf

KIND = "salinan-bertanda-tangan"


@transaction.atomic
def store_signed_pdf(*, upload: "UploadedFile[Any]", actor: User) -> StoredFile:
    """Keep a signed copy with what its electronic signatures say. Raises ValidationError for scripts and locks."""
    recognise(upload, files.PDF_ONLY)
    upload.seek(0)
    report = read_pdf(upload.read())
    require_harmless(report)
    upload.seek(0)
    stored = files.store_upload(upload=upload, actor=actor, kind=KIND, accept=files.PDF_ONLY)
    PdfReading.objects.create(file=stored, report=report.to_json())
    return stored


def require_harmless(report: PdfReport) -> None:
    """Refuse a PDF that acts by itself or that nobody can open without a password. Raises ValidationError."""
    if report.script:
        raise script_in_pdf()
    if report.encrypted:
        raise ValidationError(
            _("Berkas PDF terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."),
            code="encrypted",
        )
