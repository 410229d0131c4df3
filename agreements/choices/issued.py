"""Words of issued files and of electronic signatures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IssuedKind(models.TextChoices):
    """What was issued: a draft, the agreed wording, a prepared letter, or a text with electronic signatures."""

    DRAFT = "draf", _("Draf naskah")
    FINAL = "final", _("Naskah yang disepakati")
    LETTER = "surat", _("Surat atau daftar")
    SIGNED = "bertanda_tangan", _("Naskah bertanda tangan elektronik")


class IssuedAct(models.TextChoices):
    """What happened to an issued file; each stands on its receipt with its time."""

    ISSUED = "terbit", _("Diterbitkan")
    DOWNLOADED = "unduh", _("Diunduh")
    FOUND = "kode", _("Diperiksa dengan kode")
    MATCHED = "cocok", _("Diperiksa dengan berkas: cocok")
    ALTERED = "berbeda", _("Diperiksa dengan berkas: berbeda")


class Standing(models.TextChoices):
    """What a text is in law on a day, as everybody may know it; computed, never stored."""

    DRAFT = "draf", _("Draf")
    AGREED = "disepakati", _("Disepakati, belum ditandatangani")
    CANCELLED = "dibatalkan", _("Dibatalkan")
    FUTURE = "akan_berlaku", _("Akan berlaku")
    IN_FORCE = "berlaku", _("Berlaku")
    AMENDED = "diubah", _("Berlaku, sudah diubah")
    EXTENDED = "diperpanjang", _("Diperpanjang")
    ENDED = "berakhir", _("Berakhir")
    REPLACED = "digantikan", _("Digantikan")
    UNKNOWN = "tidak_tercatat", _("Masa berlaku tidak tercatat")


class SignState(models.TextChoices):
    """The life of a request for an electronic signature; that it has lapsed is told by its date."""

    WAITING = "menunggu", _("Menunggu tanda tangan")
    SIGNED = "ditandatangani", _("Ditandatangani")
    REFUSED = "ditolak", _("Ditolak")
    WITHDRAWN = "ditarik", _("Ditarik kembali")
    EXPIRED = "kedaluwarsa", _("Kedaluwarsa")
