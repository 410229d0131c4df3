"""Whether a proposal repeats or collides with a cooperation that runs: same party and urusan first, then wording (F18)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from agreements.models import Case, Naskah
from ksd.accounts.models import User
from ksd.core.likeness import likeness
from ksd.core.words import long_date

# From this likeness on (in percent) a running cooperation is shown; the page names it.
THRESHOLD = 35
# Title, purpose and place, by how much each says of the matter.
WEIGHTS = {"title": 0.6, "summary": 0.25, "location": 0.15}
MOST_READ, MOST_SHOWN = 400, 5


@dataclass(frozen=True)
class Draft:
    """What is being proposed, as far as it is typed."""

    regions: Collection[int]
    title: str
    summary: str = ""
    location: str = ""
    urusan: Collection[int] = ()
    office: int | None = None
    exclude: int | None = None


@dataclass(frozen=True)
class Similar:
    """A cooperation like the draft, how alike in percent, and why."""

    case: Case
    percent: int
    reasons: tuple[str, ...]


def similar_cases(draft: Draft, user: User) -> list[Similar]:
    """Running cooperations the person may see that the draft may repeat, the most alike first."""
    if not draft.title.strip():
        return []
    found = (_compare(draft, case) for case in _candidates(draft, user))
    alike = [row for row in found if row.percent >= THRESHOLD]
    return sorted(alike, key=lambda row: (-row.percent, row.case.pk))[:MOST_SHOWN]


def _candidates(draft: Draft, user: User) -> list[Case]:
    """Cases of the same region, in one of the same urusan where both name some, that have not come to their end."""
    texts = Naskah.objects.prefetch_related("signatures__party__region")
    cases = (
        Case.objects.visible_to(user)
        .filter(parties__region__in=draft.regions)
        .exclude(pk=draft.exclude or 0)
        .for_list()
        .select_related("office")
        .prefetch_related("urusan", Prefetch("naskah", texts))
    )
    if draft.urusan:
        cases = cases.filter(Q(urusan__in=draft.urusan) | Q(urusan=None))
    newest = cases.distinct().order_by("-updated_at")[:MOST_READ]
    return [case for case in newest if not case.state_rule.terminal]


def _compare(draft: Draft, case: Case) -> Similar:
    parts = {
        "title": likeness(draft.title, case.title),
        "summary": likeness(draft.summary, case.summary) if draft.summary and case.summary else None,
        "location": likeness(draft.location, case.location) if draft.location and case.location else None,
    }
    known = {name: value for name, value in parts.items() if value is not None}
    weight = sum(WEIGHTS[name] for name in known)
    percent = round(100 * sum(WEIGHTS[name] * value for name, value in known.items()) / weight)
    return Similar(case, percent, tuple(_reasons(draft, case, percent)))


def _reasons(draft: Draft, case: Case, percent: int) -> list[str]:
    """The facts behind the warning, each true of both."""
    shared = [party.short_name for party in case.parties.all() if party.region_id in draft.regions]
    urusan = [row.name for row in case.urusan.all() if row.pk in draft.urusan]
    reasons = [_("kemiripan uraian %d %%") % percent, _("pihak yang sama: %s") % ", ".join(shared)]
    if urusan:
        reasons.append(_("urusan yang sama: %s") % ", ".join(urusan))
    if draft.office and draft.office == case.office_id:
        reasons.append(_("perangkat daerah yang sama: %s") % case.office)
    return [*reasons, *(_in_force(text) for text in case.naskah.all() if text.life() == "berlaku")]


def _in_force(text: Naskah) -> str:
    numbers = ", ".join(row.number for row in text.signatures.all() if row.number)
    until: date | None = text.ends_on
    words = {"text": text.rule.label, "number": numbers or "-", "until": long_date(until) if until else "-"}
    return _("%(text)s nomor %(number)s berlaku sampai %(until)s") % words
