"""Acts on a case through the browser."""

from datetime import date

import pytest
from django.urls import reverse

from ksd.core import clock

pytestmark = pytest.mark.django_db


def url(case, code):
    return reverse("agreements:act", args=[case.public_id, code])


def send(browser, case, code, **given):
    """Open the act's page and send its form with what is given."""
    form = browser.get(url(case, code)).context["form"]
    data = {"form_token": form["form_token"].value(), "seen_state": case.state}
    return browser.post(url(case, code), data | given)


def test_somebody_not_signed_in_is_led_to_the_sign_in(client, play):
    assert client.get(url(play.case, "ajukan_telaah")).status_code == 302


def test_a_stranger_finds_no_act(signed_in, cast, play):
    assert signed_in(cast.stranger).get(url(play.case, "ajukan_telaah")).status_code == 404


def test_a_reader_may_not_act_and_reads_who_may(signed_in, cast, play):
    for browser_act in ("get", "post"):
        page = getattr(signed_in(cast.observer), browser_act)(url(play.case, "ajukan_telaah"))
        assert page.status_code == 403
        assert (
            "tidak berwenang melakukan tindakan ini untuk Kabupaten Kutai Kartanegara"
            in page.content.decode()
        )


def test_an_unknown_act_and_one_only_the_system_takes_are_not_found(signed_in, cast, play):
    browser = signed_in(cast.officer)
    assert browser.get(url(play.case, "entah")).status_code == 404
    assert browser.get(url(play.case, "kb_disepakati")).status_code == 404


def test_an_act_of_another_state_is_impossible(signed_in, cast, play):
    page = signed_in(cast.officer).get(url(play.case, "kirim_penawaran"))
    assert page.status_code == 409
    assert "perkara kini berada pada “Usulan disusun”" in page.content.decode()


def test_looking_at_an_act_changes_nothing(signed_in, cast, play):
    signed_in(cast.officer).get(url(play.case, "ajukan_telaah"))
    assert play.reload().state == "usulan"


def test_the_page_says_what_the_act_means_and_its_article(signed_in, cast, play):
    page = signed_in(cast.officer).get(url(play.case, "ajukan_telaah")).content.decode()
    assert "dari “Usulan disusun” ke “Ditelaah TKKSD”" in page
    assert "Pasal 7 ayat (2) Permendagri 22/2020" in page


def test_an_act_is_taken_and_the_case_page_follows(signed_in, cast, play):
    answer = send(signed_in(cast.officer), play.case, "ajukan_telaah")
    assert answer["Location"] == play.case.get_absolute_url()
    assert play.reload().state == "telaah"


def test_the_same_form_sent_twice_acts_once(signed_in, cast, play):
    play.to("telaah")
    browser = signed_in(cast.tkksd)
    form = browser.get(url(play.case, "kembalikan")).context["form"]
    data = {"form_token": form["form_token"].value(), "seen_state": "telaah", "reason": "Lengkapi."}
    browser.post(url(play.case, "kembalikan"), data)
    again = browser.post(url(play.case, "kembalikan"), data, follow=True)
    assert "sudah dikirim" in again.content.decode()
    assert play.reload().events.filter(arrow="kembalikan").count() == 1


def test_a_reason_the_law_asks_for_must_be_given(signed_in, cast, play):
    play.to("telaah")
    answer = send(signed_in(cast.tkksd), play.case, "kembalikan", reason=" ")
    assert answer.status_code == 422
    assert answer.context["form"].errors["reason"]
    assert play.reload().state == "telaah"


def test_an_officer_cannot_review_in_place_of_the_tkksd(signed_in, cast, play):
    play.to("telaah")
    assert signed_in(cast.officer).get(url(play.case, "lanjutkan")).status_code == 403


def test_an_act_without_its_paper_is_refused_with_article_and_place(signed_in, cast, play):
    play.to("telaah")
    browser = signed_in(cast.tkksd)
    page = browser.get(url(play.case, "lanjutkan")).content.decode()
    assert "Hasil kajian dan telaahan TKKSD belum ada." in page
    answer = send(browser, play.case, "lanjutkan")
    assert answer.status_code == 409
    assert "belum dapat dilakukan" in answer.content.decode()
    assert play.reload().state == "telaah"


def test_the_irreversible_asks_for_a_word_of_confirmation(signed_in, cast, play):
    play.to("penawaran_disiapkan")
    play.paper("surat_penawaran", cast.officer)
    browser = signed_in(cast.officer)
    assert send(browser, play.case, "kirim_penawaran", on="2026-11-21").status_code == 422
    assert send(browser, play.case, "kirim_penawaran", on="2026-11-21", confirm="on").status_code == 302


def test_a_day_before_its_cause_is_refused_and_what_was_typed_stays(signed_in, cast, play):
    play.to("penawaran_terkirim")
    answer = send(signed_in(cast.partner), play.case, "catat_penerimaan", on="2026-11-20")
    assert answer.status_code == 409
    assert "mendahului “Kirim surat penawaran”" in answer.content.decode()
    assert "2026-11-20" in answer.content.decode()


def test_a_day_to_come_is_refused(signed_in, cast, play):
    play.to("penawaran_terkirim")
    answer = send(signed_in(cast.partner), play.case, "catat_penerimaan", on="2026-11-22")
    assert "Tanggal tidak boleh di masa depan." in answer.content.decode()


def test_two_people_acting_at_once_the_second_reads_where_the_case_is_now(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    play.paper("surat_tanggapan", cast.partner)
    browser = signed_in(cast.partner)
    form = browser.get(url(play.case, "terima")).context["form"]
    data = {
        "form_token": form["form_token"].value(),
        "seen_state": "menunggu_tanggapan",
        "on": "2026-11-21",
        "confirm": "on",
    }
    play.act("tolak", cast.partner, reason="Belum ada anggaran.")
    answer = browser.post(url(play.case, "terima"), data)
    assert answer.status_code == 409
    assert "“Ditolak mitra”" in answer.content.decode()


def test_a_form_opened_in_an_earlier_state_is_refused_even_where_the_act_is_still_open(signed_in, cast, play):
    answer = send(
        signed_in(cast.officer), play.case, "batalkan", seen_state="telaah", reason="Batal", confirm="on"
    )
    assert answer.status_code == 409
    assert play.reload().state == "usulan"


def test_the_second_request_waits_until_thirty_days_have_passed_since_receipt(signed_in, cast, play):
    with clock.frozen(date(2026, 11, 1)):
        play.to("menunggu_tanggapan")
        play.paper("permintaan_kedua", cast.officer)
    with clock.frozen(date(2026, 12, 1)):
        page = signed_in(cast.officer).get(url(play.case, "minta_tanggapan_kedua")).content.decode()
        assert "tenggat “Tanggapan atas surat penawaran” belum lewat" in page
    with clock.frozen(date(2026, 12, 2)):
        assert (
            send(signed_in(cast.officer), play.case, "minta_tanggapan_kedua", on="2026-12-02").status_code
            == 302
        )


def test_a_cooperation_ends_for_a_reason_of_the_law(signed_in, cast, play):
    play.to("pelaksanaan")
    browser = signed_in(cast.officer)
    given = {"on": "2026-11-21", "confirm": "on", "reason": "Berita acara 12."}
    assert send(browser, play.case, "akhiri", **given).status_code == 422
    assert send(browser, play.case, "akhiri", **given, reason_code="tujuan_tercapai").status_code == 302
    event = play.reload().events.get(arrow="akhiri")
    assert event.reason == "Tujuan telah tercapai. Berita acara 12."
