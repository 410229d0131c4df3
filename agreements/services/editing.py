"""Saving what several people write in one text: piece by piece on the newest version, never over another's words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.merging import Change, Merged, Mine, merge
from agreements.naskah.parts import ANNEXES, BASES, ORDER, PASAL, RECITALS, Parts, body_of_parts, parts_of
from agreements.naskah.structure import Body
from agreements.naskah.tidying import tidy
from agreements.services.drafts import Piece, UnreadableError, check_shape, drop_drafts, unreadable
from agreements.services.naskah import (
    lock_naskah,
    newest_version,
    require_drafter,
    require_state,
    save_version,
)
from agreements.services.wording import OWN_CODE, body_of, library_for, refuse_removal
from ksd.accounts.models import User
from ksd.core.errors import StaleForm

OWN = re.compile(rf"{OWN_CODE}_[a-z0-9]{{1,12}}")


@dataclass(frozen=True)
class Disputed:
    """A piece two people changed: its name, both wordings, who wrote the other one and when."""

    clash: Change
    label: str
    by: str
    at: datetime


class Collision(StaleForm):
    """Somebody else changed the same pieces; a person decides which words stand."""

    def __init__(self, disputed: list[Disputed], newest: NaskahVersion) -> None:
        """Keep what has to be decided and the version it is held against."""
        names = ", ".join(dict.fromkeys(row.by for row in disputed))
        super().__init__(
            _("Bagian yang sama juga diubah %(who)s: %(parts)s.")
            % {"who": names, "parts": ", ".join(row.label for row in disputed)},
            remedy=_("Bandingkan kedua tulisan, lalu pilih yang dipakai."),
        )
        self.disputed = disputed
        self.newest = newest


@transaction.atomic
def save_pieces(*, actor: User, naskah: Naskah, pieces: Iterable[Piece], note: str = "") -> NaskahVersion:
    """Save pieces as the next version, over the newest one. Raises Collision where somebody changed the same."""
    # Nothing in place of a Pasal says that its writer took it out, having seen it as that version has it.
    rows = check_shape(row for row in pieces if row.content is not None or row.key.startswith(PASAL))
    naskah = lock_naskah(naskah)
    require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    newest = newest_version(naskah)
    standing = body_of(newest)
    merged = merge(parts_of(standing), _mine(naskah, rows))
    if merged.clashes:
        raise Collision(_disputed(naskah, merged.clashes, rows, newest), newest)
    body = _whole(merged.parts)
    _check_pasal(naskah, standing, body)
    words = note.strip() or _changes(standing, body, merged)
    version = save_version(actor=actor, naskah=naskah, body=body, seen_number=newest.number, note=words[:250])
    drop_drafts(naskah, actor, [row.key for row in rows])
    return version


def _whole(parts: Parts) -> Body:
    try:
        return tidy(body_of_parts(parts))
    except ValueError as error:
        # Half a sentence is no fault of the browser: the person is told where it is.
        raise UnreadableError(str(error), remedy=_("Lengkapi bagian itu, lalu simpan lagi.")) from error


def _mine(naskah: Naskah, pieces: list[Piece]) -> list[Mine]:
    """Each piece with the version it was written on."""
    numbers = {piece.base for piece in pieces}
    bases = {row.number: parts_of(body_of(row)) for row in naskah.versions.filter(number__in=numbers)}
    missing = sorted(numbers - set(bases))
    if missing:
        raise unreadable(_("versi %d tidak ada.") % missing[0])
    return [Mine(piece.key, piece.content, bases[piece.base]) for piece in pieces]


def _check_pasal(naskah: Naskah, before: Body, after: Body) -> None:
    """Refuse to lose a pasal the law asks for, and codes that stand for something else."""
    codes = {row.clause for row in after.pasal}
    for row in before.pasal:
        if row.clause not in codes:
            refuse_removal(naskah, row)
    new = codes - {row.clause for row in before.pasal}
    strange = {code for code in new if not OWN.fullmatch(code)}
    strange -= {text.code for text in library_for(naskah, before)}
    if strange:
        earlier = naskah.versions.values_list("body", flat=True)
        strange -= {row["clause"] for body in earlier for row in body["pasal"]}
    if strange:
        raise unreadable(_("kode Pasal %s tidak dikenal.") % min(strange)[:60])


def _changes(before: Body, after: Body, merged: Merged) -> str:
    """What was changed, for the list of versions."""
    names = [part_label(key, after, before) for key in merged.changed]
    return _("Diubah: %s") % ", ".join(names) if names else ""


def part_label(key: str, *bodies: Body) -> str:
    """A piece as people call it; its number is that of the first of these bodies that holds it."""
    fixed = {
        RECITALS: _("Konsiderans"),
        BASES: _("Dasar hukum"),
        ANNEXES: _("Lampiran"),
        ORDER: _("Urutan Pasal"),
    }
    if key in fixed:
        return fixed[key]
    code = key.removeprefix(PASAL)
    rows = ((n, row) for body in bodies for n, row in enumerate(body.pasal, 1) if row.clause == code)
    number, pasal = next(rows, (0, None))
    return f"Pasal {number} {pasal.title}" if pasal else _("Pasal yang dihapus")


def _disputed(
    naskah: Naskah, clashes: list[Change], pieces: list[Piece], newest: NaskahVersion
) -> list[Disputed]:
    first = min(piece.base for piece in pieces)
    versions = list(naskah.versions.filter(number__gte=first).select_related("author").order_by("number"))
    bodies = [body_of(row) for row in versions]
    taken = [parts_of(body) for body in bodies]
    result = []
    for clash in clashes:
        last = _last_change(clash.key, taken, versions) or newest
        label = part_label(clash.key, bodies[-1], *bodies)
        result.append(Disputed(clash, label, last.author.get_full_name(), last.created_at))
    return result


def _last_change(key: str, taken: list[Parts], versions: list[NaskahVersion]) -> Any:
    """The newest version in which this piece differs from the one before."""
    for before, after, version in reversed(list(zip(taken, taken[1:], versions[1:], strict=False))):
        if before.get(key) != after.get(key):
            return version
    return None
