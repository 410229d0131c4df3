"""What an admin of one regency finds and may do in the admin, beside that of the province."""

import pytest
from django.urls import reverse

from agreements.models import Clause, OfficeSetting
from ksd.accounts.models import Membership
from ksd.core.models import Job
from ksd.deadlines.models import Notice
from regions.models import Office
from tests import factories
from tests.agreements.playing import Play


@pytest.fixture
def local(cast):
    """The admin of the region that is offered the cooperation."""
    return factories.person("admin.kubar", ("admin", cast.kubar), is_staff=True)


def test_an_admin_finds_the_cases_of_the_own_regions_and_no_others(cast, signed_in, local):
    play = Play(cast)
    play.to("penyusunan_kb")
    for name in ("case", "caseevent", "casedocument", "answer", "party"):
        page = f"/admin/agreements/{name}/"
        assert "Puskesmas Perbatasan" not in signed_in(local).get(page).text, name
        assert "Puskesmas Perbatasan" in signed_in(cast.admin).get(page).text, name
    change = reverse("admin:agreements_case_change", args=[play.case.pk])
    assert signed_in(local).get(change).status_code == 302


def test_an_admin_finds_notices_and_background_work_of_the_own_people_only(cast, signed_in, local):
    for person in (cast.officer, cast.partner):
        name = person.username
        Notice.objects.create(user=person, key=name, kind="kasus", title=f"Kabar {name}")
        Job.objects.create(kind="uji", key=name, label=f"Tugas {name}", created_by=person)
    for page, word in (("/admin/deadlines/notice/", "Kabar"), ("/admin/core/job/", "Tugas")):
        seen = signed_in(local).get(page).text
        assert f"{word} petugas.kubar" in seen
        assert f"{word} petugas.kukar" not in seen


@pytest.mark.parametrize("page", ["agreements/officesetting", "deadlines/holiday", "regions/legalbasis"])
def test_tables_shared_by_all_regions_are_changed_by_higher_admins_only(cast, signed_in, local, page):
    assert signed_in(local).get(f"/admin/{page}/").status_code == 200
    assert signed_in(local).get(f"/admin/{page}/add/").status_code == 403
    assert signed_in(cast.admin).get(f"/admin/{page}/add/").status_code == 200


def test_a_shared_row_is_only_read_by_a_local_admin(signed_in, local):
    setting = OfficeSetting.objects.create(code="hari_permendagri_22", value="working")
    clause = Clause.objects.create(naskah_kind="kb", code="x", title="LAMA")
    for row in (setting, clause):
        change = reverse(f"admin:agreements_{row._meta.model_name}_change", args=[row.pk])
        assert signed_in(local).post(change, {"value": "calendar", "title": "BARU"}).status_code == 403


def test_the_directory_of_another_region_is_only_read(cast, signed_in, local):
    office = Office.objects.create(region=cast.kukar, name="Setda", kind="lainnya")
    change = reverse("admin:regions_office_change", args=[office.pk])
    assert signed_in(local).post(change, {"name": "Lain"}).status_code == 403
    given = {"region": cast.kukar.pk, "name": "Bagian", "kind": "bagian"}
    signed_in(local).post(reverse("admin:regions_office_add"), given)
    assert Office.objects.count() == 1
    signed_in(local).post(reverse("admin:regions_office_add"), given | {"region": cast.kubar.pk})
    assert Office.objects.filter(region=cast.kubar, name="Bagian").exists()


def test_whoever_will_act_for_a_higher_region_is_only_read(cast, signed_in, local):
    Membership.objects.create(
        user=cast.partner, region=cast.kaltim, role="biro_head", valid_from="2027-01-01"
    )
    assert signed_in(local).get(f"/admin/accounts/user/{cast.partner.pk}/password/").status_code == 403


def test_a_role_is_not_given_to_people_the_admin_does_not_find(cast, signed_in, local):
    data = {"user": cast.biro.pk, "region": cast.kubar.pk, "role": "observer", "valid_from": "2026-11-21"}
    signed_in(local).post("/admin/accounts/membership/add/", data)
    assert not cast.biro.memberships.filter(region=cast.kubar).exists()
