"""Large files, read and applied by the worker."""

from typing import Any

from django.utils.translation import gettext as _

from boundaries.models import GeoImport, Segment
from boundaries.services.importing.acts import IMPORT_JOB, work_on
from ksd.accounts.models import User
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job


@job_handler(IMPORT_JOB)
def do_import(job: Job, report: Report) -> None:
    """Read or apply one file; an import that has moved on meanwhile is left alone."""
    imported = GeoImport.objects.select_related("file").get(pk=job.payload["import"])
    if imported.state != "dibaca":
        return
    if imported.segment_id:
        imported.segment = Segment.objects.for_list().get(pk=imported.segment_id)
    reads = job.payload["step"] == "baca"
    report(15, _("Membaca dan memeriksa geometri") if reads else _("Memeriksa sekali lagi dan menyimpan"))
    work_on(imported, User.objects.get(pk=job.payload["actor"]), job.payload["step"])
    report(95, _("Menutup"))


@job_viewer(IMPORT_JOB)
def may_see_import(user: Any, job: Job) -> bool:
    """Whoever may see the import."""
    return GeoImport.objects.visible_to(user).filter(pk=job.payload["import"]).exists()
