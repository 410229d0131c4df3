"""Whom a proposal invites: regions found by words, third parties from the region's own register."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.models import Partner, Party
from agreements.services.proposal import add_party, start_case
from ksd.core.models import StoredFile
from regions.models import Adjacency

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast):
    return start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_sukarela", title="Sampah perbatasan")


@pytest.fixture
def third(cast):
    return start_case(actor=cast.officer, region=cast.kukar, kind="ksdpk_daerah", title="Air minum")


@pytest.fixture
def company(cast):
    return Partner.objects.create(region=cast.kukar, name="PT Contoh", partner_class="badan_usaha")


def url(case, name, *more):
    return reverse(f"agreements:{name}", args=[case.public_id, *more])


def invite(browser, case, **given):
    token = browser.get(url(case, "proposal", "pihak")).context["token"]
    return browser.post(url(case, "party_add"), {"form_token": token} | given)


def test_neighbours_are_offered_before_any_search(signed_in, cast, draft):
    first, second = sorted((cast.kukar, cast.kubar), key=lambda region: region.pk)
    Adjacency.objects.create(region_a=first, region_b=second, source="contoh")
    page = signed_in(cast.officer).get(url(draft, "proposal", "pihak"))
    assert page.context["regions"] == [cast.kubar]


def test_a_region_is_found_by_its_name_without_javascript(signed_in, cast, draft):
    page = signed_in(cast.officer).get(url(draft, "proposal", "pihak"), {"cari": "paser"})
    assert page.context["regions"] == [cast.paser]


def test_a_search_without_result_says_so(signed_in, cast, draft):
    page = signed_in(cast.officer).get(url(draft, "proposal", "pihak"), {"cari": "atlantis"})
    assert "Tidak ada daerah bernama “atlantis”" in page.content.decode()


def test_a_region_is_invited_and_stands_second(signed_in, cast, draft):
    assert invite(signed_in(cast.officer), draft, region=cast.kubar.pk).status_code == 302
    assert [party.region for party in Party.objects.filter(case=draft).order_by("order")] == [
        cast.kukar,
        cast.kubar,
    ]


def test_a_region_is_not_invited_twice(signed_in, cast, draft):
    add_party(actor=cast.officer, case=draft, region=cast.kubar)
    answer = invite(signed_in(cast.officer), draft, region=cast.kubar.pk)
    assert answer.status_code == 422
    assert Party.objects.filter(case=draft).count() == 2


def test_nothing_chosen_invites_nobody(signed_in, cast, draft):
    answer = invite(signed_in(cast.officer), draft)
    assert answer.status_code == 422
    assert "Pilih satu mitra dari daftar." in answer.content.decode()


def test_an_observer_invites_nobody(signed_in, cast, draft):
    answer = signed_in(cast.observer).post(
        url(draft, "party_add"), {"form_token": "x1", "region": cast.kubar.pk}
    )
    assert answer.status_code == 403
    assert Party.objects.filter(case=draft).count() == 1


def test_a_stranger_cannot_reach_the_parties(signed_in, cast, draft):
    assert (
        signed_in(cast.stranger).post(url(draft, "party_add"), {"region": cast.paser.pk}).status_code == 404
    )


def test_a_partner_is_taken_off_the_proposal_again(signed_in, cast, draft):
    party = add_party(actor=cast.officer, case=draft, region=cast.kubar)
    signed_in(cast.officer).post(url(draft, "party_remove", party.pk))
    assert Party.objects.filter(case=draft).count() == 1


def test_the_initiator_cannot_be_taken_off(signed_in, cast, draft):
    own = Party.objects.get(case=draft)
    answer = signed_in(cast.officer).post(url(draft, "party_remove", own.pk))
    assert answer.status_code == 409
    assert "Pihak pemrakarsa tidak dapat dihapus." in answer.content.decode()


def test_a_party_of_another_case_cannot_be_taken_off_here(signed_in, cast, draft, third):
    foreign = Party.objects.get(case=third)
    assert signed_in(cast.officer).post(url(draft, "party_remove", foreign.pk)).status_code == 404


def test_taking_off_by_a_link_is_not_possible(signed_in, cast, draft):
    party = add_party(actor=cast.officer, case=draft, region=cast.kubar)
    assert signed_in(cast.officer).get(url(draft, "party_remove", party.pk)).status_code == 405


def test_a_third_party_is_chosen_from_the_regions_own_register(signed_in, cast, third, company):
    invite(signed_in(cast.officer), third, partner=company.pk)
    assert Party.objects.get(case=third, order=2).partner == company


def test_another_regions_third_party_is_no_choice(signed_in, cast, third):
    foreign = Partner.objects.create(region=cast.paser, name="PT Lain", partner_class="badan_usaha")
    assert invite(signed_in(cast.officer), third, partner=foreign.pk).status_code == 422


def register(browser, path="/kerja-sama/mitra/baru/", **given):
    token = browser.get(path).context["form"]["form_token"].value()
    data = {"form_token": token, "name": "PT Tirta Contoh", "partner_class": "badan_usaha"}
    return browser.post(path, data | given)


def test_an_officer_registers_a_third_party_and_returns_to_the_proposal(signed_in, cast, third):
    path = f"/kerja-sama/mitra/baru/?usulan={third.public_id}"
    answer = register(signed_in(cast.officer), path, region=cast.kukar.pk)
    assert answer["Location"] == url(third, "proposal", "pihak")
    assert Partner.objects.get().region == cast.kukar


def test_a_third_party_cannot_be_registered_for_another_region(signed_in, cast):
    assert register(signed_in(cast.officer), region=cast.paser.pk).status_code == 422
    assert not Partner.objects.exists()


def test_an_observer_registers_no_third_party(signed_in, cast):
    assert signed_in(cast.observer).get("/kerja-sama/mitra/baru/").status_code == 403


def test_a_logo_that_is_no_picture_is_refused_with_what_to_do(signed_in, cast, company):
    path = f"/kerja-sama/mitra/{company.pk}/"
    answer = register(
        signed_in(cast.officer), path, logo_upload=SimpleUploadedFile("logo.png", b"bukan gambar")
    )
    assert answer.status_code == 422
    assert "Isi berkas bukan PNG" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_stranger_finds_no_third_party_of_ours(signed_in, cast, company):
    assert signed_in(cast.stranger).get(f"/kerja-sama/mitra/{company.pk}/").status_code == 404


def test_a_reader_of_the_region_may_not_change_it(signed_in, cast, company):
    assert signed_in(cast.observer).get(f"/kerja-sama/mitra/{company.pk}/").status_code == 403
