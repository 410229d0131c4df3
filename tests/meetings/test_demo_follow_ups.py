"""What the demonstration shows of follow-ups: every standing, and the same record carried from one Rakor to the next."""

import pytest

from meetings import demo
from meetings.models import FollowUp, Meeting

pytestmark = pytest.mark.django_db


def test_the_follow_ups_of_the_demonstration_stand_in_every_way_and_are_carried(cast):
    demo.build()
    rows = FollowUp.objects.agreed()
    assert {"proses", "diverifikasi"} <= set(rows.values_list("state", flat=True))
    assert rows.late().exists()
    old, new = (Meeting.objects.get(title=title) for title in (demo.RAKOR_2024, demo.RAKOR_2025))
    carried = rows.filter(decision__meeting=old, carries__meeting=new)
    assert carried.exists()
    assert not FollowUp.objects.unsettled_in(old).exists()
    assert old.state == "selesai"
    count = rows.count()
    demo.build()
    assert FollowUp.objects.agreed().count() == count
