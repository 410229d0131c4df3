"""Closed lists of the layers laid under a disputed area, and of compromise lines."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LayerTheme(models.TextChoices):
    """What the features of a layer are."""

    DESA = "desa", _("Desa dan kelurahan")
    PENDUDUK = "penduduk", _("Penduduk")
    SEKOLAH = "sekolah", _("Sekolah")
    KESEHATAN = "kesehatan", _("Fasilitas kesehatan")
    IZIN = "izin", _("Izin")
    JALAN = "jalan", _("Jalan")
    ASET = "aset", _("Aset daerah")
    LAINNYA = "lainnya", _("Lainnya")


class LayerShape(models.TextChoices):
    """Whether a layer holds points, lines or polygons."""

    TITIK = "titik", _("Titik")
    GARIS = "garis", _("Garis")
    AREA = "area", _("Area")


class LayerState(models.TextChoices):
    """From the trial reading to the end of a layer."""

    PRATINJAU = "pratinjau", _("Pratinjau, belum dipakai")
    DIPAKAI = "dipakai", _("Dipakai")
    DITARIK = "ditarik", _("Ditarik")


class CompromiseAct(models.TextChoices):
    """What was done to an alternative."""

    LANGKAH = "langkah", _("Garis disimpan")
    URUNG = "urung", _("Langkah diurungkan")
    ULANG = "ulang", _("Langkah diulangi")
    BAGIKAN = "bagikan", _("Dibagikan kepada para pihak")
    TARIK = "tarik", _("Pembagian ditarik")
