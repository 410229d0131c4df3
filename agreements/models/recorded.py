"""What every append-only record of a running cooperation keeps: who wrote it, in which role, when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class Recorded(models.Model):
    """A record nobody changes afterwards; a correction is the next record."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        abstract = True


def proof_field() -> "models.ForeignKey[object, object]":
    """The file that proves a record."""
    return models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bukti"),
    )
