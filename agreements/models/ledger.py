"""The depositary ledger: each party's acts, sealed in a chain, and the daily anchors over all chains (F41)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models.case import Case, CaseEvent
from agreements.querysets.ledger import LedgerEntryQuerySet
from ksd.core import clock


class LedgerEntry(models.Model):
    """One sealed act; `agreements.ledger.verify` says how it is sealed. Never changed, never removed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ledger")
    event = models.OneToOneField(CaseEvent, on_delete=models.CASCADE, related_name="ledger_entry")
    sequence = models.PositiveIntegerField(_("nomor urut"))
    payload = models.JSONField(_("isi"))
    content = models.CharField(_("sidik isi"), max_length=64)
    previous = models.CharField(_("segel sebelumnya"), max_length=64)
    hash = models.CharField(_("segel"), max_length=64)
    sealed_at = models.DateTimeField(_("disegel pada"), default=clock.now)

    objects = LedgerEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("catatan buku penyimpanan")
        verbose_name_plural = _("buku penyimpanan")
        ordering = ("case_id", "sequence")
        constraints = [models.UniqueConstraint(fields=("case", "sequence"), name="ledger_sequence_once")]

    def __str__(self) -> str:
        """Name the entry by its place in the chain."""
        return f"{self.sequence}: {self.hash[:12]}"


class LedgerAnchor(models.Model):
    """One day's seal over the heads of all chains; `heads` keeps [case number, sequence, leaf] for later proofs."""

    day = models.DateField(_("tanggal"), unique=True)
    previous = models.CharField(_("segel sebelumnya"), max_length=64)
    root = models.CharField(_("akar"), max_length=64)
    chains = models.PositiveIntegerField(_("jumlah rantai"))
    hash = models.CharField(_("segel"), max_length=64)
    heads = models.JSONField(_("ujung rantai"))
    made_at = models.DateTimeField(_("dibuat pada"), default=clock.now)

    class Meta:
        verbose_name = _("jangkar harian")
        verbose_name_plural = _("jangkar harian")
        ordering = ("-day",)

    def __str__(self) -> str:
        """Name the anchor by its day."""
        return f"{self.day}: {self.hash[:12]}"
