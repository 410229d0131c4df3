"""The pages of a cooperation abroad: begun, its partner registered, read while it waits elsewhere, printed."""

import pytest
from django.urls import reverse

from agreements.choices import PartnerClass
from agreements.documents.gather import facts_of
from agreements.documents.printed import sheet_of
from agreements.models import Case, Partner
from agreements.services.naskah import newest_version
from agreements.services.proposal import start_case
from ksd.office.work import waiting_for_others
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
NEW = "/kerja-sama/baru/"


def url(case, name, *more):
    return reverse(f"agreements:{name}", args=[case.public_id, *more])


@pytest.fixture
def draft(cast):
    return start_case(actor=cast.officer, region=cast.kukar, kind="ksdpl", title="Kota kembar")


def register(browser, cast, **given):
    page = browser.get(reverse("agreements:partner_new"))
    data = {
        "form_token": page.context["form"]["form_token"].value(),
        "region": cast.kukar.pk,
        "name": "Pemerintah Kota Contoh",
        "partner_class": PartnerClass.FOREIGN_REGION,
        "country": "Negara Contoh",
    }
    return browser.post(reverse("agreements:partner_new"), data | given)


def test_each_kind_abroad_is_explained_with_its_article(signed_in, cast):
    page = signed_in(cast.officer).get(NEW).content.decode()
    for words in ("KSDPL", "Pasal 6 Permendagri 25/2020", "penerusan kerja sama Pemerintah Pusat"):
        assert words in page


def test_a_partner_abroad_is_registered_with_its_country(signed_in, cast):
    assert register(signed_in(cast.officer), cast).status_code == 302
    assert Partner.objects.get().country == "Negara Contoh"


def test_a_partner_abroad_without_country_is_refused_with_what_was_typed(signed_in, cast):
    answer = register(signed_in(cast.officer), cast, country="")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Isi negara mitra" in page
    assert "Pemerintah Kota Contoh" in page


def test_a_partner_at_home_needs_no_country(signed_in, cast):
    answer = register(signed_in(cast.officer), cast, partner_class="badan_usaha", country="")
    assert answer.status_code == 302


def test_the_form_says_that_a_political_party_is_no_partner(signed_in, cast):
    page = signed_in(cast.officer).get(reverse("agreements:partner_new")).content.decode()
    assert "partai politik" in page


def test_a_partner_abroad_is_invited_and_every_step_of_the_proposal_opens(signed_in, cast, draft):
    browser = signed_in(cast.officer)
    register(browser, cast)
    page = browser.get(url(draft, "proposal", "pihak"))
    assert "Negara Contoh" in page.content.decode()
    data = {"form_token": page.context["token"], "partner": Partner.objects.get().pk}
    assert browser.post(url(draft, "party_add"), data).status_code == 302
    for step in ("data", "pihak", "pertanyaan", "dokumen", "periksa"):
        assert browser.get(url(draft, "proposal", step)).status_code == 200
    assert "hubungan diplomatik" in browser.get(url(draft, "proposal", "pertanyaan")).content.decode()


@pytest.mark.parametrize(
    ("state", "waits"),
    [("rks_di_gubernur", "Gubernur"), ("verifikasi", "Menteri Dalam Negeri"), ("menunggu_dprd", "DPRD")],
)
def test_the_page_says_who_is_awaited_although_no_party(signed_in, cast, state, waits):
    play = Play(cast, "ksdpl")
    play.to(state)
    page = signed_in(cast.officer).get(play.case.get_absolute_url())
    assert page.context["sheet"].turn.names == waits
    assert waits in page.content.decode()
    assert [(row.case, row.names) for row in waiting_for_others(cast.officer)] == [(play.case, waits)]


def test_strangers_readers_and_officers_of_the_province_meet_their_own_answers(signed_in, cast):
    play = Play(cast, "ksdpl")
    play.to("pengajuan_rks")
    page = url(play.case, "act", "ajukan_rks_gubernur")
    assert signed_in(cast.stranger).get(page).status_code == 404
    assert signed_in(cast.observer).get(page).status_code == 403
    assert signed_in(cast.biro).get(page).status_code == 403
    assert signed_in(cast.officer).get(page).status_code == 200
    assert signed_in(cast.officer).get(url(play.case, "act", "langsung_rks")).status_code == 409
    assert signed_in(cast.officer).get(url(play.case, "act", "ajukan_rks_menteri")).status_code == 404


def test_the_text_prints_the_partner_s_country_and_no_articles_of_association(cast):
    play = Play(cast, "ksdpl")
    play.to("penyusunan_loi")
    text = play.draft("loi", years=1)
    sheet = sheet_of(text, newest_version(text))
    [_ours, theirs] = sheet.komparisi
    assert "Negara Contoh" in theirs.text
    assert "Anggaran Dasar" not in theirs.text
    assert facts_of(text).years == 1
    assert [pasal.title for pasal in sheet.pasal][:3] == [
        "MAKSUD DAN TUJUAN",
        "RUANG LINGKUP",
        "MASA BERLAKU",
    ]
    assert Case.objects.get().kind_rule.partner == "overseas"
