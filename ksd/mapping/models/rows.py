"""A row of the mapping: one thing a region has, lacks or suffers from, in one urusan and place."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models.case import new_public_id
from ksd.core import clock
from ksd.mapping.choices import Funding, Priority, RowKind, RowState
from ksd.mapping.models.periods import Period
from ksd.mapping.querysets import RowQuerySet
from regions.models import Office, Region, Urusan

YEARS = [MinValueValidator(2015), MaxValueValidator(2100)]


_TONES: dict[str, str] = {
    RowState.DIKIRIM: "success",
    RowState.DIGABUNG: "info",
    RowState.DITARIK: "danger",
}


class MappingRow(models.Model):
    """What a region maps for a year: matter, figure, programme, money and whom it wishes for as partner."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    period = models.ForeignKey(
        Period, on_delete=models.PROTECT, related_name="rows", verbose_name=_("periode")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="mapping_rows", verbose_name=_("daerah")
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("perangkat daerah"),
    )  # fmt: skip
    kind = models.CharField(_("jenis"), max_length=10, choices=RowKind)
    urusan = models.ForeignKey(
        Urusan, on_delete=models.PROTECT, related_name="+", verbose_name=_("urusan pemerintahan")
    )
    sub_urusan = models.CharField(_("suburusan"), max_length=160, blank=True)
    title = models.CharField(_("pokok"), max_length=250)
    description = models.TextField(_("uraian"), blank=True)
    location = models.CharField(_("lokasi"), max_length=250, blank=True)
    touches: Any = models.ManyToManyField(
        Region, blank=True, related_name="+", verbose_name=_("daerah lain yang terkena")
    )
    figure_name = models.CharField(_("yang diukur"), max_length=120, blank=True)
    figure = models.DecimalField(_("angka"), max_digits=18, decimal_places=3, null=True, blank=True)
    figure_unit = models.CharField(_("satuan"), max_length=40, blank=True)
    figure_year = models.PositiveSmallIntegerField(_("tahun data"), null=True, blank=True, validators=YEARS)
    evidence = models.CharField(_("sumber data"), max_length=250, blank=True)
    evidence_file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas bukti"),
    )  # fmt: skip
    program = models.CharField(_("program"), max_length=250, blank=True)
    activity = models.CharField(_("kegiatan"), max_length=250, blank=True)
    start_year = models.PositiveSmallIntegerField(_("tahun mulai"), null=True, blank=True, validators=YEARS)
    years = models.PositiveSmallIntegerField(
        _("jangka waktu (tahun)"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(25)],
    )  # fmt: skip
    priority = models.PositiveSmallIntegerField(_("prioritas"), choices=Priority, default=Priority.SEDANG)
    # Rupiah.
    funding = models.DecimalField(
        _("perkiraan dana (Rp)"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    funding_source = models.CharField(_("sumber dana"), max_length=15, choices=Funding, blank=True)
    budgeted = models.BooleanField(_("sudah dianggarkan"), null=True, blank=True)
    burdening = models.BooleanField(_("membebani daerah atau masyarakat"), null=True, blank=True)
    partner_region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("calon mitra (daerah)"),
    )  # fmt: skip
    partner_name = models.CharField(_("calon mitra lain"), max_length=200, blank=True)
    goals: Any = models.ManyToManyField(
        "agreements.Goal", blank=True, related_name="mapping_rows", verbose_name=_("sasaran rencana daerah")
    )
    state = models.CharField(
        _("keadaan"), max_length=10, choices=RowState, default=RowState.DRAF, db_index=True
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("digabung ke"),
    )
    copied_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("disalin dari"),
    )
    is_example = models.BooleanField(_("contoh"), default=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)
    updated_at = models.DateTimeField(_("diubah pada"), default=clock.now, db_index=True)

    objects = RowQuerySet.as_manager()

    class Meta:
        verbose_name = _("baris pemetaan")
        verbose_name_plural = _("baris pemetaan")
        ordering = ("period", "region__code", "urusan__order", "kind", "pk")
        indexes = (models.Index(fields=["period", "region", "state"], name="mapping_row_of_region"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state=RowState.DIGABUNG, merged_into__isnull=False)
                | (~Q(state=RowState.DIGABUNG) & Q(merged_into=None)),
                name="mapping_merged_somewhere",
                violation_error_message=_("Baris yang digabung menyebut baris tujuannya; yang lain tidak."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                name="mapping_not_into_itself",
                violation_error_message=_("Baris tidak dapat digabung ke dirinya sendiri."),
            ),
            models.CheckConstraint(
                condition=Q(funding=None) | Q(funding__gte=0), name="mapping_funding_not_negative",
                violation_error_message=_("Perkiraan dana tidak boleh negatif."),
            ),
            models.UniqueConstraint(
                fields=["period", "copied_from"], name="mapping_copied_once",
                violation_error_message=_("Baris itu sudah disalin ke periode ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the row's page."""
        return reverse("mapping:row", args=[self.public_id])

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return _TONES.get(self.state, "secondary")

    @property
    def counts(self) -> bool:
        """Whether the forum sees it: sent, and neither merged nor withdrawn."""
        return self.state == RowState.DIKIRIM


class RowEvent(models.Model):
    """History of a row: who wrote, sent, merged or judged it; `before` keeps the fields that changed."""

    row = models.ForeignKey(
        MappingRow, on_delete=models.CASCADE, related_name="events", verbose_name=_("baris")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    # Plain Indonesian, as it was said on the day.
    label = models.CharField(_("peristiwa"), max_length=160)
    reason = models.TextField(_("alasan"), blank=True)
    # By the name of the field: its wording before.
    before: Any = models.JSONField(_("isi sebelumnya"), default=dict, blank=True)
    # The revision the row came to; by it a form that was open meanwhile learns what others changed.
    revision = models.PositiveIntegerField(default=0, editable=False)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat baris")
        verbose_name_plural = _("riwayat baris")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.label


class RowCase(models.Model):
    """That a cooperation was born from a row; the plan is later compared with what became of it."""

    row = models.ForeignKey(
        MappingRow, on_delete=models.PROTECT, related_name="cases", verbose_name=_("baris")
    )
    case = models.ForeignKey(
        "agreements.Case", on_delete=models.PROTECT, related_name="mapping_rows", verbose_name=_("kerja sama")
    )
    created_at = models.DateTimeField(_("ditautkan pada"), default=clock.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("ditautkan oleh")
    )

    class Meta:
        verbose_name = _("kerja sama dari pemetaan")
        verbose_name_plural = _("kerja sama dari pemetaan")
        ordering = ("row", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["row", "case"], name="mapping_row_case_once",
                violation_error_message=_("Kerja sama ini sudah ditautkan pada baris ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.row} → {self.case}"
