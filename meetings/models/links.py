"""Links that let one person do one act without an account (F90)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class LinkAct(models.TextChoices):
    """The one act a link is for."""

    JAWAB = "jawab", _("Menjawab undangan")
    KONFIRMASI = "konfirmasi", _("Mengonfirmasi rumusan")
    TINDAK_LANJUT = "tindak_lanjut", _("Melaporkan tindak lanjut")


class ActLink(models.Model):
    """A link bound to one act of one invitee or one follow-up; only the hash of its secret is kept."""

    act = models.CharField(_("untuk"), max_length=20, choices=LinkAct)
    invitee = models.ForeignKey(
        "meetings.Invitee", on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    follow_up = models.ForeignKey(
        "meetings.FollowUp", on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)
    expires_at = models.DateTimeField(_("berlaku sampai"))
    opened_at = models.DateTimeField(_("pertama dibuka"), null=True, blank=True)
    used_at = models.DateTimeField(_("dipakai pada"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("tautan tindakan")
        verbose_name_plural = _("tautan tindakan")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(invitee__isnull=False) ^ Q(follow_up__isnull=False),
                name="meetings_link_one_subject",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.invitee or self.follow_up}"

    @property
    def is_alive(self) -> bool:
        """Whether it may still be used."""
        return self.used_at is None and self.revoked_at is None and clock.now() < self.expires_at
