"""Two people judge or merge the same rows at the same moment: one is first, the other is told (PostgreSQL, threads)."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from ksd.mapping.models import MappingRow, RowTriage
from ksd.mapping.services.merging import merge_rows
from tests.mapping.rows import period, row
from tests.mapping.triage_rows import judged
from tests.races import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]


@pytest.fixture
def rows(transactional_db, cast):
    ContentType.objects.clear_cache()
    opened = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    both = row(cast.officer, opened, cast.kukar), row(cast.partner, opened, cast.kubar)
    both[0].get_absolute_url()  # the addresses are read once, before anybody holds a lock
    yield both
    ContentType.objects.clear_cache()


def test_of_two_verdicts_at_once_one_is_kept_and_the_other_told(cast, rows):
    told = sorted(
        together(
            lambda: judged(cast.biro, rows[0], "sinergi"),
            lambda: judged(cast.head, rows[0], "ksdd_wajib"),
        )
    )
    assert told[0] == ""
    assert "lebih dahulu" in told[1]
    assert RowTriage.objects.get().revision == 1


def test_two_merges_the_other_way_round_leave_one_row_standing(cast, rows):
    one, other = rows
    told = sorted(
        together(
            lambda: merge_rows(actor=cast.biro, keep=one, merged=other, reason="Sama."),
            lambda: merge_rows(actor=cast.head, keep=other, merged=one, reason="Sama."),
        )
    )
    assert told[0] == ""
    assert "sudah digabung" in told[1]
    assert MappingRow.objects.counted().count() == 1
