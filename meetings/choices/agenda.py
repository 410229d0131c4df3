"""What an item of the agenda is, and how far it has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    """What happens in an item."""

    PEMBUKAAN = "pembukaan", _("Pembukaan")
    SAMBUTAN = "sambutan", _("Sambutan atau arahan")
    PAPARAN = "paparan", _("Paparan")
    PEMBAHASAN = "pembahasan", _("Pembahasan")
    PERUMUSAN = "perumusan", _("Perumusan hasil")
    PENUTUPAN = "penutupan", _("Penutupan")
    ISTIRAHAT = "istirahat", _("Istirahat")
    LAINNYA = "lainnya", _("Lainnya")


# Ceremony and pauses: nothing is discussed in them, so a notula asks for no words about them.
WORDLESS: frozenset[str] = frozenset({ItemKind.PEMBUKAAN, ItemKind.ISTIRAHAT, ItemKind.PENUTUPAN})


class ItemState(models.TextChoices):
    """Where an item stands while the meeting runs."""

    MENUNGGU = "menunggu", _("Menunggu")
    BERJALAN = "berjalan", _("Berjalan")
    SELESAI = "selesai", _("Selesai")
    DILEWATI = "dilewati", _("Dilewati")


class BacklogState(models.TextChoices):
    """What became of an item a region proposed."""

    DIUSULKAN = "diusulkan", _("Diusulkan")
    DITERIMA = "diterima", _("Masuk agenda")
    DITUNDA = "ditunda", _("Ditunda ke rapat berikutnya")
    DITOLAK = "ditolak", _("Tidak diterima")
    DITARIK = "ditarik", _("Ditarik pengusul")


# An organiser may still take these up.
WAITING = (BacklogState.DIUSULKAN, BacklogState.DITUNDA)
WISH_TONES: dict[str, str] = {
    BacklogState.DIUSULKAN: "primary",
    BacklogState.DITERIMA: "success",
    BacklogState.DITUNDA: "warning",
    BacklogState.DITOLAK: "danger",
    BacklogState.DITARIK: "secondary",
}
