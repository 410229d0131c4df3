"""The rumusan as text: what the meeting knows of itself, its numbered points, and how two editions differ."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from ksd.core.language import in_indonesian
from ksd.core.words import long_date
from meetings.models import Attendance, Decision, FollowUp, Meeting, Record

# What counts as another text; how many came may still change while the delegations read.
SAID = ("preamble", "points", "closing")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def standing_points(meeting: Meeting) -> list[Decision]:
    """The points in force, in order, with everything a page prints of them."""
    owed = FollowUp.objects.select_related("region", "office").order_by("pk")
    rows = Decision.objects.filter(meeting=meeting, dropped_at=None).select_related(
        "case", "segment__region_a", "segment__region_b", "legal_basis", "item", "written_by"
    )
    return list(rows.order_by("order").prefetch_related(Prefetch("follow_ups", owed)))


def about(row: Decision) -> list[str]:
    """What a point speaks of, each as a few words."""
    found = (
        row.case and _("Kerja sama: %(title)s") % {"title": row.case.title},
        row.segment and _("Segmen batas: %(segment)s") % {"segment": row.segment},
        row.legal_basis and _("Dasar: %(law)s") % {"law": row.legal_basis.citation},
    )
    return [words for words in found if words]


def attended(meeting: Meeting) -> int:
    """How many people the lists of attendance name, each once over all sessions."""
    rows = Attendance.objects.filter(session__meeting=meeting, struck_at=None)
    return rows.order_by().values("name", "organisation").distinct().count()


@in_indonesian
def text_of(meeting: Meeting, record: Record) -> dict[str, Any]:
    """The rumusan as it stands now, plain data in its order; Indonesian in whatever language the page is read."""
    return {"opening": _opening(meeting), **said_by(record, standing_points(meeting))}


@in_indonesian
def said_by(record: Record, points: list[Decision]) -> dict[str, Any]:
    """What counts as the text, from points read before."""
    return {
        "preamble": record.preamble,
        "points": [_point(row) for row in points],
        "closing": record.closing,
    }


def _opening(meeting: Meeting) -> str:
    """The first paragraph, from the facts of the meeting."""
    facts = {
        "title": meeting.title,
        "schedule": meeting.schedule,
        "organiser": meeting.organiser_name,
        "host": meeting.host.full_name,
    }
    words = [_("%(title)s telah diselenggarakan oleh %(organiser)s pada %(schedule)s.") % facts]
    if meeting.place:
        place = {"place": meeting.place, "host": meeting.host.full_name}
        words.append(_("Rapat bertempat di %(place)s dengan tuan rumah %(host)s.") % place)
    if meeting.theme:
        words.append(_("Temanya “%(theme)s”.") % {"theme": meeting.theme})
    people = attended(meeting)
    if people:
        words.append(_("Menurut daftar hadir, rapat diikuti %(people)s orang.") % {"people": people})
    return " ".join(words)


def _point(row: Decision) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "number": row.order,
        "kind": row.get_kind_display(),
        "text": row.text,
        "about": about(row),
        "duties": [
            {
                "who": each.office.name + ", " + str(each.region) if each.office else each.region.full_name,
                "target": each.target,
                "due": long_date(each.due_on) if each.due_on else "",
            }
            for each in row.follow_ups.all()
        ],
    }


def fingerprint(text: Mapping[str, Any]) -> str:
    """The SHA-256 of a text, the same for the same words."""
    return hashlib.sha256(json.dumps(text, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def is_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two texts say the same, whatever the count of people."""
    return all(one.get(part) == other.get(part) for part in SAID)


@dataclass(frozen=True)
class Change:
    """One part that differs between two editions; `runs` are (kind, words) with kinds same, gone and new."""

    label: str
    runs: tuple[tuple[str, str], ...]


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """What a later edition says otherwise than an earlier one, part by part."""
    before = {row["id"]: row for row in old["points"]}
    after = {row["id"]: row for row in new["points"]}
    rows = [_change(_("Pembuka"), old["preamble"], new["preamble"])]
    for key, row in after.items():
        then = before.get(key)
        label = _("Butir %(number)s") % {"number": row["number"]}
        if then is not None and then["number"] != row["number"]:
            label += _(" (semula butir %(number)s)") % {"number": then["number"]}
        rows.append(_change(label, _said(then) if then else "", _said(row)))
    for key in before.keys() - after.keys():
        gone = before[key]
        rows.append(_change(_("Butir lama %(number)s") % {"number": gone["number"]}, _said(gone), ""))
    rows.append(_change(_("Penutup"), old["closing"], new["closing"]))
    return [row for row in rows if row is not None]


def _said(row: Mapping[str, Any]) -> str:
    """A point with its duties as one text."""
    duties = [
        ": ".join(part for part in (each["who"], each["target"], each["due"]) if part)
        for each in row["duties"]
    ]
    return "\n".join([f"{row['kind']}. {row['text']}", *row["about"], *duties])


def _change(label: str, old: str, new: str) -> Change | None:
    if old == new:
        return None
    left, right = _WORDS.findall(old), _WORDS.findall(new)
    runs: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if what == "equal":
            runs.append(("same", "".join(left[a:b])))
            continue
        runs += [
            (kind, words)
            for kind, words in (("gone", "".join(left[a:b])), ("new", "".join(right[c:d])))
            if words
        ]
    return Change(label, tuple(runs))
