"""Partners that are not regions: third parties and partners abroad."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import PartnerClass
from agreements.querysets import PartnerQuerySet


class Partner(models.Model):
    """A third party (PP 28/2018 Pasal 14) or a partner abroad (PP 28/2018 Pasal 24 and 36; no political party)."""

    name = models.CharField(_("nama mitra"), max_length=200)
    partner_class = models.CharField(_("golongan"), max_length=30, choices=PartnerClass.choices)
    country = models.CharField(
        _("negara"), max_length=80, blank=True, help_text=_("Hanya untuk mitra di luar negeri.")
    )
    legal_form = models.CharField(_("bentuk hukum"), max_length=100, blank=True)
    address = models.TextField(_("alamat"), blank=True)
    email = models.EmailField(_("surel"), blank=True)
    representative = models.CharField(_("nama pimpinan (tanpa gelar)"), max_length=150, blank=True)
    representative_title = models.CharField(_("jabatan pimpinan"), max_length=150, blank=True)
    deed = models.CharField(
        _("anggaran dasar"), max_length=250, blank=True, help_text=_("Nomor dan tanggal akta, nama notaris.")
    )
    ratification = models.CharField(
        _("pengesahan badan hukum"),
        max_length=250,
        blank=True,
        help_text=_("Nomor dan tanggal keputusan Menteri."),
    )
    principle_permit = models.CharField(
        _("izin prinsip Kementerian Luar Negeri"),
        max_length=250,
        blank=True,
        help_text=_("Nomor dan tanggal; bagi lembaga nirlaba asing."),
    )
    operational_permit = models.CharField(
        _("izin operasional"),
        max_length=250,
        blank=True,
        help_text=_("Nomor, tanggal, dan penerbit; bagi lembaga nirlaba asing."),
    )
    logo = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        related_name="partners",
        verbose_name=_("didaftarkan oleh daerah"),
    )

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("mitra pihak ketiga")
        verbose_name_plural = _("mitra pihak ketiga")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("region", "name"),
                name="partner_once_per_region",
                violation_error_message=_(
                    "Mitra dengan nama ini sudah terdaftar di daerah Anda; pilih dari daftar."
                ),
            )
        ]

    def __str__(self) -> str:
        """Name the partner."""
        return self.name
