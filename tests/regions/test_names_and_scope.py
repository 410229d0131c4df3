"""What a region is called, who it stands above, and whom it borders."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from regions.adjacency import are_adjacent
from regions.models import Adjacency, Region
from regions.scope import within_reach
from tests import factories


@pytest.mark.parametrize(
    ("kind", "name", "names"),
    [
        (
            "kabupaten",
            "Kutai Kartanegara",
            (
                "Kabupaten Kutai Kartanegara",
                "Pemerintah Kabupaten Kutai Kartanegara",
                "Bupati",
                "DPRD Kabupaten Kutai Kartanegara",
            ),
        ),
        ("kota", "Bontang", ("Kota Bontang", "Pemerintah Kota Bontang", "Wali Kota", "DPRD Kota Bontang")),
        (
            "provinsi",
            "Kalimantan Timur",
            (
                "Provinsi Kalimantan Timur",
                "Pemerintah Provinsi Kalimantan Timur",
                "Gubernur",
                "DPRD Provinsi Kalimantan Timur",
            ),
        ),
        (
            "kota_administrasi",
            "Jakarta Barat",
            (
                "Kota Administrasi Jakarta Barat",
                "Pemerintah Kota Administrasi Jakarta Barat",
                "Wali Kota",
                "",
            ),
        ),
    ],
)
def test_names_follow_the_kind_of_region(kind, name, names):
    region = Region(kind=kind, name=name)
    found = (region.full_name, region.government_name, region.head_title, region.council_name)
    assert found == names


def test_a_special_designation_replaces_the_usual_one():
    region = Region(
        kind="provinsi", name="Contoh", government_label="Pemerintah Contoh", council_label="DPR Contoh"
    )
    assert (region.government_name, region.council_name) == ("Pemerintah Contoh", "DPR Contoh")


def test_a_regency_reaches_itself_a_province_its_own_and_the_state_all(cast):
    other = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    factories.region("63.09", "Tabalong", parent=other)
    assert set(within_reach([cast.kukar.pk])) == {cast.kukar}
    assert set(within_reach([cast.kaltim.pk])) == {cast.kaltim, cast.kukar, cast.kubar, cast.paser}
    assert set(within_reach([cast.nation.pk])) == set(Region.objects.all())
    assert not within_reach([]).exists()


def test_reach_is_one_subquery(cast):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        names = list(
            Region.objects.filter(pk__in=within_reach([cast.kaltim.pk])).values_list("code", flat=True)
        )
    assert names == ["64", "64.01", "64.02", "64.07"]
    assert len(queries) == 1


def test_reach_takes_a_query_of_memberships_without_reading_it(cast):
    keys = cast.admin.memberships.order_by().values("region_id")
    with CaptureQueriesContext(connection) as queries:
        assert within_reach(keys).count() == 4
    assert len(queries) == 1


def test_an_ended_region_stays_in_reach_for_its_history(cast):
    gone = factories.region("64.05", "Bulungan", parent=cast.kaltim, valid_to=date(2012, 11, 15))
    assert gone in within_reach([cast.kaltim.pk])
    assert gone not in Region.objects.current()


def test_one_living_region_per_code(cast):
    factories.region("64.05", "Bulungan", parent=cast.kaltim, valid_to=date(2012, 11, 15))
    factories.region("64.05", "Penerus", parent=cast.kaltim)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.region("64.05", "Kembar", parent=cast.kaltim)


def test_search_finds_by_words_kind_and_beginning_of_code(cast):
    factories.region("64.74", "Bontang", "kota", cast.kaltim)

    def codes(text):
        return [region.code for region in Region.objects.search(text)]

    assert codes("kutai  karta") == ["64.02"]
    assert codes("kota bontang") == ["64.74"]
    assert codes("64.0") == ["64.01", "64.02", "64.07"]
    assert codes("kabupaten kutai") == ["64.02", "64.07"]
    assert codes("%") == []


def border(a, b):
    first, second = sorted((a, b), key=lambda region: region.pk)
    return Adjacency.objects.create(region_a=first, region_b=second, source="contoh")


def test_bordering_is_known_unknown_or_denied(cast):
    border(cast.kukar, cast.kubar)
    assert are_adjacent(cast.kukar, cast.kubar) is True
    assert are_adjacent(cast.kubar, cast.kukar) is True
    assert are_adjacent(cast.kukar, cast.paser) is None
    cast.paser.neighbours_complete = True
    assert are_adjacent(cast.kukar, cast.paser) is False
    assert are_adjacent(cast.kukar, cast.kukar) is False


def test_a_province_borders_its_own_regencies_and_whatever_they_border(cast):
    kalsel = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    tabalong = factories.region("63.09", "Tabalong", parent=kalsel)
    border(tabalong, cast.paser)
    assert are_adjacent(cast.kaltim, cast.kukar) is True
    assert are_adjacent(cast.kaltim, kalsel) is True
    assert are_adjacent(tabalong, cast.kaltim) is True
    assert are_adjacent(tabalong, cast.kukar) is None
    assert are_adjacent(cast.nation, cast.kaltim) is False


def test_a_pair_of_neighbours_is_kept_once_and_in_order(cast):
    border(cast.kukar, cast.kubar)
    with pytest.raises(IntegrityError), transaction.atomic():
        border(cast.kubar, cast.kukar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Adjacency.objects.create(region_a=cast.kukar, region_b=cast.kukar, source="contoh")
    assert list(Region.objects.neighbours_of(cast.kubar)) == [cast.kukar]
