"""Terms as rules the Biro keeps, and the events on a segment that let them run."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from boundaries.choices import SegmentKind, TermEvent, TermUnit
from boundaries.models.minutes import BoundaryMinutes
from boundaries.models.papers import SegmentPaper
from boundaries.models.segment import Segment
from ksd.core import clock
from ksd.deadlines.calendar import DayType
from regions.models import Region

# Stands for "always" where no first day is given.
LONG_AGO = date(1, 1, 1)


class BoundaryTerm(models.Model):
    """One rule of time: how long, from what, by which source, checked or not; empty while nobody has read it."""

    code = models.SlugField(_("kode"), max_length=40)
    label = models.CharField(_("ketentuan"), max_length=200)
    level = models.CharField(
        _("berlaku bagi segmen"),
        max_length=20,
        choices=SegmentKind,
        blank=True,
        help_text=_("Kosongkan bila berlaku di dalam provinsi dan antarprovinsi."),
    )
    event = models.CharField(_("mulai dihitung dari"), max_length=30, choices=TermEvent)
    amount = models.PositiveSmallIntegerField(
        _("lama"), null=True, blank=True,
        help_text=_("Kosongkan bila belum dibaca dalam naskah peraturan; tidak ada tenggat yang berjalan."),
    )  # fmt: skip
    unit = models.CharField(_("satuan"), max_length=10, choices=TermUnit, default=TermUnit.DAY)
    day_type = models.CharField(_("jenis hari"), max_length=10, choices=DayType, default=DayType.CALENDAR)
    source = models.CharField(_("pasal atau sumber"), max_length=250, blank=True)
    verified = models.BooleanField(
        _("terverifikasi"), default=False, help_text=_("Centang sesudah sumbernya dibaca sendiri.")
    )
    valid_from = models.DateField(_("berlaku mulai"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    revision = models.PositiveIntegerField(_("perubahan ke"), default=0, editable=False)

    class Meta:
        verbose_name = _("ketentuan waktu batas daerah")
        verbose_name_plural = _("ketentuan waktu batas daerah")
        ordering = ("code", "level", "valid_from", "pk")
        constraints = (
            models.UniqueConstraint(
                "code", "level", Coalesce("valid_from", Value(LONG_AGO)),
                name="boundaries_term_once",
                violation_error_message=_("Ketentuan dengan kode dan awal masa berlaku ini sudah ada."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="boundaries_term_validity",
                violation_error_message=_("Masa berlaku tidak boleh berakhir sebelum dimulai."),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=1) & ~Q(source=""),
                name="boundaries_term_sourced",
                violation_error_message=_("Isi pasal atau sumber lama waktunya."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.label

    @property
    def length_label(self) -> str:
        """How long, in words; empty while nobody filled it in."""
        if self.amount is None:
            return ""
        unit = self.get_day_type_display() if self.unit == TermUnit.DAY else self.get_unit_display()
        return f"{self.amount} {unit}"

    def is_valid(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    @property
    def has_expired(self) -> bool:
        """Whether it only informs any more."""
        return self.valid_to is not None and self.valid_to < clock.today()


class BoundaryTermChange(models.Model):
    """History: what a rule of time was before somebody changed it, and why."""

    term = models.ForeignKey(
        BoundaryTerm, on_delete=models.PROTECT, related_name="changes", verbose_name=_("ketentuan")
    )
    before = models.TextField(_("semula"), blank=True)
    after = models.TextField(_("menjadi"))
    reason = models.TextField(_("alasan"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("perubahan ketentuan waktu")
        verbose_name_plural = _("perubahan ketentuan waktu")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.term}: {self.after}"


class BoundaryEvent(models.Model):
    """Something that happened to a segment and lets a term run, whether or not its length is known."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="term_events", verbose_name=_("segmen batas")
    )
    kind = models.CharField(_("peristiwa"), max_length=30, choices=TermEvent)
    on = models.DateField(_("tanggal"))
    note = models.TextField(_("keterangan"), blank=True)
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dokumen"),
    )  # fmt: skip
    minutes = models.ForeignKey(
        BoundaryMinutes, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berita acara"),
    )  # fmt: skip
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)
    closed_on = models.DateField(_("selesai pada"), null=True, blank=True)
    outcome = models.TextField(_("hasil"), blank=True)

    class Meta:
        verbose_name = _("peristiwa bertenggat")
        verbose_name_plural = _("peristiwa bertenggat")
        ordering = ("-on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "kind"], condition=Q(closed_on__isnull=True, minutes__isnull=True),
                name="boundaries_event_open_once",
                violation_error_message=_("Peristiwa yang sama masih berjalan pada segmen ini."),
            ),
            models.UniqueConstraint(
                fields=["segment", "minutes"], condition=Q(minutes__isnull=False),
                name="boundaries_event_of_minutes_once",
                violation_error_message=_("Peristiwa berita acara ini sudah dicatat."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes an answer."""
        return self.closed_on is None


class EventAnswer(models.Model):
    """What one region answered to an event: its documents, its yes or no to a garis kajian."""

    event = models.ForeignKey(
        BoundaryEvent, on_delete=models.PROTECT, related_name="answers", verbose_name=_("peristiwa")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("atas nama")
    )
    on = models.DateField(_("tanggal"))
    text = models.TextField(_("isi jawaban"))
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dokumen"),
    )  # fmt: skip
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("jawaban daerah")
        verbose_name_plural = _("jawaban daerah")
        ordering = ("event", "on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["event", "region"], name="boundaries_answer_once",
                violation_error_message=_("Daerah ini sudah menjawab."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.region}: {self.text}"
