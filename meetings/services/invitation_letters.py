"""Letters about a meeting: drawn up, issued under a number of the book, frozen in their words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import from_json, to_json
from agreements.models import IssuedFile
from agreements.services.letters import request_letter_pdf
from agreements.services.numbering import Given, addressee_line, register_number, take_number
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady
from ksd.core.language import in_indonesian
from ksd.core.words import long_date
from meetings.choices import LetterKind, MeetingState
from meetings.documents.invitations import invitation_letter, plan_annex, told_by
from meetings.models import Invitee, Meeting, MeetingLetter
from meetings.services.access import lock_meeting, require_manager, touch, write_event
from meetings.services.standing_letters import letter_kind_open, standing_letter

LETTER_ISSUED = "terbit_surat"
PAPERS: dict[str, str] = {
    LetterKind.UNDANGAN: "undangan-rapat",
    LetterKind.PERUBAHAN: "perubahan-rapat",
    LetterKind.PEMBATALAN: "pembatalan-rapat",
}


@dataclass(frozen=True, kw_only=True)
class LetterData:
    """What a person writes into a letter; everything else comes from the meeting."""

    nature: str
    opening: str
    notes: str
    closing: str
    signer_mode: str
    signer_title: str
    signer_for: str
    signer_name: str
    signer_rank: str
    signer_nip: str
    copies_to: str
    with_plan: bool = False


@dataclass(frozen=True, kw_only=True)
class LetterDay:
    """The day of a letter and, where the office numbers elsewhere, its number."""

    dated: date
    typed: str = ""
    again: bool = False


@transaction.atomic
def save_letter_draft(*, actor: User, meeting: Meeting, data: LetterData) -> MeetingLetter:
    """Draw up the letter that may go out next, or change its draft. Raises NotAllowed, ImpossibleStep."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    kind = _require_open_kind(row)
    draft = MeetingLetter.objects.filter(meeting=row, issued_at=None).first()
    if draft is None:
        draft = MeetingLetter(meeting=row, created_by=actor, sequence=_next_sequence(row))
    draft.kind = kind
    for name, value in vars(data).items():
        setattr(draft, name, value)
    draft.full_clean(exclude=["number", "paper"])
    draft.save()
    return draft


def letter_invitees(meeting: Meeting, kind: str) -> list[Invitee]:
    """Whom a letter goes to: everybody on the list; a cancellation only those who were invited."""
    rows = meeting.invitees.for_list()
    return list(rows.invited() if kind == LetterKind.PEMBATALAN else rows.current())


def letter_lacks(meeting: Meeting, draft: MeetingLetter) -> list[str]:
    """What a draft still needs before it may be issued, as sentences."""
    found = []
    if not letter_invitees(meeting, draft.kind):
        found.append(_("Daftar undangan masih kosong."))
    if draft.kind != LetterKind.PEMBATALAN and not (meeting.place or meeting.link):
        found.append(_("Tempat rapat belum diisi."))
    if draft.carries_plan and not plan_annex(draft, meeting):
        found.append(_("KAK yang dilampirkan belum ditulis (halaman KAK)."))
    return found


@transaction.atomic
def issue_meeting_letter(*, actor: User, meeting: Meeting, day: LetterDay) -> MeetingLetter:
    """Give the draft its number and freeze it; who is on the list is invited by it.

    Raises NotAllowed, ImpossibleStep, NotReady, DomainError (day or number).
    """
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    draft = MeetingLetter.objects.select_for_update().filter(meeting=row, issued_at=None).first()
    if draft is None:
        raise ImpossibleStep(
            _("Belum ada konsep surat untuk diterbitkan."), remedy=_("Susun suratnya lebih dahulu.")
        )
    draft.kind = _require_open_kind(row)
    _require_issuable(row, draft, day.dated)
    invitees = letter_invitees(row, draft.kind)
    _number(actor, row, draft, invitees, day)
    draft.told = told_by(row, cancelled=_calls_off(row, draft.kind))
    draft.issued_at = clock.now()
    draft.paper = _paper(actor, draft)
    draft.save()
    _invite(draft, invitees)
    write_event(
        row,
        actor,
        LETTER_ISSUED,
        row.state,
        _named(draft),
    )
    touch(row)
    return draft


@in_indonesian
def _named(letter: MeetingLetter) -> str:
    """A letter that was issued, as the history names it."""
    return f"{letter.get_kind_display()} Nomor {letter.number.number}" if letter.number else ""


def default_letter(meeting: Meeting, kind: str) -> dict[str, Any]:
    """What the form begins with: the signer of the last letter of this organiser, and the usual words."""
    last = (
        MeetingLetter.objects.issued()
        .filter(meeting__organiser=meeting.organiser)
        .order_by("-issued_at")
        .first()
    )
    signer = (
        "nature",
        "signer_mode",
        "signer_title",
        "signer_for",
        "signer_name",
        "signer_rank",
        "signer_nip",
        "copies_to",
    )
    known = {name: getattr(last, name) for name in signer} if last else _usual_signer(meeting)
    return {**known, **_usual_words(meeting, kind)}


def _usual_signer(meeting: Meeting) -> dict[str, str]:
    """The secretary of the region in the name of its head, as far as the register knows them."""
    region = meeting.organiser
    head = f"{region.head_title} {region.name}"
    sekda = region.officials.in_office().filter(position="sekda").by_rank().first()
    title = sekda.position_title if sekda else "Sekretaris Daerah"
    return {
        "nature": "Penting", "signer_mode": "an", "signer_for": head, "signer_title": title,
        "signer_name": sekda.full_name if sekda else "", "signer_nip": sekda.nip if sekda else "", "copies_to": head,
    }  # fmt: skip


def _usual_words(meeting: Meeting, kind: str) -> dict[str, str]:
    last, closing = (
        standing_letter(meeting),
        "Demikian disampaikan, atas perhatian dan kehadirannya diucapkan terima kasih.",
    )
    if kind == LetterKind.UNDANGAN or last is None or last.number is None:
        opening = f"Dalam rangka pelaksanaan {meeting.title}, bersama ini kami mengundang Bapak/Ibu/Saudara untuk hadir pada:"
        notes = "Mohon menjawab undangan ini lewat tautan yang dikirim bersama surat."
        return {"opening": opening, "notes": notes, "closing": closing}
    before = f"Menindaklanjuti surat kami Nomor {last.number.number} tanggal {long_date(last.number.dated)}, "
    gone = "Demikian disampaikan, atas perhatian dan pengertiannya diucapkan terima kasih."
    if kind == LetterKind.PEMBATALAN:
        return {
            "opening": f"{before}bersama ini disampaikan bahwa rapat berikut dibatalkan:",
            "notes": "",
            "closing": gone,
        }
    if meeting.state == MeetingState.DITUNDA:
        opening = (
            f"{before}bersama ini disampaikan bahwa rapat berikut ditunda sampai pemberitahuan lebih lanjut:"
        )
        return {"opening": opening, "notes": "", "closing": gone}
    opening = f"{before}bersama ini disampaikan bahwa rapat tersebut dilaksanakan dengan perubahan menjadi:"
    return {"opening": opening, "notes": "Mohon menjawab kembali bila kehadiran berubah.", "closing": closing}


def _require_open_kind(meeting: Meeting) -> str:
    kind = letter_kind_open(meeting, standing_letter(meeting))
    if not kind:
        raise ImpossibleStep(
            _("Tidak ada surat yang dapat dibuat: rapat berada pada “%(state)s”.")
            % {"state": meeting.get_state_display()},
            remedy=_("Surat hanya dibuat sebelum rapat berakhir, dan surat pembatalan hanya satu kali."),
        )
    return kind


def _require_issuable(meeting: Meeting, draft: MeetingLetter, dated: date) -> None:
    if meeting.state == MeetingState.RENCANA:
        raise ImpossibleStep(
            _("Surat belum dapat diterbitkan: rencana rapat belum disetujui."),
            remedy=_("Setujui rencananya pada halaman Ringkasan; konsep surat tetap tersimpan."),
        )
    lacks = letter_lacks(meeting, draft)
    if lacks:
        raise NotReady(_("Surat belum dapat diterbitkan. %s") % " ".join(lacks), findings=tuple(lacks))
    last = standing_letter(meeting)
    if last is not None and last.dated is not None and dated < last.dated:
        raise DomainError(
            _("Tanggal surat tidak boleh sebelum surat sebelumnya, %s.") % long_date(last.dated),
            remedy=_("Periksa tanggalnya."),
            status=422,
        )


def _calls_off(meeting: Meeting, kind: str) -> bool:
    return kind == LetterKind.PEMBATALAN or meeting.state == MeetingState.DITUNDA


def _next_sequence(meeting: Meeting) -> int:
    last = (
        MeetingLetter.objects.filter(meeting=meeting)
        .order_by("-sequence")
        .values_list("sequence", flat=True)
        .first()
    )
    return 0 if last is None else last + 1


def _number(
    actor: User, meeting: Meeting, draft: MeetingLetter, invitees: list[Invitee], day: LetterDay
) -> None:
    """Take the number and write the letter with it into the book."""
    kind, region = PAPERS[draft.kind], meeting.organiser
    given: Given = take_number(region=region, kind=kind, on=day.dated, typed=day.typed, again=day.again)
    letter = invitation_letter(draft, meeting, invitees, number=given.number, dated=long_date(day.dated))
    draft.dated, draft.words = day.dated, to_json(letter)
    draft.number = register_number(
        actor=actor, region=region, kind=kind, given=given, dated=day.dated, row=draft.pk, subject=letter.subject[:400],
        addressee=addressee_line(letter)[:300], words=draft.words,
    )  # fmt: skip


def _paper(actor: User, draft: MeetingLetter) -> IssuedFile:
    """Ask for the PDF at once, so that it is there when the mails leave."""
    job = request_letter_pdf(actor=actor, letter=from_json(draft.words), label=str(draft.get_kind_display()))
    return IssuedFile.objects.get(pk=job.payload["issued"])


def _invite(letter: MeetingLetter, invitees: list[Invitee]) -> None:
    if letter.calls_off:
        return
    rows = Invitee.objects.filter(pk__in=[row.pk for row in invitees], invited_by_letter=None)
    rows.update(invited_by_letter=letter)
