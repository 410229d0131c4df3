"""Two officers on one row: what each wrote since the other looked, and where they differ."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import StaleForm
from ksd.mapping.models import MappingRow, RowEvent
from ksd.mapping.services.row_words import label_of, wording, wordings


@dataclass(frozen=True)
class Clash:
    """One field both wrote: its label, my wording and the one that stands now."""

    name: str
    label: str
    mine: str
    theirs: str


class RowChanged(StaleForm):
    """Somebody else wrote the same fields meanwhile; both wordings are told, nothing is lost."""

    def __init__(self, clashes: tuple[Clash, ...], *, revision: int, by: User, at: datetime) -> None:
        """Keep where the two differ, the revision that stands, and who wrote it when."""
        super().__init__(
            _("%(person)s mengubah %(fields)s pada baris ini sementara Anda mengisinya.")
            % {"person": by, "fields": ", ".join(clash.label for clash in clashes)},
            remedy=_("Isian Anda masih ada di layar. Bandingkan keduanya, lalu simpan yang benar."),
        )
        self.clashes = clashes
        self.revision = revision
        self.by = by
        self.at = at


def changes_of(row: MappingRow, values: dict[str, Any], seen_revision: int) -> dict[str, Any]:
    """What a person who saw an earlier revision changes. Raises RowChanged where somebody else changed the same.

    What the person left as it was then stays as others have made it since.
    """
    now = wordings(row, values)
    mine = {name: wording(name, value) for name, value in values.items()}
    wanted = {name for name in values if mine[name] != now[name]}
    since = list(row.events.filter(revision__gt=seen_revision).select_related("actor").order_by("pk"))
    was = _first_wordings(since)
    wanted -= {name for name in wanted if name in was and was[name] == mine[name]}
    clashing = [name for name in values if name in wanted and name in was]
    if clashing:
        clashes = tuple(Clash(name, label_of(name), mine[name], now[name]) for name in clashing)
        raise RowChanged(clashes, revision=row.revision, by=since[-1].actor, at=since[-1].at)
    return {name: values[name] for name in values if name in wanted}


def _first_wordings(events: list[RowEvent]) -> dict[str, str]:
    """What stood in each field before the first of these changes."""
    was: dict[str, str] = {}
    for event in events:
        for name, old in event.before.items():
            was.setdefault(name, old)
    return was
