"""Files of an item of the agenda: added, handed out, taken away."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.files import store_photo, store_upload
from ksd.core.uploads import MATERIALS
from meetings.choices import MeetingFileKind
from meetings.models import AgendaItem, MeetingFile
from meetings.services.access import touch
from meetings.services.agenda import writable

# What the list of attendance and mandates keeps is for those who manage the meeting alone.
PERSONAL = (MeetingFileKind.SURAT_TUGAS,)
# An item with more files than this is a folder nobody looks through.
MOST = 30


@transaction.atomic
def add_file(
    *, actor: User, item: AgendaItem, upload: "UploadedFile[Any]", kind: str, caption: str = ""
) -> MeetingFile:
    """Add a presentation or photograph to an item. Raises NotAllowed, ImpossibleStep or ValidationError."""
    meeting = writable(actor, item.meeting)
    if MeetingFile.objects.filter(item=item, dropped_at=None).count() >= MOST:
        raise ImpossibleStep(
            _("Mata acara ini sudah memuat %s berkas.") % MOST,
            remedy=_("Hapus yang tidak dipakai, atau gabungkan beberapa berkas menjadi satu."),
        )
    if kind == MeetingFileKind.FOTO:
        stored = store_photo(upload=upload, actor=actor, kind="meeting")
    else:
        stored = store_upload(upload=upload, actor=actor, kind="meeting", accept=MATERIALS)
    row = MeetingFile.objects.create(
        meeting=meeting,
        item=item,
        kind=kind,
        caption=caption.strip(),
        file=stored,
        added_by=actor,
        added_at=clock.now(),
    )
    touch(meeting)
    return row


@transaction.atomic
def drop_file(*, actor: User, file: MeetingFile) -> MeetingFile:
    """Take a file off the meeting; what was stored stays for the record."""
    meeting = writable(actor, file.meeting)
    if file.dropped_at is None:
        file.dropped_at = clock.now()
        file.save(update_fields=["dropped_at"])
        touch(meeting)
    return file
