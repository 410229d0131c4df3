"""Is this file ours, and what is it worth today? Asked by anybody, with the file or with its code."""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from agreements.choices import IssuedAct
from agreements.esign import PdfReport, keywords_of, read_pdf
from agreements.models import IssuedFile, NaskahParty
from agreements.services.issuing import note_check
from ksd.core.shortcodes import read_code

GENUINE, SIGNED_LATER, SIGNED_COPY, ALTERED, UNKNOWN = (
    "asli",
    "ditambah",
    "salinan",
    "berubah",
    "tidak_dikenal",
)
_MARK = re.compile(r"KSD ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})")


@dataclass(frozen=True)
class Verdict:
    """What was found out about a file: a word, the issued file it is or claims to be, its signatures."""

    word: str
    sha256: str
    issued: IssuedFile | None = None
    report: PdfReport | None = None


def find_code(typed: str) -> IssuedFile | None:
    """The issued file with a typed code, whatever its gaps and look-alikes; None for a mistyped or unknown one."""
    code = read_code(typed)
    issued = IssuedFile.objects.ready().filter(code=code).first() if code else None
    if issued is not None:
        note_check(issued=issued, act=IssuedAct.FOUND)
    return issued


def check_file(upload: "UploadedFile[Any]") -> Verdict:
    """Compare a file with everything we issued; it is read here and kept nowhere."""
    upload.seek(0)
    content = upload.read()
    digest = hashlib.sha256(content).hexdigest()
    issued = IssuedFile.objects.ready().filter(sha256=digest).order_by("pk").first()
    if issued is not None:
        note_check(issued=issued, act=IssuedAct.MATCHED)
        return Verdict(GENUINE, digest, issued, read_pdf(content))
    kept = _kept_copy(digest)
    if kept is not None:
        return Verdict(SIGNED_COPY, digest, kept, read_pdf(content))
    return _claimed(content, digest)


def _kept_copy(digest: str) -> IssuedFile | None:
    """The newest issued file of the text whose stored signed copy this is."""
    row = NaskahParty.objects.filter(signed_copy__sha256=digest).order_by("-pk").first()
    if row is None:
        return None
    return IssuedFile.objects.of_record().filter(naskah=row.naskah_id).first()


def _claimed(content: bytes, digest: str) -> Verdict:
    """A file that is none of ours as it is, but may carry our mark: signed afterwards, or changed."""
    found = _MARK.search(keywords_of(content))
    code = read_code(found.group(1)) if found else None
    issued = IssuedFile.objects.ready().filter(code=code).first() if code else None
    if issued is None:
        return Verdict(UNKNOWN, digest)
    begins_with_ours = (
        0 < issued.size < len(content) and hashlib.sha256(content[: issued.size]).hexdigest() == issued.sha256
    )
    report = read_pdf(content)
    intact = begins_with_ours and report.is_signed and report.all_intact
    note_check(issued=issued, act=IssuedAct.MATCHED if intact else IssuedAct.ALTERED)
    return Verdict(SIGNED_LATER if intact else ALTERED, digest, issued, report)
