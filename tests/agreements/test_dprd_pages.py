"""The DPRD page of a case: each region's test, clocks, letters and annexes; all read, its own people act."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.models import DprdLetter
from ksd.core import clock
from ksd.core.models import Job
from tests.agreements.playing import Play, days_later, scan

pytestmark = pytest.mark.django_db


def page(case):
    return reverse("agreements:dprd", args=[case.public_id])


def at(name, track, *more):
    return reverse(f"agreements:{name}", args=[track.case.public_id, track.pk, *more])


def answer(browser, track, yes=("tidak", "tidak"), reason="Sudah dianggarkan."):
    form = browser.get(at("dprd_test", track)).context["form"]
    data = {"form_token": form["form_token"].value(), "seen_state": form["seen_state"].value()}
    for question, word in zip(track.pack.dprd_asked(track.cause), yes, strict=True):
        data |= {f"jawab_{question.code}": word, f"alasan_{question.code}": reason}
    return browser.post(at("dprd_test", track), data, follow=True)


def step(browser, track, code, **data):
    form = browser.get(at("dprd_step", track, code)).context["form"]
    hidden = {name: form[name].value() for name in ("form_token", "seen_state")}
    return browser.post(at("dprd_step", track, code), hidden | data, follow=True)


def test_before_its_stage_the_page_is_calm_and_no_tab_leads_there(signed_in, cast, play):
    browser = signed_in(cast.officer)
    assert "Belum ada yang ditanyakan kepada DPRD." in browser.get(page(play.case)).content.decode()
    assert page(play.case) not in browser.get(play.case.get_absolute_url()).content.decode()


def test_a_stranger_finds_nothing_and_a_reader_may_not_act(signed_in, cast, play):
    play.to("uji_dprd")
    own, other = play.track(1), play.track(2)
    for name, more in (("dprd_test", ()), ("dprd_step", ("ajukan_dprd",)), ("dprd_package", ())):
        assert signed_in(cast.stranger).get(at(name, own, *more)).status_code == 404
        assert signed_in(cast.observer).get(at(name, own, *more)).status_code == 403
        assert signed_in(cast.officer).get(at(name, other, *more)).status_code == 403
    assert signed_in(cast.stranger).get(page(play.case)).status_code == 404
    assert signed_in(cast.officer).get(at("dprd_step", own, "ajukan_dprd")).status_code == 409
    assert signed_in(cast.officer).get(at("dprd_step", own, "dprd_perlu")).status_code == 404
    assert signed_in(cast.officer).post(at("dprd_letter", own, "permohonan")).status_code == 409
    assert signed_in(cast.officer).post(at("dprd_letter", own, "lain")).status_code == 404


def test_the_first_region_reads_what_follows_and_whom_it_waits_for(signed_in, cast, play):
    play.to("uji_dprd")
    words = answer(signed_in(cast.officer), play.track(1), ("ya", "tidak")).content.decode()
    assert "Persetujuan DPRD Kabupaten Kutai Kartanegara diperlukan." in words
    assert "Masih menunggu jawaban Kabupaten Kutai Barat." in words
    assert 'class="applies"' in words
    assert "“Dan/atau”: satu syarat saja sudah cukup, walaupun pendanaannya sudah teranggarkan." in words


def test_an_answer_without_its_reason_comes_back_with_what_was_typed(signed_in, cast, play):
    play.to("uji_dprd")
    back = answer(signed_in(cast.officer), play.track(1), ("ya", "tidak"), reason="")
    assert back.status_code == 422
    assert not play.track(1).test
    long = answer(signed_in(cast.officer), play.track(1), ("ya", "tidak"), reason="x" * 5001)
    assert long.status_code == 422


def test_a_region_submits_with_its_letter_and_both_sides_read_the_dates(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    track = play.track(1)
    missing = step(signed_in(cast.officer), track, "ajukan_dprd", on="2026-11-21")
    assert missing.status_code == 422
    sent = step(
        signed_in(cast.officer), track, "ajukan_dprd", on="2026-11-21", number_surat_dprd="100/7/DPRD",
        dated_surat_dprd="2026-11-21", file_surat_dprd=scan(),
    )  # fmt: skip
    assert sent.redirect_chain
    letter = DprdLetter.objects.get(track=track)
    for reader in (cast.partner, cast.observer, cast.biro):
        words = signed_in(reader).get(page(play.case)).content.decode()
        assert "100/7/DPRD" in words
        assert "5 Januari 2027" in words
        assert "Pasal 12 ayat (4)" in words
        assert b"".join(signed_in(reader).get(at("dprd_file", track, letter.pk)).streaming_content)
        assert at("dprd_step", track, "catat_kajian_dprd") not in words
    assert signed_in(cast.stranger).get(at("dprd_file", track, letter.pk)).status_code == 404
    assert signed_in(cast.officer).get(at("dprd_file", play.track(2), letter.pk)).status_code == 404


def test_a_file_that_is_no_document_is_refused_at_the_form(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    back = step(
        signed_in(cast.officer), play.track(1), "ajukan_dprd", on="2026-11-21", number_surat_dprd="1",
        dated_surat_dprd="bukan tanggal", file_surat_dprd=SimpleUploadedFile("a.pdf", b"<html>", "application/pdf"),
    )  # fmt: skip
    assert back.status_code == 422
    assert play.track(1).state == "disiapkan"


def test_a_form_sent_twice_counts_once_and_leads_to_the_same_place(signed_in, cast, play):
    play.to("uji_dprd")
    browser, track = signed_in(cast.officer), play.track(1)
    form = browser.get(at("dprd_test", track)).context["form"]
    data = {"form_token": form["form_token"].value(), "seen_state": "uji"}
    for question in track.pack.dprd_asked(track.cause):
        data |= {f"jawab_{question.code}": "ya", f"alasan_{question.code}": "Perlu"}
    first = browser.post(at("dprd_test", track), data)
    second = browser.post(at("dprd_test", track), data)
    assert (first.status_code, second.status_code) == (302, 302)
    assert play.case.events.filter(arrow="dprd_perlu").count() == 1


def test_both_clocks_stand_side_by_side_and_silence_waits_for_the_day_after(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    for code in ("ajukan_dprd", "catat_kajian_dprd", "tindak_lanjuti_dprd"):
        play.dprd(code)
    place = signed_in(cast.officer).get(page(play.case)).context["places"][0]
    deeming = [clock_.label for clock_ in place.newest[0].clocks if clock_.deems]
    assert len(deeming) == 2
    silent = next(row for row in place.newest[0].steps if row.label == "Catat DPRD dianggap menyetujui")
    assert silent.lacks
    address = at("dprd_step", play.track(1), "dprd_dianggap_setuju")
    assert "Belum dapat dilakukan" in signed_in(cast.officer).get(address).content.decode()
    with clock.frozen(days_later(16)):
        place = signed_in(cast.officer).get(page(play.case)).context["places"][0]
        silent = next(row for row in place.newest[0].steps if row.label == "Catat DPRD dianggap menyetujui")
        assert not silent.lacks


def test_the_letter_is_prefilled_from_the_register_and_lists_its_annexes(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    browser, track = signed_in(cast.officer), play.track(1)
    made = browser.post(at("dprd_letter", track, "permohonan"), {"bentuk": "docx"})
    from docx import Document

    document = Document(BytesIO(made.content))
    words = "\n".join(row.text for row in document.paragraphs)
    words += "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for told in (
        "Puskesmas Perbatasan", "DPRD Kabupaten Kutai Kartanegara", "Kesepakatan Bersama Nomor kb1/1",
        "membebani masyarakat dan daerah (Alasan contoh)", "Pasal 11 ayat (1)",
    ):  # fmt: skip
        assert told in words
    asked = browser.post(at("dprd_letter", track, "permohonan"), {"bentuk": "pdf"})
    assert asked.status_code == 302
    assert Job.objects.filter(kind="letter_pdf").count() == 1
    assert signed_in(cast.partner).post(at("dprd_letter", track, "permohonan")).status_code == 403


def test_the_annexes_say_what_is_missing_and_come_as_one_package(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    browser, track = signed_in(cast.officer), play.track(1)
    words = browser.get(page(play.case)).content.decode()
    assert "Perjanjian Kerja Sama belum disusun." in words
    package = browser.get(at("dprd_package", track))
    names = ZipFile(BytesIO(b"".join(package.streaming_content))).namelist()
    assert names == ["01-1-naskah.pdf", "01-2-naskah.pdf"]


def test_a_round_that_was_followed_by_another_takes_no_step(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    play.dprd("ajukan_dprd")
    play.dprd("dprd_tolak", reason="Belum dibahas")
    old = play.track(1)
    play.dprd("ajukan_ulang_dprd")
    assert signed_in(cast.officer).get(at("dprd_step", old, "ajukan_ulang_dprd")).status_code == 409
    words = signed_in(cast.officer).get(page(play.case)).content.decode()
    assert "Putaran sebelumnya (1)" in words
    assert "Belum dibahas" in words


def test_the_page_costs_the_same_for_more_letters(signed_in, cast, play, django_assert_max_num_queries):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    play.dprd("ajukan_dprd")
    for _number in range(5):
        play.dprd("catat_surat_dprd")
    browser = signed_in(cast.biro)
    with django_assert_max_num_queries(60):
        assert browser.get(page(play.case)).status_code == 200


def test_the_case_page_leads_to_the_questions_and_names_whom_it_waits_for(signed_in, cast, play):
    play.to("uji_dprd")
    words = signed_in(cast.officer).get(play.case.get_absolute_url()).content.decode()
    assert at("dprd_test", play.track(1)) in words
    assert at("dprd_test", play.track(2)) not in words
    play.answer_dprd(yes=True)
    play.dprd("ajukan_dprd")
    words = signed_in(cast.partner).get(play.case.get_absolute_url()).content.decode()
    assert "Balasan pimpinan DPRD – Kabupaten Kutai Kartanegara" in words
    assert "Menunggu DPRD Kabupaten Kutai Kartanegara" in words
    assert "DPRD Kabupaten Kutai Barat: Diperlukan; surat disiapkan" in words


def test_a_third_party_has_no_dprd(signed_in, cast):
    single = Play(cast, "ksdpk_daerah")
    single.to("uji_dprd")
    assert len(signed_in(cast.officer).get(page(single.case)).context["places"]) == 1
