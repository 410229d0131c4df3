"""The two questions on DPRD approval (Permendagri 22/2020 Pasal 11)."""

import pytest
from django.urls import reverse

from agreements.models import Answer

pytestmark = pytest.mark.django_db


def url(case, party):
    return reverse("agreements:dprd", args=[case.public_id, party.pk])


def answer(browser, case, party, yes=("tidak", "tidak"), reason="Sudah dianggarkan."):
    form = browser.get(url(case, party)).context["form"]
    data = {"form_token": form["form_token"].value()}
    for question, word in zip(case.pack.dprd_questions, yes, strict=True):
        data |= {f"jawab_{question.code}": word, f"alasan_{question.code}": reason}
    return browser.post(url(case, party), data, follow=True)


def test_questions_are_not_asked_before_their_stage(signed_in, cast, play):
    assert signed_in(cast.officer).get(url(play.case, play.parties()[0])).status_code == 409


def test_a_stranger_a_reader_and_the_other_region_may_not_answer(signed_in, cast, play):
    play.to("uji_dprd")
    own, other = play.parties()
    assert signed_in(cast.stranger).get(url(play.case, own)).status_code == 404
    assert signed_in(cast.observer).get(url(play.case, own)).status_code == 403
    assert signed_in(cast.officer).get(url(play.case, other)).status_code == 403


def test_both_answers_need_their_reason(signed_in, cast, play):
    play.to("uji_dprd")
    page = answer(signed_in(cast.officer), play.case, play.parties()[0], reason="")
    assert page.status_code == 422
    assert not Answer.objects.filter(party__isnull=False).exists()


def test_the_first_region_reads_that_the_other_still_has_to_answer(signed_in, cast, play):
    play.to("uji_dprd")
    page = answer(signed_in(cast.officer), play.case, play.parties()[0])
    assert "Daerah lain masih harus menjawab." in page.content.decode()


def test_all_answers_no_lead_past_the_dprd_with_a_record(signed_in, cast, play):
    play.to("uji_dprd")
    first, second = play.parties()
    answer(signed_in(cast.officer), play.case, first)
    page = answer(signed_in(cast.partner), play.case, second).content.decode()
    assert "Semua jawaban “tidak”, jadi persetujuan DPRD tidak diperlukan." in page
    assert "Berikutnya, oleh Kabupaten Kutai Kartanegara: “Lanjut tanpa persetujuan DPRD”." in page
    assert "Sudah dianggarkan." in page


def test_who_may_go_on_is_told_what_to_press_and_finds_it_before_the_text(signed_in, cast, play):
    play.to("uji_dprd")
    first, second = play.parties()
    answer(signed_in(cast.partner), play.case, second)
    page = answer(signed_in(cast.officer), play.case, first).content.decode()
    assert "Berikutnya: tekan “Lanjut tanpa persetujuan DPRD”." in page
    steps = page[page.index("Berikutnya: tekan") + 60 :]
    assert steps.index("Lanjut tanpa persetujuan DPRD") < steps.index("Susun Perjanjian Kerja Sama")


def test_one_yes_makes_the_approval_necessary(signed_in, cast, play):
    play.to("uji_dprd")
    first, second = play.parties()
    answer(signed_in(cast.officer), play.case, first, yes=("ya", "tidak"))
    page = answer(signed_in(cast.partner), play.case, second)
    assert "persetujuan DPRD diperlukan" in page.content.decode()


def test_a_party_of_another_case_is_not_found(signed_in, cast, play):
    play.to("uji_dprd")
    address = reverse("agreements:dprd", args=[play.case.public_id, 999999])
    assert signed_in(cast.officer).get(address).status_code == 404
