"""What may be uploaded: the kind of a file is told by its content, never by its name alone."""

import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from PIL import Image, ImageFile, ImageOps

from ksd.core.pdf_scripts import acts_by_itself
from ksd.core.words import size_words

MAX_IMAGE_PIXELS = 40_000_000
MAX_UNPACKED_BYTES = 300 * 1024 * 1024
MAX_ZIP_ENTRIES = 5_000
PDF_TYPE = "application/pdf"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _refuse(message: str, code: str) -> ValidationError:
    return ValidationError(message, code=code)


def _check_pdf(file: IO[bytes]) -> None:
    """Refuse a PDF that carries a script or starts a program."""
    if acts_by_itself(file.read()):
        raise script_in_pdf()


def script_in_pdf() -> ValidationError:
    """The refusal of a PDF that acts by itself."""
    return _refuse(
        _(
            "Berkas PDF memuat skrip atau perintah. Cetak ulang sebagai PDF biasa atau pindai kertasnya, lalu unggah lagi."
        ),
        "script",
    )


_OFFICE_FAULTS = {
    "broken": gettext_noop(
        "Berkas rusak atau tidak lengkap. Buka berkas di Word/Excel, simpan ulang, lalu unggah lagi."
    ),
    "wrong_content": gettext_noop(
        "Isi berkas bukan dokumen Word/Excel. Simpan ulang sebagai .docx/.xlsx atau .pdf, lalu unggah lagi."
    ),
    "macros": gettext_noop(
        "Berkas memuat makro. Simpan ulang tanpa makro (.docx/.xlsx) atau sebagai PDF, lalu unggah lagi."
    ),
    "bomb": gettext_noop(
        "Isi berkas terlalu besar setelah dibuka. Perkecil gambar di dalamnya atau simpan sebagai PDF."
    ),
}


def _check_office(main_part: str) -> Callable[[IO[bytes]], None]:
    """Return the check of a Word or Excel package: complete, not huge, without macros."""

    def check(file: IO[bytes]) -> None:
        fault = _office_fault(file, main_part)
        if fault:
            raise _refuse(_(_OFFICE_FAULTS[fault]), fault)

    return check


def _office_fault(file: IO[bytes], main_part: str) -> str:
    """What is wrong with a Word or Excel package; nothing when it is sound."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "broken"
    names = {entry.filename for entry in entries}
    if not {"[Content_Types].xml", main_part} <= names:
        return "wrong_content"
    if any(PurePath(name).name.lower() == "vbaproject.bin" for name in names):
        return "macros"
    unpacked = sum(entry.file_size for entry in entries)
    return "bomb" if len(entries) > MAX_ZIP_ENTRIES or unpacked > MAX_UNPACKED_BYTES else ""


def open_image(file: IO[bytes]) -> Image.Image:
    """Open a PNG or JPEG without unpacking it; refuse broken and absurdly large ones."""
    try:
        with warnings.catch_warnings():
            # Pillow warns before it refuses; our own limit is lower than both and gives the message.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=("PNG", "JPEG"))
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except (OSError, ValueError, SyntaxError):
        raise _broken_image() from None
    if image.width * image.height > MAX_IMAGE_PIXELS:
        raise _too_many_pixels()
    return image


def shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Unpack a picture, upright and no larger than this; a JPEG that breaks off shows itself only here."""
    # WeasyPrint tells Pillow to fill up broken pictures; what people upload must be whole.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail(size, Image.Resampling.LANCZOS)
    except Exception:  # Pillow's decoders raise many kinds
        raise _broken_image() from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return upright


def bare_picture(content: bytes) -> bytes:
    """The same picture, upright, without EXIF, comments and other notes. Raises ValidationError for a broken one."""
    image = open_image(BytesIO(content))
    kind, colours = image.format or "JPEG", image.info.get("icc_profile")
    upright = shrunk(image, (max(image.size), max(image.size)))
    fresh = upright if kind == "PNG" else upright.convert("RGB")
    if fresh.mode != image.mode:
        colours = None
    fresh.info = {name: fresh.info[name] for name in ("transparency",) if name in fresh.info}
    target = BytesIO()
    options: dict[str, Any] = {} if kind == "PNG" else {"quality": 92}
    fresh.save(target, kind, optimize=True, icc_profile=colours, **options)
    return target.getvalue()


def _too_many_pixels() -> ValidationError:
    return _refuse(
        _("Ukuran gambar terlalu besar (lebih dari 40 juta piksel). Perkecil gambar, lalu unggah lagi."),
        "bomb",
    )


def _broken_image() -> ValidationError:
    return _refuse(
        _("Gambar rusak atau tidak lengkap. Simpan ulang sebagai PNG atau JPG, lalu unggah lagi."), "broken"
    )


def _check_image(file: IO[bytes]) -> None:
    image = open_image(file)
    try:
        image.verify()
    except Exception:  # Pillow's decoders raise many kinds
        raise _broken_image() from None


@dataclass(frozen=True, slots=True)
class FileType:
    """One kind of file: how its name ends, how its content begins, what else must hold."""

    name: str
    extensions: tuple[str, ...]
    content_type: str
    magic: bytes
    check: Callable[[IO[bytes]], None]


@dataclass(frozen=True, slots=True)
class FileRule:
    """Which kinds of file a field accepts."""

    label: Any
    types: tuple[FileType, ...]

    @property
    def extensions(self) -> tuple[str, ...]:
        """Return every accepted ending, with its dot."""
        return tuple(f".{extension}" for kind in self.types for extension in kind.extensions)


PDF = FileType("PDF", ("pdf",), PDF_TYPE, b"%PDF-", _check_pdf)
DOCX = FileType("DOCX", ("docx",), DOCX_TYPE, b"PK\x03\x04", _check_office("word/document.xml"))
XLSX = FileType("XLSX", ("xlsx",), XLSX_TYPE, b"PK\x03\x04", _check_office("xl/workbook.xml"))
PPTX = FileType("PPTX", ("pptx",), PPTX_TYPE, b"PK\x03\x04", _check_office("ppt/presentation.xml"))
PNG = FileType("PNG", ("png",), "image/png", b"\x89PNG\r\n\x1a\n", _check_image)
JPG = FileType("JPG", ("jpg", "jpeg"), "image/jpeg", b"\xff\xd8\xff", _check_image)

DOCUMENTS = FileRule(gettext_lazy("PDF, DOCX, XLSX, PNG, atau JPG"), (PDF, DOCX, XLSX, PNG, JPG))
MATERIALS = FileRule(gettext_lazy("PDF, PPTX, DOCX, XLSX, PNG, atau JPG"), (PDF, PPTX, DOCX, XLSX, PNG, JPG))
SCANS = FileRule(gettext_lazy("PDF, PNG, atau JPG"), (PDF, PNG, JPG))
PDF_ONLY = FileRule(gettext_lazy("PDF"), (PDF,))
IMAGES = FileRule(gettext_lazy("PNG atau JPG"), (PNG, JPG))


def recognise(upload: "UploadedFile[Any]", rule: FileRule) -> FileType:
    """Return the kind of an uploaded file, or raise ValidationError saying what is wrong and what to do."""
    name, size = upload.name or "", upload.size or 0
    if size == 0:
        raise _refuse(
            _("Berkas kosong (0 bita). Periksa berkas di komputer Anda, lalu unggah lagi."), "empty"
        )
    if size > settings.KSD_UPLOAD_MAX_BYTES:
        raise _refuse(
            _(
                "Berkas berukuran %(size)s, paling besar %(limit)s. Perkecil atau bagi berkas, lalu unggah lagi."
            )
            % {"size": size_words(size), "limit": size_words(settings.KSD_UPLOAD_MAX_BYTES)},
            "too_big",
        )
    extension = PurePath(name).suffix.lower().lstrip(".")
    kind = next((kind for kind in rule.types if extension in kind.extensions), None)
    if kind is None:
        raise _refuse(
            _("Jenis berkas “%(extension)s” tidak diterima. Unggah %(accepted)s.")
            % {"extension": f".{extension}" if extension else _("tanpa akhiran"), "accepted": rule.label},
            "wrong_type",
        )
    _check_content(upload, kind)
    return kind


def _check_content(upload: "UploadedFile[Any]", kind: FileType) -> None:
    """Compare the first bytes with what the name promises, then look inside."""
    file: Any = upload
    file.seek(0)
    if not file.read(len(kind.magic)).startswith(kind.magic):
        raise _refuse(
            _(
                "Isi berkas bukan %(kind)s walaupun namanya berakhiran itu. Simpan ulang sebagai %(kind)s, lalu unggah lagi."
            )
            % {"kind": kind.name},
            "wrong_content",
        )
    file.seek(0)
    try:
        kind.check(file)
    finally:
        if not file.closed:
            file.seek(0)
