"""The agenda: sections, timed items, and what regions would like to see on it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import WAITING, WISH_TONES, BacklogState, ItemKind, ItemState
from meetings.models.meeting import Meeting, new_public_id
from meetings.querysets import AgendaItemQuerySet, BacklogQuerySet


class About(models.Model):
    """What a line speaks of: a cooperation, a boundary segment, a rule, an earlier follow-up."""

    case = models.ForeignKey(
        "agreements.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kerja sama"),
    )  # fmt: skip
    segment = models.ForeignKey(
        "boundaries.Segment", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("segmen batas"),
    )  # fmt: skip
    follow_up = models.ForeignKey(
        "meetings.FollowUp", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("tindak lanjut lama"),
    )  # fmt: skip

    class Meta:
        abstract = True


class AgendaSection(models.Model):
    """A part of the agenda, such as a day, a session or a commission."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="sections", verbose_name=_("rapat")
    )
    title = models.CharField(_("judul bagian"), max_length=200)
    order = models.PositiveSmallIntegerField(_("urutan"), default=1)

    class Meta:
        verbose_name = _("bagian agenda")
        verbose_name_plural = _("bagian agenda")
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.title


class AgendaItem(About):
    """One line of the agenda. `source` names what proposed it ("tindak_lanjut:12"), so that nothing enters twice."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="items", verbose_name=_("rapat")
    )
    section = models.ForeignKey(
        AgendaSection, on_delete=models.CASCADE, related_name="items", verbose_name=_("bagian")
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=1)
    kind = models.CharField(_("jenis acara"), max_length=20, choices=ItemKind, default=ItemKind.PEMBAHASAN)
    title = models.CharField(_("acara"), max_length=300)
    starts_at = models.DateTimeField(_("mulai"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("menit"), default=15)
    presenter = models.CharField(_("penyaji atau penanggung jawab"), max_length=200, blank=True)
    room = models.CharField(_("ruang"), max_length=120, blank=True)
    link = models.URLField(_("tautan daring"), blank=True)
    note = models.TextField(_("keterangan"), blank=True)
    reason = models.CharField(_("alasan masuk agenda"), max_length=500, blank=True)
    source = models.CharField(_("asal usul"), max_length=60, blank=True)
    proposed_by = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diusulkan oleh"),
    )  # fmt: skip
    state = models.CharField(_("keadaan"), max_length=15, choices=ItemState, default=ItemState.MENUNGGU)
    begun_at = models.DateTimeField(_("dimulai pada"), null=True, blank=True)
    ended_at = models.DateTimeField(_("berakhir pada"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("mata acara")
        verbose_name_plural = _("mata acara")
        ordering = ("section__order", "section_id", "order", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=1440),
                name="meetings_item_minutes",
                violation_error_message=_("Lama acara 1 sampai 1440 menit."),
            ),
            models.UniqueConstraint(
                fields=("meeting", "source"),
                condition=~Q(source=""),
                name="meetings_item_source_once",
                violation_error_message=_("Usul ini sudah masuk agenda."),
            ),
            models.UniqueConstraint(
                fields=("meeting",), condition=Q(state="berjalan"), name="meetings_item_one_running"
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def speaker(self) -> str:
        """Who answers for it; of a speech its owner and, where somebody else reads it out, the reader."""
        speeches = "; ".join(speech.spoken_by for speech in self.speeches.all())
        return speeches or self.presenter


class SetAside(models.Model):
    """A suggestion a meeting does not speak of, with the reason; it may be offered again."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="set_aside", verbose_name=_("rapat")
    )
    source = models.CharField(_("asal usul"), max_length=60)
    title = models.CharField(_("usulan"), max_length=300)
    reason = models.CharField(_("alasan tidak dibahas"), max_length=500)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    set_at = models.DateTimeField(_("pada"), default=clock.now)

    class Meta:
        verbose_name = _("usulan yang tidak dibahas")
        verbose_name_plural = _("usulan yang tidak dibahas")
        ordering = ("-set_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "source"),
                name="meetings_set_aside_once",
                violation_error_message=_("Usulan ini sudah dicatat tidak dibahas."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class BacklogItem(About):
    """What a region would like a coming meeting to speak of."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="agenda_wishes", verbose_name=_("pengusul")
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="wishes",
        verbose_name=_("rapat"),
    )
    title = models.CharField(_("usul acara"), max_length=300)
    reason = models.TextField(_("alasan"))
    state = models.CharField(
        _("keadaan"), max_length=15, choices=BacklogState, default=BacklogState.DIUSULKAN, db_index=True
    )
    reply = models.CharField(_("jawaban penyelenggara"), max_length=500, blank=True)
    item = models.OneToOneField(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="wish",
        verbose_name=_("mata acara"),
    )  # fmt: skip
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diusulkan oleh")
    )
    proposed_at = models.DateTimeField(_("diusulkan pada"), default=clock.now)
    decided_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)

    objects = BacklogQuerySet.as_manager()

    class Meta:
        verbose_name = _("usul acara")
        verbose_name_plural = _("usul acara")
        ordering = ("-proposed_at", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the wish."""
        return reverse("meetings:wish", args=[self.public_id])

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return WISH_TONES[self.state]

    @property
    def is_waiting(self) -> bool:
        """Whether an organiser may still take it up."""
        return self.state in WAITING
