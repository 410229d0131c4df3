"""The file store: content-addressed, written whole or not at all."""

import hashlib
import os
import re
import unicodedata
from io import BytesIO
from pathlib import Path, PurePath
from tempfile import NamedTemporaryFile
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.utils.translation import gettext as _

from ksd.core.errors import StorageTrouble
from ksd.core.models import StoredFile
from ksd.core.uploads import (
    DOCUMENTS,
    IMAGES,
    JPG,
    PDF_ONLY,
    PNG,
    SCANS,
    FileRule,
    bare_picture,
    open_image,
    recognise,
    shrunk,
)

__all__ = [
    "DOCUMENTS",
    "IMAGES",
    "PDF_ONLY",
    "SCANS",
    "FileRule",
    "file_response",
    "read_bytes",
    "store_bytes",
    "store_emblem",
    "store_photo",
    "store_upload",
]

EMBLEM_SIZE = (360, 450)
_INLINE_TYPES = {"application/pdf", "image/png", "image/jpeg"}


def store_upload(
    *, upload: "UploadedFile[Any]", actor: AbstractBaseUser | None, kind: str, accept: FileRule
) -> StoredFile:
    """Check an uploaded file and store it; no actor for who holds a link. Raises ValidationError in plain words."""
    recognised = recognise(upload, accept)
    upload.seek(0)
    return _store(upload.read(), safe_name(upload.name or "berkas"), recognised.content_type, kind, actor)


def store_bytes(
    *, content: bytes, name: str, content_type: str, kind: str, actor: AbstractBaseUser | None = None
) -> StoredFile:
    """Store what we made ourselves; the same content, name and kind for the same person is stored once."""
    name = safe_name(name)
    same = StoredFile.objects.filter(
        sha256=hashlib.sha256(content).hexdigest(),
        name=name,
        kind=kind,
        created_by_id=actor.pk if actor else None,
    ).first()
    if same and _path(same.path).exists():
        return same
    return _store(content, name, content_type, kind, actor)


def store_emblem(upload: "UploadedFile[Any]", actor: AbstractBaseUser) -> StoredFile:
    """Store an emblem shrunk to what print needs (360 × 450 px), without the camera's notes in it."""
    recognise(upload, IMAGES)
    upload.seek(0)
    image = shrunk(open_image(BytesIO(upload.read())), EMBLEM_SIZE)
    clear = "A" in image.getbands() or "transparency" in image.info
    target, file_type = BytesIO(), PNG if clear else JPG
    if clear:
        image.convert("RGBA").save(target, "PNG", optimize=True)
    else:
        image.convert("RGB").save(target, "JPEG", quality=90, optimize=True)
    stem = PurePath(safe_name(upload.name or "lambang")).stem
    return _store(
        target.getvalue(), f"{stem}.{file_type.extensions[0]}", file_type.content_type, "emblem", actor
    )


def store_photo(*, upload: "UploadedFile[Any]", actor: AbstractBaseUser, kind: str) -> StoredFile:
    """Store a photograph upright, without what the camera noted of place, time and device. Raises ValidationError."""
    recognised = recognise(upload, IMAGES)
    upload.seek(0)
    content = bare_picture(upload.read())
    return _store(content, safe_name(upload.name or "foto"), recognised.content_type, kind, actor)


def read_bytes(stored: StoredFile) -> bytes:
    """Return the content of a stored file."""
    try:
        return _path(stored.path).read_bytes()
    except FileNotFoundError as error:
        raise _gone(stored) from error


def file_response(stored: StoredFile, *, inline: bool = False) -> FileResponse:
    """Return the file for download, or for reading in the browser where that is harmless."""
    try:
        opened = _path(stored.path).open("rb")
    except FileNotFoundError as error:
        raise _gone(stored) from error
    response = FileResponse(
        opened,
        as_attachment=not (inline and stored.content_type in _INLINE_TYPES),
        filename=stored.name,
        content_type=stored.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = f'"{stored.sha256}"'
    return response


def safe_name(name: str) -> str:
    """Return a file name without folders, control characters and other traps, at most 150 characters."""
    base = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    base = "".join(sign for sign in base if unicodedata.category(sign)[0] != "C")
    base = re.sub(r'[<>:"|?*]+', "-", base).strip(". ") or "berkas"
    suffix = PurePath(base).suffix[:12]
    return base.removesuffix(suffix)[: 150 - len(suffix)] + suffix.lower()


def _gone(stored: StoredFile) -> StorageTrouble:
    return StorageTrouble(
        _("Berkas “%s” tidak ditemukan di penyimpanan.") % stored.name,
        remedy=_("Hubungi admin agar berkas dipulihkan dari cadangan."),
    )


def _path(relative: str) -> Path:
    return Path(default_storage.path(relative))


def _store(
    content: bytes, name: str, content_type: str, kind: str, actor: AbstractBaseUser | None
) -> StoredFile:
    digest = hashlib.sha256(content).hexdigest()
    relative = f"{digest[:2]}/{digest[2:4]}/{digest}"
    try:
        _write_whole(_path(relative), content)
    except OSError as error:
        raise StorageTrouble(
            _("Berkas tidak dapat disimpan karena penyimpanan penuh atau tidak dapat ditulisi."),
            remedy=_("Tidak ada yang berubah. Coba lagi beberapa saat; bila berulang, hubungi admin."),
        ) from error
    return StoredFile.objects.create(
        name=name,
        content_type=content_type,
        size=len(content),
        sha256=digest,
        path=relative,
        kind=kind,
        created_by_id=actor.pk if actor else None,
    )


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside, flush to the disk, rename, flush the folder: never half a file under its final name."""
    if path.exists() and path.stat().st_size == len(content):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as temporary:
        try:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
            Path(temporary.name).replace(path)
        except BaseException:
            Path(temporary.name).unlink(missing_ok=True)
            raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
