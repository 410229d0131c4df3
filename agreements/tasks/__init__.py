"""Work of the agreements in the background, one module per kind of file."""

from agreements.tasks import ledger, letters, texts
from agreements.tasks.texts import DRAFT, PDF_FILE, PDF_JOB

__all__ = ["DRAFT", "PDF_FILE", "PDF_JOB", "ledger", "letters", "texts"]
