"""Words of evaluations and of the health of a cooperation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What an evaluation says of the future of a cooperation (practice, not law)."""

    CONTINUE = "dilanjutkan", _("Dilanjutkan")
    EXTEND = "diperluas", _("Diperluas")
    STOP = "dihentikan", _("Dihentikan")


class Rating(models.IntegerChoices):
    """Five steps, each with its word."""

    VERY_POOR = 1, _("1 – Sangat kurang")
    POOR = 2, _("2 – Kurang")
    FAIR = 3, _("3 – Cukup")
    GOOD = 4, _("4 – Baik")
    VERY_GOOD = 5, _("5 – Sangat baik")


class Health(models.TextChoices):
    """The colour of a cooperation, always shown with its word."""

    GREEN = "sehat", _("Sehat")
    AMBER = "perlu_perhatian", _("Perlu perhatian")
    RED = "bermasalah", _("Bermasalah")
    UNKNOWN = "belum_ada_data", _("Belum ada data")
