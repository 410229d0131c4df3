"""Closed lists about points and pillars."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PointOpinion(models.TextChoices):
    """What one side says of a point."""

    SETUJU = "setuju", _("Disetujui")
    KEBERATAN = "keberatan", _("Keberatan")


class Standing(models.TextChoices):
    """How a point stands between the two sides of a segment."""

    DISAHKAN = "disahkan", _("Disahkan kedua pihak")
    KEBERATAN = "keberatan", _("Ada keberatan")
    MENUNGGU = "menunggu", _("Menunggu penilaian")


class PointAct(models.TextChoices):
    """What happened to a point."""

    DITAMBAHKAN = "ditambahkan", _("Ditambahkan")
    POSISI = "posisi", _("Posisi diubah")
    KETERANGAN = "keterangan", _("Keterangan diubah")
    URUTAN = "urutan", _("Urutan diubah")
    SETUJU = "setuju", _("Disetujui")
    KEBERATAN = "keberatan", _("Keberatan diajukan")
    SIMPUL = "simpul", _("Dijadikan titik simpul")
    DILEPAS = "dilepas", _("Dilepas dari daftar")
    PILAR = "pilar", _("Data pilar dicatat")
    DIPERIKSA = "diperiksa", _("Pilar diperiksa")


class PillarState(models.TextChoices):
    """What the latest inspection found; nothing before the first."""

    BELUM_DIPERIKSA = "", _("Belum diperiksa")
    ADA = "ada", _("Ada dan utuh")
    RUSAK = "rusak", _("Rusak")
    HILANG = "hilang", _("Hilang")


STANDING_TONES = {
    Standing.DISAHKAN: "success",
    Standing.KEBERATAN: "danger",
    Standing.MENUNGGU: "secondary",
}
PILLAR_TONES = {
    PillarState.BELUM_DIPERIKSA: "secondary",
    PillarState.ADA: "success",
    PillarState.RUSAK: "warning",
    PillarState.HILANG: "danger",
}
# What an inspection can find.
FOUND_STATES = [row for row in PillarState.choices if row[0]]
