"""A mapping period: one year, one forum, the regions that fill it in."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models.case import new_public_id
from ksd.core import clock
from ksd.mapping.choices import Forum, PeriodState
from ksd.mapping.querysets import PeriodQuerySet
from ksd.mapping.workflow import Step, steps_from
from regions.models import Region

_TONES: dict[str, str] = {
    PeriodState.DIBUKA: "primary",
    PeriodState.DITUTUP: "warning",
    PeriodState.DISEPAKATI: "success",
    PeriodState.DIBATALKAN: "danger",
}


class Period(models.Model):
    """The mapping of one year, led by one region (Pasal 5 Permendagri 22/2020)."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        related_name="mapping_periods_led",
        verbose_name=_("daerah pemimpin"),
    )
    year = models.PositiveSmallIntegerField(
        _("tahun rencana"), validators=[MinValueValidator(2015), MaxValueValidator(2100)]
    )
    name = models.CharField(_("nama"), max_length=160)
    forum = models.CharField(_("forum"), max_length=12, choices=Forum, default=Forum.RAKORTEK)
    forum_on = models.DateField(_("tanggal forum"), null=True, blank=True)
    forum_place = models.CharField(_("tempat forum"), max_length=160, blank=True)
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="mapping_periods",
        verbose_name=_("rapat"),
    )  # fmt: skip
    deadline = models.DateField(_("batas waktu pengisian"), null=True, blank=True)
    guidance = models.TextField(_("petunjuk pengisian"), blank=True)
    state = models.CharField(
        _("keadaan"), max_length=12, choices=PeriodState, default=PeriodState.DISIAPKAN, db_index=True
    )
    regions: Any = models.ManyToManyField(
        Region, through="PeriodRegion", related_name="mapping_periods", verbose_name=_("daerah peserta")
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("periode pemetaan")
        verbose_name_plural = _("periode pemetaan")
        ordering = ("-year", "region__code", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["region", "year", "name"], name="mapping_period_once",
                violation_error_message=_("Periode dengan nama itu sudah ada untuk tahun ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        """The name with its year, said once where the name ends in it already."""
        return self.name if self.name.endswith(str(self.year)) else f"{self.name} {self.year}"

    def get_absolute_url(self) -> str:
        """Address of the period's page."""
        return reverse("mapping:period", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        """Whether regions may fill in; the deadline only reminds, the Biro closes."""
        return self.state == PeriodState.DIBUKA

    @property
    def is_over(self) -> bool:
        """Whether nothing is discussed any more."""
        return self.state in {PeriodState.DISEPAKATI, PeriodState.DIBATALKAN}

    @property
    def tone(self) -> str:
        """The colour of its badge."""
        return _TONES.get(self.state, "secondary")

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that may follow."""
        return steps_from(self.state)


class PeriodRegion(models.Model):
    """A region asked to fill in a period, and whether it has answered."""

    period = models.ForeignKey(
        Period, on_delete=models.CASCADE, related_name="answers", verbose_name=_("periode")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="mapping_answers", verbose_name=_("daerah")
    )
    submitted_at = models.DateTimeField(_("dikirim pada"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dikirim oleh"),
    )  # fmt: skip
    nothing_to_say = models.BooleanField(_("menyatakan tidak ada usulan"), default=False)
    reminded_on = models.DateField(_("terakhir diingatkan"), null=True, blank=True)

    class Meta:
        verbose_name = _("daerah peserta pemetaan")
        verbose_name_plural = _("daerah peserta pemetaan")
        ordering = ("period", "region__code")
        constraints = (
            models.UniqueConstraint(
                fields=["period", "region"], name="mapping_region_once",
                violation_error_message=_("Daerah ini sudah menjadi peserta periode ini."),
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, submitted_by=None) | Q(submitted_at__isnull=False),
                name="mapping_submitted_by_somebody",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.period}: {self.region}"


class PeriodEvent(models.Model):
    """History: who opened, closed or changed a period, when and why."""

    period = models.ForeignKey(
        Period, on_delete=models.CASCADE, related_name="events", verbose_name=_("periode")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("daerah")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    # Plain Indonesian, as it was said on the day.
    label = models.CharField(_("peristiwa"), max_length=160)
    reason = models.TextField(_("alasan"), blank=True)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat pemetaan")
        verbose_name_plural = _("riwayat pemetaan")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.label
