"""Forms of the import and the directory in the browser."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from regions.models import Office, Official, Region, RegionImport
from tests import factories

ROWS = "code,name\n64.01,Paser\n64.02,Kutai Raya\n64.07,Kutai Barat\n"


def upload_data(scope, rows=ROWS, **more):
    return {
        "source": "Kepmendagri contoh",
        "effective_on": "2026-11-01",
        "scope": scope.pk,
        "upload": SimpleUploadedFile("daftar.csv", rows.encode()),
        "form_token": "token-contoh",
        **more,
    }


def test_the_import_is_previewed_confirmed_and_kept_as_history(cast, signed_in):
    client = signed_in(cast.admin)
    page = client.post(reverse("regions:import"), upload_data(cast.kaltim), follow=True)
    assert "Kabupaten Kutai Raya" in page.content.decode()
    assert "Belum ada yang berubah" in page.content.decode()
    made = RegionImport.objects.get()
    client.get(made.get_absolute_url())
    cast.kukar.refresh_from_db()
    assert cast.kukar.name == "Kutai Kartanegara"
    done = client.post(made.get_absolute_url(), {"act": "apply"}, follow=True)
    assert "Perubahan diterapkan" in done.content.decode()
    assert Region.objects.get(code="64.02").name == "Kutai Raya"
    again = client.post(made.get_absolute_url(), {"act": "apply"})
    assert again.status_code == 409
    assert "sudah diterapkan" in again.content.decode()
    assert "Kepmendagri contoh" in client.get(reverse("regions:import")).content.decode()
    assert "Riwayat" in client.get(cast.kukar.get_absolute_url()).content.decode()


def test_an_import_can_be_cancelled(cast, signed_in):
    client = signed_in(cast.admin)
    client.post(reverse("regions:import"), upload_data(cast.kaltim))
    made = RegionImport.objects.get()
    page = client.post(made.get_absolute_url(), {"act": "cancel"}, follow=True)
    assert "Impor dibatalkan" in page.content.decode()
    assert Region.objects.get(code="64.02").name == "Kutai Kartanegara"


def test_an_act_nobody_offered_changes_nothing(cast, signed_in):
    client = signed_in(cast.admin)
    client.post(reverse("regions:import"), upload_data(cast.kaltim))
    made = RegionImport.objects.get()
    assert client.post(made.get_absolute_url(), {"act": "entah"}).status_code == 400
    made.refresh_from_db()
    assert made.state == "preview"


def test_faulty_rows_are_named_at_the_form(cast, signed_in):
    page = signed_in(cast.admin).post(
        reverse("regions:import"), upload_data(cast.kaltim, "code,name\n64.2,Kukar\n63.09,Tabalong\n")
    )
    text = page.content.decode()
    assert page.status_code == 422
    assert "Baris 2: kode “64.2” tidak dikenali" in text
    assert "Baris 3" in text
    assert not RegionImport.objects.exists()


def test_the_same_upload_sent_twice_makes_one_preview(cast, signed_in):
    client = signed_in(cast.admin)
    client.post(reverse("regions:import"), upload_data(cast.kaltim))
    page = client.post(reverse("regions:import"), upload_data(cast.kaltim), follow=True)
    assert RegionImport.objects.count() == 1
    assert "sudah dikirim" in page.content.decode()


def test_a_scope_beyond_ones_own_is_no_choice(cast, signed_in):
    page = signed_in(cast.admin).post(reverse("regions:import"), upload_data(cast.nation))
    assert page.context["form"].errors["scope"]
    assert not RegionImport.objects.exists()


@pytest.mark.parametrize("who", ["partner", "stranger", "tkksd", "observer", "nobody"])
def test_those_without_the_permission_get_403(cast, signed_in, who):
    client = signed_in(getattr(cast, who))
    assert client.get(reverse("regions:import")).status_code == 403
    assert client.get(reverse("regions:office_add", args=["64.02"])).status_code == 403
    assert client.post(reverse("regions:official_add", args=["64.02"])).status_code == 403


def test_an_admin_of_another_region_gets_403_for_a_foreign_row(cast, signed_in):
    other = factories.person("admin.paser", ("admin", cast.paser), is_staff=True)
    office = Office.objects.create(region=cast.kukar, name="Bagian Kerja Sama", kind="bagian")
    client = signed_in(other)
    assert client.get(reverse("regions:office_edit", args=[office.pk])).status_code == 403
    assert client.get(reverse("regions:office_edit", args=[office.pk + 99])).status_code == 404


def official_data(**more):
    return {
        "name": "Contoh Kepala",
        "position": "kepala_daerah",
        "position_title": "Bupati Kutai Kartanegara",
        "standing": "definitif",
        "term_start": "2025-02-20",
        "form_token": "satu",
        **more,
    }


def test_the_admin_adds_and_ends_an_official(cast, signed_in):
    client = signed_in(cast.admin)
    address = reverse("regions:official_add", args=["64.02"])
    assert client.get(address).status_code == 200
    page = client.post(address, official_data(), follow=True)
    assert "Contoh Kepala disimpan" in page.content.decode()
    official = Official.objects.get()
    edit = reverse("regions:official_edit", args=[official.pk])
    assert 'value="2025-02-20"' in client.get(edit).content.decode()
    client.post(edit, official_data(term_end="2026-01-01", form_token="dua"))
    official.refresh_from_db()
    assert official.term_end == date(2026, 1, 1)


def test_the_same_official_sent_twice_is_recorded_once(cast, signed_in):
    client = signed_in(cast.admin)
    address = reverse("regions:official_add", args=["64.02"])
    client.post(address, official_data(position="lainnya"))
    page = client.post(address, official_data(position="lainnya"), follow=True)
    assert Official.objects.count() == 1
    assert "sudah dikirim" in page.content.decode()


def test_faults_of_an_official_stand_at_their_fields(cast, signed_in):
    client = signed_in(cast.admin)
    address = reverse("regions:official_add", args=["64.02"])
    page = client.post(address, official_data(nip="123", term_start="31 Februari"))
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"nip", "term_start"}
    page = client.post(address, official_data(standing="plt"))
    assert "memerlukan nomor dan tanggal" in page.content.decode()
    client.post(address, official_data(form_token="lagi"))
    page = client.post(address, official_data(name="Contoh Kedua", form_token="baru"))
    assert page.context["form"].errors["term_start"]
    foreign = Office.objects.create(region=cast.kubar, name="Setda", kind="lainnya")
    page = client.post(address, official_data(office=foreign.pk, form_token="asing"))
    assert page.context["form"].errors["office"]
    assert Official.objects.count() == 1


def test_the_admin_adds_an_office_once(cast, signed_in):
    client = signed_in(cast.admin)
    address = reverse("regions:office_add", args=["64.02"])
    data = {"name": "Bagian Kerja Sama", "kind": "bagian", "is_cooperation_unit": "on", "form_token": "a"}
    client.post(address, data)
    page = client.post(address, data | {"form_token": "b"})
    assert "sudah ada di wilayah tersebut" in page.content.decode()
    office = Office.objects.get()
    assert office.is_cooperation_unit
    edit = reverse("regions:office_edit", args=[office.pk])
    client.post(edit, data | {"valid_to": "2026-01-01", "valid_from": "2026-02-01", "form_token": "c"})
    office.refresh_from_db()
    assert office.valid_to is None


def test_a_mandate_is_read_only_by_those_who_keep_the_directory(cast, signed_in):
    client = signed_in(cast.admin)
    file = SimpleUploadedFile("sk.pdf", b"%PDF-1.7 contoh")
    client.post(reverse("regions:official_add", args=["64.02"]), official_data(mandate=file))
    address = reverse("regions:mandate", args=[Official.objects.get().pk])
    response = client.get(address)
    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content) == b"%PDF-1.7 contoh"
    assert signed_in(cast.stranger).get(address).status_code == 403
