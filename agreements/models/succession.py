"""A party whose region ended, and the region that stands in its place."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements.models.case import Case, Party
from ksd.core import clock


class PartySuccession(models.Model):
    """One successor of one party; a split has several, a merger may lead to a party that is there already."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="successions")
    predecessor = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="succeeded_by")
    successor = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="succeeds")
    on = models.DateField(_("sejak"))
    basis = models.CharField(_("dasar"), max_length=250)
    note = models.TextField(_("catatan"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("daerah penerus")
        verbose_name_plural = _("daerah penerus")
        ordering = ("case_id", "on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("predecessor", "successor"),
                name="party_succession_once",
                violation_error_message=_("Daerah penerus ini sudah dicatat."),
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="party_succession_not_self",
                violation_error_message=_("Pihak tidak dapat menjadi penerus dirinya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        """Say who stands for whom."""
        return f"{self.predecessor} → {self.successor}"
