"""The first page and the inbox: what waits for whom, since when, until when."""

from datetime import timedelta

import pytest

from agreements.services.proposal import start_case
from ksd.core import clock
from tests import factories
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
PAGES = ["/", "/pekerjaan/"]


def later(days):
    return clock.frozen(factories.TODAY + timedelta(days=days))


def titles(rows):
    return [row.case.title for row in rows]


@pytest.mark.parametrize("path", PAGES)
def test_somebody_not_signed_in_is_led_to_the_sign_in(client, path):
    assert client.get(path).url == f"/akun/login/?next={path}"


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_only_read(signed_in, cast, path):
    assert signed_in(cast.officer).post(path).status_code == 405


def test_a_person_without_a_role_is_told_whom_to_ask(signed_in, cast, play):
    page = signed_in(cast.nobody).get("/")
    words = page.content.decode()
    assert "Anda belum mempunyai peran. Mintalah admin daerah Anda memberi peran." in words
    assert "Belum ada kerja sama yang dapat Anda lihat." in words
    assert "Buat usulan" not in words
    assert play.case.title not in words
    assert (page.context["mine_count"], page.context["others_count"], page.context["late_count"]) == (0, 0, 0)


def test_an_empty_inbox_says_so(signed_in, cast):
    words = signed_in(cast.officer).get("/pekerjaan/").content.decode()
    for sentence in ("Tidak ada yang menunggu Anda", "Tidak ada yang menunggu pihak lain", "Buat usulan"):
        assert sentence in words


def test_the_officer_reads_what_waits_for_the_region_and_for_how_long(signed_in, cast, play):
    with later(3):
        page = signed_in(cast.officer).get("/pekerjaan/")
        assert titles(page.context["mine"]) == [play.case.title]
        words = page.content.decode()
    assert play.case.get_absolute_url() in words
    assert "Usulan disusun" in words
    assert "3 hari" in words


def test_a_proposal_of_today_waits_since_today(signed_in, cast, play):
    assert "hari ini" in signed_in(cast.officer).get("/pekerjaan/").content.decode()


def test_after_the_offer_it_is_the_partners_turn(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    with later(5):
        own = signed_in(cast.officer).get("/pekerjaan/")
        assert titles(own.context["mine"]) == []
        assert titles(own.context["others"]) == [play.case.title]
        assert "Menunggu: Kabupaten Kutai Barat" in " ".join(own.content.decode().split())
        theirs = signed_in(cast.partner).get("/pekerjaan/")
        assert titles(theirs.context["mine"]) == [play.case.title]
        assert theirs.context["mine"][0].days == 5


def test_the_partner_knows_nothing_before_the_offer(signed_in, cast, play):
    play.to("penawaran_disiapkan")
    page = signed_in(cast.partner).get("/pekerjaan/")
    assert play.case.title not in page.content.decode()


def test_a_stranger_sees_nothing(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    for path in PAGES:
        assert play.case.title not in signed_in(cast.stranger).get(path).content.decode()


def test_the_province_watches_its_regencies_without_having_to_act(signed_in, cast, play):
    page = signed_in(cast.biro).get("/")
    assert page.context["mine_count"] == 0
    assert page.context["others_count"] == 1


def test_waiting_for_the_dprd_is_waiting_for_somebody_else(signed_in, cast, play):
    play.to("uji_dprd")
    play.answer_dprd(yes=True)
    for order in (1, 2):
        play.dprd("ajukan_dprd", order)
    page = signed_in(cast.officer).get("/pekerjaan/")
    assert titles(page.context["others"]) == [play.case.title]
    assert "DPRD" in page.content.decode()


def test_what_waited_longest_stands_first(signed_in, cast, play):
    with later(-4):
        start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title="Usulan lama")
    page = signed_in(cast.officer).get("/pekerjaan/")
    assert titles(page.context["mine"]) == ["Usulan lama", play.case.title]


def test_a_case_that_ended_waits_for_nobody(signed_in, cast, play):
    play.act("batalkan", cast.officer, reason="Tidak jadi")
    page = signed_in(cast.officer).get("/")
    assert page.context["mine_count"] == page.context["others_count"] == 0


def test_a_term_is_shown_with_its_day_and_counted_once_it_has_passed(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    browser = signed_in(cast.officer)
    with later(30):
        page = browser.get("/")
        assert page.context["late_count"] == 0
        assert "21 Desember 2026" in page.content.decode()
        assert "hari ini" in page.content.decode()
    with later(32):
        page = browser.get("/")
        assert page.context["late_count"] == 1
        assert "terlewat 2 hari" in page.content.decode()


def test_a_text_near_its_end_is_listed_and_counted(signed_in, cast, play):
    play.to("pelaksanaan")
    text = play.case.naskah.get(kind="pks")
    with clock.frozen(text.ends_on - timedelta(days=25)):
        page = signed_in(cast.officer).get("/")
        assert list(page.context["ending"]) == [text]
        assert page.context["ending_count"] == 1
        assert text.get_absolute_url() in page.content.decode()
    with clock.frozen(text.ends_on - timedelta(days=95)):
        assert signed_in(cast.officer).get("/").context["ending_count"] == 0


def test_the_stages_count_the_open_cases_and_lead_to_the_list_of_them(signed_in, cast, play):
    play.to("menunggu_tanggapan")
    start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title="Usulan baru")
    browser = signed_in(cast.officer)
    stages = browser.get("/").context["stages"]
    assert [(stage.label, stage.count) for stage in stages] == [("Persiapan", 1), ("Penawaran", 1)]
    for stage in stages:
        assert len(browser.get(stage.url).context["rows"]) == stage.count


@pytest.mark.parametrize(("path", "queries"), [("/", 14), ("/pekerjaan/", 14)])
def test_twenty_cases_cost_as_many_queries_as_one(signed_in, cast, path, queries, django_assert_num_queries):
    Play(cast).to("menunggu_tanggapan")
    start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title="Usulan")
    browser = signed_in(cast.officer)
    browser.get(path)
    with django_assert_num_queries(queries):
        browser.get(path)
    for number in range(9):
        Play(cast).to("menunggu_tanggapan")
        start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title=f"Usulan {number}")
    with django_assert_num_queries(queries):
        browser.get(path)
