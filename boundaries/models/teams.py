"""Tim Penegasan Batas Daerah: the decree that forms it and its members with their periods."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import TeamLevel, TeamRole
from boundaries.querysets.teams import BoundaryTeamQuerySet
from ksd.core import clock
from regions.choices import Level
from regions.models import Official, Region

_LEVELS: dict[int, TeamLevel] = {
    Level.NEGARA: TeamLevel.PUSAT,
    Level.PROVINSI: TeamLevel.PROVINSI,
    Level.KABKOTA: TeamLevel.KABKOTA,
}


class BoundaryTeam(models.Model):
    """The team of a kabupaten/kota, of a province, or (region: the state) the Tim PBD Pusat, by one decree."""

    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="boundary_teams", verbose_name=_("wilayah")
    )
    decree_number = models.CharField(_("nomor keputusan"), max_length=120)
    decree_date = models.DateField(_("tanggal keputusan"))
    valid_from = models.DateField(_("berlaku mulai"))
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas keputusan"),
    )  # fmt: skip
    note = models.TextField(_("catatan"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    objects = BoundaryTeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("Tim PBD")
        verbose_name_plural = _("Tim PBD")
        ordering = ("region__code", "-valid_from", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["region", "decree_number"], name="boundaries_team_decree_once",
                violation_error_message=_("Keputusan dengan nomor ini sudah dicatat untuk wilayah itu."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="boundaries_team_validity",
                violation_error_message=_("Tanggal berakhir tidak boleh mendahului tanggal berlaku."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} ({self.decree_number})"

    def get_absolute_url(self) -> str:
        """Address of the team's page."""
        return reverse("boundaries:team", args=[self.pk])

    @property
    def level(self) -> TeamLevel:
        """Which of the three teams it is."""
        return _LEVELS[self.region.level]

    @property
    def name(self) -> str:
        """The team's name: "Tim PBD Kabupaten Kutai Kartanegara", "Tim PBD Pusat"."""
        return team_name(self.region)

    def covers(self, day: date) -> bool:
        """Whether the decree was given and in force on a day."""
        started = max(self.valid_from, self.decree_date) <= day
        return started and (self.valid_to is None or day <= self.valid_to)

    @property
    def is_current(self) -> bool:
        """Whether the decree is in force today."""
        return self.covers(clock.today())


def team_name(region: Region) -> str:
    """What the team of a region is called."""
    return "Tim PBD Pusat" if region.level == Level.NEGARA else f"Tim PBD {region.full_name}"


class BoundaryTeamMember(models.Model):
    """One seat of a team, who holds it for which period, and whether that person signs berita acara."""

    team = models.ForeignKey(
        BoundaryTeam, on_delete=models.PROTECT, related_name="members", verbose_name=_("Tim PBD")
    )
    role = models.CharField(_("kedudukan"), max_length=20, choices=TeamRole, default=TeamRole.ANGGOTA)
    name = models.CharField(_("nama"), max_length=150)
    title = models.CharField(_("jabatan"), max_length=200)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("pejabat dalam direktori"),
        help_text=_("Bila diisi, masa jabatannya ikut diperiksa pada tanggal tanda tangan."),
    )  # fmt: skip
    signs = models.BooleanField(
        _("menandatangani berita acara"),
        default=False,
        help_text=_("Centang bagi yang menurut keputusan menandatangani atas nama tim."),
    )
    since = models.DateField(_("sejak"))
    until = models.DateField(_("sampai"), null=True, blank=True)

    class Meta:
        verbose_name = _("anggota Tim PBD")
        verbose_name_plural = _("anggota Tim PBD")
        ordering = ("team_id", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="boundaries_team_member_period",
                violation_error_message=_("Tanggal selesai tidak boleh mendahului tanggal mulai."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()}"

    def serves(self, day: date) -> bool:
        """Whether the seat was held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
