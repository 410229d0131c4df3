"""The report of a meeting: prefilled from its facts, numbered, and bound with its annexes."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, from_json, to_json
from agreements.services.issuing import issue_letter
from agreements.services.paper_numbers import number_paper
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotReady, StaleForm
from ksd.core.jobs import request_job
from ksd.core.language import in_indonesian
from ksd.core.models import Job, JobState
from ksd.core.words import long_date
from meetings.choices import LetterKind, MinutesState
from meetings.documents.report import Annex, attached, attendance_papers, photo_paper, report_letter
from meetings.models import Meeting, MeetingLetter, MeetingReport, Minutes, Record
from meetings.services.access import require_manager, touch, write_event
from meetings.services.minutes import held_minutes
from meetings.services.photos import photos_of
from meetings.services.report_text import first_report
from meetings.services.signing_minutes import paper_of_minutes
from meetings.tasks.reports import REPORT_JOB

PAPER = "laporan-rapat"
ISSUED = "terbit_laporan"
MOST_PHOTOS = 24


@dataclass(frozen=True)
class ReportData:
    """A report as a person fills it in."""

    addressee: str = ""
    introduction: str = ""
    course: str = ""
    conclusion: str = ""
    advice: str = ""
    signer: str = ""
    signer_title: str = ""


FIELDS = tuple(ReportData.__dataclass_fields__)


def report_of(meeting: Meeting) -> MeetingReport:
    """The report of a meeting; unsaved, with what the meeting knows, while nobody wrote one."""
    row = MeetingReport.objects.select_related("number").filter(meeting=meeting).first()
    return row or first_report(meeting)


def is_issued(report: MeetingReport) -> bool:
    """Whether it bears a number that stands."""
    return report.number is not None and report.number.is_valid


def require_unissued(report: MeetingReport) -> None:
    """Refuse to change a report that bears its number. Raises ImpossibleStep."""
    if is_issued(report):
        raise ImpossibleStep(
            _("Laporan ini sudah bernomor %(number)s; isinya tidak dapat diubah lagi.")
            % {"number": report.number},
            remedy=_("Bila keliru, batalkan nomornya dalam buku nomor, lalu terbitkan yang baru."),
        )


def _locked(meeting: Meeting) -> MeetingReport | None:
    rows = MeetingReport.objects.select_for_update(of=("self",)).select_related("number")
    return rows.filter(meeting=meeting).first()


@transaction.atomic
def write_report(*, actor: User, meeting: Meeting, data: ReportData, seen: int) -> MeetingReport:
    """Write the report; `seen` is the revision the editor was opened on. Raises StaleForm, NotAllowed, ImpossibleStep."""
    held = held_minutes(actor, meeting)
    row = _locked(held) or MeetingReport(meeting=held)
    require_unissued(row)
    if row.revision != seen:
        raise StaleForm(
            _("Sementara itu orang lain menyimpan laporan ini."),
            remedy=_("Isi yang berbeda ditampilkan; satukan, lalu simpan lagi."),
        )
    for name in FIELDS:
        setattr(row, name, getattr(data, name))
    row.revision, row.changed_at = row.revision + 1, clock.now()
    row.save()
    touch(held)
    return row


def lacking_to_issue(report: MeetingReport) -> list[str]:
    """What a report still lacks before it goes out, as sentences."""
    needs = (
        (report.pk, _("Laporan belum disimpan.")),
        (report.addressee, _("Kepada siapa laporan ini ditujukan belum diisi.")),
        (report.course, _("Pelaksanaan belum ditulis.")),
        (report.conclusion, _("Kesimpulan belum ditulis.")),
        (report.signer, _("Penanda tangan belum diisi.")),
    )
    return [words for there, words in needs if not there]


@transaction.atomic
def issue_report(
    *, actor: User, meeting: Meeting, seen: int, number: str = "", again: bool = False
) -> MeetingReport:
    """Number the report and keep its words. Raises NotReady, StaleForm, NotAllowed, ImpossibleStep, DomainError."""
    held = held_minutes(actor, meeting)
    row = _locked(held) or MeetingReport(meeting=held)
    require_unissued(row)
    if row.revision != seen:
        raise StaleForm(
            _("Sementara itu laporan ini diubah."), remedy=_("Baca yang terbaru, lalu terbitkan.")
        )
    lacks = lacking_to_issue(row)
    if lacks:
        raise NotReady(lacks[0], findings=tuple(lacks), remedy=_("Lengkapi laporannya dahulu."))
    row.number = number_paper(
        actor=actor, region=held.organiser, kind=PAPER, row=row.pk, dated=clock.today(), subject=held.title,
        addressee=row.addressee, typed=number, again=again,
        letter=lambda given: letter_of_report(held, row, given.number),
    )  # fmt: skip
    row.sent_on = clock.today()
    row.save(update_fields=["number", "sent_on"])
    write_event(held, actor, ISSUED, held.state, row.number.number)
    return row


@in_indonesian
def letter_of_report(meeting: Meeting, report: MeetingReport, number: str = "") -> Letter:
    """The report as it stands, naming its annexes and those missing."""
    dated = long_date(clock.today()) if number else ""
    return report_letter(meeting, report, annexes_of(meeting), number=number, dated=dated)


def paper_of_report(meeting: Meeting, report: MeetingReport) -> Letter:
    """The report as it is printed: issued in the words it had then, before that as a draft."""
    if is_issued(report) and report.number is not None:
        return from_json(report.number.words)
    return letter_of_report(meeting, report)


@in_indonesian
def annexes_of(meeting: Meeting) -> list[Annex]:
    """What is bound behind the report, in its order: each in the words it was issued with, or why it is missing."""
    photos = tuple((str(row.file_id), row.caption) for row in photos_of(meeting)[:MOST_PHOTOS])
    return [
        _annex("Surat undangan", _invitations(meeting), "surat undangan belum diterbitkan."),
        _annex("Daftar hadir", attendance_papers(meeting), "belum ada yang tercatat hadir."),
        Annex("Foto kegiatan", letters=(photo_paper(meeting),), photos=photos)
        if photos
        else Annex("Foto kegiatan", missing="belum ada foto yang diunggah."),
        _annex("Notula", _signed_minutes(meeting), "notula belum disahkan."),
        *([_record_annex(meeting)] if meeting.rule.record else []),
    ]


def _record_annex(meeting: Meeting) -> Annex:
    """The rumusan of a kind of meeting that gives one; one whose number was struck out waits for another."""
    row = Record.objects.select_related("number").filter(meeting=meeting, locked_at__isnull=False).first()
    number = row.number if row is not None else None
    if number is None:
        return Annex("Rumusan", missing="rumusan belum dikunci.")
    if not number.is_valid:
        return Annex("Rumusan", missing="nomor berita acaranya dibatalkan dan belum diganti.")
    return _annex("Rumusan", (from_json(number.words),) if number.words else (), "isinya tidak tersimpan.")


def still_missing(meeting: Meeting) -> list[str]:
    """What an issued report would name as missing from then on, as words."""
    return [f"{each.title}: {each.missing.rstrip('.')}" for each in annexes_of(meeting) if each.missing]


def _annex(title: str, letters: tuple[Letter, ...], missing: str) -> Annex:
    return Annex(title, letters=letters, missing="" if letters else missing)


def _invitations(meeting: Meeting) -> tuple[Letter, ...]:
    """The letters that stand, invitation and changes, in the order they went out."""
    kinds = (LetterKind.UNDANGAN, LetterKind.PERUBAHAN)
    rows = MeetingLetter.objects.filter(
        meeting=meeting, issued_at__isnull=False, kind__in=kinds
    ).select_related("number")
    return tuple(from_json(row.words) for row in rows.order_by("sequence") if row.stands and row.words)


def _signed_minutes(meeting: Meeting) -> tuple[Letter, ...]:
    row = Minutes.objects.filter(meeting=meeting, state=MinutesState.DISAHKAN).first()
    return (paper_of_minutes(meeting, row),) if row is not None and row.words else ()


@transaction.atomic
def request_report(*, actor: User, meeting: Meeting) -> Job:
    """Ask for the report with its annexes as one PDF. Raises NotAllowed; the same volume asked for twice is printed once."""
    require_manager(actor, meeting.organiser)
    letter = paper_of_report(meeting, report_of(meeting))
    kept = attached(letter)
    rows = [_row(place, each, kept) for place, each in enumerate(annexes_of(meeting), 1)]
    words = to_json(letter)
    fingerprint = hashlib.sha256(json.dumps([words, rows], sort_keys=True).encode()).hexdigest()
    issued = issue_letter(actor=actor, letter=letter, case=None, fingerprint=fingerprint)
    result = reverse("meetings:report_file", args=[meeting.public_id, fingerprint])
    return request_job(
        kind=REPORT_JOB,
        key=f"{actor.pk}-{meeting.pk}-{fingerprint}",
        payload={
            "meeting": meeting.pk,
            "letter": words,
            "annexes": rows,
            "issued": issued.pk,
            "result_url": result,
        },
        actor=actor,
        label=_("Laporan %(title)s dengan lampiran") % {"title": meeting.title[:150]},
    )


def _row(place: int, annex: Annex, kept: dict[str, bool]) -> dict[str, Any]:
    """An annex as plain data; what an issued report names as missing stays missing in it."""
    missing = annex.missing or (
        "" if kept.get(annex.title, True) else "tidak termasuk saat laporan diterbitkan."
    )
    return {
        "mark": place,
        "title": annex.title,
        "missing": missing,
        "letters": [] if missing else [to_json(letter) for letter in annex.letters],
        "photos": [] if missing else [list(photo) for photo in annex.photos],
    }


def finished_report(actor: User, meeting: Meeting, fingerprint: str) -> Job | None:
    """The newest finished volume with this fingerprint that this person asked for, or None."""
    key = f"{actor.pk}-{meeting.pk}-{fingerprint}"
    jobs = Job.objects.filter(kind=REPORT_JOB, key=key, state=JobState.DONE, result__isnull=False)
    return jobs.select_related("result").order_by("-pk").first()
