"""One click mends a finding of the law check: who may, when, and what happens when somebody was faster."""

from dataclasses import replace

import pytest

from agreements.naskah.structure import Ayat, Body, Pasal
from agreements.services.naskah import newest_version, save_version
from agreements.services.naskah_rules import findings_of
from agreements.services.repairing import repair_finding
from agreements.services.wording import body_of
from ksd.core.errors import ImpossibleStep, NotAllowed, StaleForm
from tests.agreements.playing import Play


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


def write(text, cast, change) -> Body:
    """Save the body as a person could have written it."""
    newest = newest_version(text)
    body: Body = change(body_of(newest))
    save_version(actor=cast.officer, naskah=text, body=body, seen_number=newest.number)
    return body


def misspelt(body: Body) -> Body:
    rows = (
        Pasal(
            row.clause, row.title, (Ayat("Objek kerjasama ini adalah layanan."),)
        )  # bentuk-salah yang dicari
        if row.clause == "objek"
        else row
        for row in body.pasal
    )
    return replace(body, pasal=tuple(rows))


def lacking(body: Body) -> Body:
    return replace(body, pasal=tuple(row for row in body.pasal if row.clause != "jangka_waktu"))


def found(text, code: str):
    newest = newest_version(text)
    return next(row for row in findings_of(text, newest) if row.code == code)


def sent(text, key: str, once: str = "sekali", number: int = 0):
    address = f"{text.get_absolute_url()}temuan/{key}/perbaiki/"
    return address, {"form_token": once, "seen_number": number or newest_version(text).number}


def test_the_page_shows_each_finding_with_its_article_the_way_to_its_place_and_a_button(
    text, cast, signed_in
):
    write(text, cast, misspelt)
    page = signed_in(cast.officer).get(text.get_absolute_url()).content.decode()
    assert '<a href="#pasal-objek">Pasal 2</a>: “Kerja sama” ditulis dua kata.' in page
    assert 'id="pasal-objek"' in page
    assert "Ejaan bahasa Indonesia" in page
    assert sent(text, found(text, "spelling").key)[0] in page
    assert "1 perlu dilihat" in page


@pytest.mark.parametrize(("change", "code"), [(misspelt, "spelling"), (lacking, "clause_missing")])
def test_one_click_saves_the_next_version_and_says_so(text, cast, signed_in, change, code):
    write(text, cast, change)
    finding = found(text, code)
    before = newest_version(text).number
    answer = signed_in(cast.officer).post(*sent(text, finding.key), follow=True)
    newest = newest_version(text)
    assert newest.number == before + 1
    assert newest.note == f"Perbaikan temuan: {finding.message}"[:250]
    assert code not in [row.code for row in findings_of(text, newest)]
    assert f"Diperbaiki dan disimpan sebagai versi {newest.number}" in answer.content.decode()


def test_a_missing_clause_comes_back_in_the_place_the_law_gives_it(text, cast):
    before = body_of(newest_version(text))
    write(text, cast, lacking)
    key = found(text, "clause_missing").key
    repair_finding(actor=cast.officer, naskah=text, key=key, seen_number=newest_version(text).number)
    assert [row.clause for row in body_of(newest_version(text)).pasal] == [row.clause for row in before.pasal]


def test_a_click_on_an_older_version_is_refused_and_changes_nothing(text, cast, signed_in):
    write(text, cast, misspelt)
    key, seen = found(text, "spelling").key, newest_version(text).number
    write(text, cast, lambda body: replace(body, bases=("Undang-Undang Nomor 23 Tahun 2014",)))
    answer = signed_in(cast.officer).post(*sent(text, key, number=seen))
    assert answer.status_code == 409
    assert "sudah menyimpan versi" in answer.content.decode()
    assert newest_version(text).number == seen + 1
    with pytest.raises(StaleForm):
        repair_finding(actor=cast.officer, naskah=text, key=key, seen_number=seen)


def test_the_same_click_sent_twice_mends_once(text, cast, signed_in):
    write(text, cast, misspelt)
    address, data = sent(text, found(text, "spelling").key)
    browser = signed_in(cast.officer)
    assert browser.post(address, data).status_code == 302
    number = newest_version(text).number
    assert browser.post(address, data).status_code == 302
    assert newest_version(text).number == number


def test_a_finding_that_is_gone_or_invented_is_refused(text, cast, signed_in):
    answer = signed_in(cast.officer).post(*sent(text, "0123456789abcdef"))
    assert answer.status_code == 409
    assert "tidak ada lagi" in answer.content.decode()


def test_what_no_click_can_mend_has_no_button_and_is_refused(text, cast, signed_in):
    write(text, cast, lambda body: replace(body, pasal=(*body.pasal, Pasal("sendiri", "KEARIFAN LOKAL"))))
    finding = found(text, "clause_empty")
    page = signed_in(cast.officer).get(text.get_absolute_url()).content.decode()
    assert sent(text, finding.key)[0] not in page
    with pytest.raises(ImpossibleStep, match="sekali klik"):
        repair_finding(
            actor=cast.officer, naskah=text, key=finding.key, seen_number=newest_version(text).number
        )


def test_a_stranger_finds_nothing_and_a_reader_may_not_mend(text, cast, signed_in):
    write(text, cast, misspelt)
    address, data = sent(text, found(text, "spelling").key)
    number = newest_version(text).number
    assert signed_in(cast.stranger).post(address, data).status_code == 404
    assert signed_in(cast.partner).post(address, data).status_code == 403
    assert signed_in(cast.biro).post(address, data).status_code == 403
    assert address not in signed_in(cast.partner).get(text.get_absolute_url()).content.decode()
    assert newest_version(text).number == number
    with pytest.raises(NotAllowed):
        repair_finding(actor=cast.partner, naskah=text, key="x", seen_number=number)


def test_an_agreed_text_is_not_mended_any_more(play, text, cast, signed_in):
    play.agree(text)
    address, data = sent(text, "0123456789abcdef")
    assert signed_in(cast.officer).post(address, data).status_code == 409
    assert "/perbaiki/" not in signed_in(cast.officer).get(text.get_absolute_url()).content.decode()


@pytest.mark.parametrize("typed", [{}, {"seen_number": "x", "form_token": "t"}, {"seen_number": "1"}])
def test_a_click_without_version_or_token_is_bad_input(text, cast, signed_in, typed):
    address, _data = sent(text, "0123456789abcdef")
    assert signed_in(cast.officer).post(address, typed).status_code == 400


def test_a_get_changes_nothing(text, cast, signed_in):
    address, _data = sent(text, "0123456789abcdef")
    assert signed_in(cast.officer).get(address).status_code == 405
