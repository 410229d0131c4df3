"""The register of copies: every paper copy of a signed text, who holds it, and where it went (F39)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import CopyAct, CopyForm, CopyState
from agreements.models.case import Party, new_public_id
from agreements.models.naskah import Naskah
from agreements.querysets import CopyQuerySet
from ksd.core import clock


class Copy(models.Model):
    """One paper copy (eksemplar) of a signed text; `party` answers for it and records what happens to it."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="copies")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="copies", verbose_name=_("pihak"))
    form = models.CharField(_("bentuk"), max_length=10, choices=CopyForm.choices)
    number = models.PositiveSmallIntegerField(_("nomor eksemplar"))
    purpose = models.CharField(_("peruntukan"), max_length=120)
    article = models.CharField(_("dasar hukum"), max_length=200, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=CopyState.choices, default=CopyState.AWAITED, db_index=True
    )
    holder = models.CharField(_("pemegang"), max_length=200)
    shelf = models.CharField(_("tempat simpan"), max_length=150, blank=True)
    received_on = models.DateField(_("diterima pada"), null=True, blank=True)
    scan = models.ForeignKey(
        "core.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pindaian"),
    )

    objects = CopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("eksemplar")
        verbose_name_plural = _("eksemplar")
        ordering = ("naskah_id", "form", "number")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "form", "number"), name="copy_number_once"),
            models.CheckConstraint(
                condition=Q(state=CopyState.AWAITED) | Q(received_on__isnull=False),
                name="copy_kept_was_received",
                violation_error_message=_("Isi tanggal eksemplar diterima."),
            ),
        ]

    def __str__(self) -> str:
        """Name the copy by form and number."""
        return f"{self.get_form_display()} {self.number}"

    def get_absolute_url(self) -> str:
        """Give the address of the copy's page."""
        return reverse("agreements:copy", args=[self.public_id])

    @property
    def tone(self) -> str:
        """The colour of its badge."""
        tones = {CopyState.KEPT: "success", CopyState.LENT: "info", CopyState.LOST: "danger"}
        return tones.get(CopyState(self.state), "warning")


class CopyMove(models.Model):
    """One thing that happened to a copy: from whom to whom, when, noted by whom; never changed afterwards."""

    copy = models.ForeignKey(Copy, on_delete=models.CASCADE, related_name="moves")
    act = models.CharField(_("peristiwa"), max_length=10, choices=CopyAct.choices)
    on = models.DateField(_("tanggal"))
    source = models.CharField(_("dari"), max_length=200, blank=True)
    target = models.CharField(_("kepada"), max_length=200, blank=True)
    shelf = models.CharField(_("tempat simpan"), max_length=150, blank=True)
    due_on = models.DateField(_("harus kembali pada"), null=True, blank=True)
    note = models.CharField(_("catatan"), max_length=250, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pelaku")
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)

    class Meta:
        verbose_name = _("riwayat eksemplar")
        verbose_name_plural = _("riwayat eksemplar")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        """Say what happened and when."""
        return f"{self.get_act_display()} ({self.on:%d-%m-%Y})"
