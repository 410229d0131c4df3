"""Meetings of the demonstration: the Rakor of 2025 as reported, and invented ones, each marked "(contoh)"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotReady
from meetings.choices import MeetingKind
from meetings.demo.stages import play_life
from meetings.models import Meeting, MeetingSeries
from meetings.services import PERMISSION, MeetingData, plan_meeting
from regions.models import Office, Region

PROVINCE, PASER, TENGGARONG, SENDAWAR = "64", "64.01", "64.02", "64.07"
RAKOR_2024 = "Rapat Koordinasi Pemerintahan se-Kalimantan Timur Tahun 2024 (contoh)"
RAKOR_2025 = "Rapat Koordinasi Pemerintahan se-Kalimantan Timur Tahun 2025"
NEXT = "Rapat Koordinasi Percepatan Penegasan Batas Daerah se-Kalimantan Timur (contoh)"
# Runs on the day the demonstration is built, with delegations of all regencies and cities.
TODAY = "Rapat Koordinasi Kerja Sama Daerah se-Kalimantan Timur (contoh, berlangsung hari ini)"
PLENO = "Rapat Pleno TKKSD Kabupaten Kutai Kartanegara (contoh)"
TEKNIS = "Rapat Teknis TKKSD Kabupaten Kutai Kartanegara (contoh)"
SERIES = "Rakor Pemerintahan se-Kaltim"

Days = tuple[tuple[str, date], ...]
# Nothing is reported of 2024; only the day of the meeting is of 2025. The days around it are played.
PLAYED_2024: Days = (
    ("setujui", date(2024, 9, 9)),
    ("kirim_undangan", date(2024, 10, 14)),
    ("mulai", date(2024, 10, 30)),
    ("sepakati_rumusan", date(2024, 10, 30)),
    ("tindak_lanjuti", date(2024, 10, 31)),
)
PLAYED_2025: Days = (
    ("setujui", date(2025, 9, 8)),
    ("kirim_undangan", date(2025, 10, 13)),
    ("mulai", date(2025, 10, 29)),
    ("sepakati_rumusan", date(2025, 10, 29)),
    ("tindak_lanjuti", date(2025, 10, 30)),
)


@transaction.atomic
def build() -> int:
    """Plan the meetings that are not there yet, oldest first; how many were planned. Needs people of the province."""
    return sum(act() for title, act in PLAYS if not _known(title))


def _known(title: str) -> bool:
    return Meeting.objects.filter(title=title).exists()


def _region(code: str) -> Region:
    return Region.objects.current().get(code=code)


def _planner(region: Region) -> User:
    planner = recipients([region.pk], permissions=[PERMISSION]).order_by("pk").first()
    if planner is None:
        raise NotReady(
            "Belum ada pengguna yang boleh merencanakan rapat.",
            remedy="Muat orang contoh lebih dahulu dengan “manage.py demo”.",
        )
    return planner


def _moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _frame(organiser: Region, day: date) -> MeetingData:
    """What the meetings share: the office for cooperation calls them, on one day of that year's budget."""
    office = Office.objects.current().filter(region=organiser, is_cooperation_unit=True).first()
    return MeetingData(
        title="",
        kind=MeetingKind.RAKOR_PEMERINTAHAN,
        fiscal_year=day.year,
        host=organiser,
        organiser=organiser,
        organiser_office=office,
        starts_at=_moment(day, 8),
        ends_at=_moment(day, 16),
    )


def _invited(province: Region) -> list[Region]:
    return [province, *Region.objects.current().of_province(province)]


def series() -> MeetingSeries:
    """The yearly Rakor as a series."""
    made, _new = MeetingSeries.objects.get_or_create(
        region=_region(PROVINCE),
        name=SERIES,
        defaults={
            "kind": MeetingKind.RAKOR_PEMERINTAHAN,
            "title": "Rapat Koordinasi Pemerintahan se-Kalimantan Timur Tahun {tahun}",
        },
    )
    return made


def _play(data: MeetingData, days: Days, *, planned: date, last: date, participants: list[Region]) -> int:
    planner = _planner(data.organiser)
    with clock.frozen(planned):
        meeting = plan_meeting(actor=planner, data=data, participants=participants)
    play_life(meeting, planner, days, last)
    return 1


def _rakor_2024() -> int:
    """An invented predecessor; what was left undone in it is carried on."""
    province = _region(PROVINCE)
    data = replace(
        _frame(province, date(2024, 10, 30)),
        title=RAKOR_2024,
        theme="Sinergi provinsi dan kabupaten/kota dalam urusan pemerintahan (contoh)",
        host=_region(PASER),
        place="Gedung Pertemuan Contoh, Tana Paser",
        series=series(),
        note="Rapat rekaan untuk peragaan: tidak ada sumber tentang rapat tahun 2024.",
    )
    invited = _invited(province)
    return _play(data, PLAYED_2024, planned=date(2024, 9, 2), last=date(2025, 1, 15), participants=invited)


def _rakor_2025() -> int:
    """The Rakor of 29 October 2025 in Tenggarong, with its follow-ups still running."""
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
        opener="Kepala Biro Pemerintahan dan Otonomi Daerah Provinsi Kalimantan Timur, Siti Sugiyanti",
        series=series(),
        note=(
            "Menurut berita 29 Oktober 2025: dibuka Kepala Biro Pemerintahan dan Otonomi Daerah; sambutan Bupati "
            "Kutai Kartanegara dibacakan Asisten I; diikuti para Asisten I, Kepala Bagian Pemerintahan, dan Kepala "
            "Bagian Kerja Sama se-Kaltim. Jam dan tanggal langkah dalam riwayat hanya isian peragaan (contoh)."
        ),
    )
    invited = _invited(province)
    return _play(data, PLAYED_2025, planned=date(2025, 9, 1), last=date(2025, 12, 19), participants=invited)


def _next() -> int:
    """An invented meeting some thirty days ahead, its invitations out."""
    province, today = _region(PROVINCE), clock.today()
    data = replace(
        _frame(province, _office_day(today + timedelta(days=30))),
        title=NEXT,
        kind=MeetingKind.RAKOR_BATAS_DAERAH,
        theme="Menyelesaikan enam segmen batas yang belum ditetapkan (contoh)",
        host=_region(SENDAWAR),
        place="Balai Pertemuan Contoh, Sendawar",
        note="Rapat rekaan untuk peragaan.",
    )
    days: Days = (("setujui", today), ("kirim_undangan", today))
    return _play(data, days, planned=today, last=today, participants=_invited(province))


def _today() -> int:
    """An invented meeting that runs on this very day, all delegations invited two weeks ago."""
    province, today = _region(PROVINCE), clock.today()
    data = replace(
        _frame(province, today),
        title=TODAY,
        theme="Dari kesepakatan ke tindak lanjut (contoh)",
        host=_region(TENGGARONG),
        place="Ruang Rapat Contoh, Tenggarong",
        note="Rapat rekaan untuk peragaan; selalu berlangsung pada hari peragaan dibuat.",
    )
    days: Days = (
        ("setujui", today - timedelta(days=21)),
        ("kirim_undangan", today - timedelta(days=14)),
        ("mulai", today),
    )
    invited = _invited(province)
    return _play(data, days, planned=today - timedelta(days=28), last=today, participants=invited)


def _team_meeting(title: str, kind: str, day: date, *, held: bool) -> int:
    """An invented meeting of the TKKSD of Kutai Kartanegara, held and followed up, or still to come."""
    region = _region(TENGGARONG)
    data = replace(
        _frame(region, day),
        title=title,
        kind=kind,
        ends_at=_moment(day, 12),
        place="Ruang Rapat Contoh Sekretariat Daerah, Tenggarong",
        note="Rapat rekaan untuk peragaan.",
    )
    asked = min(day - timedelta(days=10), clock.today())
    days: Days = (("setujui", asked), ("kirim_undangan", asked))
    if held:
        days = (*days, ("mulai", day), ("sepakati_rumusan", day), ("tindak_lanjuti", day))
    last = day + timedelta(days=7) if held else asked
    return _play(data, days, planned=asked - timedelta(days=7), last=last, participants=[region])


def _office_day(day: date) -> date:
    while day.isoweekday() > 5:
        day += timedelta(days=1)
    return day


def _pleno() -> int:
    day = _office_day(clock.today() - timedelta(days=60))
    return _team_meeting(PLENO, MeetingKind.TKKSD_PLENO, day, held=True)


def _teknis() -> int:
    day = _office_day(clock.today() + timedelta(days=14))
    return _team_meeting(TEKNIS, MeetingKind.TKKSD_TEKNIS, day, held=False)


PLAYS: tuple[tuple[str, Callable[[], int]], ...] = (
    (RAKOR_2024, _rakor_2024),
    (RAKOR_2025, _rakor_2025),
    (PLENO, _pleno),
    (TEKNIS, _teknis),
    (NEXT, _next),
    (TODAY, _today),
)
