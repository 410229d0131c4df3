"""The trace of answers to invitations: one line for each, whoever gave it and however often it changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import Answer, AnsweredBy
from meetings.models.invitations import Invitee


class AnswerEntry(models.Model):
    """One answer as it was given; never changed, the last one stands on the invitee."""

    invitee = models.ForeignKey(
        Invitee, on_delete=models.CASCADE, related_name="answers", verbose_name=_("peserta")
    )
    answer = models.CharField(_("jawaban"), max_length=20, choices=Answer)
    people = models.PositiveSmallIntegerField(_("jumlah orang"), default=1)
    comes = models.CharField(_("yang hadir"), max_length=320, blank=True)
    remark = models.CharField(_("keterangan"), max_length=500, blank=True)
    through = models.CharField(_("lewat"), max_length=20, choices=AnsweredBy)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("oleh"),
    )  # fmt: skip
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat jawaban")
        verbose_name_plural = _("riwayat jawaban")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.invitee}: {self.get_answer_display()}"
