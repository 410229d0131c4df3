"""Closed lists of imported files."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportContent(models.TextChoices):
    """What a file is brought in as."""

    TITIK = "titik", _("Titik satu segmen")
    GARIS = "garis", _("Garis satu segmen")
    GARIS_LUAR = "garis_luar", _("Garis luar wilayah (lapisan)")


class ImportState(models.TextChoices):
    """The life of an import: read, looked at, applied or dropped."""

    DIBACA = "dibaca", _("Sedang dibaca")
    PRATINJAU = "pratinjau", _("Pratinjau")
    DITERAPKAN = "diterapkan", _("Diterapkan")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")
    DITOLAK = "ditolak", _("Tidak dapat dibaca")
