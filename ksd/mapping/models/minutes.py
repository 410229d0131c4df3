"""The Berita Acara of a period: written, issued with frozen words, signed by the head of every region."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models.case import new_public_id
from ksd.core import clock
from ksd.mapping.choices import PaperState
from ksd.mapping.models.periods import Period
from ksd.mapping.querysets import MinutesQuerySet
from regions.models import Region


class MappingMinutes(models.Model):
    """One Berita Acara (Pasal 5 ayat (6) Permendagri 22/2020); a cancelled one stays, the next takes its place."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    period = models.ForeignKey(
        Period, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("periode")
    )
    dated = models.DateField(_("tanggal"))
    place = models.CharField(_("tempat"), max_length=120)
    notes = models.TextField(_("hal lain yang disepakati"), blank=True)
    state = models.CharField(_("keadaan"), max_length=15, choices=PaperState, default=PaperState.DRAF)
    number = models.ForeignKey(
        "agreements.IssuedNumber", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("nomor"),
    )  # fmt: skip
    # The words as they were issued, and the files made from them once.
    words: Any = models.JSONField(_("isi saat diterbitkan"), default=dict, blank=True)
    pdf = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("PDF"),
    )
    docx = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("DOCX"),
    )
    reason = models.TextField(_("alasan pembatalan"), blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("disiapkan oleh")
    )
    created_at = models.DateTimeField(_("disiapkan pada"), default=clock.now, editable=False)
    issued_at = models.DateTimeField(_("diterbitkan pada"), null=True, blank=True)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("berita acara pemetaan")
        verbose_name_plural = _("berita acara pemetaan")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["period"], condition=~Q(state=PaperState.DIBATALKAN), name="mapping_minutes_once",
                violation_error_message=_("Periode ini sudah mempunyai Berita Acara; batalkan yang lama dahulu."),
            ),
            models.CheckConstraint(
                condition=~Q(state=PaperState.DIBATALKAN) | ~Q(reason=""), name="mapping_minutes_cancelled_why",
                violation_error_message=_("Pembatalan Berita Acara memerlukan alasan."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(PaperState.DITERBITKAN, PaperState.DITANDATANGANI))
                | Q(number__isnull=False, issued_at__isnull=False),
                name="mapping_minutes_issued_numbered",
                violation_error_message=_("Berita Acara yang diterbitkan bernomor."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Berita Acara {self.period}"

    def get_absolute_url(self) -> str:
        """Address of its page, the page of the period's minutes."""
        return reverse("mapping:minutes", args=[self.period.public_id])

    @property
    def is_draft(self) -> bool:
        """Whether it may still be written."""
        return self.state == PaperState.DRAF

    @property
    def is_issued(self) -> bool:
        """Whether it waits for signatures."""
        return self.state == PaperState.DITERBITKAN

    @property
    def stands(self) -> bool:
        """Whether its words are frozen and hold."""
        return self.state in {PaperState.DITERBITKAN, PaperState.DITANDATANGANI}


class MinutesSignature(models.Model):
    """The head of one region as named on the day of issue, and when and where he signed."""

    minutes = models.ForeignKey(MappingMinutes, on_delete=models.CASCADE, related_name="signatures")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah"))
    name = models.CharField(_("nama"), max_length=250)
    title = models.CharField(_("jabatan"), max_length=200)
    signed_on = models.DateField(_("ditandatangani pada"), null=True, blank=True)
    place = models.CharField(_("tempat"), max_length=120, blank=True)
    scan = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("pindaian"),
    )  # fmt: skip
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    recorded_at = models.DateTimeField(_("dicatat pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("tanda tangan berita acara")
        verbose_name_plural = _("tanda tangan berita acara")
        ordering = ("minutes", "region__level", "region__code")
        constraints = (
            models.UniqueConstraint(fields=["minutes", "region"], name="mapping_signature_once"),
            models.CheckConstraint(
                condition=Q(signed_on=None, recorded_by=None)
                | Q(signed_on__isnull=False, recorded_by__isnull=False),
                name="mapping_signature_recorded",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"
