"""What a meeting is planned with: its KAK with the budget, and the speeches held in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.models.meeting import Meeting


class MeetingPlan(models.Model):
    """The kerangka acuan kegiatan (KAK) of a meeting; the amount is in whole rupiah."""

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="plan", verbose_name=_("rapat")
    )
    background = models.TextField(_("latar belakang"), blank=True)
    legal_basis = models.TextField(_("dasar hukum"), blank=True)
    aim = models.TextField(_("maksud dan tujuan"), blank=True)
    audience = models.TextField(_("peserta"), blank=True)
    speakers = models.TextField(_("narasumber"), blank=True)
    method = models.TextField(_("metode"), blank=True)
    output = models.TextField(_("keluaran"), blank=True)
    timetable = models.TextField(_("jadwal persiapan"), blank=True)
    responsible = models.CharField(_("penanggung jawab"), max_length=200, blank=True)
    budget = models.DecimalField(
        _("anggaran (rupiah)"), max_digits=15, decimal_places=0, null=True, blank=True
    )
    budget_source = models.CharField(_("sumber anggaran (DPA, sub kegiatan)"), max_length=250, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("diubah pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("KAK rapat")
        verbose_name_plural = _("KAK rapat")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(budget__isnull=True) | models.Q(budget__gte=0),
                name="meetings_plan_budget",
                violation_error_message=_("Anggaran tidak boleh negatif."),
            ),
        )

    def __str__(self) -> str:
        return f"KAK {self.meeting}"


class Speech(models.Model):
    """A speech: whose it is, and who reads it out when somebody else does."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="speeches", verbose_name=_("rapat")
    )
    item = models.ForeignKey(
        "meetings.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="speeches",
        verbose_name=_("mata acara"),
    )  # fmt: skip
    order = models.PositiveSmallIntegerField(_("urutan"), default=1)
    title = models.CharField(_("judul"), max_length=200)
    owner = models.CharField(_("pemilik sambutan"), max_length=150)
    owner_title = models.CharField(_("jabatan pemilik"), max_length=150)
    reader = models.CharField(_("dibacakan oleh"), max_length=150, blank=True)
    reader_title = models.CharField(_("jabatan pembaca"), max_length=150, blank=True)
    text = models.TextField(_("isi atau pokok sambutan"), blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas"),
    )

    class Meta:
        verbose_name = _("sambutan")
        verbose_name_plural = _("sambutan")
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def spoken_by(self) -> str:
        """As minutes say it: the owner, and who read it out."""
        own = f"{self.owner_title} {self.owner}".strip()
        return f"{own}, dibacakan oleh {self.reader_title} {self.reader}".strip() if self.reader else own
