"""Regulations and what each does to which segments: one Permendagri may settle several."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import ROLE_TONES, SHORT, RegulationKind, RegulationRole
from boundaries.models.segment import Segment
from boundaries.querysets import SegmentRegulationQuerySet
from ksd.core import clock


class Regulation(models.Model):
    """One regulation or decision, kept once however many segments rest on it."""

    kind = models.CharField(
        _("jenis"), max_length=20, choices=RegulationKind, default=RegulationKind.PERMENDAGRI
    )
    number = models.CharField(_("nomor"), max_length=60)
    year = models.PositiveSmallIntegerField(_("tahun"))
    issuer = models.CharField(
        _("ditetapkan oleh"), max_length=120, blank=True,
        help_text=_("Untuk keputusan gubernur: nama provinsinya. Kosongkan untuk peraturan pusat."),
    )  # fmt: skip
    title = models.CharField(_("tentang"), max_length=300, blank=True)
    dated = models.DateField(_("tanggal penetapan"), null=True, blank=True)
    gazette_number = models.CharField(_("nomor Berita Negara"), max_length=20, blank=True)
    gazette_year = models.PositiveSmallIntegerField(_("tahun Berita Negara"), null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas"),
    )  # fmt: skip
    source = models.CharField(_("sumber"), max_length=250, blank=True)
    verified = models.BooleanField(
        _("terverifikasi"), default=False, help_text=_("Naskahnya sendiri sudah dibaca.")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)
    segments = models.ManyToManyField(
        Segment, through="SegmentRegulation", related_name="regulations", verbose_name=_("segmen batas")
    )

    class Meta:
        verbose_name = _("peraturan batas")
        verbose_name_plural = _("peraturan batas")
        ordering = ("-year", "kind", "number", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "number", "year", "issuer"], name="boundaries_regulation_once",
                violation_error_message=_("Peraturan dengan jenis, nomor, dan tahun ini sudah tercatat."),
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1900, year__lte=2200), name="boundaries_regulation_year",
                violation_error_message=_("Tahun peraturan antara 1900 dan 2200."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.citation

    @property
    def citation(self) -> str:
        """How people cite it: "Permendagri 30/2017"."""
        name = " ".join(part for part in (str(SHORT[RegulationKind(self.kind)]), self.issuer) if part)
        # A decision of a governor is numbered with signs of its own; only a plain number takes the year by a slash.
        return (
            f"{name} {self.number}/{self.year}"
            if self.number.isdigit()
            else f"{name} {self.number} ({self.year})"
        )

    @property
    def gazette(self) -> str:
        """Its place in the Berita Negara: "BN 1446/2019"; nothing when unknown."""
        return f"BN {self.gazette_number}/{self.gazette_year or self.year}" if self.gazette_number else ""


class SegmentRegulation(models.Model):
    """What one regulation does to one segment."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="bases", verbose_name=_("segmen batas")
    )
    regulation = models.ForeignKey(
        Regulation, on_delete=models.PROTECT, related_name="uses", verbose_name=_("peraturan")
    )
    role = models.CharField(
        _("kedudukan"), max_length=20, choices=RegulationRole, default=RegulationRole.MENETAPKAN
    )
    note = models.CharField(_("catatan"), max_length=300, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    objects = SegmentRegulationQuerySet.as_manager()

    class Meta:
        verbose_name = _("dasar hukum segmen")
        verbose_name_plural = _("dasar hukum segmen")
        ordering = ("segment", "-regulation__year", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "regulation"], name="boundaries_basis_once",
                violation_error_message=_("Peraturan ini sudah tercatat pada segmen ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.regulation}"

    @property
    def tone(self) -> str:
        """The colour of what it does."""
        return ROLE_TONES[RegulationRole(self.role)]
