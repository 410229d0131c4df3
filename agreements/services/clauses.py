"""The clause library's acts: a new wording is a new version with its owner and reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.models import Clause, ClauseFallback, ClauseVersion
from agreements.naskah.assemble import each_party
from agreements.naskah.library import FallbackText
from agreements.naskah.placeholders import unknown_tokens
from agreements.naskah.structure import Ayat, ayat_to_json
from agreements.services.acting import not_yours
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core.errors import DomainError, StaleForm

PERMISSION = "agreements.clauses"


@transaction.atomic
def reword_clause(
    *, actor: User, clause: Clause, ayat: tuple[Ayat, ...], reason: str, seen_number: int
) -> ClauseVersion:
    """Give a clause its next wording; texts already begun keep the wording they have."""
    if not may(actor, PERMISSION):
        raise not_yours(_("pustaka klausul"))
    clause = Clause.objects.select_for_update().get(pk=clause.pk)
    current = clause.versions.get(is_current=True)
    if current.number != seen_number:
        raise StaleForm(
            _("Klausul ini sudah diubah oleh %s sesudah Anda membukanya.") % current.owner_name,
            remedy=_("Tulisan Anda masih ada di bawah. Bandingkan, lalu simpan lagi."),
        )
    check_wording(ayat, reason)
    current.is_current = False
    current.save(update_fields=["is_current"])
    return ClauseVersion.objects.create(
        clause=clause,
        number=current.number + 1,
        ayat=ayat_to_json(ayat),
        owner=actor,
        owner_name=actor.get_full_name(),
        reason=reason.strip(),
    )


def check_wording(ayat: tuple[Ayat, ...], reason: str) -> None:
    """Refuse a wording without a reason or with a placeholder nobody knows."""
    if not reason.strip():
        raise DomainError(
            _("Alasan perubahan wajib diisi."), remedy=_("Tuliskan mengapa klausul ini diubah.")
        )
    # {pihak.…} is written out for every party when a text begins.
    unknown = sorted(
        {
            token
            for row in each_party(ayat, 2)
            for text in (row.text, *row.huruf)
            for token in unknown_tokens(text)
        }
    )
    if unknown:
        raise DomainError(
            _("Isian otomatis tidak dikenal: %s.") % ", ".join(unknown), remedy=_("Perbaiki penulisannya.")
        )


@dataclass(frozen=True)
class Seed:
    """A clause of the product: the values of its row, its first wording, and on what that rests."""

    values: dict[str, Any]
    ayat: tuple[Ayat, ...]
    reason: str
    fallbacks: tuple[FallbackText, ...] = ()


def _key(row: Any) -> tuple[str, str, str]:
    return (row["naskah_kind"], row["family"], row["code"])


@transaction.atomic
def seed_clauses(seeds: Iterable[Seed], *, owner_name: str) -> int:
    """Put clauses of the product into the library where the office has none yet; how many were new."""
    held = {_key(row) for row in Clause.objects.values("naskah_kind", "family", "code")}
    new = [seed for seed in seeds if _key(seed.values) not in held]
    clauses = Clause.objects.bulk_create([Clause(**seed.values) for seed in new])
    ClauseVersion.objects.bulk_create(
        ClauseVersion(
            clause=clause, number=1, ayat=ayat_to_json(seed.ayat), owner_name=owner_name, reason=seed.reason
        )
        for clause, seed in zip(clauses, new, strict=True)
    )
    ClauseFallback.objects.bulk_create(
        ClauseFallback(
            clause=clause, order=order, title=row.title, when=row.when, ayat=ayat_to_json(row.ayat),
            owner_name=owner_name, reason=seed.reason,
        )
        for clause, seed in zip(clauses, new, strict=True)
        for order, row in enumerate(seed.fallbacks, start=1)
    )  # fmt: skip
    return len(new)
