"""Files of a meeting: presentations, photographs, letters of assignment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import MeetingFileKind
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class MeetingFile(models.Model):
    """One file of a meeting, perhaps of one item of its agenda."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="files", verbose_name=_("rapat")
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="files",
        verbose_name=_("mata acara"),
    )  # fmt: skip
    kind = models.CharField(_("jenis berkas"), max_length=15, choices=MeetingFileKind)
    caption = models.CharField(_("keterangan"), max_length=200, blank=True)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("berkas")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("ditambahkan oleh"),
    )
    added_at = models.DateTimeField(_("ditambahkan pada"), default=clock.now)
    dropped_at = models.DateTimeField(_("dihapus pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("berkas rapat")
        verbose_name_plural = _("berkas rapat")
        ordering = ("added_at", "pk")

    def __str__(self) -> str:
        return self.caption or self.file.name
