"""The collector rests only as long as asked, also when something fails; what is remembered is bounded."""

import gc

import pytest

from ksd.core.memory import keep_newest, no_rings


def test_the_collector_rests_and_wakes():
    with no_rings():
        assert not gc.isenabled()
        with no_rings():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_wakes_after_a_fault():
    with pytest.raises(RuntimeError), no_rings():
        raise RuntimeError
    assert gc.isenabled()


def test_the_oldest_give_way():
    place: dict[str, int] = {}
    for number, key in enumerate("abc"):
        keep_newest(place, key, number, 2)
    assert place == {"b": 1, "c": 2}
