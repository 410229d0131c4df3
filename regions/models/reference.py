"""Lists shared by all: the 32 urusan and the register of legal bases."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regions.choices import LegalKind, UrusanGroup
from regions.querysets import LegalBasisQuerySet


class Urusan(models.Model):
    """One of the 32 urusan pemerintahan (Pasal 12 UU 23/2014, Pasal 4 ayat (1) Permendagri 22/2020)."""

    code = models.SlugField(_("kode"), max_length=60, unique=True)
    name = models.CharField(_("nama"), max_length=120)
    group = models.CharField(_("kelompok"), max_length=20, choices=UrusanGroup)
    order = models.PositiveSmallIntegerField(_("urutan"))

    class Meta:
        verbose_name = _("urusan")
        verbose_name_plural = _("urusan")
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(
                fields=["order"],
                name="regions_urusan_order",
                violation_error_message=_("Urutan urusan ini sudah dipakai."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class LegalBasis(models.Model):
    """A citation of law with its validity, or a wrong citation with the right one beside it."""

    citation = models.CharField(
        _("kutipan"), max_length=60, unique=True, help_text=_("Misalnya: PP 28/2018.")
    )
    title = models.CharField(_("judul"), max_length=250)
    kind = models.CharField(_("jenis"), max_length=12, choices=LegalKind)
    number = models.CharField(_("nomor"), max_length=20)
    year = models.PositiveSmallIntegerField(_("tahun"))
    valid_from = models.DateField(_("berlaku mulai"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    is_wrong = models.BooleanField(_("kutipan keliru"), default=False)
    corrected_by = models.ForeignKey(
        "self",
        verbose_name=_("kutipan yang benar"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mistaken_for",
    )
    note = models.CharField(_("catatan"), max_length=400, blank=True)
    verified = models.BooleanField(_("terverifikasi"), default=False)
    source = models.CharField(_("sumber"), max_length=250, blank=True)

    objects = LegalBasisQuerySet.as_manager()

    class Meta:
        verbose_name = _("dasar hukum")
        verbose_name_plural = _("dasar hukum")
        ordering = ("kind", "-year", "citation")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_wrong=False, corrected_by__isnull=True)
                | Q(is_wrong=True, corrected_by__isnull=False),
                name="regions_legal_basis_correction",
                violation_error_message=_(
                    "Kutipan keliru harus menunjuk kutipan yang benar, dan hanya kutipan keliru."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="regions_legal_basis_validity",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku."),
            ),
        )

    def __str__(self) -> str:
        return self.citation
