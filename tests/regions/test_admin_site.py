"""The register in the Django admin: searchable, and read only where history matters."""

import pytest
from django.contrib import admin
from django.urls import reverse

from regions.models import Adjacency, Office, Official, Region
from tests.regions.test_forms_on_pages import official_data

MODELS = [model for model in admin.site._registry if model._meta.app_label == "regions"]


@pytest.mark.parametrize("model", MODELS)
def test_every_list_opens_and_is_searched(cast, signed_in, model):
    client = signed_in(cast.admin)
    address = reverse(f"admin:regions_{model._meta.model_name}_changelist")
    response = client.get(address, {"q": "kutai"})
    assert response.status_code == 200


def test_codes_and_names_of_regions_are_not_edited_by_hand(cast, signed_in):
    client = signed_in(cast.admin)
    address = reverse("admin:regions_region_change", args=[cast.kukar.pk])
    assert client.get(address).status_code == 200
    client.post(address, {"code": "99", "name": "Lain", "capital": "Tenggarong", "timezone": "Asia/Makassar"})
    cast.kukar.refresh_from_db()
    assert (cast.kukar.code, cast.kukar.name, cast.kukar.capital) == (
        "64.02",
        "Kutai Kartanegara",
        "Tenggarong",
    )
    assert client.get(reverse("admin:regions_region_add")).status_code == 403
    assert client.post(reverse("admin:regions_region_delete", args=[cast.kukar.pk])).status_code == 403
    assert Region.objects.filter(code="64.02").exists()


def test_neighbours_may_be_entered_in_either_order(cast, signed_in):
    data = {"region_a": cast.kubar.pk, "region_b": cast.kukar.pk, "source": "contoh"}
    signed_in(cast.admin).post(reverse("admin:regions_adjacency_add"), data)
    assert Adjacency.objects.get().region_a == cast.kukar


def test_the_rules_of_the_directory_hold_in_the_admin_too(cast, signed_in):
    client = signed_in(cast.admin)
    address = reverse("admin:regions_official_add")
    data = official_data(region=cast.kukar.pk)
    client.post(address, data)
    assert Official.objects.count() == 1
    page = client.post(address, data | {"name": "Contoh Kedua"})
    assert "bertumpuk" in page.content.decode()
    foreign = Office.objects.create(region=cast.kubar, name="Setda", kind="lainnya")
    page = client.post(
        reverse("admin:regions_office_add"),
        {"region": cast.kukar.pk, "name": "Bagian", "kind": "bagian", "parent": foreign.pk},
    )
    assert "berada di wilayah lain" in page.content.decode()
    assert Office.objects.count() == 1
