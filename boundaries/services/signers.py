"""Who signs a berita acara: generated from the form and the teams, checked on the day of the signature."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import SignerKind, SignerState, TeamLevel
from boundaries.law import SignerRule
from boundaries.models import BoundaryMinutes, BoundarySigner, BoundaryTeam, BoundaryTeamMember, Segment
from boundaries.services.access import STATE, may_manage
from boundaries.services.checks import kept_file, provinces_of, require_day, words
from boundaries.services.minutes_access import locked_minutes, require_draft, write_event
from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.core.words import long_date
from regions.choices import Level
from regions.models import Region


@dataclass(frozen=True)
class Party:
    """One team the form asks for, and the rule that asks for it."""

    region: Region
    rule: SignerRule


def parties_of(minutes: BoundaryMinutes) -> list[Party]:
    """Every team the form asks for, over all segments of the paper; the stricter rule stands where two ask."""
    found: dict[int, Party] = {}
    nation = Region.objects.current().filter(level=Level.NEGARA).first()
    for segment in _segments(minutes):
        for rule in minutes.rule.signers_for(segment.kind):
            for region in _regions(segment, rule.level, nation):
                known = found.get(region.pk)
                if known is None or (rule.must and not known.rule.must):
                    found[region.pk] = Party(region, rule)
    return sorted(found.values(), key=lambda row: (-row.region.level, row.region.code))


def _segments(minutes: BoundaryMinutes) -> list[Segment]:
    rows = minutes.others.select_related("region_a__parent", "region_b__parent")
    return [minutes.segment, *rows]


def _regions(segment: Segment, level: str, nation: Region | None) -> Iterable[Region]:
    found: dict[str, Iterable[Region]] = {
        TeamLevel.KABKOTA: segment.sides,
        TeamLevel.PROVINSI: provinces_of(segment),
        TeamLevel.PUSAT: (nation,) if nation else (),
    }
    return found[level]


def signing_members(region: Region, day: date) -> list[BoundaryTeamMember]:
    """Who signs for a region by a decree in force on a day."""
    teams = BoundaryTeam.objects.on(day).filter(region=region)
    rows = BoundaryTeamMember.objects.filter(team__in=teams, signs=True).select_related("team", "official")
    return [row for row in rows.order_by("pk") if row.serves(day)]


def arrange_signers(minutes: BoundaryMinutes) -> None:
    """Write the signers anew from form and teams; whoever has signed or refused stays, as do camat and village heads."""
    free = minutes.signers.filter(kind=SignerKind.TIM, state=SignerState.MENUNGGU)
    free.delete()
    kept = {(row.region_id, row.member_id) for row in minutes.signers.filter(kind=SignerKind.TIM)}
    places = {region for region, _member in kept}
    rows: list[BoundarySigner] = []
    for order, party in enumerate(parties_of(minutes), 1):
        members = signing_members(party.region, minutes.on)
        if not members and party.region.pk not in places:
            rows.append(_signer(minutes, party, order, None))
        rows += [
            _signer(minutes, party, order, member)
            for member in members
            if (party.region.pk, member.pk) not in kept
        ]
    BoundarySigner.objects.bulk_create(rows)


def _signer(
    minutes: BoundaryMinutes, party: Party, order: int, member: BoundaryTeamMember | None
) -> BoundarySigner:
    return BoundarySigner(
        minutes=minutes, region=party.region, kind=SignerKind.TIM, member=member, order=order,
        name=member.name if member else "", title=member.title if member else "",
        must=party.rule.must, article=party.rule.article or str(_("Kebiasaan kantor")),
        verified=party.rule.verified,
    )  # fmt: skip


def may_sign_for(user: AnyUser, minutes: BoundaryMinutes, signer: BoundarySigner) -> bool:
    """Whether a person records what this signer did: who keeps the segment, or speaks for the signer's region."""
    return may_manage(user, minutes.segment) or may(user, STATE, signer.region)


def authority_faults(signer: BoundarySigner, day: date) -> list[str]:
    """Why this person may not sign on that day for the team; nothing when the decree and the terms cover it."""
    if signer.kind != SignerKind.TIM:
        return []
    member = signer.member
    if member is None:
        return [
            _("%(party)s: belum ada tim yang berlaku pada %(day)s dengan anggota yang menandatangani.")
            % {"party": signer.party, "day": long_date(day)}
        ]
    said = {"name": member.name, "day": long_date(day), "decree": member.team.decree_number}
    checks = (
        (member.team.covers(day), _("Keputusan %(decree)s tidak berlaku pada %(day)s.")),
        (member.serves(day), _("%(name)s bukan anggota tim pada %(day)s.")),
        (member.signs, _("%(name)s tidak ditunjuk menandatangani atas nama tim.")),
        (_in_office(member, day), _("Masa jabatan %(name)s tidak mencakup %(day)s.")),
    )
    return [text % said for holds, text in checks if not holds]


def _in_office(member: BoundaryTeamMember, day: date) -> bool:
    official = member.official
    if official is None:
        return True
    return official.term_start <= day and (official.term_end is None or day <= official.term_end)


def missing_signers(minutes: BoundaryMinutes) -> list[str]:
    """Who must still sign, each with the article that says so, a refusal with its reason."""
    rows = minutes.signers.select_related("region").filter(must=True)
    return [_lacks(row) for row in rows if row.state != SignerState.MENANDATANGANI]


def _lacks(row: BoundarySigner) -> str:
    who = _("%(party)s: %(name)s (%(article)s)") % {
        "party": row.party, "name": row.name or _("belum ditentukan"), "article": row.article,
    }  # fmt: skip
    if row.state == SignerState.MENOLAK:
        return _("%(who)s, menolak: %(reason)s") % {"who": who, "reason": row.reason}
    return who


@transaction.atomic
def add_witness(
    *, actor: User, minutes: BoundaryMinutes, kind: str, region: Region, name: str, title: str
) -> BoundarySigner:
    """Let a camat or a village head of one side sign along; nobody needs them (Lampiran Permendagri 141/2017)."""
    held = locked_minutes(actor, minutes)
    require_draft(held)
    if kind not in {SignerKind.CAMAT, SignerKind.KEPALA_DESA}:
        raise DomainError(_("Pilih camat atau kepala desa."), remedy=_("Pilih dari daftar."), status=422)
    sides = {side.pk for segment in _segments(held) for side in segment.sides}
    if region.pk not in sides:
        raise DomainError(
            _("%(region)s bukan pihak segmen ini.") % {"region": region}, remedy=_("Pilih dari daftar."),
            status=422,
        )  # fmt: skip
    given = words(name, _("Isi namanya.")), words(title, _("Isi jabatannya, misalnya Camat Muara Jawa."))
    if held.signers.filter(kind=kind, region=region, name__iexact=given[0]).exists():
        raise ImpossibleStep(_("%s sudah tercantum.") % given[0], remedy=_("Periksa daftarnya."))
    row = BoundarySigner(
        minutes=held, region=region, kind=kind, name=given[0], title=given[1], must=False, verified=True,
        article="Lampiran Permendagri 141/2017", order=90,
    )  # fmt: skip
    row.full_clean(exclude=["minutes", "region"])
    row.save()
    write_event(held, actor, "Penanda tangan tambahan", f"{row.name}, {row.title}")
    return row


@transaction.atomic
def record_signature(
    *, actor: User, minutes: BoundaryMinutes, signer: BoundarySigner, on: date,
    upload: "UploadedFile[Any] | None" = None, objection: str = "",
) -> BoundarySigner:  # fmt: skip
    """Note that somebody signed, on which day, with what objection; only who had authority that day counts.

    Raises NotAllowed, ImpossibleStep (signed before, no number yet), DomainError (day), NotReady (no authority).
    """
    held, row = _open_signer(actor, minutes, signer)
    require_day(on, after=held.on)
    faults = authority_faults(row, on)
    if faults:
        raise NotReady(
            " ".join(faults), findings=tuple(faults), article=row.article,
            remedy=_("Perbaiki data Tim PBD, lalu susun ulang penanda tangannya."),
        )  # fmt: skip
    row.file = kept_file(upload, actor) or row.file
    row.signed_on, row.reason = on, words(objection, "", required=False)
    _record(row, actor, SignerState.MENANDATANGANI)
    note = f"{row.name}, {row.party}" + (f": {row.reason}" if row.reason else "")
    write_event(
        held, actor, "Ditandatangani dengan keberatan" if row.reason else "Tanda tangan dicatat", note
    )
    return row


@transaction.atomic
def record_refusal(
    *, actor: User, minutes: BoundaryMinutes, signer: BoundarySigner, reason: str
) -> BoundarySigner:
    """Note that somebody refuses to sign, and why; a later signature takes its place."""
    held, row = _open_signer(actor, minutes, signer)
    if row.state == SignerState.MENOLAK:
        raise ImpossibleStep(_("Penolakan ini sudah dicatat."), remedy=_("Muat ulang halaman."))
    row.reason = words(reason, _("Tuliskan alasan menolak."))
    _record(row, actor, SignerState.MENOLAK)
    write_event(held, actor, "Menolak menandatangani", f"{row.name or row.party}, {row.party}: {row.reason}")
    return row


def _record(row: BoundarySigner, actor: User, state: SignerState) -> None:
    row.state, row.recorded_by, row.recorded_at = state, actor, clock.now()
    row.save(update_fields=["state", "signed_on", "file", "reason", "recorded_by", "recorded_at"])


def _open_signer(
    actor: User, minutes: BoundaryMinutes, signer: BoundarySigner
) -> tuple[BoundaryMinutes, BoundarySigner]:
    """Paper and signer under the lock of the paper, still to be signed. Raises NotAllowed, ImpossibleStep."""
    held = locked_minutes(None, minutes)
    rows = held.signers.select_related("region", "member__team__region", "member__official")
    row = rows.filter(pk=signer.pk).first()
    if row is None:
        raise ImpossibleStep(
            _("Penanda tangan itu sudah diganti."), remedy=_("Buka kembali halaman berita acara.")
        )
    if not may_sign_for(actor, held, row):
        raise NotAllowed(
            _("Anda tidak berwenang mencatat tanda tangan %(party)s.") % {"party": row.party},
            remedy=_("Mintalah petugas daerah itu atau Biro Pemerintahan provinsi mencatatnya."),
        )
    require_draft(held)
    if not held.is_fixed:
        raise ImpossibleStep(
            _("Berita acara ini belum bernomor; isinya masih dapat berubah."),
            remedy=_("Beri nomor dahulu, lalu catat tanda tangannya."),
        )
    if row.state == SignerState.MENANDATANGANI:
        raise ImpossibleStep(
            _("Tanda tangan %(name)s sudah dicatat.") % {"name": row.name}, remedy=_("Muat ulang halaman.")
        )
    return held, row


@transaction.atomic
def rearrange(*, actor: User, minutes: BoundaryMinutes) -> BoundaryMinutes:
    """Draw up the signers again after the teams changed. Raises NotAllowed, ImpossibleStep once it is signed."""
    held = locked_minutes(actor, minutes)
    require_draft(held)
    arrange_signers(held)
    write_event(held, actor, "Penanda tangan disusun ulang", "")
    return held
