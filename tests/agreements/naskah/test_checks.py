"""The first law check: each thing missing is told with its article, place and remedy."""

from dataclasses import replace
from datetime import date

import pytest

from agreements.naskah.checks import Finding, blocking, findings
from agreements.naskah.facts import NaskahFacts
from agreements.naskah.structure import Ayat, Body, Pasal
from tests.agreements.naskah.cast import FACTS, KB, KUBAR, PARENT, PKS, PKS_FACTS, Rule, body_of

GOOD = body_of(KB, FACTS)


def found(body: Body, code: str, rule: Rule = KB, facts: NaskahFacts = FACTS) -> list[Finding]:
    return [finding for finding in findings(body, rule, facts) if finding.code == code]


def changed(text: str) -> Body:
    """The good body with another text in Pasal 2."""
    pasal = list(GOOD.pasal)
    pasal[1] = Pasal("objek", "OBJEK", (Ayat(text), pasal[1].ayat[1]))
    return replace(GOOD, pasal=tuple(pasal))


def test_a_good_text_has_no_findings():
    assert findings(GOOD, KB, FACTS) == []


@pytest.mark.parametrize("number", range(7))
def test_each_missing_clause_of_a_kesepakatan_bersama_is_told_with_its_article(number: int):
    need = KB.clauses[number]
    body = replace(GOOD, pasal=tuple(pasal for pasal in GOOD.pasal if pasal.clause != need.code))
    (finding,) = found(body, "clause_missing")
    assert finding.severity == "blocking"
    assert finding.article == f"Pasal 40 ayat (1) Permendagri 22/2020 angka {number + 1}"
    assert need.label in finding.message
    assert need.label.upper() in finding.remedy


def test_an_empty_body_lists_every_clause_and_the_recitals():
    codes = [finding.code for finding in findings(Body(), PKS, PKS_FACTS)]
    assert codes.count("clause_missing") == 10
    assert "recitals_missing" in codes
    assert codes[-2:] == ["bases_missing", "parent_not_cited"]


def test_an_empty_ayat_or_huruf_is_found():
    body = replace(GOOD, pasal=(*GOOD.pasal, Pasal("tambahan", "", (Ayat("Isi:", ("a;", " ")),))))
    assert [finding.place for finding in found(body, "clause_empty")] == ["Pasal 8"]
    assert found(body, "title_missing")[0].remedy == "Isi judul pasal."


def test_the_same_clause_twice_is_found():
    (finding,) = found(replace(GOOD, pasal=(*GOOD.pasal, GOOD.pasal[1])), "clause_twice")
    assert finding.message == "Pasal 8 mengatur hal yang sama dengan Pasal 2 (OBJEK)."


def test_another_order_is_a_warning_not_a_bar():
    body = replace(GOOD, pasal=tuple(reversed(GOOD.pasal)))
    assert {finding.code for finding in findings(body, KB, FACTS)} == {"clause_order", "first_clause"}
    assert blocking(findings(body, KB, FACTS)) == ()


@pytest.mark.parametrize(
    ("text", "code", "severity", "words"),
    [
        ("Objek {objeck}.", "token_unknown", "blocking", "{objeck}"),
        ("Objek {pihak3.daerah}.", "token_unfilled", "blocking", "{pihak3.daerah}"),
        ("Objek {tanggal_mulai}.", "token_unfilled", "warning", "Tanggal mulai"),
        ("Menurut {pasal:sanksi}.", "reference_unresolved", "blocking", "{pasal:sanksi}"),
        ("Objek kerjasama.", "spelling", "warning", "dua kata"),
        ("Objek ..........", "blank_left", "warning", "titik-titik"),
        ("Objek [isi lokasi].", "blank_left", "warning", "titik-titik"),
        ("Menurut Permendagri 20/2020.", "wrong_citation", "warning", "Permendagri 20/2020"),
    ],
)
def test_a_bad_text_is_told_with_its_place(text: str, code: str, severity: str, words: str):
    facts = replace(
        FACTS, starts_on=None, ends_on=None, wrong_citations={"Permendagri 20/2020": "Permendagri 22/2020"}
    )
    (finding,) = found(changed(text), code, facts=facts)
    assert finding.severity == severity
    assert words in finding.message
    assert finding.place == "Pasal 2 ayat (1)"
    assert finding.remedy


def test_a_kesepakatan_bersama_of_six_years_is_too_long():
    (finding,) = found(GOOD, "term_too_long", facts=replace(FACTS, years=6, ends_on=None))
    assert finding.article == "Pasal 9 ayat (3) Permendagri 22/2020"
    assert "paling lama 5 tahun" in finding.message


@pytest.mark.parametrize(("end", "too_long"), [(date(2031, 11, 21), False), (date(2031, 11, 22), True)])
def test_five_years_are_counted_by_date(end: date, too_long: bool):
    assert bool(found(GOOD, "term_too_long", facts=replace(FACTS, ends_on=end))) == too_long


def test_a_term_must_be_given_where_the_law_limits_it():
    assert found(GOOD, "term_missing", facts=replace(FACTS, years=None, ends_on=None))
    body = body_of(PKS, PKS_FACTS)
    assert not found(body, "term_missing", PKS, replace(PKS_FACTS, years=None, ends_on=None))


def test_dates_that_cannot_be_are_found():
    facts = replace(FACTS, ends_on=date(2026, 1, 1))
    assert found(GOOD, "dates_reversed", facts=facts)[0].severity == "blocking"
    early = replace(PKS_FACTS, signed_on=date(2026, 3, 1))
    assert found(body_of(PKS, early), "before_parent", PKS, early)


def test_an_agreement_that_outlives_its_kesepakatan_bersama_is_flagged_as_office_rule():
    late = replace(PKS_FACTS, ends_on=date(2031, 3, 2), parent=PARENT)
    (finding,) = found(body_of(PKS, late), "beyond_parent", PKS, late)
    assert finding.severity == "warning"
    assert finding.article == "Ketentuan internal"


def test_a_missing_address_of_a_party_is_told_where_it_would_print():
    facts = replace(FACTS, parties=(FACTS.parties[0], replace(KUBAR, address="")))
    (finding,) = found(GOOD, "token_unfilled", facts=facts)
    assert finding.place == "Pasal 6 ayat (1) huruf b"
    assert "{pihak2.alamat}" in finding.message
