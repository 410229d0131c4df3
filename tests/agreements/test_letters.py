"""Letters: one sheet, the same words as PDF and DOCX, handed only to the person who asked."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from agreements.documents.letters import (
    Facts,
    Heading,
    Letter,
    Numbered,
    Signer,
    Table,
    Text,
    from_json,
    letter_docx,
    letter_html,
    letterhead_of,
    to_json,
)
from agreements.services.letters import finished_letter, request_letter_pdf
from ksd.core.errors import NotAllowed
from ksd.core.jobs import run_job
from ksd.core.models import JobState
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db


def letter(cast, **changes):
    values: dict[str, Any] = {
        "head": letterhead_of(cast.kukar, "Bagian Kerja Sama"),
        "subject": "Permintaan tanggapan kedua <contoh>",
        "place": "Tenggarong",
        "dated": "21 November 2026",
        "addressee": ("Bupati Kutai Barat", "di Sendawar"),
        "blocks": (
            Text("Surat penawaran kami belum dijawab."),
            Heading("Rincian"),
            Numbered(("satu", "dua"), style="letter"),
            Facts((("Nomor", "100/1"),)),
            Table(("No", "Isi"), (("1", "Puskesmas"),), widths=(10, 90), caption="Daftar"),
        ),
        "signers": (Signer("Bupati Kutai Kartanegara", "Contoh Kukar"),),
        "copies_to": ("Gubernur Kalimantan Timur",),
    }
    return Letter(**(values | changes))


WORDS = ["Permintaan tanggapan kedua", "Tenggarong", "Bupati Kutai Barat", "belum dijawab", "Puskesmas", "Contoh Kukar",
         "Gubernur Kalimantan Timur", "100/1"]  # fmt: skip


def test_a_decision_is_titled_by_who_decides_and_what_about(cast):
    decision = letter(
        cast, form="keputusan", decided_by="Bupati Kutai Kartanegara", subject="Daftar kerja sama"
    )
    rows = [row.text for row in Document(BytesIO(letter_docx(decision))).paragraphs]
    begin = rows.index("KEPUTUSAN BUPATI KUTAI KARTANEGARA")
    assert [words.rstrip("… ") for words in rows[begin + 1 : begin + 5]] == [
        "NOMOR", "TENTANG", "DAFTAR KERJA SAMA", "BUPATI KUTAI KARTANEGARA,",
    ]  # fmt: skip
    html = letter_html(decision)
    places = [html.index(words) for words in ("<h1>Keputusan Bupati", "TENTANG", "<h1>Daftar kerja sama")]
    assert places == sorted(places)


def test_a_letter_survives_its_way_through_the_queue(cast):
    sent = letter(cast)
    assert from_json(json.loads(json.dumps(to_json(sent)))) == sent


def test_page_and_word_file_say_the_same(cast):
    sent = letter(cast)
    html = letter_html(sent)
    paper = Document(BytesIO(letter_docx(sent)))
    words = "\n".join(
        [row.text for row in paper.paragraphs]
        + [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    )
    for word in WORDS:
        assert word in html
        assert word in words
    assert "a.\tsatu\nb.\tdua" in words
    assert "&lt;contoh&gt;" in html
    assert "<contoh>" in words


def test_tables_in_word_are_laid_out_as_on_paper(cast):
    table = Table(("No.", "Pokok"), (("1", "contoh"),), (10, 90), tall=True)
    annexed = (Heading("Lampiran"), Facts((("Nomor", "1"),)))
    paper = Document(BytesIO(letter_docx(letter(cast, blocks=(table,), annexed=annexed))))
    grid = next(each for each in paper.tables if len(each.columns) == 2)
    narrow, wide = (column.width for column in grid.columns)
    assert 8 < wide / narrow < 10
    assert [cell.width for cell in grid.rows[1].cells] == [narrow, wide]
    assert grid.rows[1].height
    name, colon, value = (column.width for column in paper.tables[-1].columns)
    assert colon < name < value
    heading = next(row for row in paper.paragraphs if row.text == "Lampiran")
    assert heading.paragraph_format.page_break_before


@pytest.mark.parametrize("form", ["berita_acara", "daftar"])
def test_minutes_and_lists_carry_their_subject_as_title(cast, form):
    html = letter_html(letter(cast, form=form, landscape=True))
    assert "<h1>Permintaan" in html
    assert "Yth." not in html


def test_a_letter_is_printed_once_and_handed_to_its_asker_alone(cast, client):
    play = Play(cast)
    job = request_letter_pdf(actor=cast.officer, letter=letter(cast), label="Surat", case=play.case)
    again = request_letter_pdf(actor=cast.officer, letter=letter(cast), label="Surat", case=play.case)
    assert again.pk == job.pk
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.DONE, job.error
    fingerprint = job.result_url.rstrip("/").rpartition("/")[2]
    assert finished_letter(cast.officer, fingerprint) == job
    assert finished_letter(cast.partner, fingerprint) is None
    url = reverse("agreements:letter_file", args=[fingerprint])
    client.force_login(cast.partner)
    assert client.get(url).status_code == 404
    client.force_login(cast.officer)
    answer = client.get(url)
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_stranger_cannot_have_a_letter_of_the_case_printed(cast):
    play = Play(cast)
    with pytest.raises(NotAllowed):
        request_letter_pdf(actor=cast.stranger, letter=letter(cast), label="Surat", case=play.case)
