"""What every DOCX of ours shares: who wrote it, and bytes that are the same whenever the words are."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

AUTHOR = "KSD"
# A zip entry must carry a time; a fixed one keeps the bytes the same.
ENTRY_TIME = (1980, 1, 1, 0, 0, 0)
BEGINNING = datetime(2020, 1, 1)  # noqa: DTZ001  Word keeps it without a zone


def finished(paper: Any, title: str, written: datetime = BEGINNING) -> bytes:
    """The file: its properties filled, every part in order and without the hour it was packed."""
    about = paper.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title[:250], AUTHOR, AUTHOR, ""
    about.created = about.modified = written.replace(tzinfo=None, microsecond=0)
    about.revision = 1
    stream = BytesIO()
    paper.save(stream)
    return _repacked(stream)


def mark_row(row: Any, name: str) -> None:
    """Say of a row of a table that no page parts it (w:cantSplit), or that every page repeats it (w:tblHeader)."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _repacked(stream: BytesIO) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(target, "w") as packed:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, ENTRY_TIME)
            fixed.compress_type, fixed.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(fixed, source.read(entry))
    return target.getvalue()
