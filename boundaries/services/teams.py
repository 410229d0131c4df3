"""The Tim PBD: its decree, its members, who of them signs."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from boundaries.choices import TeamRole
from boundaries.models import BoundaryTeam, BoundaryTeamMember
from boundaries.services.access import MANAGE, STATE
from boundaries.services.checks import kept_file, require_day, words
from ksd.accounts.access import AnyUser, acting_region_ids, may
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from regions.choices import Level
from regions.models import Official, Region


def team_regions(user: AnyUser) -> QuerySet[Region]:
    """The regions whose team a person keeps; whoever keeps segments also records the Tim PBD Pusat."""
    own = acting_region_ids(user, STATE) | acting_region_ids(user, MANAGE)
    central = Q(level=Level.NEGARA) if may(user, MANAGE) else Q(pk__in=[])
    return Region.objects.current().filter(Q(pk__in=own) | central).order_by("level", "code")


def may_keep_team(user: AnyUser, region: Region) -> bool:
    """Whether a person keeps the team of a region."""
    if region.level == Level.NEGARA:
        return may(user, MANAGE)
    return may(user, STATE, region) or may(user, MANAGE, region)


def require_keeper(actor: User, region: Region) -> None:
    """Refuse whoever does not keep the region's team. Raises NotAllowed."""
    if not may_keep_team(actor, region):
        raise NotAllowed(
            _("Anda tidak berwenang mencatat Tim PBD %(region)s.") % {"region": region},
            remedy=_("Mintalah petugas daerah itu atau Biro Pemerintahan provinsi mencatatnya."),
        )


@transaction.atomic
def record_team(
    *, actor: User, region: Region, decree_number: str, decree_date: date, valid_from: date,
    valid_to: date | None = None, upload: "UploadedFile[Any] | None" = None, note: str = "",
    team: BoundaryTeam | None = None,
) -> BoundaryTeam:  # fmt: skip
    """Record the decree that forms a team, or correct it. Raises NotAllowed, DomainError, ValidationError."""
    place = team.region if team else region
    require_keeper(actor, place)
    Region.objects.select_for_update().get(pk=place.pk)
    require_day(decree_date)
    row = team or BoundaryTeam(region=place, recorded_by=actor)
    row.decree_number = words(decree_number, _("Isi nomor keputusannya."))
    row.decree_date, row.valid_from, row.valid_to = decree_date, valid_from, valid_to
    row.note = words(note, "", required=False)
    row.full_clean()
    row.file = kept_file(upload, actor) or row.file
    row.save()
    return row


@transaction.atomic
def add_member(
    *, actor: User, team: BoundaryTeam, role: str, name: str, title: str, since: date,
    until: date | None = None, official: Official | None = None, signs: bool = False,
) -> BoundaryTeamMember:  # fmt: skip
    """Give a seat to a person. Raises NotAllowed, DomainError or ImpossibleStep for one who sits in it already."""
    held = _locked(actor, team)
    if role not in TeamRole.values:
        raise DomainError(_("Kedudukan tidak dikenal."), remedy=_("Pilih dari daftar."), status=422)
    if official is not None and official.region_id != held.region_id:
        raise DomainError(
            _("%(official)s bukan pejabat %(region)s.") % {"official": official.name, "region": held.region},
            remedy=_("Pilih dari daftar."), status=422,
        )  # fmt: skip
    _require_within(held, since, until)
    kept = words(name, _("Isi namanya."))
    same = held.members.filter(name__iexact=kept).filter(Q(until=None) | Q(until__gte=since))
    if (same.filter(since__lte=until) if until else same).exists():
        raise ImpossibleStep(
            _("%(name)s sudah menjadi anggota tim ini pada masa itu.") % {"name": kept},
            remedy=_("Akhiri dahulu masa tugasnya yang lama."),
        )
    member = BoundaryTeamMember(
        team=held, role=role, name=kept, title=words(title, _("Isi jabatannya.")), since=since, until=until,
        official=official, signs=signs,
    )  # fmt: skip
    member.full_clean(exclude=["team", "official"])
    member.save()
    return member


def _require_within(team: BoundaryTeam, since: date, until: date | None) -> None:
    if since < team.valid_from or (team.valid_to and since > team.valid_to):
        raise DomainError(
            _("Masa tugas anggota berada dalam masa berlaku keputusan timnya."),
            remedy=_("Periksa tanggal mulainya, atau perbaiki masa berlaku keputusannya."), status=422,
        )  # fmt: skip
    if until is not None and until < since:
        raise DomainError(
            _("Tanggal selesai tidak boleh mendahului tanggal mulai."), remedy=_("Periksa tanggalnya."),
            status=422,
        )  # fmt: skip


@transaction.atomic
def end_member(*, actor: User, member: BoundaryTeamMember, until: date) -> BoundaryTeamMember:
    """Note the last day of a member; what was signed before stays signed. Raises ImpossibleStep, DomainError."""
    _locked(actor, member.team)
    row = BoundaryTeamMember.objects.select_for_update().get(pk=member.pk)
    if row.until is not None:
        raise ImpossibleStep(_("Masa tugas anggota ini sudah berakhir."), remedy=_("Muat ulang halaman."))
    if until < row.since:
        raise DomainError(
            _("Hari terakhir tidak boleh mendahului hari pertama."), remedy=_("Periksa tanggalnya."),
            status=422,
        )  # fmt: skip
    last = row.signatures.exclude(signed_on=None).order_by("-signed_on").first()
    if last is not None and last.signed_on is not None and last.signed_on > until:
        raise ImpossibleStep(
            _("Anggota ini menandatangani berita acara sesudah tanggal itu."),
            remedy=_("Isi tanggal tanda tangan terakhirnya atau sesudahnya."),
        )
    row.until = until
    row.save(update_fields=["until"])
    return row


def _locked(actor: User, team: BoundaryTeam) -> BoundaryTeam:
    row = BoundaryTeam.objects.select_for_update(of=("self",)).select_related("region").get(pk=team.pk)
    require_keeper(actor, row.region)
    return row
