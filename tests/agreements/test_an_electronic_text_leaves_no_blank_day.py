"""A text signed electronically names the day of its last signature; one on paper leaves its line for the pen."""

import pytest

from agreements.choices import NaskahState
from agreements.documents.printed import html_of, sheet_of
from agreements.esign import Credentials
from agreements.models import CaseEvent, Naskah
from agreements.services.esign import ask_signature, withdraw_request
from agreements.services.esign_giving import give_signature, request_of
from agreements.services.esign_mode import choose_mode
from ksd.core.errors import ImpossibleStep, NotAllowed
from tests.agreements.issuing import NIK, PASSPHRASE, issue, number_all, quick_printer, signing_service
from tests.agreements.playing import Play, days_later

SENTENCE = "Pada hari, tanggal, bulan, dan tahun yang tercatat pada tanda tangan elektronik terakhir"
BLANK = "Pada hari ini, ……"


@pytest.fixture
def office(tmp_path_factory):
    """An office with the test service and a quick printer."""
    with signing_service(tmp_path_factory.getbasetemp() / "tte"), quick_printer():
        yield


@pytest.fixture
def text(play: Play, office):
    """A KB that waits for signatures, with its numbers."""
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    number_all(play, text)
    return Naskah.objects.get(pk=text.pk)


def opening(text: Naskah) -> str:
    text = Naskah.objects.get(pk=text.pk)
    assert text.agreed_version is not None
    return sheet_of(text, text.agreed_version).opening


def choose(play: Play, text: Naskah, *, electronic: bool = True) -> Naskah:
    return choose_mode(actor=play.officer, naskah=text, electronic=electronic)


def ask(play: Play, text: Naskah, order: int):
    party = play.parties()[order - 1]
    text = Naskah.objects.get(pk=text.pk)
    return ask_signature(actor=play.actor_for(party), naskah=text, party=party, expires_on=days_later(9))


def give(token: str) -> None:
    request = request_of(token)
    assert request
    give_signature(request=request, credentials=Credentials(NIK, PASSPHRASE))


def test_a_text_with_a_blank_day_is_not_signed_electronically(play, text):
    issue(text, play.officer)
    assert opening(text).startswith(BLANK)
    with pytest.raises(ImpossibleStep, match="menunggu tanggal yang ditulis tangan"):
        ask(play, text, 1)


def test_the_file_that_is_signed_says_whose_day_it_bears_and_says_so_for_ever(play, text):
    choose(play, text)
    assert opening(text).startswith(SENTENCE)
    assert "……" not in opening(text)
    issue(text, play.officer)
    signed = html_of(text, text.agreed_version)
    tokens = [ask(play, text, order)[1] for order in (1, 2)]
    for token in tokens:
        give(token)
    text = Naskah.objects.get(pk=text.pk)
    assert text.state == NaskahState.SIGNED
    assert html_of(text, text.agreed_version) == signed
    assert opening(text).startswith(SENTENCE)


def test_on_paper_the_day_is_left_to_the_pen_and_then_known(play, text):
    play.sign(text)
    assert opening(text).startswith("Pada hari ini, Sabtu, tanggal dua puluh satu")


def test_when_the_first_party_signs_on_paper_the_text_is_one_on_paper(play, text):
    choose(play, text)
    play.sign(text, parties=play.parties()[:1])
    assert not Naskah.objects.get(pk=text.pk).electronic
    assert opening(text).startswith("Pada hari ini, Sabtu, tanggal dua puluh satu")


def test_the_choice_is_taken_back_only_while_nobody_is_asked_or_has_signed(play, text):
    with pytest.raises(ImpossibleStep, match="sudah dipilih"):
        choose(play, text, electronic=False)
    choose(play, text)
    with pytest.raises(ImpossibleStep, match="sudah dipilih"):
        choose(play, text)
    issue(text, play.officer)
    request, _token = ask(play, text, 1)
    with pytest.raises(ImpossibleStep, match="permintaan tanda tangan elektronik yang terbuka"):
        choose(play, text, electronic=False)
    withdraw_request(actor=play.officer, request=request, reason="keliru")
    choose(play, text, electronic=False)
    assert opening(text).startswith(BLANK)
    labels = CaseEvent.objects.filter(arrow="naskah.tte_cara").order_by("pk").values_list("label", flat=True)
    assert [label.rpartition("ditandatangani ")[2] for label in labels] == [
        "secara elektronik",
        "di atas kertas",
    ]
    play.sign(text, parties=play.parties()[:1])
    with pytest.raises(ImpossibleStep, match="tidak diganti lagi"):
        choose(play, text)


def test_a_text_nobody_has_agreed_to_has_no_manner_of_signing_yet(play, office):
    play.to("penyusunan_kb")
    with pytest.raises(ImpossibleStep):
        choose(play, play.draft("kb"))


def test_only_the_parties_choose(play, text, cast):
    for person in (cast.stranger, cast.observer, cast.nobody, cast.tkksd):
        with pytest.raises(NotAllowed):
            choose_mode(actor=person, naskah=text, electronic=True)
    assert choose_mode(actor=cast.partner, naskah=text, electronic=True).electronic


def test_it_is_chosen_on_the_page_that_leads_to_the_signatures(play, text, cast, signed_in):
    browser = signed_in(cast.officer)
    home = f"{text.get_absolute_url()}tte/"
    assert "Ganti cara tanda tangan" in browser.get(home).content.decode()
    assert browser.post(f"{home}cara/", {"form_token": "m1", "manner": "lisan"}).status_code == 422
    again = browser.post(f"{home}cara/", {"form_token": "m2", "manner": "kertas"})
    assert again.status_code == 409
    assert "sudah dipilih" in again.content.decode()
    sent = {"form_token": "m3", "manner": "elektronik"}
    assert browser.post(f"{home}cara/", sent).headers["Location"] == home
    assert "tanda tangan elektronik terakhir" in browser.get(home).content.decode()
    assert browser.post(f"{home}cara/", sent).status_code in (302, 409)
    assert signed_in(cast.stranger).get(f"{home}cara/").status_code == 404
    assert signed_in(cast.observer).get(f"{home}cara/").status_code == 403
    play.sign(text, parties=play.parties()[:1])
    assert signed_in(cast.officer).get(f"{home}cara/").status_code == 409
