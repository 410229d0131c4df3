"""A signature is recorded knowingly, and its scanned copy may follow later: once, a PDF, by who may sign."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Naskah
from agreements.services.signed_copies import add_signed_copy
from ksd.core.errors import DomainError, ImpossibleStep
from tests.agreements.playing import Play, scan

SENT = {"form_token": "t", "number": "1/KB", "signed_on": "2026-11-21", "mode": "desk"}


@pytest.fixture
def text(play: Play) -> Naskah:
    """A KB that waits for its signatures."""
    play.to("penyusunan_kb")
    kb = Naskah.objects.get(pk=play.draft("kb").pk)
    play.agree(kb)
    return kb


@pytest.fixture
def bare(text, cast, signed_in) -> str:
    """Party 1 signed without a copy; the address that adds it."""
    signed_in(cast.officer).post(f"{text.get_absolute_url()}tanda-tangan/1/", SENT | {"confirm": "on"})
    assert text.signatures.get(party__order=1).signed_on
    return f"{text.get_absolute_url()}tanda-tangan/1/salinan/unggah/"


def test_a_signature_is_repeated_and_confirmed_before_it_is_recorded(text, cast, signed_in):
    address = f"{text.get_absolute_url()}tanda-tangan/1/"
    page = signed_in(cast.officer).get(address).content.decode()
    assert "Saya mengerti bahwa langkah ini tidak dapat ditarik kembali." in page
    refused = signed_in(cast.officer).post(address, SENT | {"signed_on": "2026-11-20"})
    words = refused.content.decode()
    assert refused.status_code == 422
    for shown in ("Yang akan dicatat", "Kabupaten Kutai Kartanegara", "1/KB", "20 November 2026"):
        assert shown in words
    assert text.signatures.get(party__order=1).signed_on is None


def test_the_page_says_a_copy_is_missing_and_leads_to_it(text, bare, cast, signed_in):
    page = signed_in(cast.officer).get(text.get_absolute_url()).content.decode()
    assert "Salinan bertanda tangan belum ada" in page
    assert bare in page
    reader = signed_in(cast.observer).get(text.get_absolute_url()).content.decode()
    assert "Salinan bertanda tangan belum ada" in reader
    assert bare not in reader


def test_a_copy_added_later_is_kept_with_its_history_row(text, bare, cast, signed_in):
    answer = signed_in(cast.officer).post(bare, {"form_token": "k", "upload": scan("kb.pdf")}, follow=True)
    page = answer.content.decode()
    assert "Salinan bertanda tangan Kabupaten Kutai Kartanegara tersimpan." in page
    assert "Salinan bertanda tangan belum ada" not in page
    assert text.signatures.get(party__order=1).signed_copy is not None
    event = text.events.get(arrow="naskah.salinan")
    assert (event.actor, "diunggah" in event.label) == (cast.officer, True)


def test_a_copy_is_not_replaced(text, bare, cast, signed_in):
    browser = signed_in(cast.officer)
    browser.post(bare, {"form_token": "k", "upload": scan("kb.pdf")})
    first = text.signatures.get(party__order=1).signed_copy
    again = browser.post(bare, {"form_token": "l", "upload": scan("lain.pdf")})
    assert again.status_code == 409
    assert "sudah ada" in again.content.decode()
    assert text.signatures.get(party__order=1).signed_copy == first


def test_the_service_itself_refuses_a_second_copy_and_one_without_a_signature(text, bare, cast, play):
    mine, theirs = play.parties()[:2]
    add_signed_copy(actor=cast.officer, naskah=text, party=mine, upload=scan("kb.pdf"))
    with pytest.raises(DomainError, match="sudah ada"):
        add_signed_copy(actor=cast.officer, naskah=text, party=mine, upload=scan("kb.pdf"))
    with pytest.raises(ImpossibleStep, match="belum dicatat"):
        add_signed_copy(actor=cast.partner, naskah=text, party=theirs, upload=scan("kb.pdf"))


def test_strangers_find_nothing_and_others_may_not(bare, cast, signed_in):
    assert signed_in(cast.stranger).get(bare).status_code == 404
    for person in (cast.observer, cast.partner):
        assert signed_in(person).get(bare).status_code == 403
        sent = {"form_token": "k", "upload": scan("kb.pdf")}
        assert signed_in(person).post(bare, sent).status_code == 403


def test_only_a_pdf_is_taken(text, bare, cast, signed_in):
    picture = SimpleUploadedFile("kb.pdf", b"\x89PNG\r\n\x1a\n0000", "application/pdf")
    refused = signed_in(cast.officer).post(bare, {"form_token": "k", "upload": picture})
    assert refused.status_code == 422
    words = refused.content.decode()
    assert "PDF" in words
    assert "Pilih lagi berkasnya; peramban tidak menyimpannya." in words
    assert text.signatures.get(party__order=1).signed_copy is None
