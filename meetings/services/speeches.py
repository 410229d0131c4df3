"""Speeches: whose they are, who reads them out, their text or file."""

from dataclasses import dataclass, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.files import DOCUMENTS, store_upload
from meetings.models import AgendaItem, Meeting, Speech
from meetings.services.access import lock_meeting, require_manager, require_open, touch, write_event

SPEECH_NOTED = "sambutan"


@dataclass(frozen=True, kw_only=True)
class SpeechData:
    """What a person fills in about a speech; without a reader the owner holds it."""

    title: str
    owner: str
    owner_title: str
    item: AgendaItem | None = None
    order: int = 1
    reader: str = ""
    reader_title: str = ""
    text: str = ""


@transaction.atomic
def save_speech(
    *,
    actor: User,
    meeting: Meeting,
    data: SpeechData,
    speech: Speech | None = None,
    upload: "UploadedFile[Any] | None" = None,
) -> Speech:
    """Note a speech, or change one; a new file takes the place of the old. Raises NotAllowed, ImpossibleStep, ValidationError."""
    row = _open_for(actor, meeting)
    kept = row.speeches.select_for_update(of=("self",)).get(pk=speech.pk) if speech else Speech(meeting=row)
    if data.item is not None and data.item.meeting_id != row.pk:
        raise ValidationError({"item": _("Mata acara ini bukan milik rapat ini. Pilih yang lain.")})
    for item in fields(data):
        setattr(kept, item.name, getattr(data, item.name))
    if upload is not None:
        kept.file = store_upload(upload=upload, actor=actor, kind="sambutan", accept=DOCUMENTS)
    kept.full_clean()
    kept.save()
    write_event(row, actor, SPEECH_NOTED, row.state, f"{kept.title}: {kept.spoken_by}")
    touch(row)
    return kept


@transaction.atomic
def drop_speech(*, actor: User, meeting: Meeting, speech: Speech) -> None:
    """Take a speech off the meeting; the history says which. Raises NotAllowed, ImpossibleStep."""
    row = _open_for(actor, meeting)
    gone = row.speeches.filter(pk=speech.pk).first()
    if gone is None:  # somebody else was quicker
        return
    gone.delete()
    write_event(row, actor, SPEECH_NOTED, row.state, f"Dihapus: {speech.title}")
    touch(row)


def _open_for(actor: User, meeting: Meeting) -> Meeting:
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_open(row)
    return row
