"""What may come after the decree: reviews by a court, and changes under Pasal 34 Permendagri 141/2017."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boundaries.choices import VERDICT_TONES, AmendmentState, Court, Verdict
from boundaries.models.papers import SegmentPaper
from boundaries.models.regulations import Regulation
from boundaries.models.segment import Segment
from ksd.core import clock
from regions.models import Region


class CourtCase(models.Model):
    """One review: of a Permendagri by the Mahkamah Agung, of a law by the Mahkamah Konstitusi."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="court_cases", verbose_name=_("segmen batas")
    )
    court = models.CharField(_("pengadilan"), max_length=4, choices=Court)
    number = models.CharField(
        _("nomor perkara"), max_length=80, blank=True, help_text=_("Misalnya: 10/PUU-XXII/2024.")
    )
    object = models.CharField(_("yang diuji"), max_length=300)
    filed_on = models.DateField(_("didaftarkan"), null=True, blank=True)
    decided_on = models.DateField(_("diputus"), null=True, blank=True)
    verdict = models.CharField(_("putusan"), max_length=20, choices=Verdict, default=Verdict.BERJALAN)
    note = models.TextField(_("catatan"), blank=True)
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="court_cases",
        verbose_name=_("berkas perkara"),
    )  # fmt: skip
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("perkara pengadilan")
        verbose_name_plural = _("perkara pengadilan")
        ordering = ("segment", "-decided_on", "-filed_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["segment", "court", "number"], condition=~Q(number=""),
                name="boundaries_court_case_once",
                violation_error_message=_("Perkara dengan nomor ini sudah tercatat pada segmen ini."),
            ),
            models.CheckConstraint(
                condition=Q(filed_on=None) | Q(decided_on=None) | Q(decided_on__gte=F("filed_on")),
                name="boundaries_court_case_order",
                violation_error_message=_("Perkara diputus sesudah didaftarkan, bukan sebelumnya."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_court_display()} {self.number}".strip()

    @property
    def tone(self) -> str:
        """The colour of its verdict: one that touches the decree stands out."""
        return VERDICT_TONES[Verdict(self.verdict)]


class Amendment(models.Model):
    """A wish to change or correct a boundary already set, and what became of it."""

    segment = models.ForeignKey(
        Segment, on_delete=models.PROTECT, related_name="amendments", verbose_name=_("segmen batas")
    )
    proposed_on = models.DateField(_("diajukan pada"))
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("diajukan oleh"), help_text=_("Kosongkan bila diajukan bersama."),
    )  # fmt: skip
    reason = models.TextField(_("alasan"))
    state = models.CharField(
        _("keadaan"), max_length=12, choices=AmendmentState, default=AmendmentState.DIAJUKAN
    )
    decided_on = models.DateField(_("diputuskan pada"), null=True, blank=True)
    regulation = models.ForeignKey(
        Regulation, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("peraturan perubahannya"),
    )  # fmt: skip
    paper = models.ForeignKey(
        SegmentPaper, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments",
        verbose_name=_("dokumen usul"),
    )  # fmt: skip
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dicatat oleh"),
    )  # fmt: skip
    added_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("perubahan batas menurut Pasal 34")
        verbose_name_plural = _("perubahan batas menurut Pasal 34")
        ordering = ("segment", "-proposed_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("proposed_on")),
                name="boundaries_amendment_order",
                violation_error_message=_("Usul diputuskan sesudah diajukan, bukan sebelumnya."),
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.proposed_on}"
