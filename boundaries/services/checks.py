"""Refusals that the acts on minutes, teams, terms and papers share."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from boundaries.models import Segment
from boundaries.services.access import MANAGE, STATE, may_manage
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError, NotAllowed, StaleForm
from ksd.core.models import StoredFile
from ksd.core.words import long_date
from regions.models import Region

LONGEST = 5000
FIRST_DAY = date(1945, 8, 17)
FILE_KIND = "batas"


def locked(segment: Segment) -> Segment:
    """The segment under its lock, with its regions and provinces."""
    rows = Segment.objects.select_for_update(of=("self",))
    return rows.select_related("region_a__parent", "region_b__parent").get(pk=segment.pk)


def require_manager(actor: User, segment: Segment) -> None:
    """Refuse whoever does not keep the segment. Raises NotAllowed."""
    if not may_manage(actor, segment):
        raise NotAllowed(
            _("Anda tidak berwenang mengurus penegasan segmen %(segment)s.") % {"segment": segment},
            remedy=_("Mintalah Biro Pemerintahan provinsi salah satu pihak mencatatnya."),
        )


def may_act_for(user: User, segment: Segment, region: Region | None) -> bool:
    """Whether a person keeps the segment, or speaks for that one region."""
    return may_manage(user, segment) or (region is not None and may(user, STATE, region))


def require_voice(actor: User, segment: Segment, region: Region | None) -> None:
    """Refuse whoever neither keeps the segment nor speaks for that region. Raises NotAllowed."""
    if not may_act_for(actor, segment, region):
        raise NotAllowed(
            _("Anda tidak berwenang mencatat ini atas nama %(region)s.")
            % {"region": region or _("kedua daerah")},
            remedy=_("Mintalah petugas daerah itu atau Biro Pemerintahan provinsi mencatatnya."),
        )


def keeper_for(actor: User, segment: Segment) -> Region:
    """The province in whose name and number book this person writes about the segment. Raises NotAllowed."""
    require_manager(actor, segment)
    for province in provinces_of(segment):
        if may(actor, MANAGE, province):
            return province
    return provinces_of(segment)[0]


def provinces_of(segment: Segment) -> list[Region]:
    """The province of both sides, or the two of them."""
    found = [side.parent for side in segment.sides if side.parent is not None]
    return list(dict.fromkeys(found))


def require_day(on: date, *, after: date | None = None, ahead: int = 0) -> None:
    """Refuse a day before the republic, before its cause, or further ahead than so many days. Raises DomainError."""
    if on > clock.today() + timedelta(days=ahead):
        raise DomainError(
            _("Tanggal %s masih di masa depan.") % long_date(on), remedy=_("Periksa tanggalnya."), status=422
        )
    first = max(after or FIRST_DAY, FIRST_DAY)
    if on < first:
        raise DomainError(
            _("Tanggal %(day)s mendahului %(first)s, hari peristiwa yang menjadi dasarnya.")
            % {"day": long_date(on), "first": long_date(first)},
            remedy=_("Periksa tanggalnya."),
            status=422,
        )


def words(text: str, message: str, *, required: bool = True) -> str:
    """The text without its edges, neither empty where it is required nor too long. Raises DomainError."""
    kept = text.strip()
    if required and not kept:
        raise DomainError(message, remedy=_("Isi, lalu kirim lagi."), status=422)
    if len(kept) > LONGEST:
        raise DomainError(
            _("Isian paling banyak %s huruf.") % LONGEST, remedy=_("Ringkas isinya."), status=422
        )
    return kept


def require_same(seen: int | None, now: int) -> None:
    """Refuse a form that was opened before somebody else saved. Raises StaleForm."""
    if seen is not None and seen != now:
        raise StaleForm(
            _("Sementara formulir ini terbuka, orang lain menyimpan perubahan."),
            remedy=_("Buka kembali halamannya, bandingkan, lalu simpan lagi."),
        )


def kept_file(upload: "UploadedFile[Any] | None", actor: User) -> StoredFile | None:
    """The upload in the store, or nothing when none came. Raises ValidationError in plain words."""
    if upload is None:
        return None
    return files.store_upload(upload=upload, actor=actor, kind=FILE_KIND, accept=files.DOCUMENTS)
