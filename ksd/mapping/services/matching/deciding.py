"""What regions say of a pair: accept, reject with a reason, put off until a date."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.words import long_date
from ksd.mapping.choices import MatchState, Verdict
from ksd.mapping.models import Match, MatchDecision
from ksd.mapping.services.access import may_fill, may_manage, write_row_event
from ksd.mapping.services.matching.material import material_of
from regions.models import Region

LABELS = {
    Verdict.TERIMA: "Pasangan diterima",
    Verdict.TOLAK: "Pasangan ditolak",
    Verdict.TUNDA: "Pasangan ditunda",
}


def sides_of(user: AnyUser, match: Match) -> list[Region]:
    """The regions of a pair a person may speak for."""
    return [region for region in (match.first_region, match.second_region) if may_fill(user, region)]


def may_decide(user: AnyUser, match: Match) -> bool:
    """Whether a person may say something of a pair: for one of its regions, or as who leads the mapping."""
    return may_manage(user, match.period) or bool(sides_of(user, match))


def lock_match(match: Match) -> Match:
    """The pair read anew and kept from others until the act is done."""
    rows = Match.objects.select_for_update(of=("self",)).select_related(
        "period__region", "first__urusan", "second__urusan", "first_region", "second_region"
    )
    return rows.get(pk=match.pk)


@transaction.atomic
def decide_match(
    *,
    actor: User,
    match: Match,
    verdict: str,
    region: Region | None,
    reason: str = "",
    until: date | None = None,
) -> Match:
    """Say for a region (or, without one, as who leads the mapping) what becomes of a pair.

    Raises NotAllowed, ImpossibleStep or DomainError.
    """
    kept = lock_match(match)
    _require_voice(actor, kept, region)
    if kept.state == MatchState.USULAN:
        raise ImpossibleStep(
            _("Pasangan ini sudah menjadi usulan kerja sama."),
            remedy=_("Lanjutkan pada usulan kerja samanya."),
        )
    if kept.period.is_over:
        raise ImpossibleStep(
            _("Periode ini sudah %s.") % kept.period.get_state_display().lower(),
            remedy=_("Tinjau kembali periodenya dahulu, bila masih perlu."),
        )
    _require_grounds(verdict, reason, until)
    put_off = until if verdict == Verdict.TUNDA else None
    MatchDecision.objects.create(
        match=kept, region=region, verdict=verdict, reason=reason.strip(), until=put_off, decided_by=actor,
        basis=material_of(kept),
    )  # fmt: skip
    for row in (kept.first, kept.second):
        write_row_event(row, actor, LABELS[Verdict(verdict)], reason=reason)
    return settle(kept)


def _require_voice(actor: User, match: Match, region: Region | None) -> None:
    allowed = may_manage(actor, match.period) if region is None else region in sides_of(actor, match)
    if not allowed:
        raise NotAllowed(
            _("Anda tidak berwenang menanggapi pasangan ini."),
            remedy=_("Mintalah petugas kerja sama salah satu daerahnya, atau pemimpin pemetaan."),
        )


def _require_grounds(verdict: str, reason: str, until: date | None) -> None:
    if verdict == Verdict.TOLAK and not reason.strip():
        raise DomainError(
            _("Alasan menolak belum diisi."),
            remedy=_("Tuliskan mengapa pasangan ini tidak dilanjutkan."),
            status=422,
        )
    if verdict == Verdict.TUNDA and (until is None or until <= clock.today()):
        raise DomainError(
            _("Tanggal penundaan harus sesudah hari ini (%s).") % long_date(clock.today()),
            remedy=_("Pilih tanggal saat pasangan ini perlu dilihat lagi."), status=422,
        )  # fmt: skip


def counting(match: Match) -> "Iterator[MatchDecision]":
    """The newest word of each side, of those said since the pair came back."""
    told: set[int | None] = set()
    for row in match.decisions.order_by("-decided_at", "-pk"):
        if match.reopened_at and row.decided_at <= match.reopened_at:
            continue
        if row.region_id not in told:
            told.add(row.region_id)
            yield row


@transaction.atomic
def settle(match: Match) -> Match:
    """Let the state of a pair follow from what its sides have said."""
    words = list(counting(match))
    later = [
        row.until for row in words if row.verdict == Verdict.TUNDA and row.until and row.until > clock.today()
    ]
    match.snoozed_until = max(later, default=None)
    match.state = _state(match, words)
    match.save(update_fields=["state", "snoozed_until"])
    return match


def _state(match: Match, words: list[MatchDecision]) -> MatchState:
    yes = {row.region_id for row in words if row.verdict == Verdict.TERIMA}
    if match.case_id:
        return MatchState.USULAN
    if any(row.verdict == Verdict.TOLAK for row in words):
        return MatchState.DITOLAK
    if match.snoozed_until:
        return MatchState.DITUNDA
    if None in yes or {match.first_region_id, match.second_region_id} <= yes:
        return MatchState.DITERIMA
    return MatchState.SEBAGIAN if yes else MatchState.BARU
