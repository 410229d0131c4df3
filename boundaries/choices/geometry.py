"""Closed lists of lines and points on the ground."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LineRole(models.TextChoices):
    """Whose thought a line is."""

    KLAIM = "klaim", _("Klaim daerah")
    KAJIAN_PROVINSI = "kajian_provinsi", _("Garis kajian provinsi")
    KAJIAN_KEMENDAGRI = "kajian_kemendagri", _("Garis kajian Kemendagri")
    KOMPROMI = "kompromi", _("Usul garis kompromi")
    DISEPAKATI = "disepakati", _("Garis yang disepakati")
    INDIKATIF = "indikatif", _("Garis indikatif")


class LegState(models.TextChoices):
    """Whether the two sides agree on a leg (ruas) of their boundary."""

    DISEPAKATI = "disepakati", _("Disepakati")
    DIPERSELISIHKAN = "diperselisihkan", _("Diperselisihkan")
    BELUM_DIBAHAS = "belum_dibahas", _("Belum dibahas")


LEG_TONES = {
    LegState.DISEPAKATI: "success",
    LegState.DIPERSELISIHKAN: "danger",
    LegState.BELUM_DIBAHAS: "secondary",
}


class PointMethod(models.TextChoices):
    """How a position was found (Permendagri 141/2017: kartometrik or survei lapangan)."""

    KARTOMETRIK = "kartometrik", _("Kartometrik")
    SURVEI = "survei_lapangan", _("Survei lapangan")
    TIDAK_DIKETAHUI = "tidak_diketahui", _("Tidak diketahui")


class Datum(models.TextChoices):
    """The geodetic datum of a coordinate; SRGI2013 and WGS 84 agree within centimetres."""

    SRGI2013 = "srgi2013", _("SRGI2013")
    WGS84 = "wgs84", _("WGS 84")
    DGN95 = "dgn95", _("DGN95")
    ID74 = "id74", _("ID74")
