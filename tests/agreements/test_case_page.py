"""The page of one cooperation."""

from datetime import date

import pytest

from agreements.models import CaseEvent
from ksd.core import clock

pytestmark = pytest.mark.django_db


def shown(browser, case):
    response = browser.get(case.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_somebody_not_signed_in_is_led_to_the_sign_in(client, play):
    assert client.get(play.case.get_absolute_url()).status_code == 302


def test_a_stranger_finds_no_such_page(signed_in, cast, play):
    play.to("penawaran_terkirim")
    assert signed_in(cast.stranger).get(play.case.get_absolute_url()).status_code == 404


def test_a_partner_finds_no_such_page_before_the_offer(signed_in, cast, play):
    assert signed_in(cast.partner).get(play.case.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "state",
    [
        "usulan",
        "telaah",
        "penawaran_terkirim",
        "menunggu_tanggapan",
        "penyusunan_kb",
        "uji_dprd",
        "pelaksanaan",
    ],
)
def test_the_page_opens_in_every_part_of_its_life_for_both_sides(signed_in, cast, play, state):
    case = play.to(state)
    for reader in (cast.officer, cast.observer, cast.biro, cast.tkksd):
        assert case.state_label in shown(signed_in(reader), case)
    if case.state not in ("usulan", "telaah"):
        assert case.state_label in shown(signed_in(cast.partner), case)


def test_the_page_says_whose_turn_it_is_for_how_many_days_and_until_when(signed_in, cast, play):
    with clock.frozen(date(2026, 11, 1)):
        play.to("menunggu_tanggapan")
    page = shown(signed_in(cast.officer), play.case)
    assert "Menunggu tanggapan mitra" in page
    assert "sudah 20 hari" in page
    assert "1 Desember 2026" in page
    assert "Pasal 8 ayat (3) Permendagri 22/2020" in page


def test_the_one_whose_turn_it_is_finds_the_acts_as_buttons(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    page = shown(signed_in(cast.partner), play.case)
    assert f"/kerja-sama/{play.case.public_id}/tindakan/terima/" in page
    assert "Giliran Anda" in page


def test_an_act_that_lacks_a_paper_says_which_and_where_to_write_it(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    page = shown(signed_in(cast.partner), play.case)
    assert "Surat tanggapan atas penawaran belum ada." in page
    assert f"/kerja-sama/{play.case.public_id}/dokumen/surat_tanggapan/" in page


def test_the_other_side_reads_whom_the_case_waits_for(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    page = shown(signed_in(cast.officer), play.case)
    assert "Menunggu Kepala Daerah mitra (Kabupaten Kutai Barat)" in page


def test_an_observer_reads_everything_and_is_offered_no_act(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    assert "/tindakan/" not in shown(signed_in(cast.observer), play.case)


def test_a_partner_does_not_read_the_internal_review_or_what_came_before_the_offer(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    page = shown(signed_in(cast.partner), play.case)
    assert "telaahan TKKSD" not in page
    assert "Usulan dibuat" not in page
    assert "Usulan dibuat" in shown(signed_in(cast.officer), play.case)


def test_a_returned_case_shows_the_reason_on_top(signed_in, cast, play):
    play.to("telaah")
    play.act("kembalikan", cast.tkksd, reason="Lengkapi analisis dampak.")
    page = shown(signed_in(cast.officer), play.case)
    assert page.index("Lengkapi analisis dampak.") < page.index('id="dokumen"')


def test_the_stages_of_the_law_show_how_far_the_case_has_come(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    page = shown(signed_in(cast.officer), play.case)
    assert "Tahap 2 dari 10: Penawaran" in page


def test_the_officer_is_led_to_write_the_kb_once_the_offer_is_accepted(signed_in, cast, play):
    play.to("penyusunan_kb")
    assert "Susun Kesepakatan Bersama" in shown(signed_in(cast.officer), play.case)
    assert "Susun Kesepakatan Bersama" not in shown(signed_in(cast.partner), play.case)


def test_each_party_reads_the_word_of_the_other_on_the_text(signed_in, cast, play):
    play.to("penandatanganan_kb")
    page = shown(signed_in(cast.partner), play.case)
    assert "Persetujuan para pihak" in page
    assert cast.officer.full_name in page


def test_the_history_names_person_role_and_reason(signed_in, cast, play):
    play.to("telaah")
    play.act("kembalikan", cast.tkksd, reason="Lengkapi analisis dampak.")
    page = shown(signed_in(cast.officer), play.case)
    assert "Contoh Tkksd.Kukar" in page
    assert "Anggota TKKSD – Kabupaten Kutai Kartanegara" in page


def test_a_long_history_costs_as_many_queries_as_a_short_one(
    signed_in, cast, play, django_assert_num_queries, django_assert_max_num_queries
):
    play.to("menunggu_tanggapan")
    browser = signed_in(cast.officer)
    shown(browser, play.case)
    with django_assert_max_num_queries(60) as short:
        shown(browser, play.case)
    event = CaseEvent.objects.filter(case=play.case).latest("pk")
    for _number in range(20):
        event.pk = None
        event.save()
    with django_assert_num_queries(len(short)):
        shown(browser, play.case)
