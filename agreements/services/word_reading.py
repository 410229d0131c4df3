"""Reading an uploaded Word file against a text: its parts, and everything that has no place in them."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from agreements.documents.word_file import frame_at, frame_lines, words_of
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.plain import clean
from agreements.naskah.reading import read
from agreements.naskah.sentences import LONGEST_TITLE, TITLE, keeps_data, sentences_of, title_from
from agreements.naskah.structure import Body, from_json, to_json
from agreements.naskah.word.package import WordFileError
from agreements.naskah.word.paragraphs import paragraphs_of
from agreements.naskah.word.placing import FrameChange, has_marks, place
from agreements.naskah.word.reader import WordText, read_docx
from agreements.naskah.word.tokens import Restorer

# What one file may leave beside its parts; more of it says nothing more to a reader.
MOST_ROWS = 2_000
# What we write below every page ourselves.
OWN_FOOTER = re.compile(r".+ · versi \d+(?: · draf)? Halaman \d+ dari \d+$")


@dataclass(frozen=True)
class Returned:
    """What a file says beside a version: its parts, and what stands outside them."""

    compared_with: NaskahVersion
    foreign: bool
    body: Body
    annexes: list[int] = field(default_factory=list)
    left: list[dict[str, Any]] = field(default_factory=list)
    frame: list[dict[str, Any]] = field(default_factory=list)
    outside: dict[str, Any] = field(default_factory=dict)


def read_upload(upload: "UploadedFile[Any]") -> WordText:
    """What an uploaded file says. Raises ValidationError in plain words when it cannot be trusted or read."""
    upload.seek(0)
    try:
        return read_docx(upload.read())
    except WordFileError as error:
        raise ValidationError(f"{error.message} {error.remedy}", code=error.code) from None
    finally:
        upload.seek(0)


def returned(naskah: Naskah, text: WordText) -> Returned:
    """Hold a file against the version it was made from; a draft from outside against the newest one."""
    origin = None
    if text.origin == naskah.public_id:
        origin = naskah.versions.filter(number=text.version).first()
    if origin is not None and has_marks(text.lines):
        return _own(naskah, origin, text)
    return _foreign(naskah, origin or naskah.versions.order_by("-number")[:1].get(), text)


def _own(naskah: Naskah, version: NaskahVersion, text: WordText) -> Returned:
    sent, frame = from_json(version.body), frame_lines(naskah, version)
    placed = place(text.lines, sent, frame.words, naskah.rule)
    words = words_of(naskah, version)
    restorer = Restorer(words)
    body = restorer.body(sent, placed.body, placed.annexes_were)
    known = {TITLE: words.facts.title} | sentences_of(frame_at(naskah, version))
    rows = [_frame_row(row, frame.names.get(row.mark, ""), known, restorer) for row in placed.frame]
    return Returned(
        version,
        foreign=False,
        body=_held(body),
        annexes=placed.annexes_were,
        left=[asdict(row) for row in placed.left[:MOST_ROWS]],
        frame=rows,
    )


def _frame_row(row: FrameChange, name: str, known: dict[str, str], restorer: Restorer) -> dict[str, Any]:
    """A changed line of the frame; where people may word it otherwise, as it went out and as it came back."""
    told = asdict(row) | {"name": name}
    sent = known.get(name, "")
    if not sent or not row.found:
        return told
    if name == TITLE:
        back = title_from(row.found, sent)
        return told | {"sent": sent, "back": back} if 0 < len(back) <= LONGEST_TITLE else told
    back = restorer.text(sent, row.found)
    return told | {"sent": sent, "back": back} if keeps_data(sent, back) else told


def _foreign(naskah: Naskah, version: NaskahVersion, text: WordText) -> Returned:
    reading = read(paragraphs_of(text), naskah.rule)
    words = words_of(naskah, version)
    restorer, title = Restorer(words), words.facts.title
    body = restorer.body(from_json(version.body), reading.body)
    line = FrameChange(0, clean(title).upper(), clean(reading.title))
    rows = [_frame_row(line, TITLE, {TITLE: title}, restorer)]
    outside = {
        "kind": reading.kind_words,
        "title": reading.title,
        "numbers": list(reading.numbers),
        "between": list(reading.between),
        "opening": list(reading.opening),
        "closing": list(reading.closing),
    }
    left = [asdict(row) for row in reading.unplaced[:MOST_ROWS]]
    frame = rows if line.found and line.found.upper() != line.expected else []
    return Returned(version, foreign=True, body=_held(body), left=left, frame=frame, outside=outside)


def _held(body: Body) -> Body:
    """The body as the store keeps it. Raises ValidationError when a part of it is too long."""
    try:
        return from_json(to_json(body))
    except ValueError as error:
        raise ValidationError(
            _("%(what)s Bagi bagian itu di Word, lalu unggah lagi.") % {"what": error}
        ) from None


def as_row(result: Returned, text: WordText) -> dict[str, Any]:
    """The reading as a JSON column keeps it."""
    return {
        "body": to_json(result.body),
        "annexes": result.annexes,
        "left": result.left,
        "frame": result.frame,
        "outside": result.outside,
        "changes": [asdict(change) for change in text.changes[:MOST_ROWS]],
        "comments": [asdict(comment) for comment in text.comments[:MOST_ROWS]],
        "asides": [
            {"where": line.where, "text": line.text}
            for line in text.asides[:MOST_ROWS]
            if result.foreign or not OWN_FOOTER.match(line.text)
        ],
    }
