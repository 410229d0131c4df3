"""Evidence of where a boundary runs, what the other side says of it, and which vertices of a claim rest on it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import EvidenceKind, EvidenceLevel, MapFitness, RemarkVerdict
from boundaries.models.lines import BoundaryLine
from boundaries.models.segment import Segment
from boundaries.querysets import EvidenceQuerySet
from ksd.core import clock
from regions.models import Region


class Evidence(models.Model):
    """One piece of evidence. Never rewritten: a better one is added and the old one withdrawn."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("segmen batas")
    )
    kind = models.CharField(_("jenis bukti"), max_length=20, choices=EvidenceKind)
    title = models.CharField(_("judul"), max_length=250)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    on = models.DateField(_("tanggal"), null=True, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("diajukan oleh")
    )
    level = models.CharField(
        _("kerahasiaan"), max_length=20, choices=EvidenceLevel, default=EvidenceLevel.PARA_PIHAK
    )
    scale = models.PositiveIntegerField(
        _("skala 1 :"), null=True, blank=True, help_text=_("Untuk peta, misalnya 250000.")
    )
    source = models.CharField(_("sumber"), max_length=250, blank=True)
    year = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True)
    fitness = models.CharField(
        _("kelayakan"), max_length=20, choices=MapFitness, default=MapFitness.BELUM_DINILAI
    )
    fitness_reason = models.CharField(_("alasan kelayakan"), max_length=500, blank=True)
    witness = models.CharField(
        _("saksi"),
        max_length=120,
        blank=True,
        help_text=_(
            "Inisial dan kedudukannya saja, misalnya: A.B., tokoh adat. Tanpa NIK, alamat, atau nomor telepon."
        ),
    )
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas"),
    )  # fmt: skip
    note = models.TextField(_("catatan"), blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    added_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)
    dropped_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True, editable=False)
    drop_reason = models.CharField(_("alasan ditarik"), max_length=500, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("bukti")
        verbose_name_plural = _("bukti")
        ordering = ("segment", "kind", "-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(kind=EvidenceKind.KESAKSIAN, level=EvidenceLevel.PUBLIK),
                name="boundaries_testimony_not_public",
                violation_error_message=_("Kesaksian tidak dibuka untuk umum."),
            ),
            models.CheckConstraint(
                condition=Q(fitness=MapFitness.BELUM_DINILAI) | ~Q(fitness_reason=""),
                name="boundaries_fitness_has_reason",
                violation_error_message=_("Penilaian kelayakan menyebut alasannya."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})" if self.number else self.title

    @property
    def latest_remark(self) -> "EvidenceRemark | None":
        """What the other side says now, from prefetched remarks."""
        return next(iter(self.remarks.all()), None)

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return reverse("boundaries:evidence_detail", args=[self.segment.slug, self.pk])


class EvidenceRemark(models.Model):
    """What the other side says of a piece of evidence; the newest of a region stands."""

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="remarks", verbose_name=_("bukti")
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("daerah"))
    verdict = models.CharField(_("tanggapan"), max_length=20, choices=RemarkVerdict)
    reason = models.TextField(_("alasan"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("tanggapan atas bukti")
        verbose_name_plural = _("tanggapan atas bukti")
        ordering = ("evidence", "-at", "-pk")

    def __str__(self) -> str:
        return f"{self.region}: {self.get_verdict_display()}"


class LineEvidence(models.Model):
    """The stretch of a line, from vertex to vertex (counted from 0), that rests on one piece of evidence."""

    line = models.ForeignKey(
        BoundaryLine, on_delete=models.PROTECT, related_name="bases", verbose_name=_("garis")
    )
    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="uses", verbose_name=_("bukti")
    )
    first = models.PositiveIntegerField(_("dari titik"))
    last = models.PositiveIntegerField(_("sampai titik"))
    note = models.CharField(_("catatan"), max_length=250, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("dasar garis")
        verbose_name_plural = _("dasar garis")
        ordering = ("line", "first")
        constraints = (
            models.CheckConstraint(
                condition=Q(first__lt=F("last")),
                name="boundaries_basis_has_length",
                violation_error_message=_("Bentang berjalan dari titik yang lebih awal ke titik sesudahnya."),
            ),
            models.UniqueConstraint(
                fields=["line", "first"], name="boundaries_stretch_once",
                violation_error_message=_("Bentang yang mulai di titik ini sudah punya dasar."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.first + 1}–{self.last + 1}: {self.evidence}"
