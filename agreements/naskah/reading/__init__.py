"""Reading foreign texts: paragraphs of a KB, PKS, NK, LoI or MoU become a title block, a body and what has no place."""

from agreements.naskah.reading.lines import Paragraph, paragraphs_of_text
from agreements.naskah.reading.reader import read
from agreements.naskah.reading.result import Reading, Unplaced

__all__ = ["Paragraph", "Reading", "Unplaced", "paragraphs_of_text", "read"]
