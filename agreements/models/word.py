"""A text that came back from Word, or a draft from outside: what it says beside the version it is held against."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import ReturnState
from agreements.models.naskah import Naskah, NaskahVersion
from ksd.core import clock


class WordReturn(models.Model):
    """One uploaded file, read once; its parts are accepted or the whole is refused, never both."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="word_returns")
    number = models.PositiveIntegerField(_("urutan"))
    compared_with = models.ForeignKey(
        NaskahVersion,
        on_delete=models.PROTECT,
        related_name="word_returns",
        verbose_name=_("dibandingkan dengan"),
    )
    foreign = models.BooleanField(_("draf dari luar"), default=False)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("berkas")
    )
    reading = models.JSONField(_("hasil baca"))
    note = models.CharField(_("catatan pengirim"), max_length=250, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=ReturnState.choices, default=ReturnState.WAITING, db_index=True
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    sent_at = models.DateTimeField(_("diunggah pada"), default=clock.now)
    role = models.CharField(_("peran"), max_length=150)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diputuskan oleh"),
    )
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)
    reason = models.TextField(_("alasan"), blank=True)
    accepted = models.JSONField(_("bagian yang diterima"), default=list, blank=True)
    version = models.ForeignKey(
        NaskahVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("menjadi versi"),
    )

    class Meta:
        verbose_name = _("hasil Word")
        verbose_name_plural = _("hasil Word")
        ordering = ("naskah", "-number")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "number"), name="word_return_once"),
            models.CheckConstraint(
                condition=~models.Q(state=ReturnState.ACCEPTED) | models.Q(version__isnull=False),
                name="word_accepted_has_version",
                violation_error_message=_("Hasil Word yang diterima harus menjadi sebuah versi."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ReturnState.REFUSED) | ~models.Q(reason=""),
                name="word_refused_has_reason",
                violation_error_message=_("Penolakan harus beralasan."),
            ),
        ]

    def __str__(self) -> str:
        """Name the file by its place."""
        return f"Hasil Word {self.number}"

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("agreements:word_return", args=[self.naskah.public_id, self.number])

    @property
    def waits(self) -> bool:
        """Whether nobody decided on it yet."""
        return self.state == ReturnState.WAITING
