"""A photograph is stored upright, without place, time and device; a broken one is refused."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ksd.core.files import read_bytes, store_photo
from ksd.core.uploads import bare_picture

ORIENTATION, MODEL, GPS = 0x0112, 0x0110, 0x8825


def photograph(kind="JPEG", size=(40, 20)):
    """A picture lying on its side, with what a telephone writes into it."""
    image, target = Image.new("RGB", size, "green"), BytesIO()
    notes = Image.Exif()
    notes[ORIENTATION], notes[MODEL] = 6, "Telepon contoh"
    notes.get_ifd(GPS)[2] = (0.0, 30.0, 0.0)
    image.save(target, kind, exif=notes, comment=b"rahasia") if kind == "JPEG" else image.save(
        target, kind, exif=notes
    )
    return target.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_nothing_is_left_but_the_picture_and_it_stands_upright(kind):
    raw = photograph(kind)
    assert b"Telepon contoh" in raw
    bare = bare_picture(raw)
    assert b"Telepon contoh" not in bare
    assert b"rahasia" not in bare
    with Image.open(BytesIO(bare)) as image:
        assert (image.format, image.size, dict(image.getexif())) == (kind, (20, 40), {})


def test_a_large_picture_keeps_its_size():
    with Image.open(BytesIO(bare_picture(photograph(size=(3000, 200))))) as image:
        assert image.size == (200, 3000)


@pytest.mark.django_db
def test_the_stored_file_is_the_bare_one_and_a_broken_one_is_refused(cast):
    raw = photograph()
    stored = store_photo(upload=SimpleUploadedFile("foto.jpg", raw), actor=cast.biro, kind="meeting")
    assert b"Telepon contoh" not in read_bytes(stored)
    with pytest.raises(ValidationError, match="rusak"):
        store_photo(upload=SimpleUploadedFile("foto.jpg", raw[:-40]), actor=cast.biro, kind="meeting")
