"""A text back from Word: received by any party, accepted part by part or refused by those who write it (F24)."""

from collections.abc import Collection, Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState, ReturnState
from agreements.law.schema import ClauseRule
from agreements.models import Naskah, NaskahVersion, WordReturn
from agreements.naskah.merging import REMOVED, Change, Three, wordings
from agreements.naskah.parts import Parts, body_of_parts, parts_of
from agreements.naskah.structure import Body, from_json
from agreements.naskah.word.reader import WordText
from agreements.services.acting import Acting, acting_for, not_yours
from agreements.services.clause_locks import locked_clauses
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import (
    DRAFT,
    lock_naskah,
    newest_version,
    require_drafter,
    require_state,
    save_version,
)
from agreements.services.pdf import require_words
from agreements.services.sentences import around_of, take_around
from agreements.services.word_reading import as_row, returned
from agreements.services.wording import kept_by, requirement
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from ksd.core.uploads import DOCX, FileRule

KIND = "hasil-word"
WORD_ONLY = FileRule("DOCX", (DOCX,))
APPROVE = "agreements.approve"
RECEIVED_IN = (NaskahState.DRAFTED, NaskahState.DISCUSSED)


def require_sender(actor: User, naskah: Naskah) -> Acting:
    """The right to send a text back: of everybody who writes or approves for a party. Raises NotAllowed."""
    for permission in (DRAFT, APPROVE):
        acting = acting_for(actor, naskah.case, side="any", permission=permission)
        if acting is not None:
            return acting
    raise not_yours(", ".join(party.short_name for party in naskah.case.acting_parties))


def require_receiving(naskah: Naskah) -> None:
    """Refuse a file for a text whose words are locked, or were never typed here. Raises ImpossibleStep."""
    require_words(naskah)
    require_state(naskah, *RECEIVED_IN)


@transaction.atomic
def receive_word(
    *, actor: User, naskah: Naskah, upload: "UploadedFile[Any]", text: WordText, note: str = ""
) -> WordReturn:
    """Keep a file that came back and what it says; nothing of the text changes yet."""
    naskah = lock_naskah(naskah)
    acting = require_sender(actor, naskah)
    require_receiving(naskah)
    result = returned(naskah, text)
    row = WordReturn.objects.create(
        naskah=naskah,
        number=naskah.word_returns.count() + 1,
        compared_with=result.compared_with,
        foreign=result.foreign,
        file=files.store_upload(upload=upload, actor=actor, kind=KIND, accept=WORD_ONLY),
        reading=as_row(result, text),
        note=note.strip(),
        sent_by=actor,
        role=acting.role[:150],
    )
    source = "Draf dari luar" if result.foreign else f"Hasil Word atas versi {result.compared_with.number}"
    _tell(actor, acting, row, f"{source} {naskah.rule.label} diunggah", note.strip())
    return row


def three_of(row: WordReturn, newest: NaskahVersion) -> Three:
    """What the file was made from, the newest version, and what the file says; with the words around the Pasal."""
    bodies = (row.compared_with.body, newest.body, row.reading["body"])
    around = around_of(row.naskah, row.reading["frame"])
    sent, now, back = (words | parts_of(from_json(body)) for words, body in zip(around, bodies, strict=True))
    known = {at: number - 1 for at, number in enumerate(row.reading.get("annexes", ())) if number}
    return wordings(sent, now, back, known)


def changes_of(row: WordReturn, newest: NaskahVersion) -> list[Change]:
    """What the file would change in the newest version; nothing when no Pasal was recognised in it."""
    return three_of(row, newest).changes() if row.reading["body"]["pasal"] else []


def kept_by_law(naskah: Naskah, change: Change) -> ClauseRule | None:
    """The rule that keeps a Pasal in the text although the file no longer has it, or None."""
    return requirement(naskah, change.clause) if change.what == REMOVED and change.clause else None


def kept_by_agreement(naskah: Naskah, found: Iterable[Change]) -> set[str]:
    """The parts whose Pasal all parties agreed to at the table, which no file can change."""
    locked = locked_clauses(naskah)
    return {change.key for change in found if change.clause in locked}


def agreeable(row: WordReturn, found: Iterable[Change]) -> list[str]:
    """The parts nobody need think twice about: no conflict, nothing kept, nothing a foreign draft just lacks."""
    found = list(found)
    agreed = kept_by_agreement(row.naskah, found)
    return [
        change.key
        for change in found
        if not change.conflict
        and change.key not in agreed
        and not (row.foreign and change.what == REMOVED)
        and kept_by_law(row.naskah, change) is None
    ]


def merged(row: WordReturn, newest: NaskahVersion, accepted: Collection[str]) -> tuple[Body, Parts]:
    """The newest version with the accepted parts of the file, as a body and by part.

    Raises DomainError when it would be more than a text may hold.
    """
    parts = three_of(row, newest).taken(accepted)
    try:
        return body_of_parts(parts), parts
    except ValueError as error:
        raise DomainError(str(error), remedy=_("Terima sebagian saja, atau bagi naskah itu.")) from error


@transaction.atomic
def accept_word(*, actor: User, row: WordReturn, parts: Collection[str], seen_number: int) -> NaskahVersion:
    """Save the chosen parts of a file as the next version; the others are left as they stand.

    Raises StaleForm when a newer version came in between, ImpossibleStep for a Pasal the law requires.
    """
    row = _lock(actor, row)
    naskah = row.naskah
    require_state(naskah, NaskahState.DRAFTED)
    newest = newest_version(naskah)
    _check_unchanged(newest, seen_number)
    found = [change for change in changes_of(row, newest) if change.key in parts]
    if not found:
        raise DomainError(
            _("Belum ada bagian yang dipilih."),
            remedy=_("Centang paling sedikit satu bagian, atau tolak hasil Word ini dengan alasan."),
        )
    for change in found:
        _check_required(naskah, change)
    body, merged_parts = merged(row, newest, {change.key for change in found})
    around = take_around(naskah, merged_parts)
    note = f"Hasil Word {row.number} dari {row.sent_by.get_full_name()}: {len(found)} bagian diterima"
    version = save_version(
        actor=actor, naskah=naskah, body=body, seen_number=newest.number, note=note, anyway=around
    )
    row.accepted, row.version = [change.key for change in found], version
    _decide(actor, row, ReturnState.ACCEPTED, f"{note} menjadi versi {version.number}")
    return version


@transaction.atomic
def reject_word(*, actor: User, row: WordReturn, reason: str) -> WordReturn:
    """Refuse a file as a whole with a reason its sender reads; the text stays as it is."""
    row = _lock(actor, row)
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan alasannya agar pengirim mengerti."))
    _decide(actor, row, ReturnState.REFUSED, f"Hasil Word {row.number} ditolak", reason.strip())
    return row


def require_waiting(row: WordReturn) -> None:
    """Refuse a second decision. Raises ImpossibleStep."""
    if not row.waits:
        raise ImpossibleStep(
            _("Hasil Word ini sudah diputuskan: %s.") % row.get_state_display(),
            remedy=_("Unggah berkas yang baru bila masih ada perubahan."),
        )


def _lock(actor: User, row: WordReturn) -> WordReturn:
    naskah = lock_naskah(row.naskah)
    require_drafter(actor, naskah.case)
    locked = (
        WordReturn.objects.select_for_update(of=("self",))
        .select_related("compared_with", "sent_by")
        .get(pk=row.pk)
    )
    require_waiting(locked)
    locked.naskah = naskah
    return locked


def _check_unchanged(newest: NaskahVersion, seen_number: int) -> None:
    if newest.number != seen_number:
        raise StaleForm(
            _("%(who)s sudah menyimpan versi %(number)d sesudah Anda membuka halaman ini.")
            % {"who": newest.author.get_full_name(), "number": newest.number},
            remedy=_("Perbandingan di bawah sudah memakai versi itu. Periksa lagi, lalu terima."),
        )


def _check_required(naskah: Naskah, change: Change) -> None:
    rule = kept_by_law(naskah, change)
    if rule is not None:
        remedy = _("Hilangkan centang pada bagian itu, lalu terima bagian yang lain.")
        raise kept_by(rule, naskah, change.label, remedy)


def _decide(actor: User, row: WordReturn, state: str, label: str, reason: str = "") -> None:
    row.state, row.reason, row.decided_by, row.decided_at = state, reason, actor, clock.now()
    row.save()
    _tell(actor, require_drafter(actor, row.naskah.case), row, label, reason)


def _tell(actor: User, acting: Acting, row: WordReturn, label: str, reason: str) -> None:
    """Write what happened to the file into the history of the text, and tell the parties."""
    naskah = row.naskah
    event = write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow=f"naskah.word_{row.state}",
        label=label,
        article=naskah.rule.article,
        source=naskah.state,
        target=naskah.state,
        reason=reason,
        naskah=naskah,
    )
    tell_parties(case=naskah.case, event=event, link=row.get_absolute_url())
