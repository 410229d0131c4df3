"""The test of a row and what a person found it to be (Pasal 364 ayat (1) UU 23/2014)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.law.triage import Destination, destination
from ksd.core import clock
from ksd.mapping.choices import RowVerdict
from ksd.mapping.models.rows import MappingRow


class RowTriage(models.Model):
    """Answers with their reasons, and the verdict with its own; one of each row, counted by revision."""

    row = models.OneToOneField(
        MappingRow, on_delete=models.CASCADE, related_name="triage", verbose_name=_("baris")
    )
    # By code of the question: answer, reason, and for a prefilled one what the data said and where that is from.
    answers: Any = models.JSONField(_("jawaban uji"), default=dict, blank=True)
    # By code of agreements.law.triage: whether the matter belongs elsewhere.
    screening: Any = models.JSONField(_("jawaban penapisan"), default=dict, blank=True)
    suggested = models.CharField(_("disarankan"), max_length=15, choices=RowVerdict, blank=True)
    verdict = models.CharField(_("hasil"), max_length=15, choices=RowVerdict, blank=True, db_index=True)
    destination = models.CharField(_("seharusnya diajukan ke"), max_length=20, blank=True)
    reason = models.TextField(_("alasan"), blank=True)
    verdict_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("ditetapkan oleh"),
    )  # fmt: skip
    verdict_at = models.DateTimeField(_("ditetapkan pada"), null=True, blank=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diubah oleh")
    )
    updated_at = models.DateTimeField(_("diubah pada"), default=clock.now)
    revision = models.PositiveIntegerField(default=1, editable=False)
    # Which wording of the row was tested; a later one asks for another look.
    row_revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("uji baris pemetaan")
        verbose_name_plural = _("uji baris pemetaan")
        ordering = ("row",)
        constraints = (
            models.CheckConstraint(
                condition=(Q(verdict=RowVerdict.BUKAN_KSD) & ~Q(destination=""))
                | (~Q(verdict=RowVerdict.BUKAN_KSD) & Q(destination="")),
                name="mapping_verdict_elsewhere_somewhere",
                violation_error_message=_("Yang bukan KSD menyebut tujuannya; yang lain tidak."),
            ),
            models.CheckConstraint(
                condition=Q(verdict="", verdict_by=None, verdict_at=None)
                | (~Q(verdict="") & ~Q(reason="") & Q(verdict_by__isnull=False, verdict_at__isnull=False)),
                name="mapping_verdict_of_somebody",
                violation_error_message=_("Hasil uji menyebut alasan, siapa, dan kapan."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.row}: {self.words}"

    @property
    def place(self) -> Destination | None:
        """Where the matter belongs instead; None when it is a KSD, or its destination left the list."""
        return destination(self.destination)

    @property
    def place_label(self) -> str:
        """The destination as people read it."""
        return self.place.label if self.place else self.destination

    @property
    def words(self) -> str:
        """The verdict in plain words, with where it belongs."""
        if not self.verdict:
            return str(_("Belum ditetapkan"))
        label = str(self.get_verdict_display())
        return f"{label}: {self.place_label}" if self.destination else label

    @property
    def given(self) -> dict[str, str]:
        """The answers alone, by code of the question."""
        return {code: entry.get("answer", "") for code, entry in self.answers.items()}

    @property
    def is_outdated(self) -> bool:
        """Whether the row was reworded after it was tested."""
        return self.row_revision != self.row.revision
