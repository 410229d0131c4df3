"""Papers that leave the house: a token, a code and a receipt for each; the same content is issued once."""

from django.db import transaction
from django.db.models import F

from agreements.choices import IssuedAct, IssuedKind
from agreements.documents.letters import Letter
from agreements.models import Case, IssuedEntry, IssuedFile, Naskah, NaskahVersion
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.models import StoredFile


def text_key(naskah: Naskah, fingerprint: str) -> str:
    """What makes an issued file of a text the same: the text and its words as printed."""
    return f"naskah-{naskah.pk}-{fingerprint}"


def issue_text(
    *, actor: User, naskah: Naskah, version: NaskahVersion, final: bool, fingerprint: str
) -> IssuedFile:
    """The issued file of these very words of a text: the one there is, or a new one whose bytes are to come."""
    row, _new = IssuedFile.objects.get_or_create(
        key=text_key(naskah, fingerprint),
        defaults={
            "kind": IssuedKind.FINAL if final else IssuedKind.DRAFT,
            "naskah": naskah,
            "version": version,
            "title": naskah.title,
            "asked_by": actor,
        },
    )
    return row


def issue_letter(*, actor: User, letter: Letter, case: Case | None, fingerprint: str) -> IssuedFile:
    """The issued file of a letter; its key names the asker too, whose letter it is."""
    row, _new = IssuedFile.objects.get_or_create(
        key=f"surat-{actor.pk}-{case.pk if case else 0}-{fingerprint}",
        defaults={
            "kind": IssuedKind.LETTER,
            "case": case,
            "title": letter.subject[:250],
            "issuer": (letter.head.office or letter.head.government)[:200],
            "number": letter.number[:120],
            "asked_by": actor,
        },
    )
    return row


def issue_signed(*, actor: User, source: IssuedFile, stored: StoredFile) -> IssuedFile:
    """The issued file of a text that bears one more electronic signature; the mark on its pages stays the source's."""
    row, _new = IssuedFile.objects.get_or_create(
        key=f"tte-{source.pk}-{stored.sha256}",
        defaults={
            "kind": IssuedKind.SIGNED,
            "naskah": source.naskah,
            "version": source.version,
            "title": source.title,
            "asked_by": actor,
        },
    )
    IssuedFile.objects.settle(row.pk, stored)
    row.refresh_from_db()
    return row


@transaction.atomic
def note_download(*, actor: User, issued: IssuedFile) -> IssuedEntry:
    """Put a download on the receipt."""
    return IssuedEntry.objects.create(
        issued=issued, act=IssuedAct.DOWNLOADED, by=actor, by_name=actor.get_full_name()
    )


@transaction.atomic
def note_check(*, issued: IssuedFile, act: str) -> None:
    """Put a check by somebody unknown on the receipt: one line a day and kind, with how often and when last."""
    row, is_new = IssuedEntry.objects.get_or_create(issued=issued, act=act, on=clock.today(), by=None)
    if not is_new:
        IssuedEntry.objects.filter(pk=row.pk).update(times=F("times") + 1, at=clock.now())
