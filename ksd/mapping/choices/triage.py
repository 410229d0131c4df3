"""Words of the test of a row: what was answered, and what a person found it to be."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.mapping.choices.rows import RowKind


class Answer(models.TextChoices):
    """What is known of a question of the test."""

    YES = "ya", _("Ya")
    NO = "tidak", _("Tidak")
    UNKNOWN = "belum", _("Belum diketahui")


class RowVerdict(models.TextChoices):
    """What a row was found to be; the articles stand in ksd/mapping/law/wajib.toml."""

    KSDD_WAJIB = "ksdd_wajib", _("KSDD wajib")
    KSDD_SUKARELA = "ksdd_sukarela", _("KSDD sukarela")
    KSDPK = "ksdpk", _("KSDPK")
    SINERGI = "sinergi", _("Sinergi")
    KSDPL = "ksdpl", _("KSDPL")
    KSDLL = "ksdll", _("KSDLL")
    BUKAN_KSD = "bukan_ksd", _("Bukan KSD")


# What a region lacks and what it has: a need and a potential alike are a match, never a duplicate.
LACKS = frozenset({RowKind.KEBUTUHAN, RowKind.MASALAH, RowKind.KELEMAHAN})


def side_of(kind: str) -> str:
    """The side of the mapping a kind of row stands on."""
    return "lacks" if kind in LACKS else "has"
