"""What is worth a place in the log: faults with where they happened, refusals as one quiet line."""

import logging

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404

from ksd.core.errors import DomainError

REFUSALS = (PermissionDenied, Http404, DomainError)
# A stranger can make as many of these as he likes: the line stays, the traceback does not.
NOT_OUR_FAULT = (*REFUSALS, SuspiciousOperation, BadRequest)


class EverydayRefusals(logging.Filter):
    """Lets no traceback through for what was only refused, and none of it above INFO."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Make the record smaller; say whether it is still loud enough to be written."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, NOT_OUR_FAULT):
            record.exc_info = record.exc_text = None
        answered = record.name == "django.request" and 400 <= getattr(record, "status_code", 0) < 500
        if isinstance(error, REFUSALS) or (answered and error is None):
            record.levelno, record.levelname = logging.INFO, "INFO"
            return logging.getLogger().isEnabledFor(logging.INFO)
        return True
