"""The admin of people and roles: what an admin of a region finds, may do, and may not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ksd.accounts.models import Membership, User
from tests import factories

USERS = "/admin/accounts/user/"
ROLES = "/admin/accounts/membership/"
IMPORT = "/admin/accounts/user/impor/"


@pytest.fixture
def outsider(cast):
    java = factories.region("35", "Jawa Timur", "provinsi", cast.nation)
    return factories.person("orang.jatim", ("observer", java))


@pytest.fixture
def site(cast, signed_in):
    return signed_in(cast.admin)


def inline(**row):
    data = {"memberships-TOTAL_FORMS": "1", "memberships-INITIAL_FORMS": "0"}
    return data | {f"memberships-0-{name}": value for name, value in row.items()}


def test_an_admin_finds_the_people_of_the_own_regions_only(site, cast, outsider):
    page = site.get(USERS).text
    assert "petugas.kukar" in page
    assert "orang.jatim" not in page
    assert site.get(f"{USERS}{outsider.pk}/change/").status_code == 302
    assert "orang.jatim" not in site.get(ROLES).text


@pytest.mark.parametrize("query", ["?q=kutai", "?peran=tkksd", "?peran=tanpa", "?is_active__exact=1"])
def test_people_are_searched_and_filtered(site, query):
    assert site.get(USERS + query).status_code == 200


@pytest.mark.parametrize(
    "query", ["?q=kutai", "?keadaan=berlaku", "?keadaan=akan", "?keadaan=berakhir", "?role__exact=tkksd"]
)
def test_roles_are_searched_and_filtered(site, query):
    assert site.get(ROLES + query).status_code == 200


def test_a_list_of_people_costs_the_same_for_any_number(site, cast, django_assert_max_num_queries):
    for number in range(20):
        factories.person(f"banyak{number}", ("observer", cast.kukar), ("tkksd", cast.kubar))
    with django_assert_max_num_queries(10):
        site.get(USERS)
    with django_assert_max_num_queries(9):
        site.get(ROLES)


def test_a_new_person_comes_with_a_role_given_by_the_admin(site, cast):
    data = {
        "username": "baru",
        "full_name": "Contoh Baru",
        "email": "baru@contoh.test",
        "phone": "",
        "usable_password": "false",
    }
    answer = site.post(
        f"{USERS}add/",
        data | inline(region=cast.kukar.pk, role="observer", office="", valid_from="21-11-2026", valid_to=""),
    )
    assert answer.status_code == 302, answer.context["errors"]
    membership = Membership.objects.get(user__username="baru")
    assert membership.granted_by == cast.admin


def test_a_person_without_a_role_or_with_a_foreign_one_is_not_made(site, cast):
    data = {
        "username": "baru",
        "full_name": "Contoh Baru",
        "email": "",
        "phone": "",
        "usable_password": "false",
    }
    assert site.post(f"{USERS}add/", data | inline()).status_code == 200
    page = site.post(
        f"{USERS}add/",
        data
        | inline(region=cast.nation.pk, role="observer", office="", valid_from="21-11-2026", valid_to=""),
    )
    assert "Anda tidak mengelola akun untuk" in page.text
    assert not User.objects.filter(username="baru").exists()


def test_powers_beyond_roles_are_not_in_an_admins_hands(site, cast):
    page = site.get(f"{USERS}{cast.officer.pk}/change/").text
    assert "is_superuser" not in page
    site.post(
        f"{USERS}{cast.officer.pk}/change/",
        {"username": "petugas.kukar", "full_name": "X", "is_superuser": "on", "is_staff": "on"} | inline(),
    )
    cast.officer.refresh_from_db()
    assert not cast.officer.is_superuser
    assert not cast.officer.is_staff


def test_whoever_also_acts_elsewhere_is_only_read(site, cast):
    wide = factories.person("luas", ("observer", cast.kukar), ("observer", cast.nation))
    assert site.get(f"{USERS}{wide.pk}/password/").status_code == 403
    answer = site.post(f"{USERS}{wide.pk}/change/", {"username": "dicuri", "full_name": "X"} | inline())
    assert answer.status_code == 403
    root = factories.person("akar", ("observer", cast.kukar), is_superuser=True)
    assert site.get(f"{USERS}{root.pk}/password/").status_code == 403


def test_nobody_is_deleted(site, cast):
    assert site.post(f"{USERS}{cast.officer.pk}/delete/", {"post": "yes"}).status_code == 403
    assert (
        site.post(f"{ROLES}{cast.officer.memberships.get().pk}/delete/", {"post": "yes"}).status_code == 403
    )
    site.post(USERS, {"action": "delete_selected", "_selected_action": [cast.officer.pk], "post": "yes"})
    assert User.objects.filter(pk=cast.officer.pk).exists()


def test_an_account_is_closed_and_reopened_by_an_action(site, cast):
    site.post(USERS, {"action": "deactivate", "_selected_action": [cast.officer.pk]})
    assert not User.objects.get(pk=cast.officer.pk).is_active
    site.post(USERS, {"action": "activate", "_selected_action": [cast.officer.pk]})
    assert User.objects.get(pk=cast.officer.pk).is_active


def test_ending_roles_asks_for_a_reason_first(site, cast):
    membership = cast.officer.memberships.get()
    chosen = {"action": "end_chosen", "_selected_action": [membership.pk]}
    page = site.post(ROLES, chosen)
    assert "Akhiri keanggotaan" in page.text
    assert "Contoh Petugas.Kukar" in page.text
    assert site.post(ROLES, chosen | {"apply": "1", "reason": ""}).status_code == 200
    membership.refresh_from_db()
    assert membership.valid_to is None
    site.post(ROLES, chosen | {"apply": "1", "reason": "Mutasi"})
    membership.refresh_from_db()
    assert (membership.end_reason, membership.ended_by) == ("Mutasi", cast.admin)


def test_a_role_given_is_read_only_afterwards(site, cast):
    page = site.get(f"{ROLES}{cast.officer.memberships.get().pk}/change/")
    assert page.status_code == 200
    assert 'name="_save"' not in page.text


def test_a_role_is_given_on_its_own_page(site, cast):
    data = {
        "user": cast.officer.pk,
        "region": cast.kukar.pk,
        "role": "tkksd",
        "office": "",
        "valid_from": "21-11-2026",
        "valid_to": "",
    }
    assert site.post(f"{ROLES}add/", data).status_code == 302
    assert cast.officer.memberships.get(role="tkksd").granted_by == cast.admin


def test_the_import_shows_its_dry_run_and_then_applies_it(site, cast):
    text = "username,email,nama,wilayah,peran\nani,ani@contoh.test,Contoh Ani,64.02,observer\n"
    page = site.post(IMPORT, {"file": SimpleUploadedFile("orang.csv", text.encode())})
    assert "Contoh Ani" in page.text
    assert "Terapkan impor" in page.text
    assert not User.objects.filter(username="ani").exists()
    assert site.post(IMPORT, {"apply": "1", "text": text}).status_code == 302
    assert User.objects.filter(username="ani").exists()
    again = site.post(IMPORT, {"apply": "1", "text": text})
    assert again.status_code == 409
    assert "sudah ada pada data yang ada" in again.text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"PK\x03\x04\xff\xfe", "bukan teks UTF-8"),
        (b"a\x00b", "bukan CSV"),
        (b"x" * 1_048_577, "lebih besar dari 1 MB"),
        (b"satu\n", "tidak ada pada baris pertama"),
        (b"", "kosong"),
    ],
)
def test_a_wrong_file_is_refused_with_words(site, content, error):
    assert error in site.post(IMPORT, {"file": SimpleUploadedFile("orang.csv", content)}).text


def test_the_import_is_for_those_who_manage_accounts(cast, signed_in):
    idle = factories.person("staf", ("observer", cast.kukar), is_staff=True)
    assert signed_in(idle).get(IMPORT).status_code == 403
    assert signed_in(cast.officer).get(IMPORT).status_code == 302
    example = signed_in(cast.admin).get(f"{IMPORT}contoh.csv")
    assert "username,email,nama" in example.text


def test_visitors_reach_the_admin_only_through_our_sign_in_page(client, db):
    answer = client.get("/admin/login/?next=/admin/", follow=True)
    assert "Nama pengguna atau surel" in answer.text
