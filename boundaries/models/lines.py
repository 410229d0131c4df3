"""Lines drawn for a segment: claims, studies, compromises, the line agreed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import LineRole
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment
from boundaries.querysets import LineQuerySet
from ksd.core import clock
from regions.models import Region


class BoundaryLine(models.Model):
    """One version of one line. Never changed: a better line is a new version that replaces it.

    `vertices` is a list of [longitude, latitude] in decimal degrees (WGS 84 / SRGI2013), running so that the
    segment's first region lies on the left.
    """

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="lines", verbose_name=_("segmen batas")
    )
    role = models.CharField(_("jenis garis"), max_length=20, choices=LineRole)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("daerah"), help_text=_("Daerah yang menyatakan klaim."),
    )  # fmt: skip
    round = models.ForeignKey(
        Round,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lines",
        verbose_name=_("putaran"),
    )
    name = models.CharField(_("nama"), max_length=160, blank=True)
    version = models.PositiveSmallIntegerField(_("versi"), default=1)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by",
        verbose_name=_("menggantikan"),
    )  # fmt: skip
    vertices = models.JSONField(_("titik garis"))
    vertex_count = models.PositiveIntegerField(_("banyak titik"))
    length_m = models.FloatField(_("panjang geodesik (m)"))
    west = models.FloatField(_("batas barat"))
    south = models.FloatField(_("batas selatan"))
    east = models.FloatField(_("batas timur"))
    north = models.FloatField(_("batas utara"))
    shared = models.BooleanField(
        _("dibagikan"),
        default=True,
        help_text=_("Garis kompromi baru terlihat para pihak sesudah dibagikan."),
    )
    confidential = models.BooleanField(_("terbatas"), default=False)
    illustrative = models.BooleanField(_("ilustrasi"), default=False)
    note = models.TextField(_("catatan"), blank=True)
    reason = models.TextField(
        _("alasan penggantian"), blank=True, help_text=_("Mengapa versi ini menggantikan yang sebelumnya.")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("penulis"),
    )  # fmt: skip
    drawn_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("garis batas")
        verbose_name_plural = _("garis batas")
        ordering = ("segment", "role", "drawn_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(role=LineRole.KLAIM) | Q(region__isnull=False),
                name="boundaries_claim_has_claimant",
                violation_error_message=_("Klaim menyebut daerah yang menyatakannya."),
            ),
        )

    def __str__(self) -> str:
        return self.name or f"{self.get_role_display()} {self.region or ''} v{self.version}".replace(
            "  ", " "
        )

    def get_absolute_url(self) -> str:
        """Address of this version's page."""
        return reverse("boundaries:line", args=[self.segment.slug, self.pk])

    @property
    def is_claim(self) -> bool:
        """Whether one of the two sides states it as its claim."""
        return self.role == LineRole.KLAIM

    @property
    def successor(self) -> "BoundaryLine | None":
        """The version that replaced this one."""
        return getattr(self, "replaced_by", None)

    @property
    def withdrawn(self) -> "LineWithdrawal | None":
        """The act by which its party took it back."""
        return getattr(self, "withdrawal", None)

    @property
    def stands(self) -> bool:
        """Whether it is neither replaced nor withdrawn."""
        return self.successor is None and self.withdrawn is None

    @property
    def length_km(self) -> float:
        """Geodesic length in kilometres."""
        return self.length_m / 1000


class LineWithdrawal(models.Model):
    """A line its party no longer stands by; the version itself stays as it was."""

    line = models.OneToOneField(
        BoundaryLine, on_delete=models.PROTECT, related_name="withdrawal", verbose_name=_("garis")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    reason = models.TextField(_("alasan"))
    at = models.DateTimeField(_("ditarik pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("penarikan garis")
        verbose_name_plural = _("penarikan garis")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return str(self.line)
