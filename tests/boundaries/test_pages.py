"""Pages of the boundary register for anonymous people, strangers, readers and those who act."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boundaries.choices import Stage
from boundaries.models import Segment, SegmentChange
from tests import factories
from tests.boundaries.register_rows import paper
from tests.boundaries.rows import neighbour_province, segment

LIST = reverse("boundaries:list")
PAGE = reverse("boundaries:detail", args=["64.02-64.07"])
CHANGE = reverse("boundaries:change_stage", args=["64.02-64.07"])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def test_the_address_of_a_segment_is_its_two_codes(row):
    assert row.get_absolute_url() == PAGE == "/batas/64.02-64.07/"


@pytest.mark.parametrize("address", [LIST, PAGE, CHANGE])
def test_anonymous_people_are_sent_to_sign_in(client, row, address):
    response = client.get(address)
    assert response.status_code == 302
    assert "/akun/" in response["Location"]


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_a_stranger_finds_nothing(cast, signed_in, row, who):
    client = signed_in(getattr(cast, who))
    page = client.get(LIST)
    assert not page.context["page_obj"].object_list
    assert "Belum ada segmen yang dapat Anda lihat" in page.content.decode()
    assert client.get(PAGE).status_code == 404
    assert client.get(CHANGE).status_code == 404
    assert client.post(CHANGE).status_code == 404


@pytest.mark.parametrize("who", ["officer", "observer", "admin"])
def test_a_reader_reads_but_does_not_change(cast, signed_in, row, who):
    client = signed_in(getattr(cast, who))
    text = client.get(PAGE).content.decode()
    assert "tidak menghapus hak atas tanah" in text
    assert "hak ulayat" in text
    assert "Panjang indikatif, bukan acuan hukum." in text
    assert "Ubah tahapan" not in text
    assert client.get(CHANGE).status_code == 403
    assert client.post(CHANGE).status_code == 403


def test_codes_in_the_other_order_lead_to_the_page(cast, signed_in, row):
    response = signed_in(cast.officer).get("/batas/64.07-64.02/")
    assert response["Location"] == PAGE


def test_the_list_is_filtered_and_summed(cast, signed_in, row):
    _kaltara, malinau = neighbour_province()
    segment(cast.kukar, malinau, stage=Stage.DITETAPKAN, regulation="Permendagri 17/2015", length_km="50.8")
    client = signed_in(cast.biro)

    def listed(**query):
        return [found.slug for found in client.get(LIST, query).context["page_obj"]]

    assert listed() == ["64.02-64.07", "64.02-65.02"]
    assert listed(q="malinau") == listed(q="17/2015") == listed(q="65") == ["64.02-65.02"]
    assert listed(stage="pelacakan") == listed(kind="dalam_provinsi") == ["64.02-64.07"]
    assert listed(kind="antar_provinsi", stage="ditetapkan") == ["64.02-65.02"]
    assert listed(q="tidak ada") == []
    text = client.get(LIST).content.decode()
    assert "61,3" in text
    assert "50,8 km" in text
    assert "50,8 / 50,8" in text
    assert "Tidak ada segmen yang cocok" in client.get(LIST, {"q": "tidak ada"}).content.decode()


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_costs_the_same_for_one_and_for_twenty_segments(cast, signed_in, row):
    client = signed_in(cast.biro)
    few = queries_of(client, LIST)
    for number in range(20, 40):
        segment(cast.kukar, factories.region(f"64.{number}", f"Contoh {number}", parent=cast.kaltim))
    assert queries_of(client, LIST) == few


def test_the_page_costs_the_same_however_long_its_history(cast, signed_in, row):
    client = signed_in(cast.biro)

    def note(count):
        for _number in range(count):
            SegmentChange.objects.create(
                segment=row, actor=cast.head, from_stage="pelacakan", to_stage="pengukuran",
                on=date(2026, 1, 1), reason="contoh",
            )  # fmt: skip

    note(1)
    few = queries_of(client, PAGE)
    note(20)
    assert queries_of(client, PAGE) == few


def filled(client, **given):
    form = client.get(CHANGE).context["form"]
    hidden = {"form_token": form["form_token"].value(), "seen_stage": form["seen_stage"].value()}
    return hidden | {"stage": "pengukuran", "on": "2026-11-01", "reason": "BA ditandatangani"} | given


def test_the_province_changes_the_stage_once(cast, signed_in, row):
    client = signed_in(cast.biro)
    assert "Ubah tahapan" in client.get(PAGE).content.decode()
    data = filled(client, paper=paper(row, cast.biro).pk)
    assert client.post(CHANGE, data)["Location"] == PAGE
    text = client.get(PAGE).content.decode()
    assert "Tahapan segmen dicatat." in text
    assert "BA ditandatangani" in text
    assert "1 November 2026 (20 hari)" in text
    assert client.post(CHANGE, data)["Location"] == PAGE
    assert row.changes.count() == 1


def test_a_refused_change_comes_back_to_its_form(cast, signed_in, row):
    client = signed_in(cast.biro)
    response = client.post(CHANGE, filled(client))
    assert response.status_code == 409
    assert "bertumpu pada dokumen" in response.content.decode()
    refused = client.post(CHANGE, filled(client, stage="ditetapkan"))
    assert refused.status_code == 409
    assert "tidak mengikuti" in refused.content.decode()
    assert client.post(CHANGE, filled(client, stage="terbang")).status_code == 422
    assert client.post(CHANGE, filled(client, reason="")).status_code == 422
    stale = filled(client)
    Segment.objects.update(stage=Stage.PETA_DISEPAKATI)
    response = client.post(CHANGE, stale)
    assert "tahapan segmen berubah menjadi “Peta batas disepakati”" in response.content.decode()
    assert not row.changes.exists()


def test_the_pages_answer_only_the_methods_they_know(cast, signed_in, row):
    client = signed_in(cast.biro)
    assert client.post(LIST).status_code == 405
    assert client.post(PAGE).status_code == 405
    assert client.delete(CHANGE).status_code == 405
