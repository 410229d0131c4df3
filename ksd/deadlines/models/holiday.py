"""Days on which offices are closed, by the yearly joint decree of three ministers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.deadlines.querysets import HolidayQuerySet


class HolidayKind(models.TextChoices):
    """The two lists of the joint decree (SKB 3 Menteri)."""

    NATIONAL = "libur_nasional", _("Libur nasional")
    JOINT_LEAVE = "cuti_bersama", _("Cuti bersama")


class Holiday(models.Model):
    """One day off, with where it was read and whether somebody checked it."""

    date = models.DateField(_("tanggal"))
    name = models.CharField(_("nama hari libur"), max_length=150)
    kind = models.CharField(_("jenis"), max_length=20, choices=HolidayKind, default=HolidayKind.NATIONAL)
    source = models.CharField(_("sumber"), max_length=250)
    verified = models.BooleanField(_("sudah diperiksa"), default=False)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        """In the order of the year."""

        verbose_name = _("hari libur")
        verbose_name_plural = _("hari libur")
        ordering = ("date", "name")
        constraints = [
            models.UniqueConstraint(
                fields=("date", "name"),
                name="deadlines_holiday_once",
                violation_error_message=_("Hari libur itu sudah tercatat pada tanggal tersebut."),
            )
        ]

    def __str__(self) -> str:
        """Return date and name."""
        return f"{self.date:%d-%m-%Y} {self.name}"
