"""What a Word file says, as the paragraphs a text from outside is read from: numbers in words, changes accepted."""

from agreements.naskah.reading.lines import Paragraph
from agreements.naskah.word.reader import Line, WordText


def paragraphs_of(text: WordText) -> tuple[Paragraph, ...]:
    """One paragraph for each line of the file, in its order; tables keep their cells."""
    return tuple(map(_paragraph, text.lines))


def _paragraph(line: Line) -> Paragraph:
    """A paragraph with line breaks of its own keeps them: a heading and its title often share one."""
    if line.table:
        return Paragraph("", line.style, line.table)
    return Paragraph(f"{line.label} {line.text}".strip(), line.style)
