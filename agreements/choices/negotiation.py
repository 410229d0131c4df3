"""Words of the negotiation table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClauseState(models.TextChoices):
    """Where one Pasal stands."""

    OPEN = "dibahas", _("Masih dibahas")
    AGREED = "disepakati", _("Disepakati")


class Stance(models.TextChoices):
    """A party's word on one Pasal."""

    AGREE = "setuju", _("Setuju")
    PROPOSE = "usul", _("Usul perubahan")
    OBJECT = "keberatan", _("Keberatan")
    REOPEN = "buka", _("Minta dibuka kembali")

    @classmethod
    def of_open(cls) -> list[tuple[str, str]]:
        """What may be said while a Pasal is open."""
        return [(row.value, str(row.label)) for row in (cls.AGREE, cls.PROPOSE, cls.OBJECT)]


class GuestAct(models.TextChoices):
    """What was done through a guest link."""

    ENTERED = "masuk", _("Membuka tautan")
    READ = "baca", _("Membaca")
    STANCE = "posisi", _("Menyatakan posisi")
    COMMENT = "komentar", _("Menulis komentar")
    REFUSED = "ditolak", _("Ditolak")
