"""The KAK as an annex of the invitation: wanted by a tick, without what the meeting costs."""

from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document

from agreements.documents.letters import from_json, letter_docx, letter_html
from ksd.core.errors import NotReady
from meetings.services.invitation_letters import letter_lacks, save_letter_draft
from meetings.services.life import change_state
from meetings.services.plans import PlanData, write_plan
from tests.meetings.invitation_rows import agreed, invited, issued, letter_data, sent

WORDS = PlanData(
    background="Batas belum selesai.", aim="Sepakat.", budget=Decimal(125_000_000), budget_source="DPA contoh"
)


@pytest.fixture
def row(cast):
    row = agreed(cast)
    invited(cast, row)
    return row


@pytest.fixture
def planned(cast, row):
    write_plan(actor=cast.biro, meeting=row, data=WORDS)
    return row


def headings(letter):
    return [(block.text, block.inner) for block in letter.annexed if block.tag == "heading"]


def test_a_written_kak_is_not_sent_along_unasked(cast, planned):
    assert from_json(issued(cast, planned).words).annexed == ()


def test_the_kak_follows_as_an_annex_without_its_budget(cast, planned):
    letter = from_json(issued(cast, planned, with_plan=True).words)
    assert letter.annexes == "1 (satu) berkas"
    assert headings(letter) == [
        ("Lampiran: kerangka acuan kegiatan (KAK)", False),
        ("Latar belakang", True),
        ("Maksud dan tujuan", True),
    ]
    html = letter_html(letter)
    assert "<h3>Latar belakang</h3>" in html
    for words in ("125.000.000", "DPA contoh"):
        assert words not in html


def test_in_word_its_parts_stay_on_the_page_of_the_annex(cast, planned):
    letter = from_json(issued(cast, planned, with_plan=True).words)
    rows = Document(BytesIO(letter_docx(letter))).paragraphs
    breaks = [row.text for row in rows if row.paragraph_format.page_break_before]
    assert breaks == ["Lampiran: kerangka acuan kegiatan (KAK)"]


def test_a_letter_waits_for_the_kak_it_promises(cast, row):
    with pytest.raises(NotReady, match="KAK yang dilampirkan belum ditulis"):
        issued(cast, row, with_plan=True)


def test_a_cancellation_carries_no_kak_and_does_not_wait_for_one(cast, planned):
    sent(cast, planned)
    planned.refresh_from_db()
    change_state(actor=cast.biro, meeting=planned, code="batalkan", reason="Bencana (contoh).")
    planned.refresh_from_db()
    draft = save_letter_draft(actor=cast.biro, meeting=planned, data=letter_data(planned, with_plan=True))
    assert (draft.kind, letter_lacks(planned, draft)) == ("pembatalan", [])
    assert not headings(from_json(issued(cast, planned, with_plan=True).words))


def test_the_form_asks_and_the_preview_shows_it(cast, planned, client):
    client.force_login(cast.biro)
    address = f"{planned.get_absolute_url()}undangan/surat/"
    form = client.get(address).context["form"]
    given = {name: form[name].value() or "" for name in form.fields} | {
        "signer_name": "Contoh",
        "with_plan": "on",
    }
    answer = client.post(address, given, follow=True)
    assert "kerangka acuan kegiatan (KAK)" in answer.content.decode()
