"""A file in the store, known by the fingerprint of its content."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock


class StoredFile(models.Model):
    """One stored document or picture; its bytes never change after storing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("nama berkas"), max_length=200)
    content_type = models.CharField(_("jenis isi"), max_length=100)
    size = models.PositiveBigIntegerField(_("ukuran (bita)"))
    sha256 = models.CharField(_("sidik SHA-256"), max_length=64, db_index=True)
    path = models.CharField(_("tempat di penyimpanan"), max_length=120)
    kind = models.CharField(_("kegunaan"), max_length=60)
    created_at = models.DateTimeField(_("disimpan pada"), default=clock.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("oleh"),
    )

    class Meta:
        """Newest first."""

        verbose_name = _("berkas tersimpan")
        verbose_name_plural = _("berkas tersimpan")
        ordering = ("-created_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="core_storedfile_not_empty",
                violation_error_message=_("Berkas kosong tidak dapat disimpan."),
            )
        ]

    def __str__(self) -> str:
        """Return the name people know the file by."""
        return self.name
