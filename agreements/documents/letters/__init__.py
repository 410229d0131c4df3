"""Letters, minutes and lists of an office: one sheet, printed as PDF or handed out as DOCX to be finished in Word.

A letter is data: whoever writes one fills a `Letter` and gives it to `agreements.services.letters`.
"""

from agreements.documents.letters.html import letter_html, screen_html
from agreements.documents.letters.sheet import (
    Block,
    Drawing,
    Facts,
    Heading,
    Label,
    Letter,
    Letterhead,
    Marked,
    Numbered,
    Path,
    Signer,
    Table,
    Text,
    from_json,
    letterhead_of,
    letterhead_with,
    to_json,
)
from agreements.documents.letters.word import letter_docx

__all__ = [
    "Block",
    "Drawing",
    "Facts",
    "Heading",
    "Label",
    "Letter",
    "Letterhead",
    "Marked",
    "Numbered",
    "Path",
    "Signer",
    "Table",
    "Text",
    "from_json",
    "letter_docx",
    "letter_html",
    "letterhead_of",
    "letterhead_with",
    "screen_html",
    "to_json",
]
