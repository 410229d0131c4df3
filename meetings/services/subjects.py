"""What an item of the agenda may speak of: found by words among what the person sees, named, and chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.access import AnyUser
from meetings.models import FollowUp
from meetings.querysets import FollowUpQuerySet

CASE, SEGMENT, FOLLOW_UP = "kasus", "segmen", "tindaklanjut"
# So many of each are shown; more words find fewer.
FOUND = 8


@dataclass(frozen=True)
class Subject:
    """A cooperation, a boundary segment, an earlier follow-up; any of them may be missing."""

    case: Case | None = None
    segment: Segment | None = None
    follow_up: FollowUp | None = None

    @property
    def keys(self) -> list[str]:
        """How a form names what was chosen."""
        return [key_of(row) for row in (self.case, self.segment, self.follow_up) if row is not None]


def key_of(row: Case | Segment | FollowUp) -> str:
    """How a form names a row: "kasus:…", "segmen:12", "tindaklanjut:…"."""
    if isinstance(row, Case):
        return f"{CASE}:{row.public_id}"
    return f"{SEGMENT}:{row.pk}" if isinstance(row, Segment) else f"{FOLLOW_UP}:{row.public_id}"


def visible_follow_ups(user: AnyUser) -> FollowUpQuerySet:
    """Follow-ups the person sees that a meeting agreed on."""
    return FollowUp.objects.visible_to(user).agreed().select_related("decision__meeting", "region")


def found_by(user: AnyUser, text: str) -> list[tuple[str, str]]:
    """What the words find among what the person sees, each with its key and name."""
    if not text.strip():
        return []
    cases = Case.objects.visible_to(user).search(text)
    segments = Segment.objects.visible_to(user).for_list().search(text)
    follow_ups = _with_words(visible_follow_ups(user).owed(), text)
    rows: list[Case | Segment | FollowUp] = [*cases[:FOUND], *segments[:FOUND], *follow_ups[:FOUND]]
    return [_named(row) for row in rows]


def named_by_keys(user: AnyUser, keys: Iterable[str]) -> list[tuple[str, str]]:
    """The names of chosen rows; a key the person may not see, or that means nothing, has none."""
    cases, segments, follow_ups = chosen(user, keys)
    rows: list[Case | Segment | FollowUp] = [*cases, *segments, *follow_ups]
    return [_named(row) for row in rows]


def chosen(user: AnyUser, keys: Iterable[str]) -> tuple[list[Case], list[Segment], list[FollowUp]]:
    """The rows behind the keys, as far as the person sees them."""
    parts = [key.partition(":") for key in keys]
    wanted = {kind: [value for name, _colon, value in parts if name == kind] for kind in _KINDS}
    numbers = [
        int(value) for value in wanted[SEGMENT] if value.isascii() and value.isdigit() and len(value) < 16
    ]
    cases = Case.objects.visible_to(user).filter(public_id__in=wanted[CASE]) if wanted[CASE] else ()
    segments = Segment.objects.visible_to(user).for_list().filter(pk__in=numbers) if numbers else ()
    follow_ups = visible_follow_ups(user).filter(public_id__in=wanted[FOLLOW_UP]) if wanted[FOLLOW_UP] else ()
    return list(cases), list(segments), list(follow_ups)


_KINDS = (CASE, SEGMENT, FOLLOW_UP)


def _with_words(rows: FollowUpQuerySet, text: str) -> FollowUpQuerySet:
    for word in text.split()[:8]:
        rows = rows.filter(
            Q(target__icontains=word)
            | Q(decision__text__icontains=word)
            | Q(region__name__icontains=word)
            | Q(decision__meeting__title__icontains=word)
        )
    return rows


def _named(row: Case | Segment | FollowUp) -> tuple[str, str]:
    if isinstance(row, Case):
        label = _("Kerja sama: %s") % row.title
    elif isinstance(row, Segment):
        label = _("Segmen batas: %s") % row
    else:
        label = _("Tindak lanjut %(region)s: %(what)s (%(meeting)s)") % {
            "region": row.region.full_name,
            "what": str(row)[:120],
            "meeting": row.decision.meeting.title,
        }
    return key_of(row), label
