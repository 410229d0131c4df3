"""Who was invited to a facilitation and came or not; who was declared to agree by a person; letters of the chain."""

from django.conf import settings
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from boundaries.choices import ChainLetterKind
from boundaries.models.papers import SegmentPaper
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment
from ksd.core import clock
from regions.models import Region


class FacilitationAttendance(models.Model):
    """One region invited to one round, and whether it came."""

    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("putaran perundingan")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah yang diundang")
    )
    invitation = models.CharField(_("nomor undangan"), max_length=120, blank=True)
    invited_on = models.DateField(_("tanggal undangan"), null=True, blank=True)
    present = models.BooleanField(_("hadir"))
    by = models.CharField(_("dihadiri oleh"), max_length=200, blank=True)
    reason = models.TextField(_("alasan tidak hadir"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("kehadiran dalam fasilitasi")
        verbose_name_plural = _("kehadiran dalam fasilitasi")
        ordering = ("round", "region__code")
        constraints = (
            models.UniqueConstraint(
                fields=["round", "region"], name="boundaries_attendance_once",
                violation_error_message=_("Kehadiran daerah ini pada putaran itu sudah dicatat."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.region}: {_('hadir') if self.present else _('tidak hadir')}"


class TacitConsent(models.Model):
    """A person's own finding that an absent region counts as agreeing: never made by the machine."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="tacit_consents", verbose_name=_("segmen batas")
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah"))
    on = models.DateField(_("tanggal"))
    reason = models.TextField(_("alasan dan dasarnya"))
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, related_name="+", verbose_name=_("dokumen")
    )
    absences = models.PositiveSmallIntegerField(_("ketidakhadiran tercatat"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)
    dropped_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True, editable=False)
    dropped_reason = models.TextField(_("alasan ditarik"), blank=True)

    class Meta:
        verbose_name = _("pencatatan dianggap menyetujui")
        verbose_name_plural = _("pencatatan dianggap menyetujui")
        ordering = ("-on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "region"], condition=Q(dropped_at__isnull=True),
                name="boundaries_tacit_once",
                violation_error_message=_("Pencatatan bagi daerah ini sudah ada."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.region} ({self.on:%d-%m-%Y})"


class MissingPaper(models.Model):
    """A person's word that a document on the checklist does not exist, and why."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="missing_papers", verbose_name=_("segmen batas")
    )
    item = models.CharField(_("dokumen"), max_length=40)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("daerah")
    )
    reason = models.TextField(_("alasan"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("dokumen yang tidak ada")
        verbose_name_plural = _("dokumen yang tidak ada")
        ordering = ("segment", "item", "pk")
        constraints = (
            models.UniqueConstraint(
                "segment", "item", Coalesce("region", Value(0)),
                name="boundaries_missing_once",
                violation_error_message=_("Ketiadaan dokumen ini sudah dicatat."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.item}: {self.reason}"


class ChainLetter(models.Model):
    """A letter of the province about a segment: its data while a draft, its number once issued."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="chain_letters", verbose_name=_("segmen batas")
    )
    kind = models.CharField(_("jenis"), max_length=20, choices=ChainLetterKind)
    keeper = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("provinsi"))
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("putaran perundingan"),
    )  # fmt: skip
    dated = models.DateField(_("tanggal surat"))
    place = models.CharField(_("tempat"), max_length=120)
    data = models.JSONField(_("isi"), default=dict)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    revision = models.PositiveIntegerField(_("perubahan ke"), default=0, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("disusun oleh")
    )
    written_at = models.DateTimeField(_("disusun pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("surat tentang segmen")
        verbose_name_plural = _("surat tentang segmen")
        ordering = ("-dated", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()
