"""Meetings that come back: the yearly Rakor, the pleno of a TKKSD."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.choices import MeetingKind


class MeetingSeries(models.Model):
    """What every meeting of a series begins with; `{tahun}` and `{ke}` in the title are filled when one is planned.

    `agenda` is the template of its agenda: a list of sections, each {"title", "items": [{"kind", "title", "minutes"}]}.
    """

    region = models.ForeignKey(
        "regions.Region",
        verbose_name=_("penyelenggara"),
        on_delete=models.PROTECT,
        related_name="meeting_series",
    )
    name = models.CharField(_("nama seri"), max_length=200)
    kind = models.CharField(_("jenis"), max_length=30, choices=MeetingKind)
    title = models.CharField(_("pola nama rapat"), max_length=250)
    theme = models.CharField(_("tema"), max_length=300, blank=True)
    per_year = models.PositiveSmallIntegerField(_("kali setahun"), default=1)
    agenda = models.JSONField(_("susunan acara"), default=list, blank=True)
    is_active = models.BooleanField(_("dipakai"), default=True)

    class Meta:
        verbose_name = _("seri rapat")
        verbose_name_plural = _("seri rapat")
        ordering = ("region_id", "name")
        constraints = (
            models.UniqueConstraint(
                fields=("region", "name"),
                name="meetings_series_once",
                violation_error_message=_("Seri rapat dengan nama ini sudah ada."),
            ),
        )

    def __str__(self) -> str:
        return self.name
