"""Many lines at once: each value in the type of its column, what stands already brought up to date, nothing more."""

from uuid import uuid4

import pytest

from ksd.core import bulk, clock
from ksd.core.bulk import upsert_lines
from ksd.core.models import Job, JobState

pytestmark = pytest.mark.django_db

NAMES = ("public_id", "key", "label", "payload", "progress")


def _written(*lines):
    same = {
        "kind": "contoh", "state": JobState.QUEUED, "attempts": 0, "message": "", "error": "", "detail": "",
        "created_at": clock.now(),
    }  # fmt: skip
    told = [(uuid4().hex, *line) for line in lines]
    upsert_lines(Job, NAMES, told, same=same, unique=("kind", "key"), update=("label", "payload", "progress"))


def test_values_come_back_as_they_went(monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)
    payload = {"kata": ["Kutai “Barat” 100% ' ; --", "a\nb"], "nilai": 1.5, "ada": True, "kosong": None}
    _written(("satu", "Satu '$[0]' %s", payload, 7), ("dua", "", {}, 0), ("tiga", "tiga", [1, [2]], 100))
    first = Job.objects.get(kind="contoh", key="satu")
    assert (first.label, first.payload, first.progress) == ("Satu '$[0]' %s", payload, 7)
    assert (first.created_at, first.state, first.lease_until) == (clock.now(), JobState.QUEUED, None)
    assert Job.objects.get(key="tiga").payload == [1, [2]]
    assert Job.objects.filter(kind="contoh").count() == 3


def test_a_line_that_stands_keeps_what_others_wrote():
    _written(("satu", "lama", {}, 1))
    Job.objects.update(state=JobState.DONE)
    before = Job.objects.get()
    _written(("satu", "baru", {"a": 1}, 2))
    after = Job.objects.get()
    assert (after.pk, after.public_id, after.state) == (before.pk, before.public_id, JobState.DONE)
    assert (after.label, after.payload, after.progress) == ("baru", {"a": 1}, 2)


def test_no_line_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        _written()
