"""The clause library: formal wordings by purpose, with versions, owner and reason."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class Clause(models.Model):
    """A Pasal of the library for one kind of naskah and one family of cooperation."""

    naskah_kind = models.CharField(_("jenis naskah"), max_length=20)
    family = models.CharField(
        _("rumpun kerja sama"), max_length=20, blank=True, help_text=_("Kosong berarti untuk semua rumpun.")
    )
    code = models.CharField(_("kode klausul"), max_length=40)
    title = models.CharField(_("judul Pasal"), max_length=120)
    purpose = models.CharField(_("kegunaan"), max_length=250, blank=True)
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    optional = models.BooleanField(_("pilihan"), default=False)
    starter = models.BooleanField(
        _("langsung dipasang"),
        default=False,
        help_text=_("Klausul pilihan yang sudah ada saat naskah mulai disusun."),
    )
    conditions = models.JSONField(_("syarat pemakaian"), default=list, blank=True)
    conditions_by = models.CharField(_("syarat ditetapkan oleh"), max_length=150, blank=True)
    conditions_reason = models.CharField(_("alasan syarat"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("klausul")
        verbose_name_plural = _("pustaka klausul")
        ordering = ("naskah_kind", "family", "order", "code")
        constraints = [models.UniqueConstraint(fields=("naskah_kind", "family", "code"), name="clause_once")]

    def __str__(self) -> str:
        """Name the clause."""
        return f"{self.title} ({self.naskah_kind.upper()})"


class ClauseVersion(models.Model):
    """One wording of a clause; running texts keep the wording they were begun with."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("versi"))
    ayat = models.JSONField(_("ayat"))
    is_current = models.BooleanField(_("dipakai"), default=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pemilik akun"),
    )
    owner_name = models.CharField(_("pemilik"), max_length=150)
    reason = models.CharField(_("alasan perubahan"), max_length=250)
    created_at = models.DateTimeField(_("sejak"), default=clock.now)

    class Meta:
        verbose_name = _("versi klausul")
        verbose_name_plural = _("versi klausul")
        ordering = ("clause_id", "-number")
        constraints = [
            models.UniqueConstraint(fields=("clause", "number"), name="clause_version_once"),
            models.UniqueConstraint(
                fields=("clause",), condition=Q(is_current=True), name="clause_one_current"
            ),
        ]

    def __str__(self) -> str:
        """Name clause and version."""
        return f"{self.clause} v{self.number}"


class ClauseFallback(models.Model):
    """A wording to fall back on (posisi cadangan); a changed one is a new row, the old one stays to be read."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="fallbacks")
    order = models.PositiveSmallIntegerField(_("urutan"))
    title = models.CharField(_("nama"), max_length=120)
    when = models.CharField(_("kapan dipakai"), max_length=400)
    ayat = models.JSONField(_("ayat"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pemilik akun"),
    )
    owner_name = models.CharField(_("pemilik"), max_length=150)
    reason = models.CharField(_("alasan"), max_length=250)
    created_at = models.DateTimeField(_("sejak"), default=clock.now)
    ended_at = models.DateTimeField(_("tidak dipakai sejak"), null=True, blank=True)
    ended_by = models.CharField(_("dihentikan oleh"), max_length=150, blank=True)
    ended_reason = models.CharField(_("alasan dihentikan"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("posisi cadangan")
        verbose_name_plural = _("posisi cadangan")
        ordering = ("clause", "order", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("clause", "order"),
                condition=Q(ended_at__isnull=True),
                name="clause_fallback_order_once",
            )
        ]

    def __str__(self) -> str:
        """Name clause and fallback."""
        return f"{self.clause}: {self.title}"
