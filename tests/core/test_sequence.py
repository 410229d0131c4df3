"""Numbers without gaps."""

import threading

import pytest
from django.db import connection, connections, transaction

from ksd.core.sequence import next_number


@pytest.mark.django_db
def test_each_name_counts_from_one_by_itself():
    assert [next_number("kb-2026") for _ in range(3)] == [1, 2, 3]
    assert next_number("pks-2026") == 1


@transaction.atomic
def failing_act():
    raise RuntimeError(f"gagal sesudah mengambil nomor {next_number('kb')}")


@pytest.mark.django_db
def test_a_number_of_an_act_that_failed_is_given_again():
    next_number("kb")
    with pytest.raises(RuntimeError, match="nomor 2"):
        failing_act()
    assert next_number("kb") == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="perlu PostgreSQL")
def test_many_at_once_get_each_number_once():
    numbers: list[int] = []

    def take():
        try:
            for _ in range(10):
                numbers.append(next_number("bersama"))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == list(range(1, 41))
