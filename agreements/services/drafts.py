"""What drafters typed is kept at once, for them alone; who writes beside them is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Naskah, NaskahDraft, NaskahPresence
from agreements.naskah.parts import ANNEXES, BASES, ORDER, RECITALS, check_piece, without_hidden
from agreements.services.naskah import newest_version, require_drafter, require_state
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError

# A browser that has said nothing for this long is taken to be closed.
FRESH = timedelta(seconds=45)
MOST_PIECES = 100
# Stand for a piece thrown away, whose name alone is checked.
EMPTY: dict[str, list[str]] = {ORDER: [], RECITALS: [], BASES: [], ANNEXES: []}
NO_PASAL = {"title": "", "ayat": []}


class UnreadableError(DomainError):
    """What a browser sent has not the shape of a text."""

    default_status = 422


@dataclass(frozen=True)
class Piece:
    """One piece as typed: on which version, and the stamp of the draft it goes on from; None throws it away."""

    key: str
    base: int
    content: Any
    seen: int = 0


@dataclass(frozen=True)
class Kept:
    """The stamps of the drafts now kept, and those another browser of the same person wrote meanwhile."""

    stamps: dict[str, int]
    elsewhere: list[NaskahDraft]


def unreadable(why: object) -> UnreadableError:
    """The refusal of something no editor of ours sends."""
    return UnreadableError(
        _("Tulisan tidak dapat dibaca: %s") % why, remedy=_("Muat ulang halaman, lalu coba lagi.")
    )


def check_shape(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, once each of them could stand in a text. Raises UnreadableError."""
    rows = list(pieces)
    if len(rows) > MOST_PIECES or len({row.key for row in rows}) != len(rows):
        raise unreadable(_("bagian berulang atau terlalu banyak."))
    for row in rows:
        try:
            check_piece(row.key, EMPTY.get(row.key, NO_PASAL) if row.content is None else row.content)
        except ValueError as error:
            raise unreadable(error) from error
    return rows


@transaction.atomic
def keep_drafts(*, actor: User, naskah: Naskah, pieces: Iterable[Piece]) -> Kept:
    """Keep what somebody is typing; a newer draft of their other browser is handed back, not written over."""
    rows = check_shape(pieces)
    locked = _open_text(actor, naskah)
    newest = newest_version(locked).number
    held = {row.part: row for row in _drafts(locked, actor).select_for_update()}
    kept = Kept({}, [])
    for row in rows:
        if not 1 <= row.base <= newest:
            raise unreadable(_("versi %d tidak ada.") % row.base)
        _keep(locked, actor, row, held.get(row.key), kept)
    return kept


def _open_text(actor: User, naskah: Naskah) -> Naskah:
    """The text under a lock of its own, while its drafters write it."""
    locked = Naskah.objects.select_for_update(of=("self",)).select_related("case").get(pk=naskah.pk)
    require_drafter(actor, locked.case)
    require_state(locked, NaskahState.DRAFTED)
    return locked


def _keep(naskah: Naskah, actor: User, piece: Piece, held: NaskahDraft | None, kept: Kept) -> None:
    if held is not None and held.stamp != piece.seen and held.content != piece.content:
        kept.elsewhere.append(held)
        return
    if piece.content is None:
        if held is not None:
            held.delete()
        return
    row = held or NaskahDraft(naskah=naskah, user=actor, part=piece.key, stamp=0)
    row.base, row.content, row.saved_at = piece.base, without_hidden(piece.content), clock.now()
    row.stamp += 1
    row.save()
    kept.stamps[piece.key] = row.stamp


def _drafts(naskah: Naskah, user: User) -> Any:
    return NaskahDraft.objects.filter(naskah=naskah, user=user)


def drafts_of(naskah: Naskah, user: User) -> list[NaskahDraft]:
    """What this person typed and did not save."""
    return list(_drafts(naskah, user))


def drop_drafts(naskah: Naskah, user: User, keys: Iterable[str]) -> None:
    """Forget drafts that became part of a version."""
    _drafts(naskah, user).filter(part__in=list(keys)).delete()


@transaction.atomic
def show_presence(*, actor: User, naskah: Naskah, part: str) -> list[NaskahPresence]:
    """Say that somebody has the editor open; the others who have it open now."""
    require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    now = clock.now()
    NaskahPresence.objects.update_or_create(
        naskah=naskah, user=actor, defaults={"part": part[:80], "seen_at": now}
    )
    rows = NaskahPresence.objects.filter(naskah=naskah)
    rows.filter(seen_at__lt=now - FRESH).delete()
    return list(rows.exclude(user=actor).select_related("user").order_by("user__username"))
