"""Plain placeholder emblems, drawn for the demonstration; real ones are uploaded by each region."""

import io

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 300, 375


def draw_emblem(initials: str, colour: str) -> bytes:
    """A shield in one colour with initials and the word CONTOH, as PNG."""
    image = Image.new("RGBA", (WIDTH, HEIGHT), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    outline = [(20, 20), (280, 20), (280, 210), (235, 300), (150, 355), (65, 300), (20, 210)]
    inner = [(40, 40), (260, 40), (260, 205), (220, 285), (150, 330), (80, 285), (40, 205)]
    pen.polygon(outline, fill=colour)
    pen.polygon(inner, fill="#ffffff")
    pen.rectangle((40, 235, 260, 240), fill=colour)
    _centred(pen, initials, 130, 64 if len(initials) <= 3 else 44, colour)
    _centred(pen, "CONTOH", 262, 26, colour)
    out = io.BytesIO()
    image.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _centred(pen: ImageDraw.ImageDraw, text: str, middle: int, size: int, colour: str) -> None:
    font = ImageFont.load_default(size)
    left, top, right, bottom = pen.textbbox((0, 0), text, font=font)
    pen.text(((WIDTH - right + left) / 2 - left, middle - (bottom + top) / 2), text, font=font, fill=colour)
