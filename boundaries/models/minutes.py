"""Berita acara of a segment: its text, who must sign it, who has, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boundaries.choices import STATE_TONES, MinutesState, SignerKind, SignerState
from boundaries.law import FormRule, form_of
from boundaries.models.papers import SegmentPaper
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment
from boundaries.models.teams import BoundaryTeamMember, team_name
from ksd.core import clock
from regions.models import Region


class BoundaryMinutes(models.Model):
    """One berita acara in one form, about one segment or (`others`) several."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("segmen batas")
    )
    others = models.ManyToManyField(
        Segment, blank=True, related_name="shared_minutes", verbose_name=_("segmen lain yang ikut dimuat")
    )
    keeper = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("provinsi yang menomori")
    )
    form = models.CharField(_("bentuk"), max_length=40)
    state = models.CharField(_("keadaan"), max_length=20, choices=MinutesState, default=MinutesState.DRAF)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    on = models.DateField(_("tanggal"))
    place = models.CharField(_("tempat"), max_length=200)
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes",
        verbose_name=_("putaran perundingan"),
    )  # fmt: skip
    opening = models.TextField(_("pembuka"), blank=True)
    points = models.TextField(_("butir"), help_text=_("Satu butir tiap baris."))
    asks_documents = models.BooleanField(_("daerah diminta menyampaikan dokumen tambahan"), default=False)
    signed_on = models.DateField(_("ditandatangani pada"), null=True, blank=True)
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("naskah bertanda tangan"),
    )  # fmt: skip
    ratified_on = models.DateField(_("disahkan pada"), null=True, blank=True)
    ratified_by = models.CharField(_("disahkan oleh"), max_length=200, blank=True)
    decree = models.CharField(_("tercantum dalam"), max_length=120, blank=True)
    is_example = models.BooleanField(_("ilustrasi"), default=False, help_text=_("Rekaan untuk peragaan."))
    revision = models.PositiveIntegerField(_("perubahan ke"), default=0, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("disusun oleh")
    )
    written_at = models.DateTimeField(_("disusun pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("berita acara batas")
        verbose_name_plural = _("berita acara batas")
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[MinutesState.DRAF, MinutesState.DIBATALKAN])
                | Q(signed_on__isnull=False) & ~Q(number=""),
                name="boundaries_minutes_signed_with_day",
                violation_error_message=_("Berita acara yang ditandatangani mempunyai nomor dan tanggal."),
            ),
            models.CheckConstraint(
                condition=~Q(state=MinutesState.TERCANTUM) | ~Q(decree=""),
                name="boundaries_minutes_in_decree",
                violation_error_message=_("Isi Permendagri yang mencantumkannya."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule.title} – {self.segment}"

    def get_absolute_url(self) -> str:
        """Address of its page, under its (first) segment."""
        return reverse("boundaries:minutes", args=[self.segment.slug, self.pk])

    @property
    def rule(self) -> FormRule:
        """Its form and who signs it."""
        return form_of(self.form)

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return STATE_TONES[self.state]

    @property
    def is_draft(self) -> bool:
        """Whether anything may still be signed."""
        return self.state == MinutesState.DRAF

    @property
    def is_fixed(self) -> bool:
        """Whether its words stand: a number was given."""
        return bool(self.number)

    @property
    def point_list(self) -> list[str]:
        """The points, one by one."""
        return [line.strip() for line in self.points.splitlines() if line.strip()]


class BoundarySigner(models.Model):
    """One party of a berita acara: whose team, which person, and whether the paper was signed, refused or waits."""

    minutes = models.ForeignKey(
        BoundaryMinutes, on_delete=models.PROTECT, related_name="signers", verbose_name=_("berita acara")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("atas nama wilayah")
    )
    kind = models.CharField(_("sebagai"), max_length=20, choices=SignerKind, default=SignerKind.TIM)
    member = models.ForeignKey(
        BoundaryTeamMember, on_delete=models.PROTECT, null=True, blank=True, related_name="signatures",
        verbose_name=_("anggota tim"),
    )  # fmt: skip
    name = models.CharField(_("nama"), max_length=150, blank=True)
    title = models.CharField(_("jabatan"), max_length=200, blank=True)
    must = models.BooleanField(_("wajib"), default=True)
    article = models.CharField(_("dasar"), max_length=200, blank=True)
    verified = models.BooleanField(_("terverifikasi"), default=False)
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    state = models.CharField(_("keadaan"), max_length=20, choices=SignerState, default=SignerState.MENUNGGU)
    signed_on = models.DateField(_("tanggal tanda tangan"), null=True, blank=True)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("pindaian"),
    )  # fmt: skip
    reason = models.TextField(_("keberatan atau alasan menolak"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    recorded_at = models.DateTimeField(_("dicatat pada"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("penanda tangan berita acara")
        verbose_name_plural = _("penanda tangan berita acara")
        ordering = ("minutes", "order", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["minutes", "member"], condition=Q(member__isnull=False),
                name="boundaries_signer_once",
                violation_error_message=_("Anggota ini sudah tercantum sebagai penanda tangan."),
            ),
            models.CheckConstraint(
                condition=Q(state=SignerState.MENANDATANGANI, signed_on__isnull=False)
                | ~Q(state=SignerState.MENANDATANGANI) & Q(signed_on__isnull=True),
                name="boundaries_signer_with_day",
                violation_error_message=_("Tanda tangan mempunyai tanggal."),
            ),
            models.CheckConstraint(
                condition=~Q(state=SignerState.MENOLAK) | ~Q(reason=""),
                name="boundaries_refusal_with_reason",
                violation_error_message=_("Tuliskan alasan menolak."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name or _('belum ditentukan')}, {self.party}"

    @property
    def party(self) -> str:
        """For whom the person signs."""
        return team_name(self.region) if self.kind == SignerKind.TIM else str(self.get_kind_display())

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return STATE_TONES[self.state]

    @property
    def is_free(self) -> bool:
        """Whether nothing was recorded yet."""
        return self.state == SignerState.MENUNGGU


class MinutesEvent(models.Model):
    """History: one act on one berita acara."""

    minutes = models.ForeignKey(
        BoundaryMinutes, on_delete=models.PROTECT, related_name="events", verbose_name=_("berita acara")
    )
    label = models.CharField(_("peristiwa"), max_length=160)
    note = models.TextField(_("keterangan"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("riwayat berita acara")
        verbose_name_plural = _("riwayat berita acara")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.label
