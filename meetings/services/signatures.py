"""A signature drawn with a finger: what a browser sends, checked, drawn anew and kept as a small picture."""

import base64
import binascii
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

from ksd.core.files import store_bytes
from ksd.core.models import StoredFile
from ksd.core.pdf import SIGNATURE
from ksd.core.uploads import open_image, shrunk

BEGINS = "data:image/png;base64,"
MAX_BYTES = 200_000
# What the field of a form may hold: four letters for three bytes, and the words before them.
MAX_LETTERS = MAX_BYTES * 4 // 3 + len(BEGINS) + 4
MAX_SIDE = 2400
SIZE = (600, 240)


def read_signature(drawn: str) -> bytes:
    """A drawn signature as a small grey PNG; nothing for an empty field or sheet. Raises ValidationError."""
    if not drawn.strip():
        return b""
    image = shrunk(_opened(_decoded(drawn.strip())), SIZE).convert("RGBA")
    if image.getchannel("A").getextrema()[1] == 0:
        return b""
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image.getchannel("A"))
    grey = sheet.convert("L")
    if grey.getextrema()[0] == grey.getextrema()[1]:
        return b""
    target = BytesIO()
    grey.save(target, "PNG", optimize=True)
    return target.getvalue()


def store_signature(picture: bytes) -> StoredFile | None:
    """Keep the picture of a signature; None where there is none."""
    if not picture:
        return None
    return store_bytes(content=picture, name="tanda-tangan.png", content_type="image/png", kind=SIGNATURE)


def _decoded(drawn: str) -> bytes:
    if not drawn.startswith(BEGINS):
        raise _unreadable()
    if len(drawn) > MAX_LETTERS:
        raise ValidationError(
            _("Tanda tangan terlalu besar. Hapus dan gambar lagi, atau kirim tanpa tanda tangan.")
        )
    try:
        return base64.b64decode(drawn.removeprefix(BEGINS), validate=True)
    except (binascii.Error, ValueError):
        raise _unreadable() from None


def _opened(content: bytes) -> Image.Image:
    image = open_image(BytesIO(content))
    if image.format != "PNG" or max(image.size) > MAX_SIDE:
        raise _unreadable()
    return image


def _unreadable() -> ValidationError:
    return ValidationError(
        _("Tanda tangan tidak terbaca. Hapus dan gambar lagi, atau kirim tanpa tanda tangan.")
    )
