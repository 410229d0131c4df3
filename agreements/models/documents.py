"""The papers of a case and the answers given to the law's questions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.law.loading import document_rule
from agreements.law.schema import DocumentKind
from agreements.models.case import Case, Party
from agreements.querysets import CaseDocumentQuerySet
from ksd.core import clock


class CaseDocument(models.Model):
    """One revision of a paper the law asks for (KAK, telaahan, surat penawaran …); older ones are kept."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("jenis dokumen"), max_length=40)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    dated = models.DateField(_("tanggal surat"), null=True, blank=True)
    fields = models.JSONField(_("isi"), default=dict, blank=True)
    file = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas"),
    )
    revision = models.PositiveIntegerField(_("revisi"), default=1)
    is_current = models.BooleanField(_("berlaku"), default=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    objects = CaseDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("dokumen")
        verbose_name_plural = _("dokumen")
        ordering = ("kind", "-revision")
        constraints = [
            models.UniqueConstraint(fields=("case", "kind", "revision"), name="document_revision_once"),
            models.UniqueConstraint(
                fields=("case", "kind"), condition=Q(is_current=True), name="document_one_current"
            ),
        ]

    def __str__(self) -> str:
        """Name the paper."""
        return f"{self.rule.label} (revisi {self.revision})"

    @property
    def rule(self) -> DocumentKind:
        """What the law pack asks of this paper."""
        return document_rule(self.case.pack, self.kind)


class Answer(models.Model):
    """A yes or no to a question of the law, with its reason; DPRD questions are answered by each region."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answers")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, null=True, blank=True, related_name="answers")
    question = models.CharField(_("pertanyaan"), max_length=40)
    yes = models.BooleanField(_("jawaban ya"))
    reason = models.TextField(_("alasan"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dijawab oleh")
    )
    answered_at = models.DateTimeField(_("dijawab pada"), default=clock.now)

    class Meta:
        verbose_name = _("jawaban")
        verbose_name_plural = _("jawaban")
        ordering = ("case_id", "party_id", "question")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "question"), condition=Q(party__isnull=True), name="answer_once_per_case"
            ),
            models.UniqueConstraint(
                fields=("case", "party", "question"),
                condition=Q(party__isnull=False),
                name="answer_once_per_party",
            ),
        ]

    def __str__(self) -> str:
        """Show the question and its answer."""
        return f"{self.question}: {'ya' if self.yes else 'tidak'}"
