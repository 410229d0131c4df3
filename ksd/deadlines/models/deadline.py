"""A term that runs against somebody, why it ends when it ends, and the reminders of it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from ksd.deadlines.calendar import DayType, Unit
from ksd.deadlines.nearness import how_near
from ksd.deadlines.querysets import DeadlineQuerySet


class DeadlineState(models.TextChoices):
    """The life of a deadline; that its day has passed is seen by date, not stored."""

    OPEN = "open", _("Berjalan")
    MET = "met", _("Terpenuhi")
    CANCELLED = "cancelled", _("Dihentikan")


class Deadline(models.Model):
    """A day by which something is due, with its legal basis and the way it was counted."""

    content_type = models.ForeignKey(
        ContentType, models.PROTECT, related_name="+", verbose_name=_("jenis pokok")
    )
    object_id = models.PositiveBigIntegerField(_("nomor pokok"))
    subject = GenericForeignKey("content_type", "object_id")
    code = models.CharField(_("kode"), max_length=60)
    title = models.CharField(_("tenggat"), max_length=200)
    legal_basis = models.CharField(_("dasar hukum"), max_length=250, blank=True)
    explanation = models.TextField(_("penjelasan"), blank=True)
    base_date = models.DateField(_("tanggal dasar"))
    base_label = models.CharField(_("peristiwa dasar"), max_length=200)
    length = models.PositiveIntegerField(_("lama"))
    unit = models.CharField(_("satuan"), max_length=5, choices=Unit, default=Unit.DAY)
    day_type = models.CharField(_("jenis hari"), max_length=8, choices=DayType, default=DayType.CALENDAR)
    computed_on = models.DateField(_("jatuh tempo menurut hitungan"))
    override_on = models.DateField(_("jatuh tempo yang ditetapkan"), null=True, blank=True)
    override_reason = models.TextField(_("alasan penetapan"), blank=True)
    overridden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditetapkan oleh"),
    )
    due_on = models.DateField(_("jatuh tempo"), db_index=True)
    responsible_region = models.ForeignKey(
        "regions.Region",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah penanggung jawab"),
    )
    responsible_label = models.CharField(_("penanggung jawab"), max_length=200, blank=True)
    on_lapse = models.TextField(_("bila terlewat"), blank=True)
    link = models.CharField(_("alamat halaman"), max_length=300, blank=True)
    state = models.CharField(_("keadaan"), max_length=10, choices=DeadlineState, default=DeadlineState.OPEN)
    met_on = models.DateField(_("terpenuhi pada"), null=True, blank=True)
    paused_on = models.DateField(_("dihentikan sementara sejak"), null=True, blank=True)
    regions = models.ManyToManyField(
        "regions.Region", related_name="+", blank=True, verbose_name=_("daerah yang diingatkan")
    )
    lapse_regions = models.ManyToManyField(
        "regions.Region",
        related_name="+",
        blank=True,
        verbose_name=_("daerah yang diberi tahu bila terlewat"),
        help_text=_("Daerah lain yang menunggu; tidak diingatkan sebelumnya."),
    )
    audience = models.CharField(_("izin yang diingatkan"), max_length=60, default="agreements.answer")
    remind_days = models.JSONField(_("hari pengingat"), default=list)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditutup oleh"),
    )

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        """Soonest first; one open deadline per matter and code."""

        verbose_name = _("tenggat")
        verbose_name_plural = _("tenggat")
        ordering = ("due_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("content_type", "object_id", "code"),
                condition=Q(state="open"),
                name="deadlines_deadline_one_open",
                violation_error_message=_("Tenggat yang sama masih berjalan."),
            ),
            models.CheckConstraint(
                condition=Q(override_on=None) | ~Q(override_reason=""),
                name="deadlines_deadline_override_has_reason",
                violation_error_message=_("Penetapan tanggal lain harus disertai alasan."),
            ),
        ]

    def __str__(self) -> str:
        """Return the title and the day."""
        return f"{self.title} ({self.due_on:%d-%m-%Y})"

    @property
    def is_open(self) -> bool:
        """Tell whether the term still runs."""
        return self.state == DeadlineState.OPEN

    @property
    def is_paused(self) -> bool:
        """Tell whether the clock stands still while the other side holds the matter."""
        return self.is_open and self.paused_on is not None

    @property
    def days_left(self) -> int:
        """Return the days to the due date, negative when it has passed; in a pause those left when it began."""
        return (self.due_on - (self.paused_on or clock.today())).days

    @property
    def is_overdue(self) -> bool:
        """Tell whether the term runs although its day has passed."""
        return self.is_open and self.days_left < 0

    @property
    def countdown(self) -> str:
        """Return how near it is, in words."""
        if not self.is_open:
            return str(self.get_state_display())
        if self.is_paused:
            return gettext("berhenti, sisa %(days)s hari") % {"days": self.days_left}
        return how_near(self.due_on, clock.today())

    @property
    def page(self) -> str:
        """Return the page where the matter is handled, or the deadline's own."""
        return self.link or reverse("deadlines:deadline", args=[self.pk])

    @property
    def tone(self) -> str:
        """Return the colour of its badge."""
        if not self.is_open:
            return "success" if self.state == DeadlineState.MET else "secondary"
        if self.is_paused:
            return "secondary"
        return "danger" if self.days_left < 0 else "warning" if self.days_left <= 7 else "info"


class DeadlineChange(models.Model):
    """One moving of a due date by a person: from, to, why."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="changes", verbose_name=_("tenggat"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), default=clock.now)
    from_due = models.DateField(_("semula"))
    to_due = models.DateField(_("menjadi"))
    reason = models.TextField(_("alasan"))

    class Meta:
        """Newest first."""

        verbose_name = _("perubahan tenggat")
        verbose_name_plural = _("perubahan tenggat")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return from and to."""
        return f"{self.from_due:%d-%m-%Y} → {self.to_due:%d-%m-%Y}"


class Reminder(models.Model):
    """One milestone before (or, with -1, after) a due date; claimed once by a sweep."""

    deadline = models.ForeignKey(
        Deadline, models.CASCADE, related_name="reminders", verbose_name=_("tenggat")
    )
    days_before = models.SmallIntegerField(_("hari sebelum jatuh tempo"))
    due_on = models.DateField(_("diingatkan pada"))
    claimed_at = models.DateTimeField(_("diambil pada"), null=True, blank=True)

    class Meta:
        """One row per deadline and milestone."""

        verbose_name = _("pengingat")
        verbose_name_plural = _("pengingat")
        ordering = ("due_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("deadline", "days_before"),
                name="deadlines_reminder_once",
                violation_error_message=_("Pengingat itu sudah ada."),
            )
        ]
        indexes = [
            models.Index(
                fields=("due_on",), name="deadlines_reminder_unclaimed", condition=Q(claimed_at=None)
            )
        ]

    def __str__(self) -> str:
        """Return how many days before."""
        return f"H-{self.days_before}" if self.days_before >= 0 else "terlewat"
