"""Answers to invitations: by the link of a mail, by an account of the region, or noted by the secretariat."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.files import DOCUMENTS, store_upload
from meetings.choices import Answer, AnsweredBy, MeetingState
from meetings.models import ActLink, AnswerEntry, Invitee, Meeting
from meetings.models.links import LinkAct
from meetings.notices.invitations import link_to_answer
from meetings.querysets import ANSWERABLE
from meetings.services.access import (
    lock_meeting,
    may_answer_for,
    may_manage,
    require_manager,
    touch,
    write_event,
)
from meetings.services.links import revoke_links, use_link

LINK_MADE = "tautan_undangan"
MANDATE = "surat-tugas"


@dataclass(frozen=True, kw_only=True)
class AnswerData:
    """What an invitee says: comes, is represented (by whom, with which mandate), or does not come."""

    answer: str
    people: int = 1
    delegate_name: str = ""
    delegate_title: str = ""
    delegate_phone: str = ""
    delegate_email: str = ""
    mandate_number: str = ""
    mandate_file: "UploadedFile[Any] | None" = None
    remark: str = ""


def why_closed(invitee: Invitee, meeting: Meeting) -> str:
    """Why an invitation cannot be answered any more, as a sentence; empty while it can."""
    if invitee.is_withdrawn:
        return _("Undangan ini sudah dicoret dari daftar oleh penyelenggara.")
    if meeting.state == MeetingState.DIBATALKAN:
        return _("Rapat ini dibatalkan. Undangan tidak perlu dijawab.")
    if meeting.state == MeetingState.DITUNDA:
        return _("Rapat ini ditunda. Tunggu surat berikutnya dengan jadwal yang baru.")
    if meeting.ends_at <= clock.now():
        return _("Rapat ini sudah berakhir. Undangan tidak dapat dijawab lagi.")
    if meeting.state not in ANSWERABLE or invitee.invited_by_letter_id is None:
        return _("Undangan rapat ini belum atau tidak lagi berlaku.")
    return ""


def answers_by(user: User, invitee: Invitee) -> str:
    """Through which door a person may answer: for the own region, or as secretariat; empty when through none."""
    if may_answer_for(user, invitee.region):
        return AnsweredBy.AKUN
    return AnsweredBy.SEKRETARIAT if may_manage(user, invitee.meeting) else ""


@transaction.atomic
def answer_by_account(*, actor: User, invitee: Invitee, data: AnswerData) -> Invitee:
    """Answer for the own region, or note an answer as secretariat. Raises NotAllowed, ImpossibleStep, ValidationError."""
    row = _locked(invitee)
    through = answers_by(actor, row)
    if not through:
        raise NotAllowed(
            _("Anda tidak berwenang menjawab undangan ini."),
            remedy=_("Undangan dijawab petugas daerah yang diundang atau sekretariat rapat."),
        )
    return _answer(row, data, through, actor)


@transaction.atomic
def answer_by_link(*, link: ActLink, data: AnswerData) -> Invitee:
    """Answer with the link of a mail, which is used up by it. Raises ImpossibleStep, ValidationError."""
    if link.invitee is None:
        raise ImpossibleStep(_("Tautan ini bukan untuk menjawab undangan."))
    row = _locked(link.invitee)
    _require_open(row)
    use_link(link)
    return _answer(row, data, AnsweredBy.TAUTAN, None)


@transaction.atomic
def fresh_link(*, actor: User, invitee: Invitee) -> str:
    """A new link for one answer, its whole address, told once; unused older ones close. For who has no mail."""
    meeting = lock_meeting(invitee.meeting)
    require_manager(actor, meeting.organiser)
    row = _locked(invitee)
    _require_open(row)
    revoke_links(invitee=row, act=LinkAct.JAWAB)
    write_event(meeting, actor, LINK_MADE, meeting.state, row.label)
    return link_to_answer(row)


def _locked(invitee: Invitee) -> Invitee:
    """The invitee under lock, the meeting first, as every act on a meeting locks."""
    lock_meeting(invitee.meeting)
    rows = Invitee.objects.select_for_update(of=("self",))
    return rows.select_related("meeting__organiser", "region", "office", "mandate_file").get(pk=invitee.pk)


def _require_open(row: Invitee) -> None:
    closed = why_closed(row, row.meeting)
    if closed:
        raise ImpossibleStep(closed, remedy=_("Hubungi sekretariat rapat bila ada yang perlu disampaikan."))


def _answer(row: Invitee, data: AnswerData, through: str, actor: User | None) -> Invitee:
    """Write the answer and its trace; a file given before stays while the same delegate comes."""
    _require_open(row)
    before = (row.answer, row.delegate_name)
    sends = data.answer == Answer.DIWAKILI
    row.answer, row.people = data.answer, 1 if data.answer == Answer.TIDAK_HADIR else data.people
    for name in ("delegate_name", "delegate_title", "delegate_phone", "delegate_email", "mandate_number"):
        setattr(row, name, getattr(data, name) if sends else "")
    if data.mandate_file is not None and sends:
        row.mandate_file = store_upload(upload=data.mandate_file, actor=actor, kind=MANDATE, accept=DOCUMENTS)
    elif not (sends and before == (Answer.DIWAKILI, data.delegate_name)):
        row.mandate_file = None
    row.remark, row.answered_at, row.answered_through, row.answered_by = (
        data.remark,
        clock.now(),
        through,
        actor,
    )
    _check(row)
    row.save()
    revoke_links(invitee=row, act=LinkAct.JAWAB)
    comes = ", ".join(part for part in row.comes if part) if row.answer != Answer.TIDAK_HADIR else ""
    AnswerEntry.objects.create(
        invitee=row, answer=row.answer, people=row.people, comes=comes[:320], remark=row.remark, through=through,
        actor=actor, at=row.answered_at,
    )  # fmt: skip
    touch(row.meeting)
    return row


def _check(row: Invitee) -> None:
    if row.answer not in {Answer.HADIR, Answer.DIWAKILI, Answer.TIDAK_HADIR}:
        raise ValidationError({"answer": _("Pilih salah satu jawaban.")})
    if row.answer == Answer.DIWAKILI and not row.delegate_title:
        raise ValidationError({"delegate_title": _("Tuliskan jabatan yang mewakili.")})
    fields = {field.name for field in Invitee._meta.fields}
    row.full_clean(exclude=fields - {"answer", "people", "delegate_name", "delegate_email", "remark"})


def latest_answers(meeting: Meeting) -> list[AnswerEntry]:
    """The trace of answers of a meeting, newest first, at most a hundred."""
    rows = AnswerEntry.objects.filter(invitee__meeting=meeting)
    return list(rows.select_related("invitee__region", "invitee__office", "actor")[:100])
