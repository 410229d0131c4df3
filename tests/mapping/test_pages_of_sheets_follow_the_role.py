"""The pages of sheets: who uploads, who looks, who applies; nothing typed and no file is lost."""

import pytest

from ksd.mapping.models import MappingRow, SheetUpload
from tests.mapping.rows import period, row
from tests.mapping.sheet_rows import FIRST, HEAD, book, opened, sent, uploaded


@pytest.fixture
def held(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


def _token(client, address):
    return client.get(address).context["form"]["form_token"].value()


def test_a_sheet_is_uploaded_looked_through_and_applied_in_the_browser(cast, held, signed_in):
    client = signed_in(cast.officer)
    address = f"/pemetaan/{held.public_id}/berkas/"
    template = client.get(f"{address}templat/?daerah=64.02&isi=kosong")
    assert opened(template.content)["Isian"]["B4"].value == "Jenis"
    assert client.get(f"{address}templat/?daerah=64.07").status_code == 403
    assert client.get(f"{address}templat/?daerah=99").status_code == 404
    data = {"form_token": _token(client, address), "region": "64.02"}
    wrong = client.post(address, data | {"file": sent(b"PK", "isian.xls")})
    assert wrong.status_code == 422
    assert "Simpan sebagai .xlsx" in wrong.content.decode()
    first = client.post(address, data | {"file": sent(book(FIRST))})
    assert client.post(address, data | {"file": sent(book(FIRST))}).url == first.url
    page = client.get(first.url).content.decode()
    assert "Air bersih contoh" in page
    assert "1 baru" in page
    apply = {"form_token": _token(client, f"{first.url}terapkan/")}
    assert client.post(f"{first.url}terapkan/", apply).status_code == 302
    assert client.post(f"{first.url}terapkan/", apply).status_code == 302
    assert MappingRow.objects.get().title == "Air bersih contoh"
    assert b"".join(client.get(f"{first.url}berkas/"))[:2] == b"PK"
    again = {"form_token": _token(client, f"{first.url}periksa/")}
    assert client.post(f"{first.url}periksa/", again).status_code == 409


def test_what_is_not_applied_stays_with_its_region(cast, held, signed_in):
    address = uploaded(cast.officer, held, cast.kukar, book(FIRST)).get_absolute_url()
    assert signed_in(cast.partner).get(address).status_code == 404
    assert signed_in(cast.observer).get(address).status_code == 200
    assert signed_in(cast.observer).get(f"{address}terapkan/").status_code == 403
    assert signed_in(cast.biro).get(f"{address}lain/").status_code == 404


def test_a_file_set_aside_stays(cast, held, signed_in):
    client = signed_in(cast.officer)
    upload = uploaded(cast.officer, held, cast.kukar, book(FIRST))
    address = upload.get_absolute_url()
    client.post(f"{address}sisihkan/", {"form_token": _token(client, f"{address}sisihkan/")})
    upload.refresh_from_db()
    assert upload.state == "disisihkan"
    assert b"".join(client.get(f"{address}berkas/"))[:2] == b"PK"


def test_a_region_that_has_sent_uploads_no_more(cast, held, signed_in):
    held.answers.filter(region=cast.kukar).update(submitted_at="2026-11-20T00:00Z", submitted_by=cast.officer)
    client = signed_in(cast.officer)
    address = f"/pemetaan/{held.public_id}/berkas/"
    data = {"form_token": _token(client, address), "region": "64.02", "file": sent(book(FIRST))}
    answer = client.post(address, data)
    assert answer.status_code == 409
    assert "sudah dikirim ke forum" in answer.content.decode()
    assert not SheetUpload.objects.exists()


def test_reading_costs_the_same_for_few_and_many(cast, held, django_assert_max_num_queries):
    for number in range(15):
        row(cast.officer, held, cast.kukar, title=f"Contoh {number}")
    rows = [("Kebutuhan", "Kesehatan", f"Contoh {number}", "x") for number in range(30)]
    content = book(*rows, head=(*HEAD, "Uraian"))
    with django_assert_max_num_queries(24):
        assert uploaded(cast.officer, held, cast.kukar, content).counts["berubah"] == 15
