"""Admin of cooperations: searchable, read only where history matters, open questions answered with a name."""

import pytest
from django.apps import apps
from django.contrib import admin

from agreements.models import OfficeSetting

pytestmark = pytest.mark.django_db
SETTINGS = "/admin/agreements/officesetting/"


def test_every_table_of_agreements_has_its_admin_with_search_and_filters():
    within = {rows.model for page in admin.site._registry.values() for rows in page.inlines}
    for model in apps.get_app_config("agreements").get_models():
        if model._meta.auto_created or (model in within and model not in admin.site._registry):
            continue
        page = admin.site._registry[model]
        assert page.search_fields, model
        assert page.list_filter or model is OfficeSetting, model


@pytest.mark.parametrize(
    "name",
    ["case", "caseevent", "casedocument", "answer", "party", "partner", "naskah", "naskahversion",
     "naskahparty", "naskahapproval", "clause", "officesetting"],
)  # fmt: skip
def test_every_list_opens_and_can_be_searched(signed_in, cast, play, name):
    play.to("penandatanganan_kb")
    browser = signed_in(cast.admin)
    assert browser.get(f"/admin/agreements/{name}/").status_code == 200
    assert browser.get(f"/admin/agreements/{name}/", {"q": "puskesmas"}).status_code == 200


def test_an_officer_does_not_enter_the_admin(signed_in, cast):
    assert signed_in(cast.officer).get("/admin/agreements/case/").status_code in (302, 403)


def test_a_case_is_read_with_its_parties_and_history_but_not_changed(signed_in, cast, play):
    browser = signed_in(cast.admin)
    page = browser.get(f"/admin/agreements/case/{play.case.pk}/change/")
    assert page.status_code == 200
    assert "Usulan dibuat" in page.content.decode()
    assert (
        browser.post(f"/admin/agreements/case/{play.case.pk}/change/", {"title": "Lain"}).status_code == 403
    )
    assert browser.get("/admin/agreements/case/add/").status_code == 403
    assert browser.get(f"/admin/agreements/case/{play.case.pk}/delete/").status_code == 403


def test_cases_are_filtered_by_the_names_of_the_packs(signed_in, cast, play):
    browser = signed_in(cast.admin)
    assert "1 " in browser.get("/admin/agreements/case/", {"keadaan": "usulan"}).content.decode()
    page = browser.get("/admin/agreements/case/", {"jenis": "ksdd_wajib"})
    assert play.case.title not in page.content.decode()


def test_the_history_is_never_rewritten(signed_in, cast, play):
    event = play.case.events.first()
    answer = signed_in(cast.admin).post(f"/admin/agreements/caseevent/{event.pk}/change/", {"label": "Lain"})
    assert answer.status_code == 403


def test_an_open_question_is_explained_with_its_options(signed_in, cast):
    page = signed_in(cast.admin).get(f"{SETTINGS}add/").content.decode()
    assert "Jenis hari untuk tenggat Permendagri 22/2020" in page
    assert "calendar = Hari kalender" in page


def test_the_offices_answer_keeps_who_gave_it(signed_in, cast):
    data = {"code": "hari_permendagri_22", "value": "working", "note": "Surat Biro Hukum"}
    assert signed_in(cast.admin).post(f"{SETTINGS}add/", data).status_code == 302
    setting = OfficeSetting.objects.get()
    assert (setting.value, setting.changed_by) == ("working", cast.admin)
    assert "Hari kerja" in signed_in(cast.admin).get(SETTINGS).content.decode()


def test_an_answer_that_is_none_of_the_options_is_refused(signed_in, cast):
    data = {"code": "hari_permendagri_22", "value": "kadang-kadang", "note": ""}
    page = signed_in(cast.admin).post(f"{SETTINGS}add/", data)
    assert "Pilih salah satu: Hari kalender, Hari kerja." in page.content.decode()
    assert not OfficeSetting.objects.exists()


def test_an_answered_question_is_changed_by_choice_and_not_deleted(signed_in, cast):
    setting = OfficeSetting.objects.create(code="hari_permendagri_22", value="working")
    browser = signed_in(cast.admin)
    page = browser.get(f"{SETTINGS}{setting.pk}/change/").content.decode()
    assert '<option value="calendar">Hari kalender</option>' in page
    browser.post(f"{SETTINGS}{setting.pk}/change/", {"value": "calendar", "note": ""})
    setting.refresh_from_db()
    assert (setting.value, setting.changed_by) == ("calendar", cast.admin)
    assert browser.get(f"{SETTINGS}{setting.pk}/delete/").status_code == 403
