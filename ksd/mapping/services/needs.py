"""What a step of a period still needs, and what follows from it.

The table names the needs; the module that keeps a paper says when it is there:

    @provides("berita_acara")
    def _signed(period: Period) -> str:
        return "" if ... else _("Berita Acara belum ditandatangani ...")

Such a module is named in `MODULES` of the app's entry, so that it is always loaded.
"""

from collections.abc import Callable
from typing import TypeAlias

from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.core.words import long_date
from ksd.mapping.models import Period, PeriodEvent
from ksd.mapping.workflow import Step, step

# Gives a sentence saying what is lacking, or nothing.
Need: TypeAlias = Callable[[Period], str]
# Runs in the step's own transaction, with the period locked and already in its new state.
Effect: TypeAlias = Callable[[Period, PeriodEvent], None]


def _participants(period: Period) -> str:
    return "" if period.answers.exists() else _("Daerah peserta belum dipilih.")


def _deadline(period: Period) -> str:
    if period.deadline is None:
        return _("Batas waktu pengisian belum diisi.")
    return "" if period.deadline >= clock.today() else _("Batas waktu pengisian sudah lewat.")


def _minutes(period: Period) -> str:  # noqa: ARG001  every need is asked of a period
    return _("Berita Acara belum ada.")


def _silent(period: Period) -> str:
    """Who owes an answer still: what they wrote and did not send is not discussed."""
    silent = period.answers.filter(submitted_at=None).select_related("region").order_by("region__code")
    names = [str(answer.region) for answer in silent]
    if not names:
        return ""
    more = _(" dan %d daerah lain") % (len(names) - MOST_NAMED) if len(names) > MOST_NAMED else ""
    return _("Belum menjawab: %(regions)s. Baris yang belum dikirim tidak ikut dibahas.") % {
        "regions": ", ".join(names[:MOST_NAMED]) + more
    }


def _time_left(period: Period) -> str:
    if period.deadline is None or period.deadline < clock.today():
        return ""
    return _("Batas waktu pengisian baru berakhir %s.") % long_date(period.deadline)


MOST_NAMED = 10
_TELLS: dict[str, Need] = {"belum_menjawab": _silent, "masih_waktu": _time_left}
_NEEDS: dict[str, Need] = {
    "peserta": _participants,
    "batas_waktu": _deadline,
    "berita_acara": _minutes,
}
_effects: dict[str, list[Effect]] = {}


def provides(name: str) -> Callable[[Need], Need]:
    """Say when a need of the table is met, in place of what was known; KeyError for a need it does not name."""

    if name not in _NEEDS:
        raise KeyError(name)

    def put(need: Need) -> Need:
        _NEEDS[name] = need
        return need

    return put


def follows_step(*codes: str) -> Callable[[Effect], Effect]:
    """Let something follow from steps of the table; KeyError for a step it does not know."""

    def add(effect: Effect) -> Effect:
        for code in codes:
            if step(code) is None:
                raise KeyError(code)
            _effects.setdefault(code, []).append(effect)
        return effect

    return add


def lacking(period: Period, taken: Step) -> list[str]:
    """What a step still needs, as sentences."""
    return [sentence for sentence in (_NEEDS[name](period) for name in taken.needs) if sentence]


def told_first(period: Period, taken: Step) -> list[str]:
    """What whoever takes a step should know beforehand; nothing of it stands in the way."""
    return [sentence for sentence in (_TELLS[name](period) for name in taken.tells) if sentence]


def effects_of(taken: Step) -> list[Effect]:
    """What follows from a step, in the order it was said."""
    return _effects.get(taken.code, [])
