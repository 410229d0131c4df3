"""Photographs of a meeting: added with a caption, taken away."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.files import store_photo
from meetings.choices import MeetingFileKind
from meetings.models import Meeting, MeetingFile
from meetings.services.access import lock_meeting, require_manager, touch
from meetings.services.minutes import require_held

# A report with more pictures than this is an album.
MOST = 60


def photos_of(meeting: Meeting) -> list[MeetingFile]:
    """The photographs in the order they were added."""
    rows = MeetingFile.objects.filter(meeting=meeting, kind=MeetingFileKind.FOTO, dropped_at=None)
    return list(rows.select_related("file", "item").order_by("added_at", "pk"))


def _writable(actor: User, meeting: Meeting) -> Meeting:
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    require_held(row)
    return row


@transaction.atomic
def add_photo(*, actor: User, meeting: Meeting, upload: "UploadedFile[Any]", caption: str) -> MeetingFile:
    """Add a photograph. Raises NotAllowed, ImpossibleStep, or ValidationError for what is no picture or too large."""
    held = _writable(actor, meeting)
    if len(photos_of(held)) >= MOST:
        raise ImpossibleStep(
            _("Rapat ini sudah memuat %s foto.") % MOST, remedy=_("Hapus yang tidak dipakai lebih dahulu.")
        )
    row = MeetingFile.objects.create(
        meeting=held,
        kind=MeetingFileKind.FOTO,
        caption=caption.strip(),
        file=store_photo(upload=upload, actor=actor, kind="meeting"),
        added_by=actor,
        added_at=clock.now(),
    )
    touch(held)
    return row


@transaction.atomic
def drop_photo(*, actor: User, file: MeetingFile) -> MeetingFile:
    """Take a photograph off the meeting; what was stored stays for the record."""
    held = _writable(actor, file.meeting)
    if file.dropped_at is None:
        file.dropped_at = clock.now()
        file.save(update_fields=["dropped_at"])
        touch(held)
    return file
