"""A pair names who said what, and the way to what became of it; the list says what it leaves out."""

import pytest

from ksd.mapping.matching.weights import DEFAULTS
from ksd.mapping.services.matching.deciding import decide_match
from ksd.mapping.services.matching.starting import start_from_matches
from ksd.mapping.views.match_words import lines_of
from tests.mapping.match_rows import have, looked, need
from tests.mapping.rows import period, row

KUKAR, KUBAR = "Kabupaten Kutai Kartanegara", "Kabupaten Kutai Barat"


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


def pair(cast, opened, lacks=None, gives=None):
    need(cast.partner, opened, cast.kubar, **(lacks or {}))
    have(cast.officer, opened, cast.kukar, **(gives or {}))
    (found,) = looked(cast.biro, opened)
    return found


def told(match):
    return {str(line.label): line.sentence for line in lines_of(match)}


def test_the_one_who_names_a_partner_and_the_one_named_are_told_apart(cast, opened):
    said = told(pair(cast, opened, gives={"partner_region": cast.kubar}))
    assert said["Calon mitra yang disebut"] == f"{KUKAR} menyebut {KUBAR} sebagai calon mitra."


def test_both_may_name_each_other(cast, opened):
    match = pair(cast, opened, {"partner_region": cast.kukar}, {"partner_region": cast.kubar})
    assert told(match)["Calon mitra yang disebut"] == "Kedua daerah saling menyebut sebagai calon mitra."


def test_the_urgency_is_that_of_who_lacks_something(cast, opened):
    assert told(pair(cast, opened))["Prioritas"] == f"{KUBAR} memberinya prioritas tinggi."


def test_of_a_shared_problem_the_more_urgent_counts(cast, opened):
    facts = {"kind": "masalah", "title": "Kebakaran lahan gambut di perbatasan"}
    for region, other, priority in ((cast.kukar, cast.kubar, 2), (cast.kubar, None, 1)):
        row(cast.biro, opened, region, priority=priority, partner_region=other, **facts)
    (match,) = looked(cast.biro, opened)
    assert told(match)["Prioritas"] == "Prioritas tertinggi yang diberikan kedua daerah: tinggi."


def test_a_pair_that_became_a_proposal_leads_to_it(cast, opened, signed_in):
    match = pair(cast, opened)
    case = start_from_matches(
        actor=cast.officer, matches=[match], region=cast.kukar, kind="ksdd_sukarela", title="Dokter contoh"
    )
    assert case.get_absolute_url() in signed_in(cast.officer).get(match.get_absolute_url()).content.decode()
    other = signed_in(cast.partner).get(match.get_absolute_url()).content.decode()
    assert case.get_absolute_url() not in other
    assert "Dokter contoh" not in other
    assert "terlihat oleh daerah lain sesudah ditawarkan" in other


def test_the_list_says_how_many_pairs_it_leaves_out(cast, opened, signed_in):
    match, client = pair(cast, opened), signed_in(cast.officer)
    address = f"{opened.get_absolute_url()}pasangan/"
    assert "Tidak ditampilkan" not in client.get(address).content.decode()
    decide_match(actor=cast.officer, match=match, verdict="tolak", region=cast.kukar, reason="Tidak jadi")
    page = client.get(address).content.decode()
    assert "Tidak ditampilkan: 1 pasangan yang ditolak atau ditunda." in page
    assert "Belum ada pasangan" not in page
    asked = client.get(f"{address}?state=ditolak").content.decode()
    assert match.get_absolute_url() in asked
    assert "Tidak ditampilkan" not in asked


def test_what_is_agreed_is_not_weighed_anew(cast, opened, signed_in):
    client, address = signed_in(cast.biro), f"{opened.get_absolute_url()}pasangan/"
    assert "/bobot/" in client.get(address).content.decode()
    opened.state = "disepakati"
    opened.save()
    assert "/bobot/" not in client.get(address).content.decode()
    assert sum(DEFAULTS.values()) == 100
