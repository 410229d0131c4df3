"""Uploading a file, reading it, applying or dropping what was found in it."""

import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import ImportContent, ImportState
from boundaries.geo import preview
from boundaries.geo.reading import Problem, Reading, UnreadableError, read_file
from boundaries.models import GeoImport, Segment
from boundaries.services.importing.lines import plan_line
from boundaries.services.importing.outlines import plan_outlines
from boundaries.services.importing.plan import Plan
from boundaries.services.importing.points import plan_points
from boundaries.services.importing.rights import require_import
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.bounds import TooDear, bounded
from ksd.core.errors import DomainError, ImpossibleStep, NotReady, StaleForm
from ksd.core.files import read_bytes, store_bytes
from ksd.core.jobs import request_job
from ksd.core.models import Job

IMPORT_JOB = "boundaries_import"
# What one request may read and write while its person waits; larger files are the worker's.
AT_ONCE = 600 * 1024
SECONDS, MEGABYTES = 240, 2_000
FILE_KIND = "impor-geometri"


@transaction.atomic
def upload_geometry(
    *,
    actor: User,
    upload: "UploadedFile[Any]",
    content: str,
    segment: Segment | None = None,
    options: dict[str, Any],
) -> GeoImport:
    """Keep an uploaded file and read it (or ask the worker to); nothing else changes. Raises ValidationError."""
    require_import(actor, content, segment, options)
    upload.seek(0)
    stored = store_bytes(
        content=upload.read(), name=upload.name or "geometri", content_type="application/octet-stream", kind=FILE_KIND,
        actor=actor,
    )  # fmt: skip
    imported = GeoImport.objects.create(
        content=content, segment=segment, file=stored, uploaded_by=actor, uploaded_at=clock.now(),
        options=options | {"digest": stored.sha256},
    )  # fmt: skip
    if stored.size <= AT_ONCE:
        if read_import(imported).state == ImportState.DITOLAK:  # nothing is kept of it
            raise ValidationError(
                {"upload": [f"{row['message']} {row['remedy']}" for row in imported.problems]}
            )
    else:
        _to_worker(imported, actor, "baca")
    return imported


def read_import(imported: GeoImport) -> GeoImport:
    """Read the file and write down what was found; a file that cannot be read says why."""
    try:
        reading = _reading(imported)
        plan = _plan(imported, reading)
    except UnreadableError as error:
        imported.problems = [Problem("Berkas", error.message, error.remedy).as_dict()]
        imported.state = ImportState.DITOLAK
        imported.save()
        return imported
    imported.format, imported.crs, imported.transformed = (
        reading.format,
        reading.crs[:160],
        reading.transformed,
    )
    imported.problems, imported.rows = plan.findings, plan.rows
    imported.counts = {"Fitur terbaca": len(reading.features), **plan.counts}
    imported.drawing = preview.svg(plan.shapes, plan.marks, plan.behind) if len(plan.shapes) else ""
    imported.state = ImportState.PRATINJAU
    imported.save()
    return imported


def _reading(imported: GeoImport) -> Reading:
    return read_file(imported.file.name, read_bytes(imported.file), epsg=imported.options.get("epsg"))


def _plan(imported: GeoImport, reading: Reading) -> Plan:
    if imported.content == ImportContent.GARIS_LUAR:
        return plan_outlines(reading, imported.options)
    if imported.segment is None:
        raise AssertionError("the table demands a segment")
    make = plan_points if imported.content == ImportContent.TITIK else plan_line
    return make(reading, imported.segment, imported.options)


@transaction.atomic
def apply_geometry(*, actor: User, imported: GeoImport, accept: bool = False, use: bool = False) -> GeoImport:
    """Apply all of a preview at once, or (a large file) have the worker do so. `accept` takes gaps and overlaps."""
    locked = _open_preview(actor, imported)
    _require_sound(locked, accept)
    if locked.content == ImportContent.GARIS_LUAR:
        locked.options |= {"use": use, "accept": accept}
    if locked.file.size <= AT_ONCE:
        write_import(actor, locked)
    else:
        locked.state = ImportState.DIBACA
        locked.save(update_fields=["state", "options"])
        _to_worker(locked, actor, "terapkan")
    return locked


def _require_sound(imported: GeoImport, accept: bool) -> None:
    if imported.faults:
        raise NotReady(
            _("Berkas memuat %(count)d kesalahan, sehingga tidak ada yang diimpor.")
            % {"count": len(imported.faults)},
            remedy=_("Perbaiki yang tertulis pada pratinjau, lalu unggah lagi."),
        )
    if imported.doubts and not accept:
        raise NotReady(
            _("Cakupan lapisan ini tidak bersih: %(count)d celah atau tumpang tindih.")
            % {"count": len(imported.doubts)},
            remedy=_("Perbaiki berkasnya, atau centang bahwa selisih itu diterima."),
        )


def write_import(actor: User, imported: GeoImport, plan: Plan | None = None) -> None:
    """Read once more, see that nothing stands against it by now, and write everything; in the caller's transaction."""
    if imported.segment is not None:  # two imports of one segment never interleave
        Segment.objects.select_for_update(of=("self",)).get(pk=imported.segment.pk)
    try:
        plan = plan or _plan(imported, _reading(imported))
    except UnreadableError as error:
        raise NotReady(error.message, remedy=error.remedy) from None
    if any(problem.blocking for problem in plan.problems):
        raise StaleForm(
            _(
                "Data yang tercatat sudah berubah sejak pratinjau ini dibuat, sehingga berkasnya tidak lagi cocok."
            ),
            remedy=_("Unggah berkas yang sama sekali lagi untuk melihat pratinjau terbaru."),
        )
    plan.write(actor, imported)
    imported.state, imported.closed_by, imported.closed_at = ImportState.DITERAPKAN, actor, clock.now()
    imported.save()


@transaction.atomic
def cancel_geometry(*, actor: User, imported: GeoImport) -> GeoImport:
    """Drop a preview, or a reading that takes too long; the upload stays in the history."""
    locked = _open_preview(actor, imported, ImportState.PRATINJAU, ImportState.DIBACA)
    locked.state, locked.closed_by, locked.closed_at = ImportState.DIBATALKAN, actor, clock.now()
    locked.save(update_fields=["state", "closed_by", "closed_at"])
    return locked


def _open_preview(actor: User, imported: GeoImport, *states: str) -> GeoImport:
    """The import under lock, still a preview (or in one of these states), and the person still allowed."""
    locked = GeoImport.objects.select_for_update(of=("self",)).select_related("file").get(pk=imported.pk)
    if locked.segment_id:
        locked.segment = Segment.objects.for_list().get(pk=locked.segment_id)
    require_import(actor, locked.content, locked.segment, locked.options)
    if locked.state not in (states or (ImportState.PRATINJAU,)):
        raise ImpossibleStep(
            _("Impor ini berkeadaan “%(state)s”.") % {"state": locked.get_state_display()},
            remedy=_("Unggah berkas lagi bila masih ada yang perlu diimpor."),
        )
    return locked


def _to_worker(imported: GeoImport, actor: User, step: str) -> Job:
    label = _("Membaca berkas %s") if step == "baca" else _("Menerapkan impor %s")
    return request_job(
        kind=IMPORT_JOB, key=f"{imported.pk}:{step}", actor=actor, label=label % imported.file.name,
        payload={"import": imported.pk, "step": step, "actor": actor.pk, "result_url": imported.get_absolute_url()},
    )  # fmt: skip


def work_on(imported: GeoImport, actor: User, step: str) -> None:
    """The worker's part: bounded in time and memory; a failure leaves the preview as it was."""
    begun = time.monotonic()
    try:
        with bounded(seconds=SECONDS, megabytes=MEGABYTES):
            if step == "baca":
                read_import(imported)
            else:
                _write_if_waiting(actor, imported)
    except TooDear:
        _give_up(
            imported, _("Berkas terlalu berat: lebih dari %(seconds)d detik atau %(megabytes)d MB.")
            % {"seconds": int(time.monotonic() - begun), "megabytes": MEGABYTES},
        )  # fmt: skip
    except DomainError:
        GeoImport.objects.filter(pk=imported.pk).update(state=ImportState.PRATINJAU)
        raise


def _write_if_waiting(actor: User, imported: GeoImport) -> None:
    """Write what still waits; a layer is worked out before the database is held."""
    layer = imported.content == ImportContent.GARIS_LUAR
    plan = _plan(imported, _reading(imported)) if layer else None
    with transaction.atomic():
        waiting = GeoImport.objects.select_for_update().filter(pk=imported.pk, state=ImportState.DIBACA)
        if waiting.first() is not None:  # not dropped meanwhile
            write_import(actor, imported, plan)


def _give_up(imported: GeoImport, message: str) -> None:
    remedy = _("Sederhanakan datanya atau bagi menurut wilayah, lalu unggah lagi.")
    GeoImport.objects.filter(pk=imported.pk).update(
        state=ImportState.DITOLAK, problems=[Problem("Berkas", message, remedy).as_dict()]
    )
    raise DomainError(message, remedy=remedy)
