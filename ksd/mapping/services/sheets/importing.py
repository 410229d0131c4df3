"""A sheet comes in: kept, read, shown as what it would do, and applied whole or not at all."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boundaries.geo.reading.features import UnreadableError
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotReady, StaleForm
from ksd.core.files import read_bytes, store_upload
from ksd.core.uploads import XLSX, FileRule, FileType
from ksd.mapping.choices import UploadState
from ksd.mapping.documents.template import origin_of
from ksd.mapping.models import Period, SheetUpload
from ksd.mapping.services.access import (
    answer_of,
    lock_period,
    require_filler,
    require_open,
    require_unsent,
    write_event,
)
from ksd.mapping.services.sheets.lists import lists_for
from ksd.mapping.services.sheets.plan import CHANGED, NEW, Plan, plan_for
from ksd.mapping.services.sheets.writing import write_plan
from ksd.mapping.sheets.columns import ORIGIN
from ksd.mapping.sheets.headings import Remark
from ksd.mapping.sheets.opening import Book, open_csv, open_xlsx
from ksd.mapping.sheets.reading import Reading, read_book
from regions.models import Region

KIND = "pemetaan-isian"
MOST_TOLD = 300


def _is_text(file: Any) -> None:
    """A CSV holds words, no bytes of another kind of file."""
    head = file.read(4096)
    if head[:2] not in {b"\xff\xfe", b"\xfe\xff"} and (b"\0" in head or head[:2] == b"PK"):
        raise ValidationError(
            _("Isi berkas bukan CSV. Simpan ulang sebagai “CSV UTF-8” atau .xlsx, lalu unggah lagi."),
            "wrong_content",
        )


CSV = FileType("CSV", ("csv",), "text/csv", b"", _is_text)
SHEETS = FileRule(gettext_lazy("XLSX atau CSV"), (XLSX, CSV))
# What offices send instead, and the way out of each.
_OTHERS = {
    ".xls": gettext_lazy("Berkas .xls (Excel 97–2003) tidak dibaca. Simpan sebagai .xlsx (Excel Workbook), lalu unggah lagi."),
    ".xlsm": gettext_lazy("Berkas .xlsm dapat memuat makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi."),
    ".xlsb": gettext_lazy("Berkas .xlsb tidak dibaca. Simpan sebagai .xlsx, lalu unggah lagi."),
    ".ods": gettext_lazy("Berkas .ods tidak dibaca. Simpan sebagai .xlsx, lalu unggah lagi."),
    ".pdf": gettext_lazy("PDF tidak dapat dibaca sebagai tabel. Unggah templatnya sebagai .xlsx."),
}  # fmt: skip


@transaction.atomic
def upload_sheet(*, actor: User, period: Period, region: Region, upload: "UploadedFile[Any]") -> SheetUpload:
    """Keep a sheet and say what it would do. Raises NotAllowed, ImpossibleStep, ValidationError."""
    require_filler(actor, region)
    require_open(period)
    require_unsent(answer_of(period, region))
    suffix = PurePath(upload.name or "").suffix.lower()
    if suffix in _OTHERS:
        raise ValidationError({"file": str(_OTHERS[suffix])}, "wrong_type")
    try:
        stored = store_upload(upload=upload, actor=actor, kind=KIND, accept=SHEETS)
    except ValidationError as error:
        raise ValidationError({"file": error.messages}) from None
    made = SheetUpload(period=period, region=region, file=stored, created_by=actor)
    _examine(made)
    made.save()
    return made


def _examine(upload: SheetUpload) -> Plan:
    """Read the file and hold it against the rows of today; the result is written into the upload, unsaved."""
    plan = read_and_plan(upload)
    upload.report, upload.fingerprint = _report(plan), plan.fingerprint()
    return plan


def read_and_plan(upload: SheetUpload) -> Plan:
    """What the file of an upload would do now; a file that cannot be read is a plan of one fault."""
    lists = lists_for(upload.period, upload.region)
    try:
        book = _opened(upload)
        _same_origin(book, upload)
        reading = read_book(book, lists)
    except UnreadableError as error:
        return Plan([], [Remark(upload.file.name[:60], "", "", error.message, error.remedy)], [])
    if not reading.rows and not reading.faults:
        reading.faults.append(_nothing(reading))
    return plan_for(upload.period, upload.region, reading, lists)


def _opened(upload: SheetUpload) -> Book:
    content = read_bytes(upload.file)
    return open_csv(content) if upload.file.content_type == CSV.content_type else open_xlsx(content)


def _same_origin(book: Book, upload: SheetUpload) -> None:
    """A sheet made for another region or period is refused; one of unknown origin is read by its headings."""
    wanted = origin_of(upload.period.public_id, upload.region.code)
    if not book.origin.startswith(f"{ORIGIN}/") or book.origin == wanted:
        return
    _first, _period, region = [*book.origin.split("/"), "", ""][:3]
    other = region if region != upload.region.code else _("periode lain")
    raise UnreadableError(
        _("Templat ini dibuat untuk %(other)s, bukan untuk %(period)s, %(region)s.")
        % {"other": other[:40], "period": upload.period, "region": upload.region.full_name},
        _("Unduh templat daerah dan periode ini, lalu pindahkan isiannya."),
    )


def _nothing(reading: Reading) -> Remark:
    return Remark(
        reading.sheet, "", "", _("lembar ini belum berisi satu baris pun"),
        _("Isi sedikitnya satu baris di bawah judul kolom, lalu unggah lagi."),
    )  # fmt: skip


def _report(plan: Plan) -> dict[str, Any]:
    """What the page of the dry run shows, bounded; the whole is read again on applying."""
    told = [row for row in plan.rows if row.outcome in {NEW, CHANGED}]
    return {
        "counts": plan.counts(),
        "fault_count": len(plan.faults),
        "faults": [_told(each) for each in plan.faults[:MOST_TOLD]],
        "note_count": len(plan.notes),
        "notes": [_told(each) for each in plan.notes[:MOST_TOLD]],
        "rows": [
            {"line": row.line, "outcome": row.outcome, "title": row.title[:250], "changes": row.changes}
            for row in told[:MOST_TOLD]
        ],
        "row_count": len(told),
    }


def _told(remark: Remark) -> Mapping[str, str]:
    return {name: str(value) for name, value in vars(remark).items()}


def _lock(actor: User, upload: SheetUpload) -> SheetUpload:
    """The upload under lock with its period, while it may still be acted on."""
    require_filler(actor, upload.region)
    period = lock_period(upload.period)
    row = (
        SheetUpload.objects.select_for_update(of=("self",)).select_related("region", "file").get(pk=upload.pk)
    )
    row.period = period
    if not row.is_waiting:
        raise ImpossibleStep(
            _("Unggahan ini sudah %(state)s.") % {"state": row.get_state_display().lower()},
            remedy=_("Unggah berkas lagi bila masih ada yang perlu diubah."),
        )
    return row


@transaction.atomic
def check_again(*, actor: User, upload: SheetUpload) -> SheetUpload:
    """Hold the same file against the rows as they are now."""
    row = _lock(actor, upload)
    _examine(row)
    row.save(update_fields=["report", "fingerprint"])
    return row


@transaction.atomic
def set_aside(*, actor: User, upload: SheetUpload) -> SheetUpload:
    """Decide not to apply a sheet; its file stays."""
    row = _lock(actor, upload)
    row.state = UploadState.DISISIHKAN
    row.save(update_fields=["state"])
    return row


@transaction.atomic
def apply_sheet(*, actor: User, upload: SheetUpload) -> SheetUpload:
    """Write every row of a sheet, or none. Raises NotAllowed, ImpossibleStep, NotReady (faults), StaleForm."""
    row = _lock(actor, upload)
    require_open(row.period)
    require_unsent(answer_of(row.period, row.region))
    # Rows are locked before they are compared: what is shown is what is written.
    list(
        row.period.rows.select_for_update(of=("self",)).filter(region=row.region).values_list("pk", flat=True)
    )
    plan = read_and_plan(row)
    if plan.faults:
        raise NotReady(
            _("Berkas masih memuat %(count)d kesalahan; tidak ada yang diterapkan.")
            % {"count": len(plan.faults)},
            findings=tuple(str(fault) for fault in plan.faults[:20]),
            remedy=_("Perbaiki sel yang disebut, lalu unggah lagi."),
        )
    if plan.fingerprint() != row.fingerprint:
        raise StaleForm(
            _("Baris pemetaan berubah sesudah berkas ini diperiksa; tidak ada yang diterapkan."),
            remedy=_("Tekan “Periksa lagi”, bandingkan, lalu terapkan."),
        )
    write_plan(actor=actor, upload=row, plan=plan)
    row.state, row.applied_by, row.applied_at = UploadState.DITERAPKAN, actor, clock.now()
    row.save(update_fields=["state", "applied_by", "applied_at"])
    counts = plan.counts()
    told = f"Isian diterapkan dari berkas: {counts[NEW]} baru, {counts[CHANGED]} berubah"
    write_event(row.period, actor, told, reason=row.file.name, region=row.region)
    return row
