"""Points on the ground: positions measured once and named by every segment that passes them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Datum, PointMethod
from boundaries.geo.coordinates import Position, convert
from boundaries.models.segment import Segment
from boundaries.querysets import ListingQuerySet
from ksd.core import clock


class PointKind(models.Model):
    """PBU, PABU, PBA, PABA, TK, and what an office adds."""

    code = models.CharField(_("kode"), max_length=12, unique=True)
    name = models.CharField(_("nama"), max_length=80)
    on_line = models.BooleanField(_("tepat pada garis batas"), default=True)
    has_pillar = models.BooleanField(_("berupa pilar"), default=True)
    verified = models.BooleanField(_("terverifikasi"), default=False)
    note = models.CharField(_("catatan"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("jenis titik")
        verbose_name_plural = _("jenis titik")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"


class BoundaryPoint(models.Model):
    """One position on or beside a boundary, in decimal degrees of the datum named; nine decimals are 0.1 mm."""

    kind = models.ForeignKey(
        PointKind, on_delete=models.PROTECT, related_name="points", verbose_name=_("jenis titik")
    )
    lat = models.DecimalField(_("lintang"), max_digits=12, decimal_places=9)
    lon = models.DecimalField(_("bujur"), max_digits=12, decimal_places=9)
    datum = models.CharField(_("datum"), max_length=10, choices=Datum, default=Datum.SRGI2013)
    as_given = models.CharField(
        _("koordinat seperti ditulis"),
        max_length=200,
        blank=True,
        help_text=_("Tulisan sumbernya, apa adanya."),
    )
    accuracy_m = models.DecimalField(
        _("ketelitian (m)"), max_digits=9, decimal_places=3, null=True, blank=True
    )
    height_m = models.DecimalField(_("tinggi (m)"), max_digits=8, decimal_places=3, null=True, blank=True)
    method = models.CharField(
        _("metode"), max_length=20, choices=PointMethod, default=PointMethod.TIDAK_DIKETAHUI
    )
    measured_on = models.DateField(_("diukur pada"), null=True, blank=True)
    brass_text = models.CharField(
        _("tulisan pelat kuningan"), max_length=80, blank=True,
        help_text=_("Tulisan pada pilar; dapat berbeda dari jenis resminya."),
    )  # fmt: skip
    place = models.CharField(_("letak"), max_length=250, blank=True)
    photo = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("foto"),
    )  # fmt: skip
    source = models.CharField(_("sumber"), max_length=250, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("ditambahkan oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("ditambahkan pada"), default=clock.now, editable=False)

    segments = models.ManyToManyField(
        Segment, through="SegmentPoint", related_name="points", verbose_name=_("segmen batas")
    )

    class Meta:
        verbose_name = _("titik batas")
        verbose_name_plural = _("titik batas")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
                name="boundaries_point_on_earth",
                violation_error_message=_("Lintang antara -90 dan 90, bujur antara -180 dan 180."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind.code} {self.lat}, {self.lon}"

    @property
    def position(self) -> Position:
        """Where it lies, in its own datum."""
        return Position(float(self.lon), float(self.lat))

    @property
    def in_srgi(self) -> Position:
        """Where it lies in SRGI2013, so that points of different datums can be compared."""
        return convert(self.position, self.datum).position

    @property
    def mark(self) -> str:
        """What a form has seen of the position, to notice that somebody moved the point meanwhile."""
        return f"{self.lat + 0:.9f}/{self.lon + 0:.9f}/{self.datum}"


class SegmentPoint(models.Model):
    """A point in the list of one segment: its label there ("TK 1A") and its place in the order.

    A point in the lists of two or more segments is their node (titik simpul).
    """

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="listed_points", verbose_name=_("segmen batas")
    )
    point = models.ForeignKey(
        BoundaryPoint, on_delete=models.CASCADE, related_name="listings", verbose_name=_("titik")
    )
    label = models.CharField(_("nama titik"), max_length=40)
    order = models.PositiveIntegerField(_("urutan"))

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("titik pada segmen")
        verbose_name_plural = _("titik pada segmen")
        ordering = ("segment", "order", "pk")
        indexes = (models.Index(fields=["segment", "order"], name="boundaries_listing_order"),)
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "label"], name="boundaries_label_once",
                violation_error_message=_("Nama titik ini sudah dipakai pada segmen ini."),
            ),
            models.UniqueConstraint(
                fields=["segment", "point"], name="boundaries_point_once",
                violation_error_message=_("Titik ini sudah ada dalam daftar segmen ini."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.label
