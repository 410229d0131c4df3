"""The life of a berita acara: Draf, Ditandatangani, Disahkan, Tercantum dalam Permendagri."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boundaries.choices import MinutesState as State


@dataclass(frozen=True)
class MinutesStep:
    """One step from state to state; everybody who keeps the segment may take it."""

    code: str
    label: str | Promise
    source: str
    target: str
    help: str | Promise
    tone: str = "primary"


SIGN, RATIFY, INCLUDE, CANCEL = "tandatangani", "sahkan", "cantumkan", "batalkan"

STEPS: tuple[MinutesStep, ...] = (
    MinutesStep(
        SIGN,
        _("Nyatakan ditandatangani"),
        State.DRAF,
        State.DITANDATANGANI,
        _("Semua yang wajib menandatangani sudah menandatangani; sesudahnya isi tidak berubah lagi."),
    ),
    MinutesStep(
        RATIFY,
        _("Catat pengesahan"),
        State.DITANDATANGANI,
        State.DISAHKAN,
        _("Berita acara disahkan; siapa yang mengesahkan dan kapan ikut dicatat."),
        "success",
    ),
    MinutesStep(
        INCLUDE,
        _("Catat pencantuman dalam Permendagri"),
        State.DISAHKAN,
        State.TERCANTUM,
        _("Hasilnya tercantum dalam Permendagri tentang segmen ini."),
        "success",
    ),
    MinutesStep(
        CANCEL,
        _("Batalkan draf"),
        State.DRAF,
        State.DIBATALKAN,
        _("Draf tidak dilanjutkan; alasannya tercatat dan berkasnya tetap terbaca."),
        "danger",
    ),
)


def step_of(code: str) -> MinutesStep:
    """The step of this code. Raises KeyError when there is none."""
    return {row.code: row for row in STEPS}[code]


def steps_from(state: str) -> tuple[MinutesStep, ...]:
    """The steps that leave a state."""
    return tuple(row for row in STEPS if row.source == state)
