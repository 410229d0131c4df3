"""The TKKSD of a region by its decree (Permendagri 22/2020 Pasal 46-47), its reviews and its recommendations."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices.teams import Advice, TeamPosition
from agreements.models.case import Case
from agreements.models.naskah import Naskah
from agreements.querysets.teams import ReviewQuerySet, TeamMemberQuerySet, TeamQuerySet
from ksd.core import clock


class Team(models.Model):
    """The team a Kepala Daerah appointed by one decree (Pasal 46 ayat (1))."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="teams", verbose_name=_("daerah")
    )
    decree_number = models.CharField(_("nomor keputusan"), max_length=120)
    decree_date = models.DateField(_("tanggal keputusan"))
    valid_from = models.DateField(_("berlaku mulai"))
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas keputusan"),
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("TKKSD")
        verbose_name_plural = _("TKKSD")
        ordering = ("region__code", "-valid_from", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("region", "decree_number"),
                name="team_decree_once",
                violation_error_message=_("Keputusan dengan nomor ini sudah dicatat untuk daerah itu."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="team_validity",
                violation_error_message=_("Tanggal berakhir tidak boleh mendahului tanggal berlaku."),
            ),
        ]

    def __str__(self) -> str:
        """Name the team by its region and decree."""
        return f"TKKSD {self.region.full_name} ({self.decree_number})"

    def get_absolute_url(self) -> str:
        """Give the address of the team's page."""
        return reverse("agreements:team", args=[self.pk])

    @property
    def is_current(self) -> bool:
        """Whether the decree is in force today."""
        today = clock.today()
        return self.valid_from <= today and (self.valid_to is None or self.valid_to >= today)


class TeamMember(models.Model):
    """One seat in the team and who holds it for which period; the seat of an office bears its title."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    position = models.CharField(_("kedudukan"), max_length=15, choices=TeamPosition.choices)
    name = models.CharField(_("nama"), max_length=150)
    title = models.CharField(_("jabatan"), max_length=200)
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("perangkat daerah"),
        help_text=_("Perangkat daerah yang diwakilinya; telaah urusannya diarahkan kepadanya."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("akun"),
        help_text=_("Diperlukan bila anggota ini menelaah dalam aplikasi."),
    )
    since = models.DateField(_("sejak"))
    until = models.DateField(_("sampai"), null=True, blank=True)

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("anggota TKKSD")
        verbose_name_plural = _("anggota TKKSD")
        ordering = ("team_id", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="team_member_period",
                violation_error_message=_("Tanggal selesai tidak boleh mendahului tanggal mulai."),
            )
        ]

    def __str__(self) -> str:
        """Name the member by seat."""
        return f"{self.name}, {self.get_position_display()}"


class Review(models.Model):
    """One member asked to review a proposal by a day, and the answer: a judgement and remark for each point (F15, F16)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    round = models.PositiveIntegerField(_("putaran"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("penelaah")
    )
    office = models.ForeignKey(
        "regions.Office", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    instruction = models.TextField(_("petunjuk"), blank=True)
    due_on = models.DateField(_("paling lambat"))
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("ditugaskan oleh"),
    )
    assigned_at = models.DateTimeField(_("ditugaskan pada"), default=clock.now)
    fields = models.JSONField(_("hasil telaah"), default=dict, blank=True)
    conclusion = models.TextField(_("kesimpulan"), blank=True)
    submitted_at = models.DateTimeField(_("dikirim pada"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("telaah anggota TKKSD")
        verbose_name_plural = _("telaah anggota TKKSD")
        ordering = ("case_id", "round", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "round", "reviewer"),
                condition=Q(withdrawn_at__isnull=True),
                name="review_once_per_round",
                violation_error_message=_("Orang ini sudah ditugaskan menelaah usulan ini."),
            )
        ]

    def __str__(self) -> str:
        """Name reviewer and case."""
        return f"{self.reviewer}: {self.case}"

    @property
    def is_late(self) -> bool:
        """Whether its day has passed without an answer."""
        return self.submitted_at is None and self.withdrawn_at is None and self.due_on < clock.today()


class Recommendation(models.Model):
    """The team's word to the Kepala Daerah about signing a text (Pasal 46 ayat (2) huruf g); the newest counts."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="recommendations")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    advice = models.CharField(_("rekomendasi"), max_length=15, choices=Advice.choices)
    number = models.CharField(_("nomor"), max_length=120)
    dated = models.DateField(_("tanggal"))
    note = models.TextField(_("catatan"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("rekomendasi TKKSD")
        verbose_name_plural = _("rekomendasi TKKSD")
        ordering = ("naskah_id", "-dated", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("naskah", "region", "number"),
                name="recommendation_number_once",
                violation_error_message=_("Rekomendasi dengan nomor ini sudah dicatat."),
            )
        ]

    def __str__(self) -> str:
        """Name the recommendation by its word and number."""
        return f"{self.get_advice_display()} ({self.number})"
