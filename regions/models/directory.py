"""The directory of a region: its offices and the officials who hold them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regions.choices import STANDING_PREFIX, OfficeKind, Position, Standing
from regions.models.reference import Urusan
from regions.models.region import Region
from regions.querysets import OfficeQuerySet, OfficialQuerySet


class Office(models.Model):
    """A Perangkat Daerah, Biro or Bagian of one region."""

    region = models.ForeignKey(
        Region, verbose_name=_("wilayah"), on_delete=models.PROTECT, related_name="offices"
    )
    name = models.CharField(_("nama"), max_length=160)
    kind = models.CharField(_("jenis"), max_length=20, choices=OfficeKind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("bagian dari"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    is_cooperation_unit = models.BooleanField(
        _("unit kerja sama"),
        default=False,
        help_text=_(
            "Biro/Bagian yang menangani kerja sama (Sekretariat TKKSD, Pasal 10 ayat (3) Permendagri 22/2020)."
        ),
    )
    urusan = models.ManyToManyField(Urusan, verbose_name=_("urusan"), blank=True, related_name="offices")
    address = models.CharField(_("alamat"), max_length=250, blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surel"), blank=True)
    valid_from = models.DateField(_("berlaku mulai"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("perangkat daerah")
        verbose_name_plural = _("perangkat daerah")
        ordering = ("region__code", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["region", "name"],
                condition=Q(valid_to__isnull=True),
                name="regions_office_name_current",
                violation_error_message=_("Perangkat daerah dengan nama ini sudah ada di wilayah tersebut."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="regions_office_validity",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Official(models.Model):
    """A person holding a position of a region for a term, in full right or acting."""

    region = models.ForeignKey(
        Region, verbose_name=_("wilayah"), on_delete=models.PROTECT, related_name="officials"
    )
    office = models.ForeignKey(
        Office,
        verbose_name=_("perangkat daerah"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="officials",
    )
    name = models.CharField(
        _("nama"), max_length=120, help_text=_("Tanpa gelar; naskah kerja sama memuat nama tanpa gelar.")
    )
    title_before = models.CharField(_("gelar depan"), max_length=60, blank=True)
    title_after = models.CharField(_("gelar belakang"), max_length=80, blank=True)
    nip = models.CharField(_("NIP"), max_length=18, blank=True)
    position = models.CharField(_("jabatan"), max_length=24, choices=Position)
    position_title = models.CharField(
        _("sebutan jabatan"), max_length=160, help_text=_("Misalnya: Bupati Kutai Kartanegara.")
    )
    standing = models.CharField(_("kedudukan"), max_length=10, choices=Standing, default=Standing.DEFINITIF)
    term_start = models.DateField(_("mulai menjabat"))
    term_end = models.DateField(_("selesai menjabat"), null=True, blank=True)
    mandate_number = models.CharField(_("nomor surat keputusan/perintah"), max_length=120, blank=True)
    mandate_date = models.DateField(_("tanggal surat keputusan/perintah"), null=True, blank=True)
    mandate_file = models.ForeignKey(
        "core.StoredFile",
        verbose_name=_("berkas surat keputusan/perintah"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_example = models.BooleanField(_("contoh"), default=False, help_text=_("Orang rekaan untuk peragaan."))

    objects = OfficialQuerySet.as_manager()

    class Meta:
        verbose_name = _("pejabat")
        verbose_name_plural = _("pejabat")
        ordering = ("region__code", "name", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(term_end__isnull=True) | Q(term_end__gte=F("term_start")),
                name="regions_official_term",
                violation_error_message=_(
                    "Tanggal selesai menjabat tidak boleh sebelum tanggal mulai menjabat."
                ),
            ),
        )
        indexes = (models.Index(fields=["region", "position", "term_start"]),)

    def __str__(self) -> str:
        return f"{self.full_name}, {self.title_line}"

    @property
    def full_name(self) -> str:
        """Name with academic titles, for letters and lists."""
        front = f"{self.title_before} {self.name}".strip()
        return f"{front}, {self.title_after}" if self.title_after else front

    @property
    def title_line(self) -> str:
        """Title of the position with its standing: "Plt. Bupati Kutai Kartanegara"."""
        return f"{STANDING_PREFIX[self.standing]}{self.position_title}"
