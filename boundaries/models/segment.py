"""The register of boundary segments and the history of their stages."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import SETTLED, ChangeAct, SegmentKind, Stage, tone_of
from boundaries.querysets import SegmentQuerySet
from ksd.core import clock
from regions.models import Region


class Segment(models.Model):
    """The whole boundary between two kabupaten/kota: the unit that is counted and regulated.

    The side with the smaller code comes first; see `ordered`.
    """

    region_a = models.ForeignKey(
        Region, verbose_name=_("wilayah pertama"), on_delete=models.PROTECT, related_name="segments_as_a"
    )
    region_b = models.ForeignKey(
        Region, verbose_name=_("wilayah kedua"), on_delete=models.PROTECT, related_name="segments_as_b"
    )
    length_km = models.DecimalField(
        _("panjang (km)"),
        max_digits=8,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Indikatif, bukan acuan hukum."),
    )
    stage = models.CharField(
        _("tahapan"), max_length=30, choices=Stage, default=Stage.BELUM_DIKETAHUI, db_index=True
    )
    stage_since = models.DateField(_("sejak"), null=True, blank=True)
    # Written from its regulations whenever they change, so that lists and other apps need not ask for them.
    regulation = models.CharField(
        _("peraturan"), max_length=250, blank=True, help_text=_("Ditulis dari daftar dasar hukumnya.")
    )
    regulation_title = models.CharField(_("judul peraturan"), max_length=300, blank=True)
    source = models.CharField(_("sumber"), max_length=250, blank=True)
    verified = models.BooleanField(_("terverifikasi"), default=False)
    note = models.TextField(_("catatan"), blank=True)
    published = models.BooleanField(
        _("kartu umum diterbitkan"),
        default=False,
        help_text=_("Ringkasan tanpa hal terbatas dapat dibaca siapa saja tanpa masuk."),
    )

    objects = SegmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("segmen batas")
        verbose_name_plural = _("segmen batas")
        ordering = ("region_a__code", "region_b__code", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(region_a=F("region_b")),
                name="boundaries_segment_two_sides",
                violation_error_message=_("Segmen batas memisahkan dua wilayah yang berbeda."),
            ),
            models.UniqueConstraint(
                Least("region_a", "region_b"),
                Greatest("region_a", "region_b"),
                name="boundaries_segment_once",
                violation_error_message=_("Segmen batas kedua wilayah ini sudah tercatat."),
            ),
            models.CheckConstraint(
                condition=Q(length_km__isnull=True) | Q(length_km__gt=0),
                name="boundaries_segment_length",
                violation_error_message=_("Panjang segmen lebih dari nol, atau kosongkan."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.region_a} – {self.region_b}"

    def get_absolute_url(self) -> str:
        """Address of the segment's page, by the codes of its two sides."""
        return reverse("boundaries:detail", args=[self.slug])

    @staticmethod
    def ordered(first: Region, second: Region) -> tuple[Region, Region]:
        """Two regions in the order a segment keeps them: the smaller code first."""
        return (first, second) if (first.code, first.pk) <= (second.code, second.pk) else (second, first)

    @property
    def slug(self) -> str:
        """The two codes: "64.02-64.07"."""
        return f"{self.region_a.code}-{self.region_b.code}"

    @property
    def sides(self) -> tuple[Region, Region]:
        """The two regions."""
        return self.region_a, self.region_b

    @property
    def kind(self) -> SegmentKind:
        """Inside one province or between two."""
        same = self.region_a.parent_id == self.region_b.parent_id
        return SegmentKind.DALAM_PROVINSI if same else SegmentKind.ANTAR_PROVINSI

    @property
    def is_settled(self) -> bool:
        """Whether a Permendagri has been set for it."""
        return self.stage in SETTLED

    @property
    def tone(self) -> str:
        """The colour of its stage."""
        return tone_of(self.stage)

    @property
    def days_in_stage(self) -> int | None:
        """How many days it has stood at this stage; None when nobody wrote down since when."""
        return (clock.today() - self.stage_since).days if self.stage_since else None


class SegmentChange(models.Model):
    """History: who moved a segment from one stage to another, when and why."""

    segment = models.ForeignKey(
        Segment, verbose_name=_("segmen batas"), on_delete=models.PROTECT, related_name="changes"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("oleh"), on_delete=models.PROTECT, related_name="+"
    )
    from_stage = models.CharField(_("dari"), max_length=30, choices=Stage)
    to_stage = models.CharField(_("ke"), max_length=30, choices=Stage)
    on = models.DateField(_("tanggal"), help_text=_("Hari tahapan baru dimulai."))
    reason = models.TextField(_("alasan"))
    act = models.CharField(_("jenis catatan"), max_length=10, choices=ChangeAct, default=ChangeAct.LANGKAH)
    from_since = models.DateField(_("tahapan lama sejak"), null=True, blank=True)
    paper = models.ForeignKey(
        "boundaries.SegmentPaper", on_delete=models.PROTECT, null=True, blank=True, related_name="changes",
        verbose_name=_("dokumen"),
    )  # fmt: skip
    regulation = models.CharField(_("peraturan"), max_length=250, blank=True)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("perubahan tahapan")
        verbose_name_plural = _("perubahan tahapan")
        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(from_stage=F("to_stage")) | Q(act=ChangeAct.RALAT),
                name="boundaries_change_moves",
                violation_error_message=_("Perubahan tahapan menuju tahapan lain."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_from_stage_display()} → {self.get_to_stage_display()}"
