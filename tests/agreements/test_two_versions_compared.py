"""Two versions of a text: anybody who may read them sees the difference, the drafter takes single changes back."""

from dataclasses import replace
from typing import Any

import pytest

from agreements.documents.letters import letter_docx, letter_html
from agreements.documents.redline import redline_of
from agreements.documents.redline_paper import redline_letter
from agreements.models import Naskah
from agreements.naskah.structure import Ayat, Body, Pasal
from agreements.services.agreement import share_naskah
from agreements.services.naskah import newest_version, save_version
from agreements.services.sentences import save_frame
from agreements.services.versions import review_changes
from agreements.services.wording import body_of, move_pasal
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.core.pdf import render_pdf
from tests.agreements.playing import Play


@pytest.fixture
def text(play: Play) -> Naskah:
    play.to("penyusunan_kb")
    return play.draft("kb")


def rewrite(play: Play, text: Naskah, **parts: Any) -> Body:
    """Save the newest wording with other parts."""
    version = newest_version(text)
    body = replace(body_of(version), **parts)
    save_version(actor=play.officer, naskah=text, body=body, seen_number=version.number)
    return body


@pytest.fixture
def changed(play: Play, text: Naskah) -> Naskah:
    """Version 2: another recital, one Pasal changed, one new."""
    body = body_of(newest_version(text))
    first = replace(body.pasal[0], ayat=(Ayat("Maksudnya lain sama sekali dari semula."),))
    new = Pasal("pasal_tambahan_1", "KERAHASIAAN", (Ayat("Data bersifat rahasia <b>tebal</b>."),))
    rewrite(play, text, recitals=("bahwa hal baru.", *body.recitals), pasal=(first, *body.pasal[1:], new))
    return text


def address(text: Naskah, more: str = "") -> str:
    return f"{text.get_absolute_url()}banding/{more}"


def test_every_reader_sees_the_difference_and_a_stranger_nothing(changed, cast, signed_in):
    for reader in (cast.officer, cast.partner, cast.biro, cast.observer):
        page = signed_in(reader).get(address(changed))
        assert page.status_code == 200
        body = page.content.decode()
        assert "<ins>bahwa hal baru.</ins>" in body
        assert "KERAHASIAAN" in body
        assert "&lt;b&gt;tebal&lt;/b&gt;" in body
    assert signed_in(cast.stranger).get(address(changed)).status_code == 404


def test_either_side_can_be_chosen(changed, play, cast, signed_in):
    rewrite(play, changed, bases=("Peraturan Daerah Contoh.",))
    page = signed_in(cast.partner).get(address(changed, "?kiri=1&kanan=2&ubah=on")).content.decode()
    assert "Peraturan Daerah Contoh" not in page
    turned = signed_in(cast.partner).get(address(changed, "?kiri=3&kanan=1")).content.decode()
    assert "<del>Peraturan Daerah Contoh.</del>" in turned


@pytest.mark.parametrize("query", ["?kiri=9&kanan=1", "?kiri=a&kanan=b", "?kiri=1&kanan=" + "9" * 400])
def test_a_version_there_is_not_is_not_found(changed, cast, signed_in, query):
    assert signed_in(cast.officer).get(address(changed, query)).status_code == 404


def test_only_changes_are_shown_where_asked(changed, cast, signed_in):
    reader = signed_in(cast.partner)
    whole = reader.get(address(changed, "?kiri=1&kanan=2")).content.decode()
    brief = reader.get(address(changed, "?kiri=1&kanan=2&ubah=on")).content.decode()
    untouched = body_of(newest_version(changed)).pasal[2].title
    assert untouched in whole
    assert untouched not in brief


def test_one_version_alone_says_what_to_do(text, cast, signed_in):
    assert "Baru ada satu versi" in signed_in(cast.partner).get(address(text)).content.decode()


def test_what_data_changed_is_marked_but_not_offered_to_be_taken_back(text, play):
    save_frame(
        actor=play.officer, naskah=text, title="Pasar Perbatasan", years=2, place="Sendawar", originals=2
    )
    text = Naskah.objects.get(pk=text.pk)
    redline = redline_of(text, text.versions.get(number=1), text.versions.get(number=2))
    assert redline.difference.empty
    assert redline.by_data > 2
    assert not [line for row in redline.sections for line in row.lines if line.key]


def test_a_moved_pasal_is_told_as_moved(text, play, cast, signed_in):
    clause = body_of(newest_version(text)).pasal[3].clause
    move_pasal(actor=play.officer, naskah=text, clause=clause, steps=2, seen_number=1)
    assert "dipindah, semula Pasal 4" in signed_in(cast.partner).get(address(text)).content.decode()


def test_the_drafter_takes_one_change_back_and_keeps_the_others(changed, play):
    redline = redline_of(changed, *(changed.versions.get(number=number) for number in (1, 2)))
    recital = next(key for key in redline.difference.keys if key.startswith("konsiderans"))
    version = review_changes(
        actor=play.officer,
        naskah=changed,
        old_number=1,
        seen_number=2,
        back=[recital],
        reason="Belum dibahas.",
    )
    body = body_of(version)
    assert version.number == 3
    assert body.recitals == body_of(changed.versions.get(number=1)).recitals
    assert body.pasal == body_of(changed.versions.get(number=2)).pasal
    event = changed.events.get(arrow="naskah.tinjau")
    assert event.actor == play.officer
    assert "1 ditarik kembali" in event.label
    assert "Belum dibahas." in event.reason
    assert "Ditarik kembali: Konsiderans angka 1." in event.reason
    assert "Dipertahankan: Pasal 1 ayat (1)" in event.reason or "Dipertahankan: Pasal 1" in event.reason


def test_keeping_everything_leaves_the_version_and_is_recorded(changed, play):
    version = review_changes(
        actor=play.officer, naskah=changed, old_number=1, seen_number=2, back=[], reason="Sesuai rapat."
    )
    assert version.number == 2
    assert changed.events.filter(arrow="naskah.tinjau").count() == 1


def test_who_may_not_and_when_it_is_too_late(changed, play, cast):
    def take(actor=cast.officer, seen=2, back=(), reason="Alasan."):
        review_changes(actor=actor, naskah=changed, old_number=1, seen_number=seen, back=back, reason=reason)

    with pytest.raises(NotAllowed):
        take(actor=cast.partner)
    with pytest.raises(StaleForm):
        take(seen=1)
    with pytest.raises(DomainError, match="Alasan wajib"):
        take(reason="  ")
    with pytest.raises(DomainError, match="tidak ada pada kedua versi"):
        take(back=["pasal-99-99"])
    share_naskah(actor=cast.officer, naskah=changed)
    with pytest.raises(ImpossibleStep):
        take()


def test_the_page_takes_changes_back_once(changed, cast, signed_in):
    browser = signed_in(cast.officer)
    page = browser.get(address(changed))
    form = page.context["form"]
    key = next(key for key in page.context["redline"].difference.keys if key.startswith("konsiderans"))
    typed = {"kiri": 1, "kanan": 2, "form_token": form["form_token"].value(), "back": [key]}
    refused = browser.post(address(changed, "putuskan/"), typed)
    assert refused.status_code == 422
    assert f'value="{key}" checked' in refused.content.decode()
    for _again in range(2):
        assert browser.post(address(changed, "putuskan/"), typed | {"reason": "Belum."}).status_code == 302
    assert changed.versions.count() == 3
    assert changed.events.filter(arrow="naskah.tinjau").count() == 1


def test_a_reader_is_not_offered_to_decide(changed, cast, signed_in):
    assert "Tarik kembali" in signed_in(cast.officer).get(address(changed)).content.decode()
    assert "Tarik kembali" not in signed_in(cast.partner).get(address(changed)).content.decode()


def test_the_comparison_prints_with_signs_that_need_no_colour(changed, play):
    redline = redline_of(changed, *(changed.versions.get(number=number) for number in (1, 2)))
    letter = redline_letter(changed, redline, play.home, only_changed=True)
    html = letter_html(letter)
    assert "<ins>bahwa hal baru.</ins>" in html
    assert "[+ +]" in html
    assert render_pdf(html).startswith(b"%PDF")
    assert letter_docx(letter).startswith(b"PK")


def test_the_comparison_is_asked_for_as_pdf_or_word(changed, cast, signed_in):
    browser = signed_in(cast.partner)
    typed = {"kiri": 1, "kanan": 2}
    assert browser.post(address(changed, "cetak/"), typed).status_code == 302
    paper = browser.post(address(changed, "cetak/"), typed | {"bentuk": "docx"})
    assert paper["Content-Disposition"].endswith('.docx"')
    assert signed_in(cast.stranger).post(address(changed, "cetak/"), typed).status_code == 404
