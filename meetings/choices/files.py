"""What a file of a meeting is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingFileKind(models.TextChoices):
    """The use of a file."""

    MATERI = "materi", _("Materi atau paparan")
    FOTO = "foto", _("Foto kegiatan")
    SURAT_TUGAS = "surat_tugas", _("Surat tugas")
    LAINNYA = "lainnya", _("Lainnya")
