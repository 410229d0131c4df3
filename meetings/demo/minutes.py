"""Notula and reports of the demonstration: those of 2024 and 2025 signed off, today's still a draft; all words invented (contoh)."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from meetings.demo.rakors import PLENO, RAKOR_2024, RAKOR_2025, TODAY
from meetings.demo.stages import END, before
from meetings.models import Meeting, Minutes
from meetings.services.access import ANSWERING
from meetings.services.corrections import (
    AGREES,
    Wish,
    answer_correction,
    invited_regions,
    propose_correction,
    send_minutes,
)
from meetings.services.minutes import FIELDS, MinutesData, minutes_of, write_minutes
from meetings.services.minutes_text import parts_of
from meetings.services.photos import add_photo, photos_of
from meetings.services.reports import FIELDS as CHAPTERS
from meetings.services.reports import ReportData, is_issued, issue_report, report_of, write_report
from meetings.services.signing_minutes import sign_minutes

TERM = 14
COURSE = (
    "Rapat dibuka dengan doa dan laporan panitia (contoh).\n"
    "Sesudah sambutan tuan rumah, rapat dibuka secara resmi, dilanjutkan paparan dan pembahasan (contoh)."
)
SAID = "Peserta menyampaikan keadaan di daerahnya dan menyepakati perlunya data yang sama (contoh)."
CORRECTION = "Nama narasumber pada jalannya rapat hendaknya ditulis lengkap (contoh)."
PHOTOS = (("Pembukaan rapat (contoh)", "#2f6f9f"), ("Pembahasan kelompok (contoh)", "#3d7d4f"))


@before(END)
def write(meeting: Meeting, planner: User) -> None:
    """Write the notula of every meeting that was held; today's stays a draft."""
    held = {RAKOR_2024, RAKOR_2025, PLENO}
    if meeting.title not in {*held, TODAY} or Minutes.objects.filter(meeting=meeting).exists():
        return
    row = minutes_of(meeting)
    given = MinutesData(**{name: getattr(row, name) for name in FIELDS})
    spoken = [replace(part, text=part.text or SAID) for part in parts_of(row.discussion)]
    data = replace(
        given,
        opened_at=min(given.opened_at or clock.now(), clock.now()),
        closed_at=None if meeting.title == TODAY else given.closed_at,
        chair=given.chair or "Contoh Pimpinan Rapat",
        chair_title=given.chair_title or "Kepala Biro (contoh)",
        secretary="Contoh Sekretaris Rapat, Kepala Bagian Kerja Sama",
        note_taker="Contoh Notulis",
        note_taker_title="Analis Kerja Sama (contoh)",
        guests="Narasumber perguruan tinggi (contoh)",
        course=COURSE,
        conclusion="Rumusan disepakati untuk dilaksanakan masing-masing daerah (contoh).",
        parts=tuple(spoken if meeting.title != TODAY else parts_of(row.discussion)),
    )
    with clock.frozen(_sent_at(meeting) if meeting.title in held else clock.now()):
        write_minutes(actor=planner, meeting=meeting, data=data, seen=0)
    if meeting.title in held:
        _correct_and_sign(meeting, planner)
    if meeting.title in {RAKOR_2024, RAKOR_2025}:
        _photos(meeting, planner)
        _report(meeting, planner)


def _sent_at(meeting: Meeting) -> datetime:
    """Two weeks before it is signed, but not before the meeting is over."""
    return max(clock.now() - timedelta(days=TERM + 1), meeting.ends_at + timedelta(hours=1))


def _correct_and_sign(meeting: Meeting, planner: User) -> None:
    """Sent within two weeks; one region would have something otherwise, others agree, the silent let the term pass."""
    sent = _sent_at(meeting)
    with clock.frozen(sent):
        minutes = send_minutes(actor=planner, meeting=meeting, days=TERM)
    with clock.frozen(sent + timedelta(days=3)):
        for place, region in enumerate(invited_regions(meeting)):
            person = recipients([region.pk], permissions=[ANSWERING]).order_by("pk").first()
            if person is None:
                continue
            wish = Wish(AGREES, "", f"Petugas {region.name} (contoh)")
            if place == 1:
                wish = replace(wish, part="jalannya", text=CORRECTION)
            said = propose_correction(actor=person, meeting=meeting, region=region, wish=wish)
            if said.accepted is None:
                reply = "Sudah ditulis lengkap (contoh)."
                answer_correction(actor=planner, correction=said, accepted=True, reply=reply)
    number = f"400.10/{meeting.pk}/contoh"  # read only where the office numbers elsewhere
    sign_minutes(actor=planner, meeting=meeting, seen=minutes.revision, number=number)


def _photos(meeting: Meeting, planner: User) -> None:
    """Drawn pictures stand for photographs nobody has."""
    if photos_of(meeting):
        return
    for caption, colour in PHOTOS:
        picture = Image.new("RGB", (960, 640), colour)
        ImageDraw.Draw(picture).rectangle((120, 160, 840, 480), outline="white", width=6)
        target = BytesIO()
        picture.save(target, "PNG")
        upload = SimpleUploadedFile("foto-contoh.png", target.getvalue(), "image/png")
        add_photo(actor=planner, meeting=meeting, upload=upload, caption=caption)


def _report(meeting: Meeting, planner: User) -> None:
    row = report_of(meeting)
    if is_issued(row):
        return
    given = ReportData(**{name: getattr(row, name) for name in CHAPTERS})
    data = replace(given, signer="Contoh Kepala Biro", signer_title=given.signer_title or "Pelapor")
    kept = write_report(actor=planner, meeting=meeting, data=data, seen=row.revision)
    number = f"400.11/{meeting.pk}/contoh"
    issue_report(actor=planner, meeting=meeting, seen=kept.revision, number=number)
