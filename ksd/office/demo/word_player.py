"""Plays the part of a story in which a text goes out to Word and comes back edited."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.documents.word_file import word_file
from agreements.naskah.word.reader import read_docx
from agreements.services.naskah import newest_version
from agreements.services.word_returns import receive_word
from ksd.core.uploads import DOCX_TYPE
from ksd.office.demo.player import CasePlayer


class WordPlayer(CasePlayer):
    """The partner writes in the newest version and sends it back."""

    def do_word(self, detail: str) -> None:
        """`words that stand there|words instead of them|remark in the margin`."""
        old, _bar, rest = detail.partition("|")
        new, _bar, remark = rest.partition("|")
        text = self._text()
        content = edited(word_file(text, newest_version(text)), old, new, remark)
        receive_word(
            actor=self.actor_for(self.partner()),
            naskah=text,
            upload=SimpleUploadedFile("hasil-pembahasan-contoh.docx", content, DOCX_TYPE),
            text=read_docx(content),
            note="Hasil pembahasan di kantor mitra (contoh).",
        )


def edited(content: bytes, old: str, new: str, remark: str) -> bytes:
    """The file after somebody replaced some words in Word and left a remark beside them."""
    from docx import Document

    paper = Document(BytesIO(content))
    run = next(run for row in paper.paragraphs for run in row.runs if old in run.text)
    run.text = run.text.replace(old, new)
    if remark:
        paper.add_comment(run, remark, author="Petugas Contoh", initials="PC")
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()
