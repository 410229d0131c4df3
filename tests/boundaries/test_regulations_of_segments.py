"""A regulation is written down once and named by every segment it speaks of; what came after is kept too."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from boundaries import reference
from boundaries.choices import Stage
from boundaries.models import Regulation, Segment, SegmentRegulation
from boundaries.services.afterwards import AmendmentFacts, CourtFacts, keep_amendment, keep_court_case
from boundaries.services.regulations import (
    RegulationFacts,
    add_regulation,
    amend_basis,
    amend_regulation,
    attach_regulation,
    detach_regulation,
    split_year,
    tidy,
)
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from tests import factories
from tests.boundaries.register_rows import court_case, decree, paper
from tests.boundaries.rows import neighbour_province, segment

NEW = reverse("boundaries:regulation_new", args=["64.02-64.07"])
PAGE = reverse("boundaries:regulations", args=["64.02-64.07"])
FACTS = RegulationFacts(kind="permendagri", number="30", year=2017, title="Batas Contoh")
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def add(cast, row, role="menetapkan", **facts):
    given = RegulationFacts(**vars(FACTS) | facts)
    return add_regulation(actor=cast.biro, segment=row, facts=given, role=role)


def test_one_regulation_settles_several_segments(cast, row):
    basis = add(cast, row)
    other = segment(cast.kukar, cast.paser)
    attach_regulation(actor=cast.biro, segment=other, regulation=basis.regulation, role="menetapkan")
    assert Regulation.objects.count() == 1
    assert set(basis.regulation.segments.all()) == {row, other}
    for each in (row, other):
        each.refresh_from_db()
        assert (each.regulation, each.regulation_title) == ("Permendagri 30/2017", "Batas Contoh")


@pytest.mark.parametrize("number", ["30", "030", "Nomor 30", "No. 30"])
def test_a_decree_number_used_twice_is_refused_naming_its_segments(cast, row, number):
    add(cast, row)
    with pytest.raises(ImpossibleStep, match="Kutai Kartanegara – Kabupaten Kutai Barat") as refused:
        add(cast, segment(cast.kukar, cast.paser), number=number)
    assert "yang sudah tercatat" in refused.value.remedy
    with pytest.raises(ImpossibleStep, match="sudah tercatat pada") as refused:
        add(cast, row, number=number)
    assert "perbaiki barisnya" in refused.value.remedy


def test_a_refusal_names_no_segment_out_of_sight(cast, row):
    kaltara, malinau = neighbour_province()
    bulungan = factories.region("65.01", "Bulungan", parent=kaltara)
    decree(segment(malinau, bulungan))
    with pytest.raises(ImpossibleStep, match="1 segmen daerah lain") as refused:
        add(cast, row)
    assert "Bulungan" not in str(refused.value)


def test_governors_of_two_provinces_may_use_one_number(cast, row):
    add(cast, row, kind="kepgub", number="100.3/K.1/2021", year=2021, issuer="Kalimantan Timur")
    second = add(cast, row, kind="kepgub", number="100.3/K.1/2021", year=2021, issuer="Kalimantan Utara")
    assert str(second.regulation) == "Keputusan Gubernur Kalimantan Utara 100.3/K.1/2021 (2021)"


def test_numbers_are_read_as_people_write_them():
    assert tidy("Nomor 030") == tidy(" 30 ") == "30"
    assert split_year("30/2017") == split_year("No. 30 Tahun 2017") == ("30", 2017)
    assert split_year("100.3/K.1/2021") is None


def test_the_newest_settling_regulation_is_what_lists_show(cast, row):
    add(cast, row)
    add(cast, row, number="9", year=2024)
    add(cast, row, role="dasar_lama", kind="pp", number="21", year=1987)
    row.refresh_from_db()
    assert row.regulation == "Permendagri 9/2024"
    detach_regulation(actor=cast.biro, basis=row.bases.get(regulation__number="9"), reason="Salah segmen")
    row.refresh_from_db()
    assert row.regulation == "Permendagri 30/2017"
    assert row.traces.first().label == "Melepas Permendagri 9/2024"


def test_the_regulation_that_settled_a_segment_is_not_taken_off_it(cast, row):
    basis = add(cast, row)
    old = add(cast, row, role="dasar_lama", kind="pp", number="21", year=1987)
    Segment.objects.update(stage=Stage.DITETAPKAN)
    with pytest.raises(NotReady, match="tidak dapat dilepas"):
        detach_regulation(actor=cast.biro, basis=basis, reason="x")
    with pytest.raises(NotReady, match="tidak dapat dilepas"):
        amend_basis(actor=cast.biro, basis=basis, role="dibatalkan")
    detach_regulation(actor=cast.biro, basis=old, reason="x")


def test_a_correction_reaches_every_segment(cast, row):
    basis = add(cast, row)
    other = segment(cast.kukar, cast.paser)
    attach_regulation(actor=cast.biro, segment=other, regulation=basis.regulation, role="menetapkan")
    given = RegulationFacts(**vars(FACTS) | {"number": "31", "gazette_number": "12", "gazette_year": 2017})
    amend_regulation(actor=cast.biro, regulation=basis.regulation, facts=given)
    for each in (row, other):
        each.refresh_from_db()
        assert each.regulation == "Permendagri 31/2017"
        assert "Nomor: 30 → 31" in each.traces.first().detail
    decree(number="40", year=2020)
    with pytest.raises(ImpossibleStep, match="belum pada satu segmen pun"):
        amend_regulation(
            actor=cast.biro, regulation=basis.regulation, facts=RegulationFacts("permendagri", "40", 2020)
        )


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "admin", "nobody"])
def test_only_the_keeper_touches_rules(cast, row, who):
    actor, basis = getattr(cast, who), add(cast, row)
    for act in (
        lambda: add_regulation(actor=actor, segment=row, facts=FACTS, role="menetapkan"),
        lambda: attach_regulation(actor=actor, segment=row, regulation=basis.regulation, role="mengubah"),
        lambda: amend_basis(actor=actor, basis=basis, role="mengubah"),
        lambda: detach_regulation(actor=actor, basis=basis, reason="x"),
        lambda: amend_regulation(actor=actor, regulation=basis.regulation, facts=FACTS),
        lambda: keep_court_case(actor=actor, segment=row, facts=CourtFacts("ma", "x")),
        lambda: keep_amendment(actor=actor, segment=row, facts=AmendmentFacts(date(2026, 1, 1), "x")),
    ):
        with pytest.raises(NotAllowed):
            act()


def filled(client, address, **given):
    form = client.get(address).context["form"]
    return {"form_token": form["form_token"].value(), "kind": "permendagri", "role": "menetapkan"} | given


def test_a_number_with_its_year_is_taken_apart_and_its_file_handed_out(cast, signed_in, row):
    client = signed_in(cast.biro)
    data = filled(client, NEW, number="30/2017", file=SimpleUploadedFile("p.pdf", PDF))
    assert client.post(NEW, data)["Location"] == PAGE
    basis = SegmentRegulation.objects.get()
    assert (basis.regulation.number, basis.regulation.year) == ("30", 2017)
    assert "Permendagri 30/2017" in client.get(PAGE).content.decode()
    file = reverse("boundaries:regulation_file", args=[row.slug, basis.pk])
    assert b"".join(client.get(file).streaming_content) == PDF


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"number": "30"}, "Isi tahun peraturan"),
        ({"number": "30/2017", "year": "2018"}, "Tahun pada nomor berbeda"),
        ({"number": "30", "year": "2999"}, "tidak di masa depan"),
        ({"number": "30", "year": "2017", "dated": "2027-01-01"}, "tidak boleh di masa depan"),
    ],
)
def test_a_mistyped_regulation_comes_back_with_what_was_typed(cast, signed_in, row, given, words):
    client = signed_in(cast.biro)
    response = client.post(NEW, filled(client, NEW, title="Judul panjang", **given))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert "Judul panjang" in response.content.decode()


def test_a_number_used_twice_comes_back_as_a_conflict(cast, signed_in, row):
    decree(segment(cast.kukar, cast.paser))
    client = signed_in(cast.biro)
    response = client.post(NEW, filled(client, NEW, number="30/2017"))
    assert response.status_code == 409
    assert "Kabupaten Paser" in response.content.decode()


def test_a_review_runs_from_its_filing_to_its_verdict(cast, row):
    facts = CourtFacts("mk", "UU 47/1999", "10/PUU-XXII/2024", filed_on=date(2024, 1, 5))
    case = keep_court_case(actor=cast.biro, segment=row, facts=facts)
    with pytest.raises(DomainError, match="mempunyai amar"):
        keep_court_case(
            actor=cast.biro, segment=row, case=case,
            facts=CourtFacts(**vars(facts) | {"decided_on": date(2025, 9, 17)}),
        )  # fmt: skip
    with pytest.raises(DomainError, match="tidak mendahului"):
        keep_court_case(
            actor=cast.biro, segment=row, case=case,
            facts=CourtFacts(**vars(facts) | {"decided_on": date(2023, 9, 17), "verdict": "ditolak"}),
        )  # fmt: skip
    told = CourtFacts(**vars(facts) | {"decided_on": date(2025, 9, 17), "verdict": "ditolak"})
    keep_court_case(actor=cast.biro, segment=row, case=case, facts=told)
    assert row.traces.first().detail == "Diputus: – → 17 September 2025\nPutusan: Belum diputus → Ditolak"
    with pytest.raises(ValidationError, match="sudah tercatat"):
        keep_court_case(actor=cast.biro, segment=row, facts=facts)


def test_only_a_settled_segment_is_changed_under_pasal_34(cast, row):
    facts = AmendmentFacts(date(2026, 1, 5), "Titik keliru (contoh)", region=cast.kukar)
    with pytest.raises(DomainError, match="hanya untuk segmen yang sudah ditetapkan"):
        keep_amendment(actor=cast.biro, segment=row, facts=facts)
    Segment.objects.update(stage=Stage.PEMELIHARAAN)
    keep_amendment(actor=cast.biro, segment=row, facts=facts)
    assert row.amendments.get().region == cast.kukar


def test_reviews_and_changes_are_written_on_their_pages(cast, signed_in, row):
    Segment.objects.update(stage=Stage.PEMELIHARAAN)
    client = signed_in(cast.biro)
    for name, data in (
        ("court_new", {"court": "ma", "object": "Permendagri contoh", "verdict": "ditolak"}),
        ("amendment_new", {"proposed_on": "2026-01-05", "reason": "Titik keliru", "state": "diajukan"}),
    ):
        address = reverse(f"boundaries:{name}", args=[row.slug])
        token = client.get(address).context["form"]["form_token"].value()
        assert client.post(address, data | {"form_token": token}).status_code == 302
    text = client.get(PAGE).content.decode()
    assert "Permendagri contoh" in text
    assert "Titik keliru" in text
    address = reverse("boundaries:court_edit", args=[row.slug, row.court_cases.get().pk])
    assert "Permendagri contoh" in client.get(address).content.decode()


def test_the_page_of_rules_costs_the_same_for_one_and_for_ten(
    cast, signed_in, row, django_assert_max_num_queries
):
    for year in range(2000, 2010):
        decree(row, year=year)
        court_case(row, number=str(year), paper=paper(row, cast.biro))
    client = signed_in(cast.biro)
    client.get(PAGE)
    with django_assert_max_num_queries(16):
        client.get(PAGE)


def test_the_reference_brings_the_known_rules_once(cast):
    for code in ("64.71", "64.72", "64.11", "64.09", "64.08", "64.74", "65.02"):
        factories.region(code, f"Contoh {code}", parent=cast.kaltim)
    reference.load()
    told = {row.slug: row.regulation for row in Segment.objects.exclude(regulation="").for_list()}
    assert told == {
        "64.02-64.71": "Permendagri 30/2017",
        "64.02-64.11": "Permendagri 79/2019",
        "64.08-65.02": "Permendagri 17/2015",
        "64.08-64.74": "Permendagri 25/2005",
        "64.09-64.71": "Permendagri 48/2012",
    }
    assert Regulation.objects.get(number="79").gazette == "BN 1446/2019"
    bontang = Segment.objects.of_codes("64.08", "64.74").get()
    assert [(case.court, case.verdict) for case in bontang.court_cases.order_by("court")] == [
        ("ma", "ditolak"),
        ("mk", "ditolak"),
    ]
    bontang.bases.all().delete()
    reference.load()
    assert not bontang.bases.exists()
    assert bontang.court_cases.count() == 2
