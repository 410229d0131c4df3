"""The life of a mapping period as a frozen table: which step may follow which state."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ksd.mapping.choices import PeriodState as State


@dataclass(frozen=True)
class Step:
    """One step of a period; `reason` says that why must be told, `needs` what must be there, `tells` what to know first."""

    code: str
    label: str | Promise
    sources: tuple[str, ...]
    target: str
    help: str | Promise = ""
    reason: bool = False
    needs: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    tone: str = "primary"


STEPS: tuple[Step, ...] = (
    Step(
        "buka",
        _("Buka pengisian"),
        (State.DISIAPKAN,),
        State.DIBUKA,
        _("Daerah peserta diberi tahu dan dapat mengisi sampai batas waktunya."),
        needs=("peserta", "batas_waktu"),
    ),
    Step(
        "tutup",
        _("Tutup pengisian"),
        (State.DIBUKA,),
        State.DITUTUP,
        _("Isian tidak dapat diubah lagi oleh daerah; konsolidasi berjalan."),
        tells=("belum_menjawab", "masih_waktu"),
    ),
    Step(
        "buka_kembali",
        _("Buka kembali pengisian"),
        (State.DITUTUP,),
        State.DIBUKA,
        _("Daerah dapat mengubah isiannya lagi."),
        reason=True,
        needs=("batas_waktu",),
        tone="warning",
    ),
    Step(
        "sepakati",
        _("Catat hasil disepakati"),
        (State.DITUTUP,),
        State.DISEPAKATI,
        _("Berita Acara sudah ditandatangani para kepala daerah (Pasal 5 ayat (6) Permendagri 22/2020)."),
        needs=("berita_acara",),
        tone="success",
    ),
    Step(
        "tinjau_kembali",
        _("Tinjau kembali"),
        (State.DISEPAKATI,),
        State.DITUTUP,
        _("Hasil yang sudah disepakati dibahas lagi."),
        reason=True,
        tone="warning",
    ),
    Step(
        "batalkan",
        _("Batalkan periode"),
        (State.DISIAPKAN, State.DIBUKA, State.DITUTUP),
        State.DIBATALKAN,
        _("Periode tidak dilanjutkan; isiannya tetap terbaca."),
        reason=True,
        tone="danger",
    ),
)


def step(code: str) -> Step | None:
    """The step of this code."""
    return next((row for row in STEPS if row.code == code), None)


def steps_from(state: str) -> tuple[Step, ...]:
    """The steps that may be taken in a state."""
    return tuple(row for row in STEPS if state in row.sources)
