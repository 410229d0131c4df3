"""Files as somebody would upload them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from ksd.office.demo.paper import example_pdf


def scan(name: str = "surat.pdf") -> SimpleUploadedFile:
    """A small PDF as somebody would upload it."""
    return SimpleUploadedFile(name, example_pdf(name), "application/pdf")
