"""Photographs of a meeting: added with a caption, taken away."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.files import IMAGES, store_upload
from ksd.core.uploads import open_image, recognise, shrunk
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
    _require_whole(upload)
    row = MeetingFile.objects.create(
        meeting=held,
        kind=MeetingFileKind.FOTO,
        caption=caption.strip(),
        file=store_upload(upload=upload, actor=actor, kind="meeting", accept=IMAGES),
        added_by=actor,
        added_at=clock.now(),
    )
    touch(held)
    return row


def _require_whole(upload: "UploadedFile[Any]") -> None:
    """Refuse what is no picture, or one that breaks off; that shows only when it is unpacked. Raises ValidationError."""
    recognise(upload, IMAGES)
    upload.seek(0)
    shrunk(open_image(BytesIO(upload.read())), (64, 64))
    upload.seek(0)


@transaction.atomic
def drop_photo(*, actor: User, file: MeetingFile) -> MeetingFile:
    """Take a photograph off the meeting; what was stored stays for the record."""
    held = _writable(actor, file.meeting)
    if file.dropped_at is None:
        file.dropped_at = clock.now()
        file.save(update_fields=["dropped_at"])
        touch(held)
    return file
