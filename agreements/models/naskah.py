"""The texts of a case: Kesepakatan Bersama and Perjanjian Kerja Sama, their versions and signatures."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.choices import ApprovalDecision, Authority, Entry, LifeState, NaskahState, SigningMode
from agreements.law.schema import NaskahKind
from agreements.models.case import Case, Party, new_public_id
from agreements.querysets import NaskahQuerySet
from ksd.core import clock


class Naskah(models.Model):
    """One text of a case; one KB may carry many PKS (Permendagri 22/2020 Pasal 40-41)."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="naskah")
    kind = models.CharField(_("jenis naskah"), max_length=20)
    order = models.PositiveSmallIntegerField(_("urutan"))
    title = models.CharField(_("tentang"), max_length=250)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("naskah induk"),
    )
    entry = models.CharField(_("cara masuk"), max_length=10, choices=Entry.choices, default=Entry.STAGED)
    state = models.CharField(
        _("keadaan"), max_length=20, choices=NaskahState.choices, default=NaskahState.DRAFTED, db_index=True
    )
    state_since = models.DateField(_("sejak"), default=clock.today)
    years = models.PositiveSmallIntegerField(_("jangka waktu (tahun)"))
    place = models.CharField(_("tempat penandatanganan"), max_length=100, blank=True)
    originals = models.PositiveSmallIntegerField(_("jumlah naskah asli"), default=2)
    # Sentences around the Pasal that read otherwise than in every other text, by name; see naskah.sentences.
    sentences = models.JSONField(_("kalimat baku yang diubah"), default=dict, blank=True, editable=False)
    # A file that is signed electronically has no line in which a day could be written by hand.
    electronic = models.BooleanField(_("ditandatangani secara elektronik"), default=False)
    signed_on = models.DateField(_("ditandatangani lengkap pada"), null=True, blank=True)
    starts_on = models.DateField(_("mulai berlaku"), null=True, blank=True, db_index=True)
    ends_on = models.DateField(_("berakhir"), null=True, blank=True, db_index=True)
    ended_early_on = models.DateField(_("diakhiri pada"), null=True, blank=True)
    agreed_version = models.ForeignKey(
        "agreements.NaskahVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)

    objects = NaskahQuerySet.as_manager()

    class Meta:
        verbose_name = _("naskah")
        verbose_name_plural = _("naskah")
        ordering = ("case_id", "kind", "order")
        constraints = [
            models.UniqueConstraint(fields=("case", "kind", "order"), name="naskah_order_once"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="naskah_ends_after_start",
                violation_error_message=_("Tanggal berakhir tidak boleh mendahului tanggal mulai berlaku."),
            ),
        ]

    def __str__(self) -> str:
        """Name the text by kind and subject."""
        return f"{self.rule.label} tentang {self.title}"

    def get_absolute_url(self) -> str:
        """Give the address of the naskah page."""
        return reverse("agreements:naskah", args=[self.public_id])

    @property
    def rule(self) -> NaskahKind:
        """What the law pack asks of this kind of text; an addendum is signed as the text it changes."""
        rule = self.case.pack.naskah_kind(self.kind)
        if not rule.amends or self.parent is None:
            return rule
        return rule.signed_like(self.case.pack.naskah_kind(self.parent.kind))

    @property
    def from_archive(self) -> bool:
        """Whether it was copied from an old paper instead of written here."""
        return self.entry == Entry.PAPER

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to write, approve or sign it."""
        return self.state in NaskahState.open()

    @property
    def last_day(self) -> date | None:
        """The last day it is in force: its own end, or the day before it was ended early; None when not known."""
        early = self.ended_early_on - timedelta(days=1) if self.ended_early_on else None
        return min((day for day in (self.ends_on, early) if day), default=None)

    def life(self, on: date | None = None) -> LifeState:
        """State by date, never typed: unsigned, not yet in force, in force, or ended."""
        today = on or clock.today()
        if self.state != NaskahState.SIGNED or self.starts_on is None:
            return LifeState.UNSIGNED
        if self.ended_early_on and self.ended_early_on <= today:
            return LifeState.ENDED
        if today < self.starts_on:
            return LifeState.FUTURE
        return LifeState.ENDED if self.ends_on and self.ends_on < today else LifeState.IN_FORCE

    @property
    def life_label(self) -> str:
        """State by date as people read it."""
        return str(self.life().label)


class NaskahVersion(models.Model):
    """One saved wording; it is never changed, a change is the next version."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("versi"))
    body = models.JSONField(_("isi"))
    sha256 = models.CharField(_("sidik isi"), max_length=64)
    note = models.CharField(_("catatan"), max_length=250, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("penulis")
    )
    created_at = models.DateTimeField(_("disimpan pada"), default=clock.now)
    # Facts, fixed sentences and sheet as they were; see agreements.services.freezing.
    frozen = models.JSONField(_("lembar yang dibekukan"), default=dict, blank=True, editable=False)
    words_sha256 = models.CharField(_("sidik teks lengkap"), max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("versi naskah")
        verbose_name_plural = _("versi naskah")
        ordering = ("naskah_id", "-number")
        constraints = [models.UniqueConstraint(fields=("naskah", "number"), name="naskah_version_once")]

    def __str__(self) -> str:
        """Name the version."""
        return f"Versi {self.number}"


class NaskahParty(models.Model):
    """What one party puts under a text: its number, its signer with kuasa, its signature and signed copy."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="signatures")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="signatures")
    number = models.CharField(_("nomor naskah pihak ini"), max_length=120, blank=True)
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("perangkat daerah pelaksana"),
    )
    authority = models.CharField(
        _("dasar kewenangan"), max_length=10, choices=Authority.choices, default=Authority.HEAD
    )
    official = models.ForeignKey(
        "regions.Official",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pejabat dalam daftar"),
    )
    signer_name = models.CharField(_("nama penanda tangan (tanpa gelar)"), max_length=150, blank=True)
    signer_title = models.CharField(_("jabatan penanda tangan"), max_length=200, blank=True)
    kuasa_number = models.CharField(_("nomor surat kuasa"), max_length=120, blank=True)
    kuasa_date = models.DateField(_("tanggal surat kuasa"), null=True, blank=True)
    signed_on = models.DateField(_("tanggal tanda tangan"), null=True, blank=True)
    mode = models.CharField(_("cara penandatanganan"), max_length=20, choices=SigningMode.choices, blank=True)
    signed_copy = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("salinan bertanda tangan"),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("tanda tangan pihak")
        verbose_name_plural = _("tanda tangan para pihak")
        ordering = ("naskah_id", "party__order")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "party"), name="signature_once_per_party"),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | ~Q(number=""),
                name="signature_needs_number",
                violation_error_message=_("Isi nomor naskah dari pihak yang menandatangani."),
            ),
        ]

    def __str__(self) -> str:
        """Name party and signature."""
        return f"{self.party}: {self.signed_on or '-'}"

    @property
    def copy_reading(self) -> Any:
        """What the electronic signatures in its signed copy say (PdfReading); None for a copy nobody read."""
        return getattr(self.signed_copy, "pdf_reading", None)


class NaskahApproval(models.Model):
    """A party's word on one version: agreed, or returned with a reason; shown to both sides."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="approvals")
    version = models.ForeignKey(NaskahVersion, on_delete=models.PROTECT, related_name="approvals")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="approvals")
    decision = models.CharField(_("putusan"), max_length=12, choices=ApprovalDecision.choices)
    note = models.TextField(_("catatan"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pelaku")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("pada"), default=clock.now)

    class Meta:
        verbose_name = _("persetujuan naskah")
        verbose_name_plural = _("persetujuan naskah")
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("version", "party"),
                condition=Q(decision=ApprovalDecision.APPROVED),
                name="approval_once_per_party_and_version",
                violation_error_message=_("Pihak ini sudah menyetujui versi tersebut."),
            )
        ]

    def __str__(self) -> str:
        """Say who decided what."""
        return f"{self.party}: {self.word}"

    @property
    def word(self) -> str:
        """The decision as people say it; an agreement with a note is one with conditions."""
        if self.decision == ApprovalDecision.APPROVED and self.note.strip():
            return gettext("Disetujui dengan catatan")
        return str(self.get_decision_display())
