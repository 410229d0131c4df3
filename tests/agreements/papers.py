"""Files as somebody would upload them, and what is kept of them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from ksd.core.files import read_bytes
from ksd.core.models import StoredFile
from ksd.office.demo.paper import example_pdf


def scan(name: str = "surat.pdf") -> SimpleUploadedFile:
    """A small PDF as somebody would upload it."""
    return SimpleUploadedFile(name, example_pdf(name), "application/pdf")


def content_of(stored: StoredFile | None) -> bytes:
    """What is in a stored file that must be there."""
    assert stored is not None
    return read_bytes(stored)
