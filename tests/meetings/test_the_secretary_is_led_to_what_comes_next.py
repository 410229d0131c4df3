"""Pages say what is to be done first, whom a reminder reaches, and never leave a signature alone on a page."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from agreements.documents.letters import Letter, Signer, Table, letter_html
from agreements.documents.letters.sheet import Letterhead
from ksd.core.pdf import render_pdf
from meetings.models import Invitee, Minutes
from meetings.services.signing_minutes import paper_of_minutes
from meetings.tasks import sendings
from meetings.views.tabs import TABS, ways_to
from meetings.workflow import STEPS
from tests.meetings.invitation_rows import agreed, invited, sent, work
from tests.meetings.minutes_rows import written
from tests.meetings.room_rows import held


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


def test_before_the_step_stands_the_way_to_the_work(cast, signed_in):
    row = agreed(cast)
    client, invitations = signed_in(cast.biro), reverse("meetings:invitations", args=[row.public_id])
    text = client.get(row.get_absolute_url()).content.decode()
    assert text.index("Siapkan dan kirim undangan") < text.index("Catat undangan terkirim")
    lacking = client.get(reverse("meetings:state", args=[row.public_id, "kirim_undangan"])).content.decode()
    assert f'href="{invitations}"' in lacking


def test_every_way_named_by_a_step_is_a_page_of_a_meeting():
    tabs = {rule.url_name for rule in TABS}
    assert {name for step in STEPS for name, _label in step.first} <= tabs


def test_a_meeting_without_a_rumusan_is_not_led_to_one(cast):
    rakor = agreed(cast)
    rakor.state = "berlangsung"
    (step,) = (row for row in STEPS if row.code == "sepakati_rumusan")
    assert [label for label, _url in ways_to(rakor, step)] == [
        "Buka ruang rapat",
        "Bacakan dan kunci rumusan",
    ]
    rakor.kind = "bimtek_ksd"
    assert [label for label, _url in ways_to(rakor, step)] == ["Buka ruang rapat"]


def test_a_reminder_counts_those_a_mail_reaches(cast, signed_in):
    row = agreed(cast)
    invited(cast, row)
    invited(cast, row, title="Kepala Bagian", email="")
    sent(cast, row)
    work()
    text = signed_in(cast.biro).get(reverse("meetings:invitations", args=[row.public_id])).content.decode()
    assert "Kirim pengingat (1)" in " ".join(text.split())
    assert "belum dikirim" not in text
    assert Invitee.objects.filter(sendings__state="tanpa_surel").count() == 1


@pytest.mark.parametrize("rows", [10, 11, 12])
def test_a_signature_takes_a_row_along_to_the_next_page(rows):
    table = Table(("No.", "Nama"), tuple((str(row), "Contoh") for row in range(rows)), tall=True)
    signer = Signer(title="Petugas daftar hadir", name="…")
    paper = Letter(
        Letterhead("PEMERINTAH"), "Daftar hadir", (table,), form="daftar", signers=(signer,), landscape=True
    )
    last = PdfReader(BytesIO(render_pdf(letter_html(paper)))).pages[-1].extract_text()
    assert "Petugas daftar hadir" in last
    assert "Contoh" in last


def test_who_signs_a_notula_does_so_in_a_role(cast):
    row = held(cast)
    written(cast, row, chair_title="Kepala Biro")
    paper = paper_of_minutes(row, Minutes.objects.get())
    signers = [(each.above, each.title) for each in paper.signers]
    assert signers == [("Pimpinan rapat,", "Kepala Biro"), ("", "Notulis")]
