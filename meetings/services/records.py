"""The rumusan of a meeting: written with its points, read out edition by edition, locked with its number."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter
from agreements.services.numbering import Given
from agreements.services.paper_numbers import number_paper
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady, StaleForm
from ksd.core.language import in_indonesian
from meetings.choices import RecordState
from meetings.documents.record import Voice, record_letter
from meetings.models import Meeting, Record
from meetings.services.access import touch, write_event
from meetings.services.confirming import Said, delegations_said
from meetings.services.needs import needed_for
from meetings.services.record_text import fingerprint, is_same, text_of
from meetings.services.room import LONGEST, in_room, require_unlocked

PAPER = "rumusan-rapat"
READ_OUT, LOCKED = "bacakan_rumusan", "kunci_rumusan"


@needed_for("sepakati_rumusan")
def _record_locked(meeting: Meeting) -> str:
    """A meeting that gives a rumusan goes on only with a locked one."""
    locked = Record.objects.filter(meeting=meeting, state=RecordState.TERKUNCI)
    needless = not meeting.rule.record or locked.exists()
    return "" if needless else _("Rumusan belum dibacakan dan dikunci.")


def record_of(meeting: Meeting) -> Record:
    """The record of a meeting, unsaved while nothing was written into it."""
    return Record.objects.filter(meeting=meeting).first() or Record(meeting=meeting)


def _locked_record(meeting: Meeting) -> Record:
    """The row of the record under lock, made when it is not there yet."""
    require_unlocked(meeting)
    Record.objects.get_or_create(meeting=meeting)
    return Record.objects.select_for_update().get(meeting=meeting)


@transaction.atomic
def write_frame(
    *, actor: User, meeting: Meeting, preamble: str, closing: str, seen: tuple[str, str] | None = None
) -> Record:
    """Write what stands before and behind the points; `seen` is what both were when the form was opened."""
    held = in_room(actor, meeting)
    row = _locked_record(held)
    if seen is not None and seen != (row.preamble, row.closing):
        raise StaleForm(
            _("Sementara itu orang lain mengubah pembuka atau penutup rumusan."),
            remedy=_("Kedua naskahnya ditampilkan; satukan, lalu simpan lagi."),
        )
    if max(len(preamble), len(closing)) > LONGEST:
        raise DomainError(_("Pembuka dan penutup paling banyak %s huruf.") % LONGEST, status=422)
    row.preamble, row.closing = preamble.strip(), closing.strip()
    row.save(update_fields=["preamble", "closing"])
    touch(held)
    return row


@transaction.atomic
def read_out(*, actor: User, meeting: Meeting) -> Record:
    """Freeze the text as a new edition and ask every delegation about it. Refused while nothing changed since."""
    held = in_room(actor, meeting)
    row = _locked_record(held)
    text = text_of(held, row)
    if not text["points"]:
        raise NotReady(
            _("Belum ada butir rumusan yang dapat dibacakan."),
            remedy=_("Tulis paling sedikit satu butir dahulu."),
        )
    if row.edition and is_same(shown_text(row), text):
        raise ImpossibleStep(
            _("Isinya sama dengan edisi %(edition)s yang sudah dibacakan.") % {"edition": row.edition},
            remedy=_("Tunggu pernyataan delegasi, atau ubah butirnya dahulu."),
        )
    row.edition += 1
    row.state = RecordState.DIKONFIRMASI
    row.shown = {"edition": row.edition, "texts": {**row.shown.get("texts", {}), str(row.edition): text}}
    row.shown_sha256, row.shown_at = fingerprint(text), clock.now()
    row.save(update_fields=["edition", "state", "shown", "shown_sha256", "shown_at"])
    write_event(held, actor, READ_OUT, held.state, f"Edisi {row.edition}")
    touch(held)
    return row


def shown_text(record: Record, edition: int | None = None) -> dict[str, Any]:
    """The text of an edition as it was read out: the newest, or the one asked for; empty when there is none."""
    texts: dict[str, dict[str, Any]] = record.shown.get("texts", {})
    return texts.get(str(edition or record.edition), {})


def lacking_for_lock(meeting: Meeting, record: Record) -> list[str]:
    """What stands between the record and its lock, as sentences; the silent ones may be answered with a reason."""
    if not record.edition:
        return [_("Rumusan belum dibacakan.")]
    if not is_same(shown_text(record), text_of(meeting, record)):
        return [_("Isi rumusan berubah sesudah edisi %(edition)s dibacakan.") % {"edition": record.edition}]
    return []


@transaction.atomic
def lock_record(
    *,
    actor: User,
    meeting: Meeting,
    seen_edition: int,
    reason: str = "",
    number: str = "",
    again: bool = False,
) -> Record:
    """Close the rumusan for good, number it and keep its words; those silent need a reason that is printed.

    Raises NotAllowed, ImpossibleStep, StaleForm, NotReady or DomainError (number refused).
    """
    held = in_room(actor, meeting)
    row = _locked_record(held)
    if seen_edition != row.edition:
        raise StaleForm(
            _("Sementara itu edisi %(edition)s dibacakan.") % {"edition": row.edition},
            remedy=_("Periksa edisi yang terbaru, lalu kunci lagi."),
        )
    lacks = lacking_for_lock(held, row)
    if lacks:
        raise NotReady(lacks[0], findings=tuple(lacks), remedy=_("Bacakan isinya yang terbaru dahulu."))
    silence = _silence(held, row, reason.strip()[:500])
    row.state, row.locked_at, row.locked_by = RecordState.TERKUNCI, clock.now(), actor
    row.shown = {**row.shown, "silence": silence}
    row.save(update_fields=["state", "locked_at", "locked_by", "shown"])
    row.number = number_paper(
        actor=actor, region=held.organiser, kind=PAPER, row=row.pk, dated=clock.today(), subject=held.title,
        typed=number, again=again, letter=lambda given: letter_of(held, row, given),
    )  # fmt: skip
    row.save(update_fields=["number"])
    write_event(held, actor, LOCKED, held.state, silence)
    touch(held)
    return row


def _silence(meeting: Meeting, record: Record, reason: str) -> str:
    """The reason for locking over silent delegations; none is kept where all have spoken."""
    said = delegations_said(meeting, record)
    silent = [each.name for each in said if each.confirmation is None]
    if not silent and (said or not meeting.rule.delegations):
        return ""
    if not reason:
        names = ", ".join(silent) or _("tidak ada kepala delegasi dalam daftar undangan")
        raise NotReady(
            _("Belum semua delegasi menyatakan sikap: %(names)s.") % {"names": names},
            findings=tuple(silent),
            remedy=_("Tunggu pernyataannya, atau tuliskan alasan mengunci tanpanya; alasannya dicetak."),
        )
    return reason


@in_indonesian
def letter_of(meeting: Meeting, record: Record, given: Given | None = None) -> Letter:
    """The berita acara of the newest edition: a draft without number, or the paper as it is numbered."""
    text = shown_text(record) or text_of(meeting, record)
    voices = [_voice(each) for each in delegations_said(meeting, record)]
    return record_letter(meeting, record, text, voices, number=given.number if given else "")


def _voice(said: Said) -> Voice:
    word = said.confirmation
    if word is None:
        return Voice(said.name)
    at = timezone.localtime(word.at)
    stance = word.get_stance_display()
    return Voice(said.name, word.name, word.title, f"{at:%d-%m-%Y %H.%M}", stance, word.objection)
