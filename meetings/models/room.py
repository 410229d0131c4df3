"""What is written while people are in the room, and what each delegation says of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import RecordState, Stance
from meetings.models.agenda import AgendaItem
from meetings.models.invitations import Invitee
from meetings.models.meeting import Meeting


class LiveNote(models.Model):
    """One note of one note-taker: each has its own row, so nobody writes over another."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="notes", verbose_name=_("rapat")
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="notes",
        verbose_name=_("mata acara"),
    )  # fmt: skip
    text = models.TextField(_("catatan"))
    speaker = models.CharField(_("pembicara"), max_length=150, blank=True)
    key = models.CharField(_("kunci kiriman"), max_length=64, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("notulis")
    )
    at = models.DateTimeField(_("ditulis pada"), default=clock.now)
    dropped_at = models.DateTimeField(_("dihapus pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("catatan rapat")
        verbose_name_plural = _("catatan rapat")
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("meeting", "key"), name="meetings_note_sent_once"),)

    def __str__(self) -> str:
        return self.text[:80]


class Record(models.Model):
    """The rumusan (berita acara) of a meeting: it grows with the decisions, is read out, confirmed and locked.

    `edition` counts what the delegations were shown; a confirmation stands for the edition it was given to.
    """

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="record", verbose_name=_("rapat")
    )
    state = models.CharField(_("keadaan"), max_length=15, choices=RecordState, default=RecordState.DISUSUN)
    preamble = models.TextField(_("pembuka"), blank=True)
    closing = models.TextField(_("penutup"), blank=True)
    edition = models.PositiveSmallIntegerField(_("edisi"), default=0)
    shown = models.JSONField(_("teks yang dibaca delegasi"), default=dict, blank=True)
    shown_sha256 = models.CharField(_("sidik teks"), max_length=64, blank=True)
    shown_at = models.DateTimeField(_("dibacakan pada"), null=True, blank=True)
    locked_at = models.DateTimeField(_("dikunci pada"), null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dikunci oleh"),
    )  # fmt: skip
    number = models.OneToOneField(
        "agreements.IssuedNumber", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("nomor"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("rumusan rapat")
        verbose_name_plural = _("rumusan rapat")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=RecordState.TERKUNCI) | Q(locked_at__isnull=False),
                name="meetings_record_locked_when",
            ),
        )

    def __str__(self) -> str:
        return f"Rumusan {self.meeting}"


class Confirmation(models.Model):
    """What the head of one delegation said of one edition of the rumusan."""

    record = models.ForeignKey(
        Record, on_delete=models.CASCADE, related_name="confirmations", verbose_name=_("rumusan")
    )
    invitee = models.ForeignKey(
        Invitee, on_delete=models.PROTECT, related_name="confirmations", verbose_name=_("delegasi")
    )
    edition = models.PositiveSmallIntegerField(_("edisi"))
    stance = models.CharField(_("pernyataan"), max_length=10, choices=Stance)
    objection = models.TextField(_("keberatan"), blank=True)
    name = models.CharField(_("nama"), max_length=150)
    title = models.CharField(_("jabatan"), max_length=150, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("akun"),
    )  # fmt: skip
    at = models.DateTimeField(_("pada"), default=clock.now)

    class Meta:
        verbose_name = _("konfirmasi rumusan")
        verbose_name_plural = _("konfirmasi rumusan")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("record", "invitee", "edition"),
                name="meetings_confirmation_once",
                violation_error_message=_("Delegasi ini sudah menyatakan sikap atas edisi ini."),
            ),
            models.CheckConstraint(
                condition=~Q(stance=Stance.KEBERATAN) | ~Q(objection=""),
                name="meetings_objection_has_words",
                violation_error_message=_("Tuliskan keberatannya."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.get_stance_display()}"
