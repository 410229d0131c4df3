"""The signing of a text: its event, who carries the originals, what each party has done, what was checked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import EventState, MarkStep, SigningMode
from agreements.models.case import Party
from agreements.models.naskah import Naskah, NaskahParty
from ksd.core import clock


class SigningEvent(models.Model):
    """When, where and how a text is signed: planned, then held (F35)."""

    naskah = models.OneToOneField(Naskah, on_delete=models.CASCADE, related_name="event")
    on = models.DateField(_("tanggal"))
    place = models.CharField(_("tempat"), max_length=150)
    mode = models.CharField(_("cara penandatanganan"), max_length=20, choices=SigningMode.choices)
    agenda = models.TextField(_("catatan acara"), blank=True)
    state = models.CharField(
        _("keadaan"), max_length=15, choices=EventState.choices, default=EventState.PLANNED
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("acara penandatanganan")
        verbose_name_plural = _("acara penandatanganan")
        ordering = ("-on", "pk")

    def __str__(self) -> str:
        """Name place and day."""
        return f"{self.place}, {self.on:%d-%m-%Y}"


class Courier(models.Model):
    """One original on its way between two parties, while signatures are collected desk by desk."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="couriers")
    original = models.PositiveSmallIntegerField(_("naskah asli nomor"))
    carrier = models.CharField(_("pembawa"), max_length=150)
    sender = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("dari"))
    receiver = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("kepada"))
    handed_on = models.DateField(_("diserahkan pada"))
    received_on = models.DateField(_("diterima pada"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("pengantaran naskah asli")
        verbose_name_plural = _("pengantaran naskah asli")
        ordering = ("naskah_id", "handed_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("naskah", "original"),
                condition=Q(received_on__isnull=True),
                name="courier_one_way_at_a_time",
                violation_error_message=_("Naskah asli ini masih dalam perjalanan."),
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("handed_on")),
                name="courier_received_after_handed",
                violation_error_message=_("Tanggal diterima tidak boleh sebelum tanggal diserahkan."),
            ),
            models.CheckConstraint(
                condition=~Q(sender=F("receiver")),
                name="courier_between_two_parties",
                violation_error_message=_("Pengirim dan penerima harus pihak yang berbeda."),
            ),
        ]

    def __str__(self) -> str:
        """Name the original and its way."""
        return f"{self.original}: {self.sender} → {self.receiver}"


class SigningMark(models.Model):
    """What a party has done around its signature, with who noted it; written once (F39)."""

    row = models.ForeignKey(NaskahParty, on_delete=models.CASCADE, related_name="marks")
    step = models.CharField(_("langkah"), max_length=15, choices=MarkStep.choices)
    on = models.DateField(_("tanggal"))
    note = models.CharField(_("catatan"), max_length=250, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pelaku")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("status penandatanganan")
        verbose_name_plural = _("status penandatanganan")
        ordering = ("row_id", "at")
        constraints = [
            models.UniqueConstraint(
                fields=("row", "step"),
                name="signing_mark_once",
                violation_error_message=_("Langkah ini sudah dicatat."),
            )
        ]

    def __str__(self) -> str:
        """Say what was done."""
        return f"{self.row.party}: {self.get_step_display()}"


class SigningCheck(models.Model):
    """The check of a signed paper by a party: paraf, meterai, stempel, tanggal, number of copies (F37)."""

    row = models.OneToOneField(NaskahParty, on_delete=models.CASCADE, related_name="check_list")
    done = models.JSONField(_("yang sudah ada"), default=list)
    copies = models.PositiveSmallIntegerField(_("jumlah naskah asli yang diperiksa"))
    note = models.CharField(_("catatan"), max_length=250, blank=True)
    complete = models.BooleanField(_("lengkap"), default=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pemeriksa")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("diperiksa pada"), default=clock.now)

    class Meta:
        verbose_name = _("pemeriksaan naskah bertanda tangan")
        verbose_name_plural = _("pemeriksaan naskah bertanda tangan")
        ordering = ("row_id",)

    def __str__(self) -> str:
        """Say who checked for which party."""
        return f"{self.row.party}: {self.actor_name}"


class ReplacedCopy(models.Model):
    """A scanned signed copy that was replaced by a better one; the old file stays on record."""

    row = models.ForeignKey(NaskahParty, on_delete=models.CASCADE, related_name="replaced_copies")
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("alasan"), max_length=250)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pelaku")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    at = models.DateTimeField(_("diganti pada"), default=clock.now)

    class Meta:
        verbose_name = _("salinan bertanda tangan lama")
        verbose_name_plural = _("salinan bertanda tangan lama")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Name the party and the day."""
        return f"{self.row.party} ({self.at:%d-%m-%Y})"
