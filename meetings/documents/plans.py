"""The KAK on paper."""

from django.utils import timezone, translation

from agreements.documents.letters import Block, Facts, Heading, Letter, Numbered, Signer, Text, letterhead_of
from ksd.core.language import INDONESIAN
from ksd.core.words import figures, long_date, terbilang
from meetings.models import Meeting, MeetingPlan

# Parts whose lines are a list; the others are paragraphs.
LISTS = frozenset({"legal_basis", "audience", "speakers", "timetable"})
PARTS = (
    ("background", "Latar belakang"),
    ("legal_basis", "Dasar hukum"),
    ("aim", "Maksud dan tujuan"),
    ("audience", "Peserta"),
    ("speakers", "Narasumber"),
    ("method", "Metode"),
    ("output", "Keluaran"),
    ("timetable", "Jadwal persiapan"),
)


def plan_letter(meeting: Meeting, plan: MeetingPlan) -> Letter:
    """The kerangka acuan kegiatan of a meeting; parts left empty are left out."""
    office = meeting.organiser_office.name if meeting.organiser_office else ""
    day = long_date(timezone.localtime(plan.changed_at).date())
    with translation.override(INDONESIAN):
        return Letter(
            head=letterhead_of(meeting.organiser, office),
            form="daftar",
            subject="Kerangka Acuan Kegiatan (KAK)",
            blocks=(Text(meeting.title), Facts(_facts(meeting)), *plan_parts(plan), *_money(plan)),
            signers=(
                Signer(
                    title=plan.responsible or "Penanggung jawab",
                    above=", ".join(part for part in (meeting.organiser.capital, day) if part),
                ),
            ),
            note="Disiapkan dengan aplikasi KSD",
        )


def _facts(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Jenis rapat", meeting.get_kind_display()),
        ("Tema", meeting.theme),
        ("Waktu", meeting.schedule),
        ("Tempat", meeting.place),
        ("Cara rapat", meeting.get_mode_display()),
        ("Tuan rumah", meeting.host.full_name),
        ("Penyelenggara", meeting.organiser_name),
        ("Tahun anggaran", str(meeting.fiscal_year)),
    )
    return tuple((name, str(value)) for name, value in facts if value)


def plan_parts(plan: MeetingPlan, *, inner: bool = False) -> list[Block]:
    """What the KAK says, without the budget; `inner` where it is an annex of another paper."""
    blocks: list[Block] = []
    for name, heading in PARTS:
        lines = tuple(line.strip() for line in getattr(plan, name).splitlines() if line.strip())
        if lines:
            blocks.append(Heading(heading, inner=inner))
            several = name in LISTS and len(lines) > 1
            blocks.extend([Numbered(lines)] if several else [Text(line) for line in lines])
    return blocks


def _money(plan: MeetingPlan) -> list[Block]:
    if plan.budget is None and not plan.budget_source:
        return []
    rows: list[tuple[str, str]] = []
    if plan.budget is not None:
        rows.append(("Jumlah", f"Rp{figures(plan.budget)} ({terbilang(int(plan.budget))} rupiah)"))
    if plan.budget_source:
        rows.append(("Sumber", plan.budget_source))
    return [Heading("Anggaran"), Facts(tuple(rows))]
