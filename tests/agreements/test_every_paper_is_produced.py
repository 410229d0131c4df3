"""Every paper of every kind of case comes from its data: kop surat, addressee, no hole, as DOCX and as PDF."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from agreements.documents.drafts import all_drafts
from agreements.documents.letters import Letter, letter_docx, letter_html
from agreements.documents.letters.sheet import BLANK
from agreements.models import Case, Naskah
from agreements.services.case_papers import letter_of, paper_of
from ksd.core import clock
from ksd.core.pdf import render_pdf
from tests import factories
from tests.agreements.paper_table import TABLE, Row, bring
from tests.agreements.playing import Play
from tests.conftest import Cast

ASKED = {"kepada": "Kepala Biro Contoh"}


def words(letter: Letter) -> str:
    """Everything the paper says but its signatures, as one text."""
    parts = [letter.subject, letter.nature, letter.annexes, *letter.addressee, *letter.copies_to]
    for block in letter.blocks:
        parts += [getattr(block, "text", ""), *list(getattr(block, "items", ()))]
        parts += [f"{name}: {value}" for name, value in getattr(block, "rows", ())]
    return "\n".join(parts)


def produced(play: Play, row: Row) -> tuple[Case, Letter]:
    """The paper as the person would print it."""
    case, person, about = bring(play, row)
    with clock.frozen(factories.TODAY + timedelta(days=row.days)):
        paper = paper_of(case, person, row.code, about)
        assert paper is not None, f"{row.code} is not offered"
        asked = {code: ASKED.get(code, "Isian contoh") for code, _label in paper.draft.asks}
        return case, letter_of(case, paper, asked=asked, number="1/2026", on=clock.today())[0]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.code}-{row.kind}")
def test_a_paper_is_complete_and_goes_to_whom_it_belongs(cast: Cast, row: Row) -> None:
    _case, letter = produced(Play(cast, row.kind), row)
    said = words(letter)
    assert letter.head.government.startswith("PEMERINTAH ")
    assert not re.search(r"[{}]", said)
    assert BLANK not in said, said
    assert row.to in " ".join(letter.addressee)
    assert bool(letter.addressee) == bool(row.to)
    assert all(part in said for part in row.says)
    paper = Document(BytesIO(letter_docx(letter)))
    printed = "\n".join(p.text for p in paper.paragraphs) + "\n".join(
        cell.text for table in paper.tables for line in table.rows for cell in line.cells
    )
    assert letter.subject.casefold() in printed.casefold()
    assert letter.head.government in letter_html(letter)


def test_every_wording_stands_in_the_table() -> None:
    """What a state of the DPRD's track calls for is tested on its own page."""
    told = {row.code for row in TABLE}
    assert {draft.code for draft in all_drafts() if draft.of != "dprd"} <= told
    assert {code for code in told if code.startswith("dprd-")} >= {
        f"dprd-{pack}-permohonan" for pack in ("ksdd", "ksdpk", "sinergi", "ksdln")
    }


def test_a_letter_prints_as_pdf(cast: Cast) -> None:
    row = next(row for row in TABLE if row.code == "penawaran-ksdd")
    _case, letter = produced(Play(cast, row.kind), row)
    assert render_pdf(letter_html(letter)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("kind", "state", "texts"),
    [
        ("ksdd_sukarela", "penandatanganan_pks", {"kb", "pks"}),
        ("ksdpk_daerah", "penandatanganan_pks", {"kb", "pks"}),
        ("sinergi", "penandatanganan_nk", {"nk", "rk"}),
        ("ksdpl", "penandatanganan_mou", {"loi", "mou"}),
    ],
)
def test_the_texts_of_a_case_print_on_the_paper_of_its_region(
    cast: Cast, kind: str, state: str, texts: set[str]
) -> None:
    from agreements.documents.printed import html_of

    play = Play(cast, kind)
    play.to(state)
    found: dict[str, Any] = {row.kind: row for row in Naskah.objects.filter(case=play.case)}
    assert set(found) == texts
    for text in found.values():
        html = html_of(text, text.versions.order_by("-number")[:1].get())
        assert "size:215mm 330mm" in html
