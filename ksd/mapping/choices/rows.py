"""Words of a row of the mapping."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RowKind(models.TextChoices):
    """What a region says of itself."""

    KEBUTUHAN = "kebutuhan", _("Kebutuhan")
    POTENSI = "potensi", _("Potensi")
    MASALAH = "masalah", _("Masalah")
    KEKUATAN = "kekuatan", _("Kekuatan")
    KELEMAHAN = "kelemahan", _("Kelemahan")
    PELUANG = "peluang", _("Peluang")


class RowState(models.TextChoices):
    """A row is a draft of its region, sent to the forum, merged into another, or withdrawn."""

    DRAF = "draf", _("Draf")
    DIKIRIM = "dikirim", _("Dikirim")
    DIGABUNG = "digabung", _("Digabung")
    DITARIK = "ditarik", _("Ditarik")


class Priority(models.IntegerChoices):
    """How urgent the region finds it."""

    TINGGI = 1, pgettext_lazy("prioritas", "Tinggi")
    SEDANG = 2, _("Sedang")
    RENDAH = 3, _("Rendah")


class Funding(models.TextChoices):
    """Where the money is to come from."""

    APBD = "apbd", _("APBD")
    APBD_PROVINSI = "apbd_provinsi", _("APBD provinsi")
    APBN = "apbn", _("APBN")
    DANA_TRANSFER = "dana_transfer", _("Dana transfer (DAU, DAK, DBH)")
    PIHAK_KETIGA = "pihak_ketiga", _("Pihak ketiga")
    LAINNYA = "lainnya", _("Sumber lain yang sah")
