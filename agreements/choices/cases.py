"""Words of a case: where it came from and how it was entered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    """Who offers to whom, seen from the region that keeps the case."""

    OUT = "keluar", _("Penawaran keluar")
    IN = "masuk", _("Penawaran masuk")


class RequestType(models.TextChoices):
    """What is asked for; each has papers of its own."""

    NEW = "baru", _("Baru")
    EXTENSION = "perpanjangan", _("Perpanjangan")
    ADDENDUM = "addendum", _("Perubahan (addendum)")


class Entry(models.TextChoices):
    """How the case came into the register: stage by stage, or copied from an old paper."""

    STAGED = "bertahap", _("Melalui tahapan")
    PAPER = "arsip", _("Dicatat dari arsip")
