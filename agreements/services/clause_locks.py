"""What all parties agreed to at the negotiation table stays word for word until they all reopen it (F28)."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from agreements.choices.negotiation import ClauseState
from agreements.models import Naskah
from agreements.naskah.structure import Body, Pasal
from ksd.core.errors import ImpossibleStep


def locked_clauses(naskah: Naskah) -> frozenset[str]:
    """The clauses of a text whose wording is agreed."""
    rows = naskah.negotiated.filter(state=ClauseState.AGREED)
    return frozenset(rows.values_list("clause", flat=True))


def require_unlocked(naskah: Naskah, old: Body, new: Body) -> None:
    """Refuse a wording that changes, repeats or drops an agreed Pasal; its place may change. Raises ImpossibleStep."""
    locked = locked_clauses(naskah)
    if not locked:
        return
    before, after = _wordings(old, locked), _wordings(new, locked)
    for number, pasal in enumerate(old.pasal, start=1):
        if pasal.clause in locked and before[pasal.clause] != after.get(pasal.clause):
            raise ImpossibleStep(
                _("Pasal %(number)d %(title)s sudah disepakati semua pihak dan terkunci.")
                % {"number": number, "title": pasal.title},
                remedy=_("Minta semua pihak membukanya kembali pada meja pembahasan, dengan alasan."),
            )


def _wordings(body: Body, locked: Collection[str]) -> dict[str, list[Pasal]]:
    found: dict[str, list[Pasal]] = {}
    for pasal in body.pasal:
        if pasal.clause in locked:
            found.setdefault(pasal.clause, []).append(pasal)
    return found
