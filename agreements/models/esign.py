"""Requests for electronic signatures, and what was found in signed PDFs that people uploaded (F36)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import SignState
from agreements.esign import PdfReport, report_from_json
from agreements.models.naskah import NaskahParty
from agreements.querysets import SignRequestQuerySet
from ksd.core import clock

PURPOSE = "ksd-tte:"


class SignRequest(models.Model):
    """One party asked to sign one text electronically, in the order of the text.

    Neither the NIK nor the passphrase of the official is ever a column.
    """

    row = models.ForeignKey(NaskahParty, on_delete=models.CASCADE, related_name="sign_requests")
    order = models.PositiveSmallIntegerField(_("urutan"))
    official = models.CharField(_("pejabat"), max_length=150)
    title = models.CharField(_("jabatan"), max_length=200, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=20, choices=SignState.choices, default=SignState.WAITING
    )
    expires_on = models.DateField(_("berlaku sampai"))
    link_hash = models.CharField(max_length=64, unique=True, editable=False)
    held_until = models.DateTimeField(_("sedang diproses sampai"), null=True, blank=True)
    issued = models.ForeignKey(
        "agreements.IssuedFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    result = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    provider = models.CharField(_("penyedia"), max_length=60, blank=True)
    reason = models.CharField(_("alasan penolakan"), max_length=500, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    asked_at = models.DateTimeField(_("diminta pada"), default=clock.now)
    opened_at = models.DateTimeField(_("tautan pertama dibuka"), null=True, blank=True)
    closed_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    objects = SignRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("permintaan tanda tangan elektronik")
        verbose_name_plural = _("permintaan tanda tangan elektronik")
        ordering = ("row__naskah", "order", "-asked_at")
        constraints = [
            models.UniqueConstraint(
                fields=("row",),
                condition=Q(state=SignState.WAITING),
                name="sign_request_one_waiting_per_party",
                violation_error_message=_("Pihak ini sudah diminta menandatangani."),
            )
        ]

    def __str__(self) -> str:
        """Name who is asked."""
        return f"{self.official}: {self.state_label}"

    @property
    def is_open(self) -> bool:
        """Whether it may still be signed or refused today."""
        return self.state == SignState.WAITING and self.expires_on >= clock.today()

    @property
    def standing(self) -> str:
        """Its state today: a waiting one whose last day has passed has lapsed."""
        lapsed = self.state == SignState.WAITING and not self.is_open
        return SignState.EXPIRED if lapsed else self.state

    @property
    def state_label(self) -> str:
        """Its state in words."""
        return str(SignState(self.standing).label)


class PdfReading(models.Model):
    """What the signatures in a stored PDF say; read once, for the bytes of a stored file never change."""

    file = models.OneToOneField("core.StoredFile", on_delete=models.CASCADE, related_name="pdf_reading")
    report = models.JSONField(_("temuan"), default=dict)
    read_at = models.DateTimeField(_("dibaca pada"), default=clock.now)

    class Meta:
        verbose_name = _("pemeriksaan tanda tangan elektronik")
        verbose_name_plural = _("pemeriksaan tanda tangan elektronik")
        ordering = ("-read_at",)

    def __str__(self) -> str:
        """Name the file."""
        return str(self.file)

    @property
    def summary(self) -> PdfReport:
        """The findings as pages show them."""
        return report_from_json(self.report)
