"""The register of regions: rows are never deleted, and a code is never a key."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from regions.choices import ChangeKind, Level, RegionKind, TimeZone
from regions.querysets import RegionQuerySet

_AUTONOMOUS = {RegionKind.PROVINSI, RegionKind.KABUPATEN, RegionKind.KOTA}
# Proper names stay Indonesian in every language of the pages, so these words are not translated.
_WORDS = {
    RegionKind.PROVINSI: "Provinsi",
    RegionKind.KABUPATEN: "Kabupaten",
    RegionKind.KABUPATEN_ADMINISTRASI: "Kabupaten Administrasi",
    RegionKind.KOTA: "Kota",
    RegionKind.KOTA_ADMINISTRASI: "Kota Administrasi",
}
_HEADS = {
    RegionKind.NEGARA: "Presiden",
    RegionKind.PROVINSI: "Gubernur",
    RegionKind.KABUPATEN: "Bupati",
    RegionKind.KABUPATEN_ADMINISTRASI: "Bupati",
    RegionKind.KOTA: "Wali Kota",
    RegionKind.KOTA_ADMINISTRASI: "Wali Kota",
}


class Region(models.Model):
    """The state, a province, a regency or a city, with the code of the Kemendagri register as text."""

    code = models.CharField(
        _("kode wilayah"),
        max_length=13,
        help_text=_("Kode Kemendagri sebagai teks, misalnya 64.02 atau 11.10."),
    )
    name = models.CharField(
        _("nama"), max_length=120, help_text=_("Tanpa kata Provinsi, Kabupaten atau Kota di depannya.")
    )
    kind = models.CharField(_("jenis"), max_length=24, choices=RegionKind)
    level = models.PositiveSmallIntegerField(_("tingkat"), choices=Level)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("wilayah induk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    valid_from = models.DateField(_("berlaku mulai"), null=True, blank=True)
    valid_to = models.DateField(
        _("berlaku sampai"), null=True, blank=True, help_text=_("Hari terakhir wilayah ini ada dalam daftar.")
    )
    capital = models.CharField(_("ibu kota"), max_length=80, blank=True)
    area_km2 = models.DecimalField(_("luas (km²)"), max_digits=12, decimal_places=3, null=True, blank=True)
    population = models.PositiveIntegerField(_("jumlah penduduk"), null=True, blank=True)
    facts_source = models.CharField(_("sumber luas dan penduduk"), max_length=250, blank=True)
    timezone = models.CharField(_("zona waktu"), max_length=20, choices=TimeZone, blank=True)
    emblem = models.ForeignKey(
        "core.StoredFile",
        verbose_name=_("lambang"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    address = models.CharField(_("alamat"), max_length=250, blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surel"), blank=True)
    government_label = models.CharField(
        _("sebutan khusus pemerintah"),
        max_length=120,
        blank=True,
        help_text=_("Kosongkan bila sebutannya lazim."),
    )
    council_label = models.CharField(
        _("sebutan khusus DPRD"), max_length=120, blank=True, help_text=_("Kosongkan bila sebutannya lazim.")
    )
    neighbours_complete = models.BooleanField(
        _("daftar tetangga lengkap"),
        default=False,
        help_text=_("Bila ya, wilayah yang tidak tercatat berbatasan dianggap memang tidak berbatasan."),
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("wilayah")
        verbose_name_plural = _("wilayah")
        ordering = ("code", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_to__isnull=True),
                name="regions_region_code_current",
                violation_error_message=_("Kode wilayah ini sudah dipakai oleh wilayah yang masih berlaku."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="regions_region_validity",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku."),
            ),
            models.CheckConstraint(
                condition=Q(level=Level.NEGARA, parent__isnull=True)
                | Q(level__in=[Level.PROVINSI, Level.KABKOTA], parent__isnull=False),
                name="regions_region_parent",
                violation_error_message=_("Provinsi dan kabupaten/kota harus mempunyai wilayah induk."),
            ),
        )
        indexes = (models.Index(fields=["level", "code"]), models.Index(fields=["name"]))

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        """Address of the region's page."""
        return reverse("regions:detail", args=[self.code])

    @property
    def full_name(self) -> str:
        """Name with its kind in front: "Kabupaten Kutai Kartanegara"."""
        word = _WORDS.get(RegionKind(self.kind), "")
        return f"{word} {self.name}".strip()

    @property
    def government_name(self) -> str:
        """Name of its government: "Pemerintah Kabupaten Kutai Kartanegara"."""
        return self.government_label or f"Pemerintah {self.full_name}"

    @property
    def head_title(self) -> str:
        """Title of its head: Gubernur, Bupati or Wali Kota."""
        return _HEADS[RegionKind(self.kind)]

    @property
    def council_name(self) -> str:
        """Name of its council; empty for administrative regions, which have none."""
        if self.council_label or self.kind not in _AUTONOMOUS:
            return self.council_label
        return f"DPRD {self.full_name}"

    @property
    def has_ended(self) -> bool:
        """Whether the register has closed this region."""
        return self.valid_to is not None


class RegionSuccession(models.Model):
    """One region taking over from another: a split, a merger or a new code."""

    predecessor = models.ForeignKey(
        Region, verbose_name=_("wilayah pendahulu"), on_delete=models.PROTECT, related_name="successions"
    )
    successor = models.ForeignKey(
        Region, verbose_name=_("wilayah penerus"), on_delete=models.PROTECT, related_name="origins"
    )
    on = models.DateField(_("tanggal"))
    basis = models.CharField(_("dasar"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("pergantian wilayah")
        verbose_name_plural = _("pergantian wilayah")
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="regions_succession_once",
                violation_error_message=_("Pergantian wilayah ini sudah tercatat."),
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")),
                name="regions_succession_not_self",
                violation_error_message=_("Wilayah tidak dapat menjadi penerus dirinya sendiri."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class RegionChange(models.Model):
    """History: one change of one region in the register, with its basis."""

    region = models.ForeignKey(
        Region, verbose_name=_("wilayah"), on_delete=models.PROTECT, related_name="changes"
    )
    what = models.CharField(_("perubahan"), max_length=10, choices=ChangeKind)
    on = models.DateField(_("berlaku mulai"))
    before = models.CharField(_("semula"), max_length=250, blank=True)
    after = models.CharField(_("menjadi"), max_length=250, blank=True)
    basis = models.CharField(_("dasar"), max_length=250, blank=True)
    source = models.ForeignKey(
        "regions.RegionImport",
        verbose_name=_("impor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="changes",
    )

    class Meta:
        verbose_name = _("riwayat wilayah")
        verbose_name_plural = _("riwayat wilayah")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.region}: {self.get_what_display()}"
