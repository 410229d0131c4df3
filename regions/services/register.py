"""Changing the register: preview an upload, then apply or cancel it."""

from datetime import date, timedelta
from typing import cast

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.core import clock, files
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.core.words import long_date
from regions.choices import LEVEL_OF_KIND, ChangeKind, ImportState, Level
from regions.models import Region, RegionChange, RegionImport, RegionSuccession
from regions.register_diff import Added, Diff, Ended, Moved, Renamed, compare, mark_of
from regions.register_file import Scope, read_register

PERMISSION = "regions.import_register"
_MOST_BYTES = 2 * 1024 * 1024
_FIRST_DAY = date(1945, 8, 17)


def _need_permission(actor: AbstractUser, scope: Region) -> None:
    if not actor.has_perm(PERMISSION, scope):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah daftar wilayah untuk %(scope)s.") % {"scope": scope},
            remedy=_("Mintalah admin yang berwenang untuk cakupan itu."),
        )


def _in_scope(scope: Region) -> list[Region]:
    """The living regions a file speaks for."""
    living = Region.objects.current().exclude(level=Level.NEGARA)
    if scope.level == Level.PROVINSI:
        return [region for region in living if scope.pk in (region.pk, region.parent_id)]
    return list(living)


def _read(upload: "UploadedFile[bytes]", scope: Region, regions: list[Region]) -> Diff:
    """The differences a file would make; ValidationError names every faulty row."""
    if (upload.size or 0) > _MOST_BYTES:
        raise ValidationError(
            _("Berkas terlalu besar untuk daftar wilayah (paling besar 2 MB). Unggah CSV saja.")
        )
    upload.seek(0)
    content = upload.read()
    upload.seek(0)
    province = scope.code if scope.level == Level.PROVINSI else ""
    read = read_register(content, Scope(province=province, codes=frozenset(row.code for row in regions)))
    if read.faults:
        raise ValidationError(read.shown_faults())
    return compare(read.entries, regions, keep=province)


@transaction.atomic
def preview_import(
    *, actor: AbstractUser, upload: "UploadedFile[bytes]", source: str, effective_on: date, scope: Region
) -> RegionImport:
    """Keep an uploaded list and the differences it would make; the register stays as it is."""
    _need_permission(actor, scope)
    if effective_on < _FIRST_DAY:
        raise ValidationError(_("Tanggal berlaku mendahului kemerdekaan. Periksa tahun yang Anda isi."))
    if effective_on > clock.today():
        raise ValidationError(
            _("Tanggal berlaku belum tiba. Unggah daftar ini pada atau sesudah tanggal itu.")
        )
    regions = _in_scope(scope)
    diff = _read(upload, scope, regions)
    stored = files.store_bytes(
        content=upload.read(),
        name=upload.name or "daftar-wilayah.csv",
        content_type="text/csv",
        kind="daftar-wilayah",
        actor=actor,
    )
    return RegionImport.objects.create(
        uploaded_by_id=actor.pk,
        created_at=clock.now(),
        source=source,
        effective_on=effective_on,
        scope=scope,
        file=stored,
        diff=diff,
        register_mark=mark_of(regions),
    )


def _open_preview(upload: RegionImport) -> RegionImport:
    """The import under lock, still a preview."""
    locked = RegionImport.objects.select_for_update(of=("self",)).select_related("scope").get(pk=upload.pk)
    if locked.state != ImportState.PREVIEW:
        raise ImpossibleStep(
            _("Impor ini sudah %(state)s.") % {"state": locked.get_state_display().lower()},
            remedy=_("Unggah berkas lagi bila masih ada yang perlu diubah."),
        )
    return locked


@transaction.atomic
def cancel_import(*, actor: AbstractUser, upload: RegionImport) -> RegionImport:
    """Drop a preview; the upload stays in the history."""
    locked = _open_preview(upload)
    _need_permission(actor, locked.scope)
    locked.state = ImportState.CANCELLED
    locked.closed_by_id = actor.pk
    locked.save(update_fields=["state", "closed_by"])
    return locked


@transaction.atomic
def apply_import(*, actor: AbstractUser, upload: RegionImport) -> RegionImport:
    """Apply a preview in one transaction, unless the register changed since it was made."""
    # The state's own row is the lock of the whole register: two imports never interleave.
    Region.objects.select_for_update().filter(level=Level.NEGARA).first()
    locked = _open_preview(upload)
    _need_permission(actor, locked.scope)
    regions = _in_scope(locked.scope)
    if mark_of(regions) != locked.register_mark:
        raise StaleForm(
            _("Daftar wilayah sudah berubah sejak pratinjau ini dibuat."),
            remedy=_("Batalkan pratinjau ini, lalu unggah berkas yang sama untuk melihat perbedaan terbaru."),
        )
    _Application(locked, {region.pk: region for region in regions}).run()
    locked.state = ImportState.APPLIED
    locked.closed_by_id = actor.pk
    locked.applied_at = clock.now()
    locked.save(update_fields=["state", "closed_by", "applied_at"])
    return locked


class _Application:
    """The writing of one difference: every region it touches, and a history row for each."""

    def __init__(self, upload: RegionImport, regions: dict[int, Region]) -> None:
        self.upload = upload
        self.diff = cast(Diff, upload.diff)
        self.by_pk = regions
        self.old_codes = {region.code: region for region in regions.values()}

    def run(self) -> None:
        """End first, so that a code is free before it is given again; parents before children."""
        for gone in self.diff["ended"]:
            self._end(gone)
        for row in self.diff["moved"]:
            # Two regions may swap codes: step aside before taking the new one.
            Region.objects.filter(pk=row["pk"]).update(code=f"~{row['pk']}")
        for renamed in self.diff["renamed"]:
            self._rename(renamed)
        for provinces in (True, False):
            self._place(provinces)

    def _place(self, provinces: bool) -> None:
        """Move and add the rows of one level."""
        for moved in self.diff["moved"]:
            if ("." not in moved["code"]) is provinces:
                self._move(moved)
        for added in self.diff["added"]:
            if ("." not in added["code"]) is provinces:
                self._add(added)

    def _note(self, region: Region, what: ChangeKind, before: str = "", after: str = "") -> None:
        RegionChange.objects.create(
            region=region,
            what=what,
            on=self.upload.effective_on,
            before=before,
            after=after,
            basis=self.upload.source,
            source=self.upload,
        )

    def _end(self, row: Ended) -> None:
        region = self.by_pk[row["pk"]]
        last_day = self.upload.effective_on - timedelta(days=1)
        if region.valid_from and region.valid_from > last_day:
            raise NotReady(
                _("%(region)s baru berlaku sejak %(day)s, sehingga tidak dapat berakhir sebelum itu.")
                % {"region": region, "day": long_date(region.valid_from)},
                remedy=_("Periksa tanggal berlaku pada unggahan ini."),
            )
        region.valid_to = last_day
        region.save(update_fields=["valid_to"])
        self._note(region, ChangeKind.ENDED, before=row["name"])

    def _rename(self, row: Renamed) -> None:
        region = self.by_pk[row["pk"]]
        region.name, region.kind = row["name"], row["kind"]
        region.save(update_fields=["name", "kind"])
        self._note(region, ChangeKind.RENAMED, row["before"], row["after"])

    def _move(self, row: Moved) -> None:
        region = self.by_pk[row["pk"]]
        region.code, region.parent = row["code"], self._parent(row["parent"])
        region.save(update_fields=["code", "parent"])
        self._note(region, ChangeKind.MOVED, row["before"], row["code"])

    def _add(self, row: Added) -> None:
        parent = self._parent(row["parent"])
        region = Region.objects.create(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            level=LEVEL_OF_KIND[row["kind"]],
            parent=parent,
            timezone=parent.timezone,
            valid_from=self.upload.effective_on,
        )
        self._note(region, ChangeKind.ADDED, after=f"{row['code']} {region.full_name}")
        if row["predecessor"]:
            RegionSuccession.objects.create(
                predecessor=self.old_codes[row["predecessor"]],
                successor=region,
                on=self.upload.effective_on,
                basis=self.upload.source,
            )

    def _parent(self, code: str) -> Region:
        return Region.objects.get(code=code, valid_to__isnull=True)
