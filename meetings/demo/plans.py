"""The KAK, the speeches and the chairs of the demonstration."""

from decimal import Decimal

from ksd.accounts.models import User
from meetings.demo.rakors import RAKOR_2025, TODAY
from meetings.demo.stages import before
from meetings.models import Meeting
from meetings.services.chairs import chair_sheet, take_proposed_chair
from meetings.services.plans import PlanData, plan_of, write_plan
from meetings.services.speeches import SpeechData, save_speech

# As reported on 29 October 2025, without the names of people; the text is a short account of the news, not the speech itself.
BUPATI = SpeechData(
    title="Sambutan Bupati Kutai Kartanegara",
    owner="(nama contoh)",
    owner_title="Bupati Kutai Kartanegara",
    reader="(nama contoh)",
    reader_title="Asisten I Bidang Pemerintahan dan Kesejahteraan Rakyat Setkab Kutai Kartanegara",
    text=(
        "Ringkasan menurut berita: apresiasi atas kepercayaan sebagai tuan rumah; harapan agar rapat menjadi wadah "
        "komunikasi, koordinasi, dan evaluasi antarinstansi; keputusan bersama yang bermanfaat bagi masyarakat, "
        "terutama di daerah yang saling berbatasan."
    ),
)
HOST = SpeechData(
    title="Sambutan tuan rumah (contoh)",
    owner="Nama Contoh",
    owner_title="Bupati (contoh)",
    reader="Nama Contoh Kedua",
    reader_title="Asisten I (contoh)",
    text="Isian peragaan (contoh).",
)


@before("setujui")
def lead(meeting: Meeting, planner: User) -> None:
    """The chair whom the decree of the TKKSD names, where the kind asks for one."""
    if chair_sheet(meeting).proposed:
        take_proposed_chair(actor=planner, meeting=meeting)


@before("setujui")
def write(meeting: Meeting, planner: User) -> None:
    """An invented KAK for the meeting that runs today."""
    if meeting.title != TODAY:
        return
    data = PlanData(
        background="Kesepakatan rapat sering tidak ditindaklanjuti sampai rapat berikutnya (contoh).",
        aim="Menyepakati penanggung jawab dan tenggat tiap tindak lanjut kerja sama daerah (contoh).",
        audience=plan_of(meeting).audience,
        speakers="Narasumber contoh",
        method="Paparan, pembahasan, dan perumusan bersama.",
        output="Rumusan hasil yang dikonfirmasi setiap delegasi.",
        timetable="Empat minggu sebelumnya: rencana disetujui\nDua minggu sebelumnya: undangan dikirim",
        responsible=meeting.organiser_name,
        budget=Decimal(125_000_000),
        budget_source="DPA contoh, sub kegiatan contoh",
    )
    write_plan(actor=planner, meeting=meeting, data=data)


@before("mulai")
def speak(meeting: Meeting, planner: User) -> None:
    """The speech of 2025 as reported, and an invented one today."""
    for title, speech in ((RAKOR_2025, BUPATI), (TODAY, HOST)):
        if meeting.title == title:
            save_speech(actor=planner, meeting=meeting, data=speech)
