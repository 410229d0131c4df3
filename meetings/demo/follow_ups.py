"""Follow-ups of the demonstration: reported, proved, returned, verified, late, and carried from 2024 into 2025.

All of it is invented and marked "(contoh)"; it goes by whatever the points of the two Rakors ask for.
"""

from datetime import date, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import MeetingState
from meetings.demo.rakors import RAKOR_2024, RAKOR_2025
from meetings.demo.stages import END, before
from meetings.models import FollowUp, Meeting
from meetings.services import ANSWERING, change_state
from meetings.services.follow_ups import ReportData, carry, decide, report

# What becomes of the first, second, … follow-up: its reports (percent, words, obstacle), then the organiser's word.
Reports = tuple[tuple[int, str, str], ...]
STORIES: tuple[tuple[Reports, str], ...] = (
    (((50, "Rancangan disusun bersama perangkat daerah (contoh).", ""), (100, "Selesai dan disampaikan (contoh).", "")), "verifikasi"),
    (((30, "Data awal terkumpul (contoh).", "Menunggu anggaran perubahan (contoh)."),), ""),
    (((100, "Dokumen diserahkan (contoh).", ""),), "kembalikan"),
    ((), ""),
    (((100, "Selesai; foto terlampir (contoh).", ""),), "verifikasi"),
    (((0, "Belum dimulai (contoh).", "Petugas penanggung jawab berganti (contoh)."),), ""),
    (((70, "Tinggal pembahasan akhir (contoh).", ""), (100, "Selesai, mohon diperiksa (contoh).", "")), ""),
)  # fmt: skip
WORDS = {"verifikasi": "", "kembalikan": "Lampirkan tanda terima dari kabupaten tetangga (contoh)."}
CLOSED_2024 = date(2025, 10, 31)


@before("mulai")
def carry_on(meeting: Meeting, planner: User) -> None:
    """The Rakor of 2025 asks again for what that of 2024 left undone."""
    if meeting.title != RAKOR_2025:
        return
    left = list(FollowUp.objects.carriable_into(meeting).filter(decision__meeting__title=RAKOR_2024))
    if left:
        reason = "Belum tuntas sejak Rakor 2024 (contoh)"
        carry(actor=planner, meeting=meeting, follow_ups=left, reason=reason)


@before(END)
def play_follow_ups(meeting: Meeting, planner: User) -> None:
    """What the owners reported after each Rakor, and what the organiser said of it."""
    if meeting.title not in (RAKOR_2024, RAKOR_2025):
        return
    for place, row in enumerate(FollowUp.objects.agreed().filter(decision__meeting=meeting).order_by("pk")):
        _play(row, planner, place)
    if meeting.title == RAKOR_2025:
        _finish_2024(planner)


def _play(row: FollowUp, planner: User, place: int) -> None:
    reports, word = STORIES[place % len(STORIES)]
    if row.entries.filter(step__in=("kendala", "lapor", "selesaikan")).exists():
        return
    day, last = clock.today() - timedelta(days=30), clock.today()
    actor = recipients([row.region_id], permissions=[ANSWERING]).order_by("pk").first() or planner
    for number, (percent, text, obstacle) in enumerate(reports):
        with clock.frozen(min(day + timedelta(days=12 * number + place % 7), last)):
            upload = _photo() if percent == 100 else None
            data = ReportData(progress=percent, text=text, obstacle=obstacle, upload=upload)
            report(actor=actor, follow_up=row, data=data)
    if word:
        decide(actor=planner, follow_up=row, code=word, reason=WORDS[word])


def _finish_2024(planner: User) -> None:
    """The old Rakor is closed: what it left is verified now or stays with that of 2025."""
    old = Meeting.objects.filter(title=RAKOR_2024, state=MeetingState.TINDAK_LANJUT).first()
    if old is None:
        return
    waiting = FollowUp.objects.unsettled().filter(decision__meeting=old, state="selesai")
    for row in waiting.order_by("pk")[:2]:
        decide(actor=planner, follow_up=row, code="verifikasi")
    if not FollowUp.objects.unsettled_in(old).exists():
        with clock.frozen(CLOSED_2024):
            change_state(actor=planner, meeting=old, code="selesaikan")


def _photo() -> SimpleUploadedFile:
    """A picture that says what it is."""
    picture, target = Image.new("RGB", (480, 320), "#dfe7f2"), BytesIO()
    ImageDraw.Draw(picture).text((150, 150), "Foto kegiatan (contoh)", fill="#12294a")
    picture.save(target, "JPEG", quality=80)
    return SimpleUploadedFile("foto-kegiatan-contoh.jpg", target.getvalue(), content_type="image/jpeg")
