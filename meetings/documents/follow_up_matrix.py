"""The matrix of follow-ups on paper and as a sheet: who owes what, how far it is, what proves and hinders it."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from agreements.documents.letters import Facts, Letter, Table, Text, letterhead_of
from ksd.core import clock
from ksd.core.language import in_indonesian
from ksd.core.spreadsheets import Value, workbook
from ksd.core.words import long_date
from meetings.choices import FollowUpState
from meetings.duties import NO_WORD
from meetings.models import FollowUp, FollowUpEntry, Meeting

HEAD = (
    "No.", "Butir rumusan", "Penanggung jawab", "Sasaran", "Batas waktu", "Kemajuan", "Keadaan", "Bukti", "Kendala",
    "Diperbarui oleh/pada", "Diverifikasi",
)  # fmt: skip
WIDTHS = (3, 16, 11, 11, 8, 7, 9, 8, 9, 10, 8)
COLUMNS = (
    ("No.", 6), ("Rapat", 36), ("Butir", 7), ("Bunyi butir", 60), ("Penanggung jawab", 34), ("Kode wilayah", 12),
    ("Sasaran", 40), ("Batas waktu", 13), ("Kemajuan (%)", 12), ("Keadaan", 24), ("Terlambat (hari)", 12),
    ("Umur (hari)", 11), ("Bukti", 34), ("Kendala", 40), ("Diperbarui oleh", 28), ("Diperbarui pada", 17),
    ("Diverifikasi pada", 13), ("Dibawa (kali)", 11),
)  # fmt: skip


@in_indonesian
def matrix_letter(meeting: Meeting, rows: Sequence[FollowUp]) -> Letter:
    """The matrix as a list on paper, lying; `rows` come with their entries and files."""
    lines = tuple(_line(number, row, meeting) for number, row in enumerate(rows, start=1))
    return Letter(
        head=letterhead_of(
            meeting.organiser, meeting.organiser_office.name if meeting.organiser_office else ""
        ),
        subject="Matriks tindak lanjut hasil rapat",
        form="daftar",
        blocks=(
            Facts(
                (
                    ("Rapat", meeting.title),
                    ("Waktu", meeting.schedule),
                    ("Keadaan per", long_date(clock.today())),
                )
            ),
            Table(HEAD, lines, WIDTHS) if lines else Text("Belum ada tindak lanjut."),
            Text(_sum(rows)),
        ),
        note=f"Dicetak {long_date(clock.today())} dari register",
        landscape=True,
    )


def _line(number: int, row: FollowUp, meeting: Meeting) -> tuple[str, ...]:
    last, proofs = _last(row), _proofs(row)
    text = f"{row.decision.order}. {row.decision.text}"
    if row.decision.meeting_id != meeting.pk:
        text = f"{text} (dibawa dari {row.decision.meeting.title})"
    return (
        str(number),
        text,
        row.owner_name,
        row.target,
        long_date(row.due_on) if row.due_on else "–",
        f"{row.progress}%",
        row.standing_label,
        "; ".join(proofs) or "–",
        row.obstacle or "–",
        f"{last.actor_name}, {long_date(timezone.localtime(last.at).date())}" if last else "–",
        long_date(row.verified_on) if row.verified_on else "–",
    )


def _last(row: FollowUp) -> FollowUpEntry | None:
    """The newest word on how far it is; a carry or a link handed out is none. Entries come newest first."""
    return next((entry for entry in row.entries.all() if entry.step not in NO_WORD), None)


def _proofs(row: FollowUp) -> list[str]:
    return [entry.file.name for entry in row.entries.all() if entry.file]


def _sum(rows: Sequence[FollowUp]) -> str:
    """The closing line: how many, how many verified, done, late."""
    verified = sum(row.state == FollowUpState.DIVERIFIKASI for row in rows)
    done = sum(row.state == FollowUpState.SELESAI for row in rows)
    late = sum(row.is_late for row in rows)
    return f"Jumlah {len(rows)} tindak lanjut: {verified} diverifikasi, {done} menunggu verifikasi, {late} terlambat."


@in_indonesian
def matrix_sheet(meeting: Meeting, rows: Iterable[FollowUp]) -> bytes:
    """The same as XLSX, a column for every fact."""
    lines = (_facts(number, row) for number, row in enumerate(rows, start=1))
    return workbook(f"Matriks {meeting.title}", COLUMNS, lines)


def _facts(number: int, row: FollowUp) -> tuple[Value, ...]:
    last = _last(row)
    return (
        number, row.decision.meeting.title, row.decision.order, row.decision.text, row.owner_name, row.region.code,
        row.target, row.due_on, row.progress, str(row.get_state_display()), row.days_late, row.age,
        "; ".join(_proofs(row)), row.obstacle, last.actor_name if last else "", last.at if last else None, row.verified_on,
        int(getattr(row, "times_carried", 0)),
    )  # fmt: skip
