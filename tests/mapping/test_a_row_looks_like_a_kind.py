"""What a row looks like is suggested with reasons from its data; what is missing is said."""

import pytest

from agreements.models import Partner
from ksd.mapping.services.suggesting import suggestions
from tests.mapping.rows import period, row

ALL_YES = {"berbatasan": "ya", "dampak": "ya", "efisiensi": "ya"}


@pytest.fixture
def make(cast):
    opened = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)
    return lambda **facts: row(cast.officer, opened, cast.kukar, **facts)


def looks(found):
    return [given.code for given in found]


def words(given):
    return " ".join(f"{reason.text} {reason.article}" for reason in given.reasons)


def test_all_conditions_met_look_like_wajib_by_pasal_364(cast, make):
    found = suggestions(make(partner_region=cast.kubar), ALL_YES, {}, cast.biro)
    assert looks(found) == ["ksdd_wajib"]
    assert "Kutai Barat" in words(found[0])
    assert "Pasal 364 ayat (1) UU 23/2014" in words(found[0])


@pytest.mark.parametrize("missed", ["berbatasan", "efisiensi"])
def test_one_condition_not_met_looks_like_sukarela(cast, make, missed):
    found = suggestions(make(partner_region=cast.kubar), ALL_YES | {missed: "tidak"}, {}, cast.biro)
    assert looks(found) == ["ksdd_sukarela"]


def test_what_is_not_known_is_said_and_nothing_is_suggested(cast, make):
    found = suggestions(make(partner_region=cast.kubar), {"berbatasan": "ya"}, {}, cast.biro)
    assert looks(found) == [""]
    assert "belum diketahui: Eksternalitas lintas daerah" in words(found[0])


def test_without_a_partner_the_row_says_what_is_missing(cast, make):
    found = suggestions(make(), ALL_YES, {}, cast.biro)
    assert looks(found) == [""]
    assert "belum disebut" in words(found[0])


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("PT Contoh Sawit", ["ksdpk"]),
        ("Kementerian Perhubungan", ["sinergi"]),
        ("Prefektur Contoh", ["ksdpl"]),
        ("JICA", ["ksdll"]),
        ("Contoh Tak Dikenal", [""]),
    ],
)
def test_the_partners_name_tells_the_kind(cast, make, name, codes):
    found = suggestions(make(partner_name=name), {}, {}, cast.biro)
    assert looks(found) == codes
    assert name in words(found[0])


def test_the_register_of_partners_goes_before_the_name(cast, make):
    Partner.objects.create(name="Yayasan Contoh", partner_class="otorita_ikn", region=cast.kaltim)
    found = suggestions(make(partner_name="yayasan contoh"), {}, {}, cast.biro)
    assert looks(found) == [""]
    assert "tercatat sebagai" in words(found[0])


def test_a_yes_to_the_screening_sends_the_row_elsewhere_first(cast, make):
    found = suggestions(make(partner_region=cast.kubar), ALL_YES, {"pengadaan": True}, cast.biro)
    assert looks(found) == ["bukan_ksd", "ksdd_wajib"]
    assert found[0].destination == "pengadaan"
    assert "Pasal 15 ayat (3) PP 28/2018" in words(found[0])
