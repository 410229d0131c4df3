"""Words of what comes in and goes out: uploads, papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UploadState(models.TextChoices):
    """A sheet is checked, then applied or set aside."""

    DIPERIKSA = "diperiksa", _("Diperiksa, belum diterapkan")
    DITERAPKAN = "diterapkan", _("Diterapkan")
    DISISIHKAN = "disisihkan", _("Disisihkan")


class PaperState(models.TextChoices):
    """The life of a Berita Acara."""

    DRAF = "draf", _("Draf")
    DITERBITKAN = "diterbitkan", _("Diterbitkan, menunggu tanda tangan")
    DITANDATANGANI = "ditandatangani", _("Ditandatangani semua kepala daerah")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class NotDone(models.TextChoices):
    """Why a row was not carried out (office practice, no law)."""

    ANGGARAN = "anggaran", _("Anggaran tidak tersedia")
    MITRA = "mitra", _("Mitra belum bersedia")
    PRIORITAS = "prioritas", _("Prioritas berubah")
    DOKUMEN = "dokumen", _("Dokumen belum siap")
    TANPA_KSD = "tanpa_ksd", _("Diselesaikan tanpa kerja sama")
    LAINNYA = "lainnya", _("Sebab lain")
