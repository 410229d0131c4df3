"""Meetings of the demonstration: the Rakor of 2025 as reported, and one invented, marked "(contoh)"."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotReady
from meetings.choices import MeetingKind
from meetings.models import Meeting
from meetings.services import PERMISSION, MeetingData, change_state, plan_meeting
from regions.models import Office, Region

PROVINCE, TENGGARONG, SENDAWAR = "64", "64.02", "64.07"
RAKOR_2025 = "Rapat Koordinasi Pemerintahan se-Kalimantan Timur Tahun 2025"
NEXT = "Rapat Koordinasi Percepatan Penegasan Batas Daerah se-Kalimantan Timur (contoh)"
# Only the day of the meeting is reported; the days around it are played.
PLAYED_2025 = (
    ("setujui", date(2025, 9, 8)),
    ("kirim_undangan", date(2025, 10, 13)),
    ("mulai", date(2025, 10, 29)),
    ("sepakati_rumusan", date(2025, 10, 29)),
    ("tindak_lanjuti", date(2025, 10, 30)),
    ("selesaikan", date(2025, 12, 19)),
)


@transaction.atomic
def build() -> int:
    """Plan the meetings that are not there yet; how many were planned. Needs people of the province."""
    return sum(act() for title, act in ((RAKOR_2025, _rakor_2025), (NEXT, _next)) if not _known(title))


def _known(title: str) -> bool:
    return Meeting.objects.filter(title=title).exists()


def _region(code: str) -> Region:
    return Region.objects.current().get(code=code)


def _planner(province: Region) -> User:
    people = recipients([province.pk], permissions=[PERMISSION]).order_by("pk")
    planner = people.first()
    if planner is None:
        raise NotReady(
            "Belum ada pengguna yang boleh merencanakan rapat.",
            remedy="Muat orang contoh lebih dahulu dengan “manage.py demo”.",
        )
    return planner


def _moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _frame(province: Region, day: date) -> MeetingData:
    """What both meetings share: the province's Biro calls them, on one day of that year's budget."""
    office = Office.objects.current().filter(region=province, is_cooperation_unit=True).first()
    return MeetingData(
        title="",
        kind=MeetingKind.RAKOR_PEMERINTAHAN,
        fiscal_year=day.year,
        host=province,
        organiser=province,
        organiser_office=office,
        starts_at=_moment(day, 8),
        ends_at=_moment(day, 16),
    )


def _invited(province: Region) -> list[Region]:
    return [province, *Region.objects.current().of_province(province)]


def _rakor_2025() -> int:
    """The Rakor of 29 October 2025 in Tenggarong, played to its end."""
    province = _region(PROVINCE)
    data = replace(
        _frame(province, date(2025, 10, 29)),
        title=RAKOR_2025,
        theme=(
            "Kolaborasi Pemerintah Provinsi dan Kabupaten/Kota se-Kalimantan Timur dalam Rangka "
            "Meningkatkan Peran Otonomi Daerah"
        ),
        host=_region(TENGGARONG),
        place="Grand Elty Singgasana, Tenggarong",
        note=(
            "Menurut berita 29 Oktober 2025: dibuka Kepala Biro Pemerintahan dan Otonomi Daerah; sambutan Bupati "
            "Kutai Kartanegara dibacakan Asisten I; diikuti para Asisten I, Kepala Bagian Pemerintahan, dan Kepala "
            "Bagian Kerja Sama se-Kaltim. Jam dan tanggal langkah dalam riwayat hanya isian peragaan (contoh)."
        ),
    )
    with clock.frozen(date(2025, 9, 1)):
        planner = _planner(province)
        meeting = plan_meeting(actor=planner, data=data, participants=_invited(province))
    for code, day in PLAYED_2025:
        with clock.frozen(day):
            change_state(actor=planner, meeting=meeting, code=code)
    return 1


def _next() -> int:
    """An invented meeting some thirty days ahead, its invitations out."""
    province = _region(PROVINCE)
    day = clock.today() + timedelta(days=30)
    while day.isoweekday() > 5:
        day += timedelta(days=1)
    data = replace(
        _frame(province, day),
        title=NEXT,
        kind=MeetingKind.RAKOR_BATAS_DAERAH,
        theme="Menyelesaikan enam segmen batas yang belum ditetapkan (contoh)",
        host=_region(SENDAWAR),
        place="Balai Pertemuan Contoh, Sendawar",
        note="Rapat rekaan untuk peragaan.",
    )
    planner = _planner(province)
    meeting = plan_meeting(actor=planner, data=data, participants=_invited(province))
    for code in ("setujui", "kirim_undangan"):
        change_state(actor=planner, meeting=meeting, code=code)
    return 1
