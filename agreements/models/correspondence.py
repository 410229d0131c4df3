"""How a region writes: its kop surat and paper, its series of numbers, the numbers it gave, its own wordings."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import NaskahState
from agreements.choices.correspondence import Font, Numbering, NumberState, Paper
from agreements.models.case import Case, Party
from agreements.models.naskah import Naskah
from agreements.querysets.correspondence import IssuedNumberQuerySet, OfRegionQuerySet
from ksd.core import clock

MARGINS = (10, 50)
SIZES = (9, 14)


def _margin(label: Any, default: int) -> "models.PositiveSmallIntegerField[int, int]":
    lowest, highest = MARGINS
    bounds = [MinValueValidator(lowest), MaxValueValidator(highest)]
    return models.PositiveSmallIntegerField(label, default=default, validators=bounds)


class LetterSetting(models.Model):
    """The office setting of one region: what stands on its letters and texts, and who numbers them."""

    region = models.OneToOneField(
        "regions.Region", on_delete=models.PROTECT, related_name="letter_setting", verbose_name=_("daerah")
    )
    government = models.CharField(_("baris pemerintah"), max_length=160, blank=True)
    office = models.CharField(_("baris unit kerja"), max_length=160, blank=True)
    address = models.CharField(_("alamat pada kop"), max_length=250, blank=True)
    contact = models.CharField(_("telepon, surel, laman pada kop"), max_length=250, blank=True)
    with_emblem = models.BooleanField(_("lambang daerah pada kop"), default=True)
    paper = models.CharField(_("kertas"), max_length=4, choices=Paper.choices, default=Paper.F4)
    font = models.CharField(_("huruf"), max_length=10, choices=Font.choices, default=Font.ARIMO)
    size_pt = models.PositiveSmallIntegerField(
        _("ukuran huruf"), default=11, validators=[MinValueValidator(SIZES[0]), MaxValueValidator(SIZES[1])]
    )
    top_mm = _margin(_("tepi atas (mm)"), 20)
    right_mm = _margin(_("tepi kanan (mm)"), 20)
    bottom_mm = _margin(_("tepi bawah (mm)"), 20)
    left_mm = _margin(_("tepi kiri (mm)"), 25)
    numbering = models.CharField(
        _("penomoran"), max_length=10, choices=Numbering.choices, default=Numbering.HERE
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False,
        verbose_name=_("diubah oleh"),
    )  # fmt: skip
    changed_at = models.DateTimeField(_("diubah pada"), default=clock.now, editable=False)

    objects = OfRegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("pengaturan surat")
        verbose_name_plural = _("pengaturan surat")
        ordering = ("region__code",)
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{side}_mm__range": MARGINS for side in ("top", "right", "bottom", "left")}),
                name="letter_margins_sane",
                violation_error_message=_("Tepi kertas antara 10 dan 50 milimeter."),
            ),
            models.CheckConstraint(
                condition=Q(size_pt__range=SIZES),
                name="letter_size_sane",
                violation_error_message=_("Ukuran huruf antara 9 dan 14 poin."),
            ),
        ]

    def __str__(self) -> str:
        """Name the region."""
        return self.region.full_name


class NumberSeries(models.Model):
    """A pattern of numbers of one region: for one kind of paper, or for all that have none of their own."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="number_series", verbose_name=_("daerah")
    )
    kind = models.CharField(_("jenis surat"), max_length=60, blank=True)
    pattern = models.CharField(_("pola nomor"), max_length=80)
    code = models.CharField(_("kode klasifikasi"), max_length=30, blank=True)
    unit = models.CharField(_("singkatan unit kerja"), max_length=30, blank=True)
    after = models.PositiveIntegerField(_("nomor terakhir di buku lama"), default=0)
    after_year = models.PositiveSmallIntegerField(_("tahun buku lama"), null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False,
        verbose_name=_("diubah oleh"),
    )  # fmt: skip
    changed_at = models.DateTimeField(_("diubah pada"), default=clock.now, editable=False)

    objects = OfRegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("deret nomor")
        verbose_name_plural = _("deret nomor")
        ordering = ("region__code", "kind")
        constraints = [
            models.UniqueConstraint(
                fields=("region", "kind"),
                name="number_series_once",
                violation_error_message=_("Jenis surat ini sudah mempunyai pola nomor."),
            )
        ]

    def __str__(self) -> str:
        """Show the pattern."""
        return self.pattern


class PaperTemplate(models.Model):
    """One version of a region's own wording of a letter; an empty wording returns to the national one."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="paper_templates", verbose_name=_("daerah")
    )
    code = models.CharField(_("kode surat"), max_length=60)
    number = models.PositiveIntegerField(_("versi"))
    wording = models.JSONField(_("rumusan"), default=dict, blank=True)
    is_current = models.BooleanField(_("dipakai"), default=True)
    reason = models.CharField(_("alasan perubahan"), max_length=250)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pemilik akun")
    )
    owner_name = models.CharField(_("pemilik"), max_length=150)
    created_at = models.DateTimeField(_("sejak"), default=clock.now)

    objects = OfRegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("template surat")
        verbose_name_plural = _("template surat")
        ordering = ("region__code", "code", "-number")
        constraints = [
            models.UniqueConstraint(fields=("region", "code", "number"), name="paper_template_version_once"),
            models.UniqueConstraint(
                fields=("region", "code"), condition=Q(is_current=True), name="paper_template_one_current"
            ),
        ]

    def __str__(self) -> str:
        """Name letter and version."""
        return f"{self.code} v{self.number}"


class IssuedNumber(models.Model):
    """A number given to a paper, with the words it was issued with; a cancelled one stays and is never given again."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="issued_numbers", verbose_name=_("daerah")
    )
    kind = models.CharField(_("jenis"), max_length=60, db_index=True)
    label = models.CharField(_("nama surat"), max_length=160)
    series = models.CharField(_("deret"), max_length=80, blank=True)
    year = models.PositiveSmallIntegerField(_("tahun"), db_index=True)
    sequence = models.PositiveIntegerField(_("nomor urut"), null=True, blank=True)
    number = models.CharField(_("nomor"), max_length=120)
    dated = models.DateField(_("tanggal surat"))
    subject = models.CharField(_("hal"), max_length=400)
    addressee = models.CharField(_("kepada"), max_length=300, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=NumberState.choices, default=NumberState.VALID
    )
    document = models.CharField(_("dokumen paket hukum"), max_length=40, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="numbers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    naskah = models.ForeignKey(
        Naskah, on_delete=models.PROTECT, null=True, blank=True, related_name="numbers"
    )
    row = models.PositiveBigIntegerField(_("baris asal"), default=0)
    words = models.JSONField(_("isi saat diterbitkan"), default=dict, blank=True)
    template = models.ForeignKey(
        PaperTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diberi oleh")
    )
    issued_name = models.CharField(_("nama pemberi"), max_length=150)
    issued_at = models.DateTimeField(_("diberi pada"), default=clock.now)
    reason = models.CharField(_("alasan batal"), max_length=250, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dibatalkan oleh"),
    )  # fmt: skip
    cancelled_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)

    objects = IssuedNumberQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomor surat")
        verbose_name_plural = _("buku nomor surat")
        ordering = ("-year", "-issued_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("region", "series", "year", "sequence"),
                condition=Q(sequence__isnull=False),
                name="issued_number_once",
                violation_error_message=_("Nomor ini sudah diberikan."),
            ),
            models.CheckConstraint(
                condition=Q(state=NumberState.VALID) | ~Q(reason=""),
                name="issued_number_cancelled_with_reason",
                violation_error_message=_("Tuliskan alasan pembatalan nomor."),
            ),
        ]
        indexes = [models.Index(fields=["region", "year", "kind"])]

    def __str__(self) -> str:
        """Show the number."""
        return f"{self.label} {self.number}"

    @property
    def is_valid(self) -> bool:
        """Whether the number stands."""
        return self.state == NumberState.VALID

    @property
    def may_be_cancelled(self) -> bool:
        """Whether it stands and no signed text bears it."""
        bears = self.naskah is not None and not self.row and self.naskah.state == NaskahState.SIGNED
        return self.is_valid and not bears
