"""Refusals that people read: what happened, why by law, and what to do next."""

# ruff: noqa: N818  refusals are named for what they say, not for being errors

from typing import Any

from django.utils.translation import gettext as _


class DomainError(Exception):
    """An act the rules refuse; the message is Indonesian and shown as it is."""

    default_status = 409

    def __init__(
        self, message: str, *, remedy: str = "", article: str = "", status: int | None = None
    ) -> None:
        """Keep the message, the way out, the article it comes from and the HTTP status."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.article = article
        self.status = self.default_status if status is None else status

    def __str__(self) -> str:
        """Return the message alone."""
        return str(self.message)


class ImpossibleStep(DomainError):
    """The step does not follow from the present state."""


class NotAllowed(DomainError):
    """The person may see the matter but not do this."""

    default_status = 403


class StaleForm(DomainError):
    """Somebody else changed the matter while the form was open."""


class NotReady(DomainError):
    """Something is missing or inconsistent; the findings say what."""

    def __init__(
        self, message: str, *, findings: tuple[Any, ...] = (), remedy: str = "", article: str = ""
    ) -> None:
        """Keep the findings beside the message."""
        super().__init__(message, remedy=remedy, article=article)
        self.findings = findings


class StorageTrouble(DomainError):
    """The file store is full or a file is gone from it."""

    default_status = 503


class AlreadyDone(DomainError):
    """The same form was sent before; `result_url` leads to what it made."""

    def __init__(self, result_url: str = "") -> None:
        """Remember where the first sending led."""
        super().__init__(
            _("Formulir ini sudah dikirim dan diproses satu kali."),
            remedy=_("Periksa hasilnya. Bila ingin mengirim lagi, buka formulir baru."),
        )
        self.result_url = result_url
