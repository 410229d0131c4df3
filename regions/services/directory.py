"""Keeping the directory of a region: offices, officials, emblem."""

from dataclasses import dataclass, fields
from datetime import date

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ksd.core import clock, files
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.words import long_date
from regions.choices import Position, Standing
from regions.models import Office, Official, Region, Urusan

PERMISSION = "regions.manage_directory"


@dataclass(frozen=True, kw_only=True)
class OfficeData:
    """What a person fills in about an office."""

    name: str
    kind: str
    parent: Office | None = None
    is_cooperation_unit: bool = False
    address: str = ""
    phone: str = ""
    email: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class OfficialData:
    """What a person fills in about an official."""

    name: str
    position: str
    position_title: str
    term_start: date
    term_end: date | None = None
    office: Office | None = None
    title_before: str = ""
    title_after: str = ""
    nip: str = ""
    standing: str = Standing.DEFINITIF.value
    mandate_number: str = ""
    mandate_date: date | None = None


def may_keep(actor: AbstractUser, region: Region) -> bool:
    """Whoever keeps its directory; of a region nobody signs in for, anybody who keeps one."""
    if actor.has_perm(PERMISSION, region):
        return True
    today = clock.today()
    members = region.memberships.filter(user__is_active=True, valid_from__lte=today)
    return actor.has_perm(PERMISSION) and not members.exclude(valid_to__lt=today).exists()


def _lock(actor: AbstractUser, region: Region) -> Region:
    """The region under lock, after the permission was asked."""
    if not may_keep(actor, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah direktori %(region)s.") % {"region": region},
            remedy=_("Mintalah admin wilayah itu."),
        )
    locked = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    if locked.has_ended:
        raise ImpossibleStep(
            _("%(region)s sudah berakhir, direktorinya menjadi riwayat.") % {"region": region},
            remedy=_("Catat di wilayah penerusnya."),
        )
    return locked


def _write(row: Office | Official, data: OfficeData | OfficialData) -> None:
    for item in fields(data):
        setattr(row, item.name, getattr(data, item.name))


def check_office(row: Office) -> None:
    """An office stands under another of the same region, never under itself."""
    above: Office | None = row.parent
    if above is not None and above.region_id != row.region_id:
        raise ValidationError(
            {"parent": _("Perangkat daerah induk berada di wilayah lain. Pilih dari wilayah ini.")}
        )
    while above is not None:
        if row.pk and above.pk == row.pk:
            raise ValidationError(
                {"parent": _("Perangkat daerah tidak dapat berada di bawah dirinya sendiri.")}
            )
        above = above.parent


@transaction.atomic
def add_office(
    *, actor: AbstractUser, region: Region, data: OfficeData, urusan: tuple[Urusan, ...] = ()
) -> Office:
    """Record a new office of a region."""
    return _keep_office(Office(region=_lock(actor, region)), data, urusan)


@transaction.atomic
def change_office(
    *, actor: AbstractUser, office: Office, data: OfficeData, urusan: tuple[Urusan, ...] = ()
) -> Office:
    """Correct or close an office."""
    _lock(actor, office.region)
    return _keep_office(Office.objects.get(pk=office.pk), data, urusan)


def _keep_office(row: Office, data: OfficeData, urusan: tuple[Urusan, ...]) -> Office:
    _write(row, data)
    check_office(row)
    row.full_clean()
    row.save()
    row.urusan.set(urusan)
    return row


def check_official(row: Official) -> None:
    """The rules of one official among the others; ValidationError names the field and the mend."""
    if row.office is not None and row.office.region_id != row.region_id:
        raise ValidationError(
            {"office": _("Perangkat daerah berada di wilayah lain. Pilih dari wilayah ini.")}
        )
    _check_mandate(row)
    _check_single_head(row)


def _check_mandate(row: Official) -> None:
    """An acting official needs a mandate, and nobody begins before the mandate's date."""
    if row.standing != Standing.DEFINITIF and not (row.mandate_number and row.mandate_date):
        raise ValidationError(
            {
                "mandate_number": _(
                    "Plt., Plh., dan Pj. memerlukan nomor dan tanggal surat keputusan/perintah. Isi keduanya."
                )
            }
        )
    if row.mandate_date and row.term_start < row.mandate_date:
        raise ValidationError(
            {
                "term_start": _(
                    "Mulai menjabat (%(start)s) mendahului tanggal surat keputusan/perintah (%(mandate)s)."
                )
                % {"start": long_date(row.term_start), "mandate": long_date(row.mandate_date)}
            }
        )


def _check_single_head(row: Official) -> None:
    """Two full holders of the head's position never overlap in one region."""
    if row.position != Position.KEPALA_DAERAH or row.standing != Standing.DEFINITIF:
        return
    others = Official.objects.filter(
        Q(term_end__isnull=True) | Q(term_end__gte=row.term_start),
        region_id=row.region_id,
        position=Position.KEPALA_DAERAH,
        standing=Standing.DEFINITIF,
    ).exclude(pk=row.pk)
    if row.term_end is not None:
        others = others.filter(term_start__lte=row.term_end)
    other = others.first()
    if other is not None:
        raise ValidationError(
            {
                "term_start": _(
                    "Masa jabatan bertumpuk dengan %(name)s (sejak %(start)s). Isi dulu tanggal selesainya."
                )
                % {"name": other.full_name, "start": long_date(other.term_start)}
            }
        )


@transaction.atomic
def add_official(
    *, actor: AbstractUser, region: Region, data: OfficialData, mandate: "UploadedFile[bytes] | None" = None
) -> Official:
    """Record who holds a position, from when, in which standing."""
    return _keep_official(Official(region=_lock(actor, region)), data, actor, mandate)


@transaction.atomic
def change_official(
    *,
    actor: AbstractUser,
    official: Official,
    data: OfficialData,
    mandate: "UploadedFile[bytes] | None" = None,
) -> Official:
    """Correct an official or end a term."""
    _lock(actor, official.region)
    return _keep_official(Official.objects.get(pk=official.pk), data, actor, mandate)


def _keep_official(
    row: Official, data: OfficialData, actor: AbstractUser, mandate: "UploadedFile[bytes] | None"
) -> Official:
    _write(row, data)
    row.full_clean()
    check_official(row)
    if mandate is not None:
        row.mandate_file = files.store_upload(
            upload=mandate, actor=actor, kind="mandat", accept=files.DOCUMENTS
        )
    row.save()
    return row


@transaction.atomic
def set_emblem(*, actor: AbstractUser, region: Region, upload: "UploadedFile[bytes]") -> Region:
    """Replace the emblem of a region; naskah already printed keep the old one."""
    locked = _lock(actor, region)
    locked.emblem = files.store_emblem(upload=upload, actor=actor)
    locked.save(update_fields=["emblem"])
    return locked
