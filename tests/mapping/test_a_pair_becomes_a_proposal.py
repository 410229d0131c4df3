"""One act begins a proposal for all regions of a pair or a group, prefilled and tied to their rows."""

import pytest

from agreements.models import Case
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.mapping.models import Match, RowCase
from ksd.mapping.services.matching.deciding import decide_match
from ksd.mapping.services.matching.grouping import groups_of
from ksd.mapping.services.matching.starting import kind_found, kinds_between_regions, start_from_matches
from tests.mapping.match_rows import form, have, looked, need
from tests.mapping.network_rows import judged
from tests.mapping.rows import period


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, cast.paser)


@pytest.fixture
def match(cast, opened):
    need(
        cast.partner, opened, cast.kubar, description="Rumah sakit kekurangan dokter.", years=3, figure="4.5"
    )
    have(cast.officer, opened, cast.kukar)
    (found,) = looked(cast.biro, opened)
    return found


def start(actor, match, region, **more):
    given = {"kind": kinds_between_regions()[0].code, "title": "Dokter Bergilir"} | more
    return start_from_matches(actor=actor, matches=[match], region=region, **given)


def test_the_proposal_is_filled_in_from_both_rows(cast, match):
    case = start(cast.officer, match, cast.kukar)
    assert (case.title, case.location, case.proposed_years) == ("Dokter Bergilir", "Tenggarong", 3)
    assert (
        "Kutai Barat: Dokter spesialis untuk rumah sakit pratama (Dokter spesialis: 4,5 orang)"
        in case.summary
    )
    assert [row.code for row in case.urusan.all()] == ["kesehatan"]
    assert [party.region for party in case.parties.all()] == [cast.kukar, cast.kubar]
    assert set(RowCase.objects.values_list("row", "case")) == {
        (match.first_id, case.pk),
        (match.second_id, case.pk),
    }
    match.refresh_from_db()
    assert (match.state, match.case) == ("usulan", case)


def test_the_other_region_may_propose_as_well_but_only_once(cast, match):
    start(cast.partner, match, cast.kubar)
    with pytest.raises(ImpossibleStep, match="sudah menjadi usulan"):
        start(cast.officer, match, cast.kukar)
    assert Case.objects.count() == 1


def test_nobody_proposes_for_another_region(cast, match):
    for actor, region in ((cast.officer, cast.kubar), (cast.stranger, cast.kukar), (cast.biro, cast.kaltim)):
        with pytest.raises(NotAllowed):
            start(actor, match, region)


def test_a_rejected_pair_is_accepted_first(cast, match, signed_in):
    assert "usulkan/" in signed_in(cast.officer).get(match.get_absolute_url()).content.decode()
    decide_match(actor=cast.partner, match=match, verdict="tolak", region=cast.kubar, reason="Tidak jadi")
    assert "usulkan/" not in signed_in(cast.officer).get(match.get_absolute_url()).content.decode()
    with pytest.raises(ImpossibleStep, match="ditolak"):
        start(cast.officer, match, cast.kukar)


def test_the_kind_the_rows_were_found_to_be_is_chosen_to_begin_with(cast, match):
    assert kind_found([match]) == ""
    judged(cast.biro, match.first)
    assert kind_found([match]) == "ksdd_wajib"
    judged(cast.biro, match.second, "ksdd_sukarela")
    assert kind_found([match]) == ""  # they differ: whoever proposes says


def test_a_kind_with_third_parties_is_no_kind_between_regions(cast, match):
    with pytest.raises(DomainError, match="bukan antardaerah"):
        start(cast.officer, match, cast.kukar, kind="ksdpk")


def test_a_row_withdrawn_meanwhile_stops_it(cast, match):
    match.first.state = "ditarik"
    match.first.save()
    with pytest.raises(ImpossibleStep, match="ditarik"):
        start(cast.officer, match, cast.kukar)


def test_one_source_for_several_regions_becomes_one_proposal_of_all(cast, opened, match, signed_in):
    need(cast.biro, opened, cast.paser, title="Dokter spesialis anak")
    looked(cast.biro, opened)
    (group,) = groups_of(opened, cast.officer)
    assert (group.hub, len(group.matches)) == (match.second, 2)
    client = signed_in(cast.officer)
    page = client.get(f"{opened.get_absolute_url()}kelompok/").content.decode()
    address = f"/pemetaan/kelompok/{group.hub.public_id}/usulkan/"
    assert address in page
    given = form(region=cast.kukar.pk, kind=kinds_between_regions()[0].code, title="Dokter Bergilir")
    assert client.post(address, given).status_code == 302
    case = Case.objects.get()
    assert {party.region for party in case.parties.all()} == {cast.kukar, cast.kubar, cast.paser}
    assert set(Match.objects.values_list("state", flat=True)) == {"usulan"}
    assert client.get(address).status_code == 404


def test_the_page_leads_into_the_steps_of_the_proposal(cast, match, signed_in):
    client = signed_in(cast.partner)
    address = f"{match.get_absolute_url()}usulkan/"
    page = client.get(address).content.decode()
    assert match.first.title in page
    assert client.post(address, form(region=cast.kukar.pk, kind="", title="")).status_code == 422
    given = form(region=cast.kubar.pk, kind=kinds_between_regions()[0].code, title="Dokter Bergilir")
    answer = client.post(address, given, follow=True)
    assert answer.status_code == 200
    assert "Dokter Bergilir" in answer.content.decode()
    assert client.get(address).status_code == 409
