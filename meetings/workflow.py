"""The life of a meeting as a frozen table: which step may follow which state."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.choices import MeetingState as State


@dataclass(frozen=True)
class Step:
    """One step; `needs` names what must be there, each a row of `meetings.services.needs`.

    `first` are the pages where the work before it is done: their addresses and what the way there is called.
    """

    code: str
    label: str | Promise
    sources: tuple[str, ...]
    target: str
    help: str | Promise = ""
    reason: Literal["none", "required"] = "none"
    needs: tuple[Literal["peserta", "tempat", "tautan", "hari"], ...] = ()
    tone: str = "primary"
    first: tuple[tuple[str, str | Promise], ...] = ()


_BEFORE = (State.RENCANA, State.DISETUJUI, State.UNDANGAN_TERKIRIM)

STEPS: tuple[Step, ...] = (
    Step(
        "setujui",
        _("Setujui rencana"),
        (State.RENCANA,),
        State.DISETUJUI,
        _("Rencana disetujui pimpinan; undangan dapat disiapkan."),
    ),
    Step(
        "kirim_undangan",
        _("Catat undangan terkirim"),
        (State.DISETUJUI,),
        State.UNDANGAN_TERKIRIM,
        _("Undangan sudah dikirim kepada semua peserta."),
        needs=("peserta", "tempat", "tautan"),
        first=(("meetings:invitations", _("Siapkan dan kirim undangan")),),
    ),
    Step(
        "mulai",
        _("Mulai rapat"),
        (State.UNDANGAN_TERKIRIM,),
        State.BERLANGSUNG,
        _("Rapat dibuka."),
        needs=("hari",),
        first=(("meetings:attendance", _("Siapkan daftar hadir")),),
    ),
    Step(
        "sepakati_rumusan",
        _("Catat rumusan disepakati"),
        (State.BERLANGSUNG,),
        State.RUMUSAN_DISEPAKATI,
        _("Rumusan hasil disepakati para peserta."),
        tone="success",
        first=(
            ("meetings:room", _("Buka ruang rapat")),
            ("meetings:record", _("Bacakan dan kunci rumusan")),
        ),
    ),
    Step(
        "tindak_lanjuti",
        _("Mulai tindak lanjut"),
        (State.RUMUSAN_DISEPAKATI,),
        State.TINDAK_LANJUT,
        _("Hasil rapat disampaikan kepada penanggung jawabnya."),
    ),
    Step(
        "selesaikan",
        _("Nyatakan selesai"),
        (State.TINDAK_LANJUT,),
        State.SELESAI,
        _("Semua tindak lanjut selesai atau dialihkan. Data rapat dikunci."),
        tone="success",
        first=(
            ("meetings:results", _("Lihat tindak lanjut")),
            ("meetings:minutes", _("Lengkapi notula")),
            ("meetings:report", _("Susun laporan")),
        ),
    ),
    Step(
        "tunda",
        _("Tunda rapat"),
        _BEFORE,
        State.DITUNDA,
        _("Rapat belum dapat dilaksanakan pada jadwalnya."),
        reason="required",
        tone="secondary",
    ),
    Step(
        "jadwalkan_kembali",
        _("Jadwalkan kembali"),
        (State.DITUNDA,),
        State.RENCANA,
        _("Rapat kembali menjadi rencana; ubah jadwalnya, lalu mintakan persetujuan lagi."),
    ),
    Step(
        "batalkan",
        _("Batalkan rapat"),
        (*_BEFORE, State.DITUNDA),
        State.DIBATALKAN,
        _("Rapat tidak jadi dilaksanakan. Pembatalan tidak dapat ditarik kembali."),
        reason="required",
        tone="danger",
    ),
    Step(
        "buka_kembali",
        _("Buka kembali"),
        (State.SELESAI,),
        State.TINDAK_LANJUT,
        _("Rapat yang sudah selesai dibuka lagi untuk tindak lanjut yang tertinggal."),
        reason="required",
        tone="secondary",
    ),
)

# The way a meeting goes when nothing comes between.
MAIN_LINE = (
    State.RENCANA,
    State.DISETUJUI,
    State.UNDANGAN_TERKIRIM,
    State.BERLANGSUNG,
    State.RUMUSAN_DISEPAKATI,
    State.TINDAK_LANJUT,
    State.SELESAI,
)
# Nothing is written into a meeting in these states.
LOCKED = frozenset({State.SELESAI, State.DIBATALKAN})


def steps_from(state: str) -> tuple[Step, ...]:
    """The steps that leave a state, in the order of the table."""
    return tuple(step for step in STEPS if state in step.sources)


def step(code: str) -> Step:
    """The step with this code. Raises KeyError when there is none."""
    for row in STEPS:
        if row.code == code:
            return row
    raise KeyError(code)
