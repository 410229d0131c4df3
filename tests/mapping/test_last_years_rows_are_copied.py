"""A region begins with last year's rows: it chooses which, and copies none twice."""

from decimal import Decimal

import pytest

from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.mapping.models import MappingRow
from ksd.mapping.services.copying import copy_rows, copyable
from tests.mapping.filling_rows import of_region, opened
from tests.mapping.rows import period, row


@pytest.fixture
def last(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, year=2026, name="Lama", state="disepakati")


@pytest.fixture
def made(cast):
    return opened(cast)


def test_the_chosen_become_drafts_with_all_they_say(cast, last, made):
    source = row(cast.officer, last, cast.kukar, figure=Decimal("12.5"), figure_name="dokter", budgeted=True)
    source.touches.add(cast.kubar)
    row(cast.officer, last, cast.kukar, title="Tidak dipilih contoh")
    (copied,) = copy_rows(actor=cast.officer, period=made, region=cast.kukar, keys=[source.public_id])
    assert (copied.state, copied.copied_from, copied.figure, copied.figure_name) == (
        "draf", source, Decimal("12.5"), "dokter",
    )  # fmt: skip
    assert copied.budgeted is None  # a new year's budget is not yet decided
    assert list(copied.touches.all()) == [cast.kubar]
    assert copied.events.get().label == "Disalin dari Lama 2026"


def test_none_is_copied_twice(cast, last, made):
    source = row(cast.officer, last, cast.kukar)
    for _again in range(2):
        copy_rows(actor=cast.officer, period=made, region=cast.kukar, keys=[source.public_id])
    assert MappingRow.objects.filter(period=made).count() == 1
    assert not copyable(made, cast.kukar).exists()


def test_only_own_rows_of_earlier_years_that_still_stand_are_offered(cast, last, made):
    for facts in ({"state": "ditarik"}, {"state": "draf"}):
        row(cast.officer, last, cast.kukar, title=f"{facts['state']} contoh", **facts)
    row(cast.partner, last, cast.kubar)
    row(cast.officer, made, cast.kukar)
    assert [source.title for source in copyable(made, cast.kukar)] == ["draf contoh"]


def test_copying_keeps_to_who_fills_in_and_when(cast, last, made):
    source = row(cast.officer, last, cast.kukar)
    with pytest.raises(NotAllowed):
        copy_rows(actor=cast.partner, period=made, region=cast.kukar, keys=[source.public_id])
    made.state = "ditutup"
    made.save()
    with pytest.raises(ImpossibleStep, match="tidak sedang dibuka"):
        copy_rows(actor=cast.officer, period=made, region=cast.kukar, keys=[source.public_id])


def test_the_page_offers_them_to_tick(cast, signed_in, last, made):
    source = row(cast.officer, last, cast.kukar, title="Jembatan contoh")
    client, address = signed_in(cast.officer), of_region("copy", made)
    assert "Jembatan contoh" in client.get(address).content.decode()
    assert client.post(address, {"form_token": "a"}).status_code == 422
    assert client.post(address, {"form_token": "b", "rows": ["bukan"]}).status_code == 422
    assert client.post(address, {"form_token": "c", "rows": [source.public_id]}).status_code == 302
    assert "Tidak ada baris tahun lalu" in client.get(address).content.decode()
    assert signed_in(cast.partner).get(address).status_code == 403
