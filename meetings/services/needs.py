"""What a step of a meeting's life still needs, and what follows from it.

The table names the plain needs; a module that owns a paper adds its own:

    @needed_for("kirim_undangan")
    def _letter_issued(meeting: Meeting) -> str:
        return "" if ... else _("Surat undangan belum diterbitkan.")
"""

from collections.abc import Callable
from typing import TypeAlias

from django.utils.translation import gettext as _

from meetings.choices import Mode
from meetings.models import Meeting, MeetingEvent
from meetings.workflow import Step, step

# Gives a sentence saying what is lacking, or nothing.
Need: TypeAlias = Callable[[Meeting], str]
# Runs in the step's own transaction, with the meeting locked and already in its new state.
Effect: TypeAlias = Callable[[Meeting, MeetingEvent], None]

_added: dict[str, list[Need]] = {}
_effects: dict[str, list[Effect]] = {}


def needed_for(*codes: str) -> Callable[[Need], Need]:
    """Add a need to steps of the table; KeyError for a step it does not know."""

    def add(need: Need) -> Need:
        for code in codes:
            _added.setdefault(step(code).code, []).append(need)
        return need

    return add


def follows_step(*codes: str) -> Callable[[Effect], Effect]:
    """Let something follow from steps of the table; KeyError for a step it does not know."""

    def add(effect: Effect) -> Effect:
        for code in codes:
            _effects.setdefault(step(code).code, []).append(effect)
        return effect

    return add


def lacking(meeting: Meeting, taken: Step) -> list[str]:
    """What a step still needs, as sentences."""
    needs = [_NEEDS[name] for name in taken.needs] + _added.get(taken.code, [])
    return [sentence for sentence in (need(meeting) for need in needs) if sentence]


def effects_of(taken: Step) -> list[Effect]:
    """What follows from a step, in the order it was said."""
    return _effects.get(taken.code, [])


def _participants(meeting: Meeting) -> str:
    enough = meeting.rule.within or meeting.participants.exists()
    return "" if enough else _("Daerah peserta belum dipilih.")


def _place(meeting: Meeting) -> str:
    return "" if meeting.place or meeting.mode == Mode.DARING else _("Tempat rapat belum diisi.")


def _link(meeting: Meeting) -> str:
    return "" if meeting.link or meeting.mode == Mode.LURING else _("Tautan rapat daring belum diisi.")


def _day(meeting: Meeting) -> str:
    return "" if meeting.has_begun else _("Hari rapat belum tiba: %(when)s.") % {"when": meeting.schedule}


_NEEDS: dict[str, Need] = {"peserta": _participants, "tempat": _place, "tautan": _link, "hari": _day}
