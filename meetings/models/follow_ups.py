"""What is owed for a decision, until it is done and verified; carried from Rakor to Rakor as the same record."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import FOLLOW_UP_TONES, FollowUpState
from meetings.models.decisions import Decision
from meetings.models.meeting import Meeting, new_public_id
from meetings.querysets import FollowUpQuerySet


class FollowUp(models.Model):
    """One duty of one region (and office) for one decision; progress in percent."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="follow_ups", verbose_name=_("butir rumusan")
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        related_name="follow_ups",
        verbose_name=_("daerah penanggung jawab"),
    )
    office = models.ForeignKey(
        "regions.Office", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("perangkat daerah"),
    )  # fmt: skip
    target = models.CharField(_("sasaran"), max_length=500, blank=True)
    due_on = models.DateField(_("batas waktu"), null=True, blank=True, db_index=True)
    state = models.CharField(
        _("keadaan"), max_length=15, choices=FollowUpState, default=FollowUpState.BELUM, db_index=True
    )
    progress = models.PositiveSmallIntegerField(_("kemajuan (%)"), default=0)
    obstacle = models.TextField(_("kendala"), blank=True)
    done_on = models.DateField(_("selesai pada"), null=True, blank=True)
    verified_on = models.DateField(_("diverifikasi pada"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)
    changed_at = models.DateTimeField(_("diperbarui pada"), default=clock.now)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("tindak lanjut")
        verbose_name_plural = _("tindak lanjut")
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(progress__lte=100),
                name="meetings_followup_progress",
                violation_error_message=_("Kemajuan 0 sampai 100 persen."),
            ),
            # Two rules, for SQLite takes every NULL for another value.
            models.UniqueConstraint(
                fields=("decision", "region", "office"),
                name="meetings_followup_once",
                violation_error_message=_("Penanggung jawab ini sudah tercatat pada butir ini."),
            ),
            models.UniqueConstraint(
                fields=("decision", "region"),
                condition=Q(office__isnull=True),
                name="meetings_followup_region_once",
                violation_error_message=_("Penanggung jawab ini sudah tercatat pada butir ini."),
            ),
        )

    def __str__(self) -> str:
        return self.target or self.decision.text[:120]

    def get_absolute_url(self) -> str:
        """Address of the follow-up's page."""
        return reverse("meetings:follow_up", args=[self.public_id])

    @property
    def owner_name(self) -> str:
        """Who owes it: the office of the region, or its government."""
        return f"{self.office.name} {self.region.full_name}" if self.office else self.region.government_name

    @property
    def tone(self) -> str:
        """The colour of its state; red once it is late."""
        return "danger" if self.is_late else FOLLOW_UP_TONES[self.state]

    @property
    def standing_label(self) -> str:
        """Its state in words, with how late it is."""
        if not self.is_late:
            return str(self.get_state_display())
        return gettext("Terlambat %(days)s hari") % {"days": self.days_late}

    @property
    def days_late(self) -> int:
        """Days since its day passed with something still owed; 0 while it is not late."""
        return (clock.today() - self.due_on).days if self.is_late and self.due_on else 0

    @property
    def age(self) -> int:
        """Days from the meeting that asked for it until it was reported done, or until today; needs the meeting loaded."""
        begun = timezone.localtime(self.decision.meeting.starts_at).date()
        return max(((self.done_on or clock.today()) - begun).days, 0)

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in (FollowUpState.BELUM, FollowUpState.PROSES)

    @property
    def is_late(self) -> bool:
        """Whether its day has passed with something still owed."""
        return self.is_open and self.due_on is not None and self.due_on < clock.today()


class FollowUpEntry(models.Model):
    """History: what was reported, by whom, with which evidence; never changed."""

    follow_up = models.ForeignKey(
        FollowUp, on_delete=models.CASCADE, related_name="entries", verbose_name=_("tindak lanjut")
    )
    step = models.CharField(_("langkah"), max_length=30)
    state = models.CharField(_("keadaan"), max_length=15, choices=FollowUpState)
    progress = models.PositiveSmallIntegerField(_("kemajuan (%)"))
    text = models.TextField(_("uraian"), blank=True)
    obstacle = models.TextField(_("kendala"), blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bukti"),
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("oleh"),
    )  # fmt: skip
    actor_name = models.CharField(_("nama"), max_length=150)
    key = models.CharField(_("kunci kiriman"), max_length=64, blank=True, editable=False)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("catatan tindak lanjut")
        verbose_name_plural = _("catatan tindak lanjut")
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("follow_up", "key"), condition=~Q(key=""), name="meetings_entry_sent_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.step}: {self.get_state_display()}"


class Carry(models.Model):
    """An unfinished follow-up taken along into a later meeting: the same record, asked for again."""

    follow_up = models.ForeignKey(
        FollowUp, on_delete=models.CASCADE, related_name="carries", verbose_name=_("tindak lanjut")
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="carried", verbose_name=_("dibawa ke rapat")
    )
    reason = models.CharField(_("alasan"), max_length=300, blank=True)
    carried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), default=clock.now)

    class Meta:
        verbose_name = _("tindak lanjut yang dibawa")
        verbose_name_plural = _("tindak lanjut yang dibawa")
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("follow_up", "meeting"), name="meetings_carry_once"),)

    def __str__(self) -> str:
        return f"{self.follow_up} → {self.meeting}"
