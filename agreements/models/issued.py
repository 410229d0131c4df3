"""Files that left the house as papers of the office: known by a token, a short code and the hash of their bytes."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import IssuedAct, IssuedKind
from agreements.models.case import Case
from agreements.models.naskah import Naskah, NaskahVersion
from agreements.querysets import IssuedFileQuerySet
from ksd.core import clock
from ksd.core.shortcodes import new_code, spaced


def new_token() -> str:
    """128 bits that nobody guesses, as letters of an address."""
    return secrets.token_hex(16)


class IssuedFile(models.Model):
    """One paper of ours; the same content is issued once, so that its token, code and hash stay the same."""

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    code = models.CharField(_("kode"), max_length=12, unique=True, default=new_code, editable=False)
    key = models.CharField(_("kunci isi"), max_length=200, unique=True, editable=False)
    kind = models.CharField(_("jenis"), max_length=20, choices=IssuedKind.choices)
    naskah = models.ForeignKey(
        Naskah, on_delete=models.CASCADE, null=True, blank=True, related_name="issued_files"
    )
    version = models.ForeignKey(
        NaskahVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, null=True, blank=True, related_name="issued_files"
    )
    title = models.CharField(_("tentang"), max_length=250)
    issuer = models.CharField(_("penerbit"), max_length=200, blank=True)
    number = models.CharField(_("nomor surat"), max_length=120, blank=True)
    sha256 = models.CharField(_("sidik SHA-256"), max_length=64, blank=True, db_index=True)
    size = models.PositiveBigIntegerField(_("ukuran (bita)"), default=0)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    asked_at = models.DateTimeField(_("diminta pada"), default=clock.now)
    issued_at = models.DateTimeField(_("diterbitkan pada"), null=True, blank=True)

    objects = IssuedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("berkas terbitan")
        verbose_name_plural = _("berkas terbitan")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True, sha256="")
                | Q(issued_at__isnull=False) & ~Q(sha256="") & Q(file__isnull=False),
                name="issued_file_with_its_hash",
                violation_error_message=_("Berkas yang diterbitkan mempunyai sidik dan waktunya."),
            )
        ]

    def __str__(self) -> str:
        """Name it by its code."""
        return f"{spaced(self.code)} · {self.title}"

    def get_absolute_url(self) -> str:
        """Give its public address."""
        return reverse("issued:page", args=[self.token])

    @property
    def spaced_code(self) -> str:
        """The code as it is printed."""
        return spaced(self.code)

    @property
    def public_url(self) -> str:
        """The address its QR code leads to, wherever the paper is read."""
        return f"{settings.KSD_BASE_URL.rstrip('/')}{self.get_absolute_url()}"


class IssuedEntry(models.Model):
    """One line of the receipt of an issued file; checks by unknown people are counted by the day."""

    issued = models.ForeignKey(IssuedFile, on_delete=models.CASCADE, related_name="entries")
    act = models.CharField(_("tindakan"), max_length=20, choices=IssuedAct.choices)
    on = models.DateField(_("tanggal"), default=clock.today)
    at = models.DateTimeField(_("terakhir pada"), default=clock.now)
    times = models.PositiveIntegerField(_("kali"), default=1)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by_name = models.CharField(_("oleh"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("catatan berkas terbitan")
        verbose_name_plural = _("catatan berkas terbitan")
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("issued", "act", "on"),
                condition=Q(by__isnull=True),
                name="issued_entry_of_the_public_once_a_day",
            )
        ]

    def __str__(self) -> str:
        """Say what happened when."""
        return f"{self.get_act_display()} {self.at:%d-%m-%Y %H:%M}"
