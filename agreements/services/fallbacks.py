"""Fallback wordings of a clause, in the order they are given up, and the conditions on which a clause is used."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.models import Clause, ClauseFallback
from agreements.naskah.conditions import conditions
from agreements.naskah.structure import Ayat, ayat_to_json
from agreements.services.acting import not_yours
from agreements.services.clause_reading import needs_of
from agreements.services.clauses import PERMISSION, check_wording
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep

MOST = 9


def _locked(actor: User, clause: Clause) -> Clause:
    if not may(actor, PERMISSION):
        raise not_yours(_("pustaka klausul"))
    return Clause.objects.select_for_update().get(pk=clause.pk)


@transaction.atomic
def add_fallback(
    *, actor: User, clause: Clause, title: str, when: str, ayat: tuple[Ayat, ...], reason: str
) -> ClauseFallback:
    """Put a fallback wording behind the others."""
    clause = _locked(actor, clause)
    check_wording(ayat, reason)
    if not when.strip():
        raise DomainError(_("Kapan posisi cadangan dipakai belum ditulis."), remedy=_("Tuliskan keadaannya."))
    rows = standing(clause)
    if len(rows) >= MOST:
        raise DomainError(
            _("Satu klausul paling banyak mempunyai %d posisi cadangan.") % MOST,
            remedy=_("Hentikan yang tidak dipakai lagi."),
        )
    last = ClauseFallback.objects.filter(clause=clause).aggregate(last=Max("order"))["last"] or 0
    return ClauseFallback.objects.create(
        clause=clause,
        order=last + 1,
        title=title.strip(),
        when=when.strip(),
        ayat=ayat_to_json(ayat),
        owner=actor,
        owner_name=actor.get_full_name(),
        reason=reason.strip(),
    )


@transaction.atomic
def end_fallback(*, actor: User, fallback: ClauseFallback, reason: str) -> ClauseFallback:
    """Use a fallback wording no longer; it stays to be read."""
    _locked(actor, fallback.clause)
    row = _still_standing(fallback)
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan mengapa tidak dipakai lagi."))
    row.ended_at, row.ended_by, row.ended_reason = clock.now(), actor.get_full_name(), reason.strip()
    row.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    return row


@transaction.atomic
def raise_fallback(*, actor: User, fallback: ClauseFallback) -> None:
    """Let a fallback wording be offered before the one now standing above it."""
    clause = _locked(actor, fallback.clause)
    row = _still_standing(fallback)
    above = [entry for entry in standing(clause) if entry.order < row.order]
    if not above:
        return
    before = above[-1]
    upper, lower = before.order, row.order
    # No two may stand in one place even for a moment, so the first steps aside.
    for pk, order in ((row.pk, 0), (before.pk, lower), (row.pk, upper)):
        ClauseFallback.objects.filter(pk=pk).update(order=order)


def _still_standing(fallback: ClauseFallback) -> ClauseFallback:
    row = ClauseFallback.objects.get(pk=fallback.pk)
    if row.ended_at is not None:
        raise ImpossibleStep(
            _("Posisi cadangan ini sudah dihentikan oleh %s.") % row.ended_by,
            remedy=_("Muat ulang halaman klausul."),
        )
    return row


def standing(clause: Clause) -> list[ClauseFallback]:
    """The fallback wordings in use, in the order they are offered."""
    return list(clause.fallbacks.filter(ended_at=None).order_by("order"))


@transaction.atomic
def set_conditions(*, actor: User, clause: Clause, codes: Iterable[str], reason: str) -> Clause:
    """Say on which conditions an optional clause is offered and put in; what the law asks for has none."""
    clause = _locked(actor, clause)
    chosen = list(dict.fromkeys(codes))
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan mengapa syaratnya diubah."))
    unknown = [code for code in chosen if code not in conditions()]
    if unknown:
        raise DomainError(
            _("Syarat tidak dikenal: %s.") % ", ".join(unknown), remedy=_("Pilih dari daftar."), status=422
        )
    need = next((row for row in needs_of(clause) if row.required), None)
    if chosen and (need is not None or not clause.optional):
        raise ImpossibleStep(
            _("Klausul %s wajib dimuat, jadi tidak dapat diberi syarat.") % clause.title,
            remedy=_("Beri syarat pada klausul pilihan saja."),
            article=need.article if need else "",
        )
    clause.conditions, clause.conditions_by = chosen, actor.get_full_name()
    clause.conditions_reason = reason.strip()[:250]
    clause.save(update_fields=["conditions", "conditions_by", "conditions_reason"])
    return clause
