"""The reference data every installation needs, loaded once and safely again."""

import io

import pytest
from django.core.management import call_command

from agreements.models import Clause
from boundaries.models import Segment
from ksd.deadlines.models import Holiday
from regions.models import LegalBasis, Region, Urusan

pytestmark = pytest.mark.django_db


def rows():
    return [model.objects.count() for model in (Region, Urusan, LegalBasis, Holiday, Clause, Segment)]


def test_the_reference_data_is_loaded_once():
    call_command("reference", stdout=io.StringIO())
    first = rows()
    assert first[:2] == [1 + 38 + 514, 32]
    assert all(first)
    names = list(Region.objects.order_by("pk").values_list("pk", "code", "name"))
    out = io.StringIO()
    call_command("reference", stdout=out)
    assert rows() == first
    assert list(Region.objects.order_by("pk").values_list("pk", "code", "name")) == names
    assert "Pustaka klausul: 0 klausul baru." in out.getvalue()
