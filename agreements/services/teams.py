"""The TKKSD of a region: its decree, its members with their periods, and what its composition lacks."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.choices.teams import TeamPosition
from agreements.models import Team, TeamMember
from agreements.naskah.checks import Finding
from agreements.services.acting import not_yours
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Office, Region

TEAM = "agreements.team"
FEWEST_MEMBERS = 6
SEATS = (
    (TeamPosition.CHAIR, "Sekretaris Daerah"),
    (TeamPosition.DEPUTY, "Asisten yang membidangi kerja sama"),
    (TeamPosition.SECRETARY, "Kepala Biro/Bagian yang membidangi kerja sama"),
)
ARTICLE = "Pasal 47 ayat (1) Permendagri 22/2020"


@transaction.atomic
def record_team(
    *,
    actor: User,
    region: Region,
    decree_number: str,
    decree_date: date,
    valid_from: date,
    valid_to: date | None = None,
    upload: "UploadedFile[Any] | None" = None,
    team: Team | None = None,
) -> Team:
    """Record or correct the decree that forms a TKKSD (Pasal 46 ayat (1)); a new one ends the one before it."""
    region = team.region if team else region
    if not may(actor, TEAM, region):
        raise not_yours(region.full_name)
    Region.objects.select_for_update().get(pk=region.pk)
    if decree_date > clock.today():
        raise DomainError(
            _("Tanggal keputusan tidak boleh di masa depan."), remedy=_("Periksa tanggal keputusannya.")
        )
    if team is None:
        team = Team(region=region)
        _end_earlier(region, valid_from)
    team.decree_number, team.decree_date = decree_number.strip(), decree_date
    team.valid_from, team.valid_to = valid_from, valid_to
    if upload is not None:
        team.file = files.store_upload(upload=upload, actor=actor, kind="sk-tkksd", accept=files.DOCUMENTS)
    team.full_clean()
    _require_alone(team)
    team.save()
    return team


def _require_alone(team: Team) -> None:
    """Refuse a period that another team of the region also fills: the region would have two. Raises ImpossibleStep."""
    others = (
        Team.objects.filter(region=team.region)
        .exclude(pk=team.pk)
        .filter(Q(valid_to=None) | Q(valid_to__gte=team.valid_from))
    )
    if team.valid_to:
        others = others.filter(valid_from__lte=team.valid_to)
    other = others.first()
    if other is not None:
        raise ImpossibleStep(
            _("Masa berlaku ini bertumpuk dengan Keputusan Nomor %s.") % other.decree_number,
            remedy=_("Isi hari terakhirnya, atau perbaiki dahulu masa berlaku keputusan itu."),
        )


def _end_earlier(region: Region, valid_from: date) -> None:
    """A region has one team at a time: the decree before ends the day before the new one begins."""
    earlier = Team.objects.select_for_update().filter(region=region, valid_from__lt=valid_from)
    last_day = date.fromordinal(valid_from.toordinal() - 1)
    earlier.filter(valid_to=None).update(valid_to=last_day)
    earlier.filter(valid_to__gt=last_day).update(valid_to=last_day)


@transaction.atomic
def add_member(
    *,
    actor: User,
    team: Team,
    position: str,
    name: str,
    title: str,
    since: date,
    office: Office | None = None,
    user: User | None = None,
) -> TeamMember:
    """Give a seat to a person; chair, deputy and secretary are one person each at a time."""
    team = _lock(actor, team)
    if office is not None and office.region_id != team.region_id:
        raise DomainError(
            _("Perangkat daerah itu bukan milik %s.") % team.region.full_name, remedy=_("Pilih dari daftar.")
        )
    if position in {seat.value for seat, _title in SEATS}:
        holder = next((m for m in team.members.filter(position=position) if _overlaps(m, since)), None)
        if holder:
            raise ImpossibleStep(
                _("%(seat)s sudah dijabat %(name)s.")
                % {"seat": TeamPosition(position).label, "name": holder.name},
                remedy=_("Akhiri dahulu masa tugasnya, lalu tambahkan penggantinya."),
                article=ARTICLE,
            )
    member = TeamMember(
        team=team,
        position=position,
        name=name.strip(),
        title=title.strip(),
        since=since,
        office=office,
        user=user,
    )
    member.full_clean()
    member.save()
    return member


def _overlaps(member: TeamMember, since: date) -> bool:
    return member.until is None or member.until >= since


@transaction.atomic
def end_member(*, actor: User, member: TeamMember, until: date) -> None:
    """End a member's period; the seat keeps its history. Raises when it ended already."""
    _lock(actor, member.team)
    member = TeamMember.objects.select_for_update().get(pk=member.pk)
    if member.until is not None:
        raise ImpossibleStep(_("Masa tugas ini sudah diakhiri."), remedy=_("Muat ulang halaman ini."))
    member.until = until
    member.full_clean()
    member.save(update_fields=["until"])


def _lock(actor: User, team: Team) -> Team:
    team = Team.objects.select_for_update().select_related("region").get(pk=team.pk)
    if not may(actor, TEAM, team.region):
        raise not_yours(team.region.full_name)
    return team


def current_team(region: Region | None) -> Team | None:
    """The team whose decree is in force today."""
    return Team.objects.current().filter(region=region).first() if region else None


def composition_findings(team: Team) -> list[Finding]:
    """What the team lacks beside Pasal 47 ayat (1): a seat without holder, fewer than six members."""
    serving = list(team.members.serving())
    held = {member.position for member in serving}
    findings = [
        _finding(
            position,
            _("%(seat)s belum terisi (%(title)s karena jabatannya).")
            % {"seat": position.label, "title": title},
        )
        for position, title in SEATS
        if position not in held
    ]
    members = sum(member.position == TeamPosition.MEMBER for member in serving)
    if members < FEWEST_MEMBERS:
        findings.append(
            _finding(
                TeamPosition.MEMBER,
                _("Anggota baru %(count)d orang; paling sedikit %(least)d.")
                % {"count": members, "least": FEWEST_MEMBERS},
            )
        )
    return findings


def _finding(code: str, message: str) -> Finding:
    return Finding(
        code=str(code),
        severity="warning",
        message=message,
        article=ARTICLE,
        place="anggota",
        remedy=_("Tambahkan anggotanya menurut keputusan Kepala Daerah."),
    )
