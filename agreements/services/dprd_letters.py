"""The letters that go to and come from a DPRD, kept with the act that sent or received them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from agreements.law.schema import Arrow, DocumentKind
from agreements.models import CaseDocument, DprdLetter, DprdTrack
from ksd.accounts.models import User
from ksd.core import files
from ksd.core.errors import NotReady
from ksd.core.models import StoredFile


@dataclass(frozen=True)
class LetterGiven:
    """A letter as somebody fills it in."""

    kind: str
    number: str = ""
    dated: date | None = None
    upload: "UploadedFile[Any] | None" = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was filled in."""
        return not (self.number.strip() or self.dated or self.upload)


def letters_of(track: DprdTrack, arrow: Arrow) -> list[tuple[DocumentKind, bool]]:
    """The letters an act takes, each with whether it must be there."""
    rules = [
        (track.pack.document(code), code in arrow.documents) for code in (*arrow.documents, *arrow.optional)
    ]
    return [(rule, must) for rule, must in rules if rule.serves(track.case.kind)]


def file_on_hand(track: DprdTrack, kind: str) -> StoredFile | None:
    """The file of a paper given before: in an earlier round of this region, or among the papers of the case."""
    earlier = DprdLetter.objects.filter(
        track__case=track.case_id, track__party=track.party_id, kind=kind, file__isnull=False
    ).select_related("file")
    letter = earlier.order_by("-pk").first()
    if letter is not None:
        return letter.file
    paper = (
        CaseDocument.objects.current().filter(case=track.case_id, kind=kind).select_related("file").first()
    )
    return paper.file if paper else None


def check_letters(track: DprdTrack, arrow: Arrow, letters: Sequence[LetterGiven]) -> None:
    """Refuse an act whose letters are missing or have no number, day or file. Raises NotReady."""
    given = {letter.kind: letter for letter in letters if not letter.is_empty}
    for rule, must in letters_of(track, arrow):
        letter = given.get(rule.code) or LetterGiven(rule.code)
        if not must and letter.is_empty:
            continue
        lacks = _lacking(track, rule, letter)
        if lacks:
            raise NotReady(
                _("%(letter)s belum lengkap: %(lacks)s.") % {"letter": rule.label, "lacks": ", ".join(lacks)},
                remedy=_("Lengkapi surat itu pada formulir ini."),
                article=rule.article,
            )


def _lacking(track: DprdTrack, rule: DocumentKind, letter: LetterGiven) -> list[str]:
    lacks = []
    if rule.numbered and not letter.number.strip():
        lacks.append(_("nomor"))
    if rule.numbered and not letter.dated:
        lacks.append(_("tanggal"))
    # A letter is new each time; a paper without a number (a company profile) serves again.
    kept = None if rule.numbered else file_on_hand(track, rule.code)
    if rule.file == "required" and not (letter.upload or kept):
        lacks.append(_("berkas"))
    return lacks


def stored_letters(
    *, actor: User, track: DprdTrack, arrow: Arrow, letters: Sequence[LetterGiven]
) -> list[DprdLetter]:
    """The letters of an act with their files stored; the history writes them with its row."""
    given = {letter.kind: letter for letter in letters if not letter.is_empty}
    kept = []
    for rule, must in letters_of(track, arrow):
        letter = given.get(rule.code) or LetterGiven(rule.code)
        if not must and letter.is_empty:
            continue
        stored = _stored(actor, rule, letter) or (None if rule.numbered else file_on_hand(track, rule.code))
        kept.append(
            DprdLetter(
                track=track, kind=rule.code, number=letter.number.strip(), dated=letter.dated, file=stored
            )
        )
    return kept


def _stored(actor: User, rule: DocumentKind, letter: LetterGiven) -> StoredFile | None:
    if letter.upload is None:
        return None
    return files.store_upload(
        upload=letter.upload, actor=actor, kind=f"dprd-{rule.code}", accept=files.DOCUMENTS
    )
