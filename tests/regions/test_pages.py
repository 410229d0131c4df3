"""Pages of regions for anonymous people, strangers, readers and those who act."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regions import reference
from regions.models import Adjacency, LegalBasis, Office, Official, Region, RegionChange
from tests import factories
from tests.regions.test_directory import picture

PAGES = [
    reverse("regions:list"),
    reverse("regions:urusan"),
    reverse("regions:legal_bases"),
    reverse("regions:detail", args=["64.02"]),
    reverse("regions:detail", args=["64"]),
    reverse("regions:detail", args=["00"]),
]


@pytest.mark.parametrize(
    "address", [*PAGES, reverse("regions:import"), reverse("regions:office_add", args=["64.02"])]
)
def test_anonymous_people_are_sent_to_sign_in(cast, client, address):
    response = client.get(address)
    assert response.status_code == 302
    assert "/akun/" in response["Location"]


@pytest.mark.parametrize("address", PAGES)
def test_everybody_signed_in_reads_the_register(cast, signed_in, address):
    for person in (cast.nobody, cast.stranger, cast.observer, cast.admin):
        assert signed_in(person).get(address).status_code == 200


def test_the_list_is_searched_and_filtered(cast, signed_in):
    client = signed_in(cast.officer)

    def listed(**query):
        page = client.get(reverse("regions:list"), query).context["page_obj"]
        return [region.code for region in page]

    assert listed() == ["64", "64.01", "64.02", "64.07"]
    assert listed(q="kutai") == ["64.02", "64.07"]
    assert listed(level="1") == ["64"]
    assert listed(province=cast.kaltim.pk, level="2") == ["64.01", "64.02", "64.07"]
    assert listed(q="tidak ada") == []
    assert listed(level="semua", page="abc") == ["64", "64.01", "64.02", "64.07"]
    Region.objects.filter(pk=cast.paser.pk).update(valid_to=date(2026, 1, 1))
    assert "64.01" not in listed()
    assert "64.01" in listed(ended="semua")


def test_the_list_opens_with_ones_own_province_and_leads_to_all(cast, signed_in):
    factories.region("63", "Kalimantan Selatan", kind="provinsi", parent=cast.kaltim.parent)
    address = reverse("regions:list")
    page = signed_in(cast.officer).get(address)
    assert [row.code for row in page.context["page_obj"]] == ["64", "64.01", "64.02", "64.07"]
    assert f'href="{address}?province="' in page.content.decode()
    everything = signed_in(cast.officer).get(f"{address}?province=").context["page_obj"]
    assert "63" in [row.code for row in everything]
    assert "63" in [row.code for row in signed_in(cast.nobody).get(address).context["page_obj"]]


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    return len(queries)


def test_the_list_costs_the_same_for_few_and_many_regions(cast, signed_in):
    client = signed_in(cast.officer)
    few = queries_of(client, reverse("regions:list"))
    for number in range(12, 40):
        factories.region(f"64.{number}", f"Contoh {number}", parent=cast.kaltim)
    assert queries_of(client, reverse("regions:list")) == few


def fill(region, others, count):
    office = Office.objects.create(region=region, name=f"Dinas {count}", kind="perangkat_daerah")
    Official.objects.create(
        region=region,
        office=office,
        name=f"Contoh {count}",
        position="lainnya",
        position_title="Kepala Dinas",
        term_start=date(2025, 1, 1),
    )
    other = factories.region(f"64.{count}", f"Contoh {count}", parent=others)
    Adjacency.objects.create(region_a=region, region_b=other, source="contoh")
    RegionChange.objects.create(region=region, what="renamed", on=date(2020, 1, 1), before="A", after="B")


def test_the_page_of_a_region_costs_the_same_however_much_it_shows(cast, signed_in):
    client = signed_in(cast.officer)
    fill(cast.kukar, cast.kaltim, 20)
    address = cast.kukar.get_absolute_url()
    few = queries_of(client, address)
    for count in range(21, 30):
        fill(cast.kukar, cast.kaltim, count)
    assert queries_of(client, address) == few


def test_the_page_shows_who_is_in_office_today_and_the_neighbours(cast, signed_in):
    fill(cast.kukar, cast.kaltim, 20)
    Official.objects.create(
        region=cast.kukar,
        name="Contoh Lama",
        position="lainnya",
        position_title="Kepala Dinas",
        term_start=date(2020, 1, 1),
        term_end=date(2024, 12, 31),
    )
    text = signed_in(cast.observer).get(cast.kukar.get_absolute_url()).content.decode()
    assert "Contoh 20" in text
    assert text.index("Pejabat terdahulu") < text.index("Contoh Lama")
    assert "Berbatasan dengan" in text
    assert "belum diverifikasi" in text
    assert "Tambah pejabat" not in text


def test_an_unknown_code_is_not_found_and_an_old_one_leads_on(cast, signed_in):
    client = signed_in(cast.observer)
    assert client.get(reverse("regions:detail", args=["99.99"])).status_code == 404
    RegionChange.objects.create(
        region=cast.paser, what="moved", on=date(2020, 1, 1), before="64.99", after="64.01"
    )
    response = client.get(reverse("regions:detail", args=["64.99"]))
    assert response["Location"] == cast.paser.get_absolute_url()


def test_wrong_citations_are_shown_with_the_right_one(cast, signed_in):
    right = LegalBasis.objects.create(
        citation="PP 12/2017", title="Pembinaan", kind="pp", number="12", year=2017, verified=True
    )
    LegalBasis.objects.create(
        citation="PP 12/2008",
        title="Keliru",
        kind="pp",
        number="12",
        year=2008,
        is_wrong=True,
        corrected_by=right,
    )
    LegalBasis.objects.create(citation="PP 1/2000", title="Contoh", kind="pp", number="1", year=2000)
    text = signed_in(cast.observer).get(reverse("regions:legal_bases")).content.decode()
    assert "<del>PP 12/2008</del>" in text
    assert "Jangan dikutip" in text
    assert text.count("belum diverifikasi") == 1


def test_the_whole_reference_fits_its_pages(cast, signed_in):
    Region.objects.filter(pk=cast.paser.pk).update(name="Paser")
    reference.load()
    text = signed_in(cast.observer).get(reverse("regions:urusan")).content.decode()
    assert "Persandian" in text
    assert "32 urusan" in text


def test_an_emblem_is_uploaded_by_the_admin_and_seen_by_all(cast, signed_in):
    address = reverse("regions:emblem", args=["64.02"])
    picture_address = reverse("regions:emblem_image", args=["64.02"])
    client = signed_in(cast.stranger)
    assert client.get(picture_address).status_code == 404
    assert client.post(address, {"emblem": picture()}).status_code == 403
    client = signed_in(cast.admin)
    assert client.get(address).status_code == 405
    response = client.post(address, {"emblem": picture()}, follow=True)
    assert "diperbarui" in response.content.decode()
    shown = signed_in(cast.stranger).get(picture_address)
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert b"".join(shown.streaming_content)


def test_a_file_that_is_no_picture_is_refused_as_an_emblem(cast, signed_in):
    file = SimpleUploadedFile("lambang.png", b"bukan gambar")
    response = signed_in(cast.admin).post(
        reverse("regions:emblem", args=["64.02"]), {"emblem": file}, follow=True
    )
    assert "Isi berkas bukan PNG" in response.content.decode()
    cast.kukar.refresh_from_db()
    assert cast.kukar.emblem is None
