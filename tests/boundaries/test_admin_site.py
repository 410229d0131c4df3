"""Segments in the admin site: facts are kept, stages are not changed there, nothing is deleted."""

import pytest
from django.urls import reverse

from boundaries.models import Segment
from tests.boundaries.rows import segment


@pytest.fixture
def client_of_admin(cast, signed_in):
    return signed_in(cast.admin)


def inlines():
    return {
        f"changes-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }


def test_a_new_segment_is_put_into_order(cast, client_of_admin):
    data = {"region_a": cast.kubar.pk, "region_b": cast.kukar.pk, "stage": "pelacakan"} | inlines()
    response = client_of_admin.post(reverse("admin:boundaries_segment_add"), data)
    assert response.status_code == 302
    assert Segment.objects.get().slug == "64.02-64.07"
    response = client_of_admin.post(reverse("admin:boundaries_segment_add"), data)
    assert "sudah tercatat" in response.content.decode()


def test_a_province_has_no_segment(cast, client_of_admin):
    data = {"region_a": cast.kaltim.pk, "region_b": cast.kukar.pk, "stage": "pelacakan"} | inlines()
    response = client_of_admin.post(reverse("admin:boundaries_segment_add"), data)
    assert "di antara dua kabupaten/kota" in response.content.decode()


def test_facts_are_corrected_but_the_stage_stays(cast, client_of_admin):
    row = segment(cast.kukar, cast.kubar)
    data = {"length_km": "12.5", "stage": "ditetapkan", "note": "dicocokkan", "verified": "on"} | inlines()
    address = reverse("admin:boundaries_segment_change", args=[row.pk])
    assert client_of_admin.post(address, data).status_code == 302
    row.refresh_from_db()
    assert (row.stage, row.note, row.verified) == ("pelacakan", "dicocokkan", True)


def test_lists_open_and_nothing_is_deleted(cast, client_of_admin):
    row = segment(cast.kukar, cast.kubar)
    for name in ("segment", "segmentchange"):
        assert client_of_admin.get(reverse(f"admin:boundaries_{name}_changelist")).status_code == 200
    assert client_of_admin.get(reverse("admin:boundaries_segment_delete", args=[row.pk])).status_code == 403
    assert client_of_admin.get(reverse("admin:boundaries_segmentchange_add")).status_code == 403
