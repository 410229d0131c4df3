"""The notula with its corrections, and the report of a meeting to its superiors."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import MinutesState
from meetings.models.invitations import Invitee
from meetings.models.meeting import Meeting


class Minutes(models.Model):
    """The notula; what the meeting already knows (day, place, attendance, decisions) is not typed again."""

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="minutes", verbose_name=_("rapat")
    )
    state = models.CharField(_("keadaan"), max_length=15, choices=MinutesState, default=MinutesState.DRAF)
    nature = models.CharField(_("sifat rapat"), max_length=80, blank=True)
    opened_at = models.DateTimeField(_("rapat dibuka pukul"), null=True, blank=True)
    closed_at = models.DateTimeField(_("rapat ditutup pukul"), null=True, blank=True)
    chair = models.CharField(_("pimpinan rapat"), max_length=150, blank=True)
    chair_title = models.CharField(_("jabatan pimpinan rapat"), max_length=150, blank=True)
    secretary = models.CharField(_("sekretaris rapat"), max_length=150, blank=True)
    note_taker = models.CharField(_("notulis"), max_length=150, blank=True)
    note_taker_title = models.CharField(_("jabatan notulis"), max_length=150, blank=True)
    guests = models.TextField(_("undangan lain yang hadir"), blank=True)
    course = models.TextField(_("jalannya rapat"), blank=True)
    discussion = models.TextField(_("pokok pembahasan"), blank=True)
    conclusion = models.TextField(_("kesimpulan"), blank=True)
    correct_until = models.DateField(_("batas koreksi"), null=True, blank=True)
    sent_at = models.DateTimeField(_("dikirim untuk koreksi pada"), null=True, blank=True)
    signed_at = models.DateTimeField(_("disahkan pada"), null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("disahkan oleh"),
    )  # fmt: skip
    words = models.JSONField(_("isi saat disahkan"), default=dict, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("notula")
        verbose_name_plural = _("notula")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=MinutesState.DISAHKAN) | Q(signed_at__isnull=False),
                name="meetings_minutes_signed_when",
            ),
        )

    def __str__(self) -> str:
        return f"Notula {self.meeting}"


class Correction(models.Model):
    """What a participant would have otherwise in the notula, and what became of it."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("notula")
    )
    invitee = models.ForeignKey(
        Invitee, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("peserta")
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah"),
    )
    part = models.CharField(_("bagian"), max_length=40, blank=True)
    text = models.TextField(_("koreksi"))
    name = models.CharField(_("nama"), max_length=150)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("akun"),
    )  # fmt: skip
    at = models.DateTimeField(_("pada"), default=clock.now)
    accepted = models.BooleanField(_("diterima"), null=True)
    reply = models.CharField(_("tanggapan"), max_length=500, blank=True)
    answered_at = models.DateTimeField(_("ditanggapi pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("koreksi notula")
        verbose_name_plural = _("koreksi notula")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.text[:80]


class MeetingReport(models.Model):
    """The report of a meeting to the Sekda or the Gubernur; its annexes are gathered when it is printed."""

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="report", verbose_name=_("rapat")
    )
    addressee = models.CharField(_("kepada"), max_length=200, blank=True)
    introduction = models.TextField(_("pendahuluan"), blank=True)
    course = models.TextField(_("pelaksanaan"), blank=True)
    conclusion = models.TextField(_("kesimpulan"), blank=True)
    advice = models.TextField(_("saran"), blank=True)
    signer = models.CharField(_("penanda tangan"), max_length=150, blank=True)
    signer_title = models.CharField(_("jabatan penanda tangan"), max_length=150, blank=True)
    number = models.OneToOneField(
        "agreements.IssuedNumber", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("nomor"),
    )  # fmt: skip
    sent_on = models.DateField(_("dikirim pada"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("diubah pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("laporan rapat")
        verbose_name_plural = _("laporan rapat")

    def __str__(self) -> str:
        return f"Laporan {self.meeting}"
