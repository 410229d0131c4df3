"""In the admin site kinds are kept; points, pillars and what was said of them are read, within one's reach."""

import pytest
from django.urls import reverse

from boundaries.models import PointKind
from boundaries.services import points
from tests import factories
from tests.boundaries.point_rows import kinds, listed, pillar
from tests.boundaries.rows import segment


@pytest.fixture
def one(cast):
    kinds()
    found = listed(segment(cast.kukar, cast.kubar), "PBU 1")
    pillar(found)
    points.judge_point(actor=cast.officer, listing=found, region=cast.kukar, verdict="setuju")
    return found


def test_a_kind_is_added_and_corrected_but_not_deleted(cast, signed_in, one):
    client = signed_in(cast.admin)
    data = {"code": "SMP", "name": "Simpul contoh", "on_line": "on"}
    assert client.post(reverse("admin:boundaries_pointkind_add"), data).status_code == 302
    found = PointKind.objects.get(code="SMP")
    assert not found.has_pillar
    assert client.get(reverse("admin:boundaries_pointkind_delete", args=[found.pk])).status_code == 403


def test_points_and_pillars_are_read_only_within_reach(cast, signed_in, one):
    client = signed_in(cast.admin)
    for name, pk in (("boundarypoint", one.point_id), ("pillar", one.point.pillar.pk)):
        assert client.get(reverse(f"admin:boundaries_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:boundaries_{name}_change", args=[pk])).status_code == 200
        assert client.get(reverse(f"admin:boundaries_{name}_add")).status_code == 403
        assert client.post(reverse(f"admin:boundaries_{name}_change", args=[pk]), {}).status_code == 403
    assert client.get(reverse("admin:boundaries_pillarplan_changelist")).status_code == 200
    far = signed_in(factories.person("admin.paser", ("admin", cast.paser), is_staff=True))
    address = reverse("admin:boundaries_boundarypoint_change", args=[one.point_id])
    assert far.get(address).status_code in {302, 404}
    listing = far.get(reverse("admin:boundaries_boundarypoint_changelist"), {"q": "PBU"})
    assert str(one.point.lat) not in listing.content.decode()
