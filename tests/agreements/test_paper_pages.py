"""A paper of a case: its form from the law pack, its revisions, its file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.models import CaseDocument
from tests.agreements.playing import scan

pytestmark = pytest.mark.django_db


def url(case, kind, name="paper", *more):
    return reverse(f"agreements:{name}", args=[case.public_id, kind, *more])


def write(browser, case, kind, **given):
    form = browser.get(url(case, kind)).context["form"]
    data = {"form_token": form["form_token"].value(), "seen_revision": form["seen_revision"].value()}
    return browser.post(url(case, kind), data | given)


def newest(case, kind):
    return CaseDocument.objects.current().get(case=case, kind=kind)


def test_somebody_not_signed_in_is_led_to_the_sign_in(client, play):
    assert client.get(url(play.case, "kak")).status_code == 302


def test_a_stranger_finds_no_paper(signed_in, cast, play):
    play.to("penawaran_terkirim")
    assert signed_in(cast.stranger).get(url(play.case, "kak")).status_code == 404


def test_the_form_asks_every_item_of_the_law_with_its_help(signed_in, cast, play):
    page = signed_in(cast.officer).get(url(play.case, "kak")).content.decode()
    for item in play.case.pack.document("kak").items:
        assert item.label in page
    assert "Pasal 7 ayat (2) Permendagri 22/2020" in page


def test_an_unfinished_paper_is_saved_and_says_what_it_lacks(signed_in, cast, play):
    browser = signed_in(cast.officer)
    assert write(browser, play.case, "kak", isi_latar_belakang="Sampah menumpuk.").status_code == 302
    paper = newest(play.case, "kak")
    assert (paper.revision, paper.fields["latar_belakang"], paper.fields["manfaat"]) == (
        2,
        "Sampah menumpuk.",
        "",
    )
    assert "“Manfaat” belum diisi." in browser.get(url(play.case, "kak")).content.decode()


def test_older_revisions_stay(signed_in, cast, play):
    write(signed_in(cast.officer), play.case, "kak", isi_latar_belakang="Baru")
    assert [row.revision for row in CaseDocument.objects.filter(case=play.case, kind="kak")] == [2, 1]


def test_a_paper_changed_by_somebody_else_meanwhile_keeps_what_was_typed(signed_in, cast, play):
    browser = signed_in(cast.officer)
    write(browser, play.case, "kak", isi_latar_belakang="Dari rekan kerja")
    late = write(browser, play.case, "kak", seen_revision=1, isi_latar_belakang="Tulisan saya")
    assert late.status_code == 409
    assert "sudah diubah oleh" in late.content.decode()
    assert "Tulisan saya" in late.content.decode()
    assert late.context["form"]["seen_revision"].value() == "2"


def test_a_reader_reads_the_paper_and_is_given_no_form(signed_in, cast, play):
    page = signed_in(cast.observer).get(url(play.case, "kak"))
    assert page.status_code == 200
    assert page.context["form"] is None
    assert "Isi contoh" in page.content.decode()


def test_a_reader_who_sends_a_form_all_the_same_changes_nothing(signed_in, cast, play):
    answer = signed_in(cast.observer).post(url(play.case, "kak"), {"form_token": "x1", "seen_revision": 1})
    assert answer.status_code == 403
    assert newest(play.case, "kak").revision == 1


def test_a_paper_whose_time_is_over_is_refused_with_the_stage(signed_in, cast, play):
    play.to("penawaran_disiapkan")
    answer = signed_in(cast.officer).post(url(play.case, "kak"), {"form_token": "x1", "seen_revision": 1})
    assert answer.status_code == 409


def test_a_paper_this_kind_does_not_use_is_not_found(signed_in, cast, play):
    assert signed_in(cast.officer).get(url(play.case, "berita_acara_pemetaan")).status_code == 404
    assert signed_in(cast.officer).get(url(play.case, "entah")).status_code == 404


def test_a_partner_never_finds_the_internal_review(signed_in, cast, play):
    play.to("penawaran_terkirim")
    assert signed_in(cast.partner).get(url(play.case, "telaah_tkksd")).status_code == 404
    assert signed_in(cast.partner).get(url(play.case, "kak")).status_code == 200


def test_a_letters_date_in_the_future_is_refused(signed_in, cast, play):
    play.to("penawaran_disiapkan")
    answer = write(signed_in(cast.officer), play.case, "surat_penawaran", number="1", dated="2026-11-22")
    assert answer.status_code == 409
    assert "Tanggal surat tidak boleh di masa depan." in answer.content.decode()


def test_a_wrong_file_is_refused_with_what_to_do(signed_in, cast, play):
    wrong = SimpleUploadedFile("surat.exe", b"MZ")
    answer = write(signed_in(cast.officer), play.case, "kak", upload=wrong)
    assert answer.status_code == 422
    assert "tidak diterima" in answer.content.decode()


def test_a_file_stays_when_only_the_words_change(signed_in, cast, play):
    browser = signed_in(cast.officer)
    write(browser, play.case, "kak", upload=scan("kak.pdf"))
    write(browser, play.case, "kak", isi_latar_belakang="Baru")
    assert newest(play.case, "kak").file.name == "kak.pdf"


def test_a_file_is_read_by_both_sides_once_it_was_sent(signed_in, cast, play):
    play.to("penawaran_terkirim")
    address = url(play.case, "surat_penawaran", "paper_file", 1)
    for reader in (cast.officer, cast.observer, cast.partner):
        answer = signed_in(reader).get(address)
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert signed_in(cast.stranger).get(address).status_code == 404


def test_the_file_of_an_unsent_letter_is_hidden_from_the_partner(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    play.paper("permintaan_kedua", cast.officer)
    assert signed_in(cast.partner).get(url(play.case, "permintaan_kedua", "paper_file", 1)).status_code == 404


def test_the_blank_form_is_a_word_document_with_every_item(signed_in, cast, play):
    answer = signed_in(cast.officer).get(url(play.case, "kak", "paper_template"))
    text = ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()
    assert answer["Content-Disposition"] == 'attachment; filename="format-kak.docx"'
    assert "Latar belakang" in text
    assert "Pembiayaan" in text
