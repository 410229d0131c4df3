"""Agendas of the demonstration: the Rakor of 2025, the meeting of today, and what regions would like to see."""

from typing import Any

from boundaries.models import Segment
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from meetings.choices import ItemKind
from meetings.demo.rakors import NEXT, RAKOR_2025, SENDAWAR, TENGGARONG, TODAY
from meetings.demo.stages import END, before
from meetings.models import AgendaSection, BacklogItem, Meeting, Speech
from meetings.services import ANSWERING
from meetings.services.agenda import add_section
from meetings.services.items import ItemData, add_item
from meetings.services.subjects import Subject
from meetings.services.suggesting import suggest, take_suggestions
from meetings.services.wishes import SOURCE, postpone_wish, propose_wish
from regions.models import Region

INVENTED = "Isian peragaan (contoh): berita tidak menyebut susunan acaranya."
HEAD_OF_BIRO = "Kepala Biro Pemerintahan dan Otonomi Daerah Provinsi Kalimantan Timur"
SPEECH = "Sambutan Bupati Kutai Kartanegara"
# Section, kind, title, minutes, presenter; only the opening and the speech were reported.
LINES_2025: tuple[tuple[str, str, str, int, str], ...] = (
    ("Pembukaan", ItemKind.LAINNYA, "Pendaftaran peserta (contoh)", 30, "Sekretariat rapat"),
    ("Pembukaan", ItemKind.PEMBUKAAN, "Pembukaan oleh Kepala Biro", 20, HEAD_OF_BIRO),
    ("Pembukaan", ItemKind.SAMBUTAN, SPEECH, 20, ""),
    ("Pembukaan", ItemKind.ISTIRAHAT, "Rehat kopi (contoh)", 20, ""),
    ("Paparan dan pembahasan", ItemKind.PAPARAN, "Peran otonomi daerah dalam kolaborasi provinsi dan kabupaten/kota (contoh)", 60, HEAD_OF_BIRO),
    ("Paparan dan pembahasan", ItemKind.PEMBAHASAN, "Penegasan batas Kutai Kartanegara – Kutai Barat (contoh)", 90, "Para Kepala Bagian Pemerintahan"),
    ("Paparan dan pembahasan", ItemKind.ISTIRAHAT, "Istirahat, salat, dan makan (contoh)", 60, ""),
    ("Perumusan dan penutupan", ItemKind.PERUMUSAN, "Perumusan hasil rapat (contoh)", 60, "Tim perumus"),
    ("Perumusan dan penutupan", ItemKind.PENUTUPAN, "Penutupan (contoh)", 15, HEAD_OF_BIRO),
)  # fmt: skip
LINES_TODAY: tuple[tuple[str, str, str, int, str], ...] = (
    ("Pembukaan", ItemKind.PEMBUKAAN, "Pembukaan dan pembacaan tata tertib (contoh)", 30, HEAD_OF_BIRO),
    (
        "Pembahasan",
        ItemKind.PAPARAN,
        "Yang belum selesai sejak rapat terakhir (contoh)",
        30,
        "Sekretariat rapat",
    ),
    ("Hasil rapat", ItemKind.PERUMUSAN, "Perumusan dan konfirmasi hasil (contoh)", 45, "Tim perumus"),
    ("Hasil rapat", ItemKind.PENUTUPAN, "Penutupan (contoh)", 15, HEAD_OF_BIRO),
)
# So many of what is stuck enter the agenda of today by themselves.
STUCK = 5


@before("kirim_undangan")
def lay_out(meeting: Meeting, planner: User) -> None:
    """The agenda is ready before the invitations go out."""
    if meeting.title == RAKOR_2025:
        _replace(meeting, planner, LINES_2025, note=INVENTED)
        _boundary_and_speech(meeting)
    if meeting.title == TODAY:
        _replace(meeting, planner, LINES_TODAY)
        # The wishes played here are of today, and wait for the meeting ahead.
        stuck = [line.key for line in suggest(meeting, planner) if line.key.partition(":")[0] != SOURCE]
        section = AgendaSection.objects.get(meeting=meeting, title="Pembahasan")
        take_suggestions(actor=planner, meeting=meeting, keys=stuck[:STUCK], section=section, minutes=30)


@before(END)
def wish(meeting: Meeting, planner: User) -> None:
    """What regions would like to see on the next agenda."""
    if meeting.title != NEXT or BacklogItem.objects.exists():
        return
    _propose(
        TENGGARONG, "Jalan penghubung antardesa di perbatasan (contoh)",
        "Warga dua kabupaten memakai jalan yang sama, tetapi pemeliharaannya belum disepakati.", meeting,
    )  # fmt: skip
    _propose(
        SENDAWAR, "Jadwal pelacakan bersama tahun depan (contoh)",
        "Anggaran pelacakan disusun terpisah; tanpa jadwal bersama tim tidak bertemu di lapangan.", meeting,
    )  # fmt: skip
    later = _propose(
        TENGGARONG, "Pertukaran data kependudukan desa perbatasan (contoh)",
        "Pelayanan warga di kawasan yang batasnya belum ditetapkan memerlukan data yang sama.", None,
    )  # fmt: skip
    if later:
        postpone_wish(
            actor=planner, wish=later, meeting=meeting, reply="Agenda kali ini khusus batas daerah (contoh)."
        )


def _replace(
    meeting: Meeting, planner: User, lines: tuple[tuple[str, str, str, int, str], ...], **facts: Any
) -> None:
    """Put these lines in the place of what the series laid out."""
    meeting.sections.all().delete()
    sections: dict[str, AgendaSection] = {}
    for part, kind, title, minutes, presenter in lines:
        if part not in sections:
            sections[part] = add_section(actor=planner, meeting=meeting, title=part)
        data = ItemData(title=title, kind=kind, minutes=minutes, presenter=presenter, **facts)
        add_item(actor=planner, meeting=meeting, data=data, section=sections[part], subject=Subject())


def _boundary_and_speech(meeting: Meeting) -> None:
    """The segment that was spoken of, and the speech of the Bupati that his Asisten I read out."""
    segment = Segment.objects.of_codes(TENGGARONG, SENDAWAR).first()
    meeting.items.filter(title__contains="Kutai Barat").update(segment=segment)
    Speech.objects.get_or_create(
        meeting=meeting,
        title=SPEECH,
        defaults={
            "item": meeting.items.get(title=SPEECH),
            "owner": "(nama contoh)",
            "owner_title": "Bupati Kutai Kartanegara",
            "reader": "(nama contoh)",
            "reader_title": "Asisten I Bidang Pemerintahan dan Kesejahteraan Rakyat",
        },
    )


def _propose(code: str, title: str, reason: str, meeting: Meeting | None) -> BacklogItem | None:
    """A wish of a region that has people in the demonstration."""
    region = Region.objects.current().get(code=code)
    speaker = recipients([region.pk], permissions=[ANSWERING]).order_by("pk").first()
    if speaker is None:
        return None
    return propose_wish(actor=speaker, region=region, title=title, reason=reason, meeting=meeting)
