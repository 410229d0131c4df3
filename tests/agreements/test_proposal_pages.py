"""The guided proposal: begun, written step by step, checked and submitted."""

import pytest
from django.urls import reverse

from agreements.models import Case
from agreements.services.proposal import start_case
from ksd.core.models import FormToken

pytestmark = pytest.mark.django_db
NEW = "/kerja-sama/baru/"


@pytest.fixture
def draft(cast):
    return start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_wajib", title="Sampah perbatasan")


def step(case, name):
    return reverse("agreements:proposal", args=[case.public_id, name])


def start(browser, **given):
    form = browser.get(NEW).context["form"]
    data = {"form_token": form["form_token"].value(), "kind": "ksdd_wajib", "title": "Sampah perbatasan"}
    return browser.post(NEW, data | given)


def details(browser, case, **given):
    form = browser.get(step(case, "data")).context["form"]
    data = {
        "form_token": form["form_token"].value(),
        "seen_revision": form["seen_revision"].value(),
        "title": case.title,
        "proposed_years": 5,
    }
    return browser.post(step(case, "data"), data | given)


def test_somebody_not_signed_in_is_led_to_the_sign_in(client, draft):
    assert client.get(NEW).status_code == 302
    assert client.get(step(draft, "data")).status_code == 302


def test_an_observer_may_not_begin_a_proposal_and_reads_why(signed_in, cast):
    page = signed_in(cast.observer).get(NEW)
    assert page.status_code == 403
    assert "tidak memuat kewenangan mengusulkan" in page.content.decode()


def test_each_kind_is_explained_with_its_article(signed_in, cast):
    page = signed_in(cast.officer).get(NEW).content.decode()
    for words in ("KSDD wajib", "Pasal 364 ayat (1) UU 23/2014", "KSDPK prakarsa pihak ketiga"):
        assert words in page


def test_an_officer_begins_a_draft_and_goes_on_to_its_data(signed_in, cast):
    answer = start(signed_in(cast.officer), region=cast.kukar.pk)
    case = Case.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == step(case, "data")
    assert case.initiator.region == cast.kukar


def test_a_foreign_regions_id_in_the_form_begins_nothing(signed_in, cast):
    answer = start(signed_in(cast.officer), region=cast.kubar.pk)
    assert answer.status_code == 422
    assert not Case.objects.exists()


def test_the_same_form_sent_twice_begins_one_case_and_leads_to_it(signed_in, cast):
    browser = signed_in(cast.officer)
    token = browser.get(NEW).context["form"]["form_token"].value()
    data = {"form_token": token, "region": cast.kukar.pk, "kind": "ksdd_wajib", "title": "Sampah"}
    first, second = browser.post(NEW, data), browser.post(NEW, data)
    assert Case.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_a_stranger_finds_no_step(signed_in, cast, draft):
    assert signed_in(cast.stranger).get(step(draft, "data")).status_code == 404


def test_a_reader_may_not_write_the_proposal(signed_in, cast, draft):
    page = signed_in(cast.observer).get(step(draft, "data"))
    assert page.status_code == 403
    assert "hanya dapat diubah oleh petugas Kabupaten Kutai Kartanegara" in page.content.decode()


def test_a_submitted_proposal_is_no_longer_written(signed_in, cast, play):
    play.to("telaah")
    page = signed_in(cast.officer).get(step(play.case, "data"))
    assert page.status_code == 409
    assert "tidak dapat diubah pada tahap" in page.content.decode()


def test_an_unknown_step_is_not_found(signed_in, cast, draft):
    assert signed_in(cast.officer).get(step(draft, "entah")).status_code == 404


@pytest.mark.parametrize("name", ["data", "pihak", "pertanyaan", "dokumen", "periksa"])
def test_every_step_opens_for_its_writer(signed_in, cast, draft, name):
    assert signed_in(cast.officer).get(step(draft, name)).status_code == 200


def test_data_is_saved_unfinished_as_a_draft(signed_in, cast, draft):
    answer = details(signed_in(cast.officer), draft, summary="Baru separuh")
    draft.refresh_from_db()
    assert answer["Location"] == step(draft, "data")
    assert (draft.summary, draft.location) == ("Baru separuh", "")


def test_the_data_step_can_lead_on_to_the_parties(signed_in, cast, draft):
    assert details(signed_in(cast.officer), draft, lanjut="1")["Location"] == step(draft, "pihak")


def test_a_form_opened_before_somebody_elses_change_keeps_what_was_typed(signed_in, cast, draft):
    browser = signed_in(cast.officer)
    details(browser, draft, summary="Dari rekan kerja")
    late = details(browser, draft, seen_revision=0, summary="Tulisan saya yang panjang")
    page = late.content.decode()
    assert late.status_code == 409
    assert "sudah disimpan lagi sesudah Anda membukanya" in page
    assert "Tulisan saya yang panjang" in page
    assert "Dari rekan kerja" in page
    assert late.context["form"]["seen_revision"].value() == "1"
    assert "Anda sendiri menyimpannya pada" in page


def test_the_panel_of_a_conflict_shows_every_field_and_whose_it_is(signed_in, cast, play):
    office, sector = play.offices[cast.kukar.pk], play.urusan
    FormToken.objects.create(user=cast.head, token="lain", result=step(play.case, "data"))
    late = details(signed_in(cast.officer), play.case, seen_revision=0)
    page = late.content.decode()
    panel = page[page.index("Data terbaru yang tersimpan") : page.index("</dl>")]
    for shown in (
        cast.head.full_name,
        "Puskesmas Perbatasan",
        "Kecamatan Jempang",
        "5 tahun",
        str(office),
        sector.name,
    ):
        assert shown in panel


def test_another_regions_office_is_no_choice(signed_in, cast, play):
    foreign = play.offices[cast.kubar.pk]
    answer = details(signed_in(cast.officer), play.case, office=foreign.pk)
    assert answer.status_code == 422


@pytest.mark.parametrize("years", ["0", "51", "lima"])
def test_years_beyond_reason_are_refused_at_the_field(signed_in, cast, draft, years):
    answer = details(signed_in(cast.officer), draft, proposed_years=years)
    assert answer.status_code == 422
    assert answer.context["form"].errors["proposed_years"]


def test_questions_are_answered_with_their_reasons(signed_in, cast, draft):
    browser = signed_in(cast.officer)
    form = browser.get(step(draft, "pertanyaan")).context["form"]
    data = {
        "form_token": form["form_token"].value(),
        "jawab_berbatasan": "ya",
        "alasan_berbatasan": "Di Jempang",
    }
    browser.post(step(draft, "pertanyaan"), data)
    answer = draft.answers.get()
    assert (answer.question, answer.yes, answer.reason) == ("berbatasan", True, "Di Jempang")


def test_the_offices_checklist_is_marked_as_no_law(signed_in, cast, draft):
    page = signed_in(cast.officer).get(step(draft, "pertanyaan")).content.decode()
    assert "Daftar periksa kantor" in page
    assert "Bukan syarat dalam peraturan" in page


def test_the_check_lists_everything_missing_with_article_and_place(signed_in, cast, draft):
    page = signed_in(cast.officer).get(step(draft, "periksa")).content.decode()
    assert "Mitra kerja sama belum dipilih." in page
    assert "Kerangka Acuan Kerja (KAK) belum ada." in page
    assert "Pasal 7 ayat (2) Permendagri 22/2020" in page
    assert step(draft, "pihak") in page
    assert "disabled" in page


def test_a_complete_proposal_is_submitted_from_the_check(signed_in, cast, play):
    browser = signed_in(cast.officer)
    page = browser.get(step(play.case, "periksa"))
    form = page.context["form"]
    data = {"form_token": form["form_token"].value(), "seen_state": form["seen_state"].value()}
    assert browser.post(page.context["act_url"], data).status_code == 302
    assert play.reload().state_label == "Ditelaah TKKSD"


def test_a_returned_proposal_shows_the_reason_and_keeps_everything(signed_in, cast, play):
    play.to("telaah")
    play.act("kembalikan", cast.tkksd, reason="Lengkapi analisis dampak.")
    page = signed_in(cast.officer).get(step(play.case, "data")).content.decode()
    assert "Lengkapi analisis dampak." in page
    assert "Kecamatan Jempang" in page
