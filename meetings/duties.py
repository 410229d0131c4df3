"""The life of a follow-up as a frozen table: which step may follow which state, and who takes it."""

from dataclasses import dataclass
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.choices import FollowUpState as State
from meetings.choices import MeetingState

OWNER: Final = "penanggung_jawab"
ORGANISER: Final = "penyelenggara"
Who = Literal["penanggung_jawab", "penyelenggara"]


@dataclass(frozen=True)
class DutyStep:
    """One step; without a target the state stays. A report is picked by how far the work has come."""

    code: str
    label: str | Promise
    who: tuple[Who, ...]
    sources: tuple[str, ...]
    target: str = ""
    help: str | Promise = ""
    is_report: bool = False
    needs_reason: bool = False
    tone: str = "primary"


_OWED = (State.BELUM, State.PROSES)
_BOTH: tuple[Who, ...] = (OWNER, ORGANISER)
_ORGANISER: tuple[Who, ...] = (ORGANISER,)
OBSTACLE, REPORT, FINISH = "kendala", "lapor", "selesaikan"
VERIFY, RETURN, STOP, REOPEN, MOVE = "verifikasi", "kembalikan", "hentikan", "buka_lagi", "ubah_tenggat"
# Steps that change no state and may be taken in any: a link for a phone was handed out or closed.
LINKED, UNLINKED, CARRIED = "tautan", "cabut_tautan", "dibawa"
NO_WORD = frozenset({LINKED, UNLINKED, CARRIED})

STEPS: tuple[DutyStep, ...] = (
    DutyStep(OBSTACLE, _("Kendala dicatat"), _BOTH, _OWED, is_report=True),
    DutyStep(REPORT, _("Kemajuan dilaporkan"), _BOTH, _OWED, State.PROSES, is_report=True),
    DutyStep(FINISH, _("Dilaporkan selesai"), _BOTH, _OWED, State.SELESAI, is_report=True),
    DutyStep(
        VERIFY,
        _("Verifikasi"),
        _ORGANISER,
        (State.SELESAI,),
        State.DIVERIFIKASI,
        _("Hasilnya sudah diperiksa dan sesuai dengan butir rumusan."),
        tone="success",
    ),
    DutyStep(
        RETURN,
        _("Kembalikan"),
        _ORGANISER,
        (State.SELESAI,),
        State.PROSES,
        _("Hasil atau buktinya belum cukup; penanggung jawab melengkapi."),
        needs_reason=True,
        tone="warning",
    ),
    DutyStep(
        MOVE,
        _("Ubah batas waktu"),
        _ORGANISER,
        _OWED,
        help=_("Batas waktu yang lama tetap terbaca dalam riwayat."),
        needs_reason=True,
        tone="secondary",
    ),
    DutyStep(
        STOP,
        _("Hentikan"),
        _ORGANISER,
        (*_OWED, State.SELESAI),
        State.DIHENTIKAN,
        _("Tidak perlu dikerjakan lagi; alasannya tercatat dan tampil dalam rapor."),
        needs_reason=True,
        tone="danger",
    ),
    DutyStep(
        REOPEN,
        _("Buka kembali"),
        _ORGANISER,
        (State.DIVERIFIKASI, State.DIHENTIKAN),
        State.PROSES,
        _("Ternyata masih ada yang harus dikerjakan."),
        needs_reason=True,
        tone="secondary",
    ),
)
# Before the result is agreed nothing is owed; after a cancelled meeting nothing is.
AGREED_STATES = (MeetingState.RUMUSAN_DISEPAKATI, MeetingState.TINDAK_LANJUT, MeetingState.SELESAI)
_OTHER_LABELS: dict[str, str | Promise] = {
    LINKED: _("Tautan lapor dibuat"),
    UNLINKED: _("Tautan lapor dicabut"),
    CARRIED: _("Dibawa ke rapat berikutnya"),
}


def duty_step(code: str) -> DutyStep:
    """The step with this code. Raises KeyError when there is none."""
    for row in STEPS:
        if row.code == code:
            return row
    raise KeyError(code)


def steps_open_to(state: str, roles: frozenset[str]) -> tuple[DutyStep, ...]:
    """The steps that leave a state for somebody in these roles, in the order of the table."""
    return tuple(row for row in STEPS if state in row.sources and roles & set(row.who))


def report_step(progress: int) -> DutyStep:
    """The step a report of this many percent is: nothing done yet, under way, or done."""
    return duty_step(FINISH if progress >= 100 else REPORT if progress else OBSTACLE)


def label_of(code: str) -> str:
    """What a step is called in the history."""
    return str(_OTHER_LABELS[code]) if code in _OTHER_LABELS else str(duty_step(code).label)
