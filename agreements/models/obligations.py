"""Rights and obligations of the parties under a signed text, each with its owner, day and proof."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.choices import Every, ObligationKind, ObligationState
from agreements.models.case import Party
from agreements.models.naskah import Naskah
from agreements.models.recorded import Recorded, proof_field
from agreements.querysets import ObligationQuerySet
from ksd.core import clock


class Obligation(models.Model):
    """One right or duty of one party; `due_on` is the next day it falls due."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="obligations")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="obligations", verbose_name=_("pihak")
    )
    order = models.PositiveSmallIntegerField(_("urutan"))
    kind = models.CharField(_("jenis"), max_length=10, choices=ObligationKind.choices)
    wording = models.TextField(_("uraian"))
    place = models.CharField(_("letak dalam naskah"), max_length=120, blank=True)
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("perangkat daerah penanggung jawab"),
    )
    person = models.CharField(_("orang penanggung jawab"), max_length=150, blank=True)
    every = models.CharField(_("berulang"), max_length=10, choices=Every.choices, default=Every.ONCE)
    first_due_on = models.DateField(_("jatuh tempo pertama"), null=True, blank=True)
    due_on = models.DateField(_("jatuh tempo"), null=True, blank=True, db_index=True)
    proof_wanted = models.CharField(_("bukti yang diminta"), max_length=200, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=ObligationState.choices, default=ObligationState.WAITING
    )
    done_on = models.DateField(_("terpenuhi pada"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = _("hak atau kewajiban")
        verbose_name_plural = _("hak dan kewajiban")
        ordering = ("naskah_id", "party__order", "order")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "order"), name="obligation_order_once"),
            models.CheckConstraint(
                condition=~Q(state="terpenuhi") | Q(done_on__isnull=False),
                name="obligation_done_has_day",
                violation_error_message=_("Isi tanggal terpenuhinya."),
            ),
            models.CheckConstraint(
                condition=Q(every="sekali") | Q(due_on__isnull=False),
                name="obligation_recurring_has_day",
                violation_error_message=_("Kewajiban yang berulang memerlukan tanggal jatuh tempo pertama."),
            ),
        ]
        indexes = [models.Index(fields=("state", "due_on"), name="obligation_due")]

    def __str__(self) -> str:
        """Quote the beginning of its wording."""
        return self.wording[:80]

    def get_absolute_url(self) -> str:
        """Give the address of its page within the case."""
        return reverse("agreements:obligation", args=[self.naskah.case.public_id, self.pk])

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in ObligationState.open()

    @property
    def is_late(self) -> bool:
        """Whether its day has passed while it is still owed."""
        return self.is_open and self.due_on is not None and self.due_on < clock.today()

    @property
    def owner(self) -> str:
        """Who of the party answers for it."""
        parts = [self.office.name if self.office else "", self.person]
        return ", ".join(part for part in parts if part) or self.party.short_name

    @property
    def standing(self) -> str:
        """Its state as people read it; lateness is derived."""
        return gettext("Lewat") if self.is_late else str(self.get_state_display())

    @property
    def tone(self) -> str:
        """The colour of its badge."""
        if self.is_late:
            return "danger"
        return {"terpenuhi": "success", "berjalan": "primary"}.get(self.state, "secondary")


class ObligationEntry(Recorded):
    """One thing that happened to an obligation: recorded, changed, begun, fulfilled, reopened, removed."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="entries")
    what = models.CharField(_("peristiwa"), max_length=120)
    on = models.DateField(_("tanggal"))
    due_on = models.DateField(_("untuk jatuh tempo"), null=True, blank=True)
    note = models.TextField(_("keterangan"), blank=True)
    proof = proof_field()

    class Meta:
        verbose_name = _("riwayat kewajiban")
        verbose_name_plural = _("riwayat kewajiban")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Say what happened and when."""
        return f"{self.what} ({self.on})"
