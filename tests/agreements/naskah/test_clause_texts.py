"""Our clause texts hold what the law asks for, in its order, for every pack and any number of parties."""

from dataclasses import replace

import pytest

from agreements.law.loading import latest
from agreements.naskah.assemble import each_party, starting_body
from agreements.naskah.checks import findings
from agreements.naskah.facts import NaskahFacts
from agreements.naskah.library import ClauseText, available, library, punctuate
from agreements.naskah.numbering import Numbering, passages
from agreements.naskah.placeholders import unknown_tokens
from agreements.naskah.structure import Ayat, Body
from tests.agreements.naskah.cast import (
    ANNEX,
    COMPANY,
    FACTS,
    KB,
    KB_KSDPK,
    KUKAR,
    MAHULU,
    PKS,
    PKS_FACTS,
    PKS_KSDPK,
    Rule,
    body_of,
    by_kuasa,
)

MINISTRY = replace(
    COMPANY,
    name="Kementerian Contoh",
    position="Direktur Jenderal Contoh",
    authority="mandat",
    deed="",
    ratification="",
    mandate="Surat Kuasa Menteri Nomor 1 tanggal 2 Januari 2026",
)
SYNERGY = replace(
    FACTS, parties=(MINISTRY, KUKAR), kind="sinergi", purpose="mendekatkan layanan", ends_on=None
)
THIRD = replace(FACTS, parties=(KUKAR, COMPANY), kind="ksdpk_daerah")
THIRD_PKS = replace(PKS_FACTS, parties=(PKS_FACTS.parties[0], COMPANY), kind="ksdpk_daerah")
TRIO = replace(
    PKS_FACTS,
    parties=(*PKS_FACTS.parties, by_kuasa(MAHULU, "Dinas Kesehatan", "134/SKK/2/2026", "Contoh Nirmala")),
)
ALL = [(KB, FACTS), (KB_KSDPK, THIRD), (PKS, PKS_FACTS), (PKS, TRIO), (PKS_KSDPK, THIRD_PKS)]


def whole_text(body: Body) -> str:
    return " ".join(passage.text for passage in passages(body))


def clause(body: Body, code: str) -> str:
    return " ".join(
        text
        for row in body.pasal
        if row.clause == code
        for ayat in row.ayat
        for text in (ayat.text, *ayat.huruf)
    )


@pytest.mark.parametrize(("rule", "facts"), ALL)
def test_a_text_from_the_library_with_its_facts_has_nothing_to_mend(rule: Rule, facts: NaskahFacts):
    assert findings(body_of(rule, facts), rule, replace(facts, ends_on=None)) == []


@pytest.mark.parametrize("pack_code", ["ksdd", "ksdpk"])
@pytest.mark.parametrize("code", ["kb", "pks"])
def test_the_library_answers_every_clause_the_law_pack_requires(pack_code: str, code: str):
    rule = latest(pack_code).naskah_kind(code)
    texts = library(code, pack_code)
    facts = {"ksdd": {"kb": FACTS, "pks": PKS_FACTS}, "ksdpk": {"kb": THIRD, "pks": THIRD_PKS}}[pack_code][
        code
    ]
    body = starting_body(rule, texts.clauses, facts, texts.frame)
    required = [need.code for need in rule.clauses if need.required]
    assert [pasal.clause for pasal in body.pasal][: len(required)] == required
    assert {need.code for need in rule.clauses} == {
        text.code for text in texts.clauses if not text.conditions
    }
    assert body.pasal[0].title == "MAKSUD DAN TUJUAN"
    assert findings(body, rule, replace(facts, ends_on=None)) == []


@pytest.mark.parametrize("code", ["nk", "rk"])
def test_the_library_answers_every_clause_of_a_sinergi(code: str):
    rule = latest("sinergi").naskah_kind(code)
    texts = library(code, "sinergi")
    body = starting_body(rule, texts.clauses, SYNERGY, texts.frame)
    required = [need.code for need in rule.clauses if need.required]
    assert [pasal.clause for pasal in body.pasal][: len(required)] == required
    assert {need.code for need in rule.clauses} == {
        text.code for text in texts.clauses if not text.conditions
    }
    assert findings(body, rule, SYNERGY) == []


def test_a_clause_of_practice_is_missed_but_holds_nothing_back():
    rule = latest("sinergi").naskah_kind("rk")
    texts = library("rk", "sinergi")
    body = starting_body(rule, texts.clauses, SYNERGY, texts.frame)
    bare = replace(body, pasal=tuple(row for row in body.pasal if row.clause != "jadwal"))
    [found] = [row for row in findings(bare, rule, SYNERGY) if row.code == "clause_customary"]
    assert (found.severity, found.article) == ("warning", "Ketentuan internal")


@pytest.mark.parametrize(("naskah", "family"), available())
def test_every_clause_says_what_it_is_for_and_uses_known_tokens(naskah: str, family: str):
    for text in library(naskah, family).clauses:
        assert text.purpose.endswith(".")
        assert text.title == text.title.upper()
        assert text.ayat
        for ayat in text.ayat:
            for line in (ayat.text, *ayat.huruf):
                plain = line.replace("{pihak.", "{pihak1.")
                assert unknown_tokens(plain) == (), line
                assert "  " not in line


@pytest.mark.parametrize(("rule", "facts"), ALL)
def test_every_huruf_and_recital_ends_with_its_mark(rule: Rule, facts: NaskahFacts):
    body = body_of(rule, facts)
    lists = [
        body.recitals,
        body.bases,
        *(ayat.huruf for pasal in body.pasal for ayat in pasal.ayat if ayat.huruf),
    ]
    for items in lists:
        assert all(item.endswith((";", "; dan", "; atau")) for item in items[:-1])
        assert items[-1].endswith(".")


@pytest.mark.parametrize(("rule", "facts"), ALL)
def test_a_change_of_leader_never_ends_the_cooperation(rule: Rule, facts: NaskahFacts):
    assert "tidak berakhir karena pergantian" in whole_text(body_of(rule, facts))


@pytest.mark.parametrize(
    ("rule", "facts", "code"),
    [(KB, FACTS, "jangka_waktu"), (PKS, PKS_FACTS, "pengakhiran"), (PKS_KSDPK, THIRD_PKS, "pengakhiran")],
)
def test_the_reasons_of_an_end_are_those_of_the_law(rule: Rule, facts: NaskahFacts, code: str):
    text = clause(body_of(rule, facts), code)
    for reason in (
        "tidak diperpanjang",
        "telah tercapai",
        "sepakat",
        "perubahan ketentuan",
        "hilang atau musnah",
    ):
        assert reason in text
    assert ("pailit" in text) == (rule is PKS_KSDPK)
    assert ("kekuatan hukum tetap" in text) == (rule is PKS_KSDPK)


def test_disputes_between_regions_climb_from_musyawarah_to_the_minister():
    text = clause(body_of(PKS, PKS_FACTS), "penyelesaian_perselisihan")
    steps = [
        text.index(word)
        for word in ("musyawarah", "berita acara", "gubernur sebagai wakil", "final dan mengikat")
    ]
    assert steps == sorted(steps)


def test_disputes_with_a_third_party_follow_the_contract_not_the_minister():
    text = clause(body_of(PKS_KSDPK, THIRD_PKS), "penyelesaian_perselisihan")
    assert "musyawarah" in text
    assert "pengadilan negeri" in text
    assert "Menteri" not in text


def test_only_a_contract_with_a_third_party_carries_sanctions():
    assert "sanksi" in [pasal.clause for pasal in body_of(PKS_KSDPK, THIRD_PKS).pasal]
    assert "sanksi" not in [pasal.clause for pasal in body_of(PKS, PKS_FACTS).pasal]


def test_a_mandatory_cooperation_says_why_it_is_mandatory():
    assert any("eksternalitas" in text for text in body_of(KB, FACTS).recitals)
    voluntary = body_of(KB, replace(FACTS, kind="ksdd_sukarela")).recitals
    assert not any("eksternalitas" in text for text in voluntary)
    assert len(voluntary) == 4


def test_rights_and_duties_are_written_out_for_each_party_in_turn():
    pasal = next(row for row in body_of(PKS, TRIO).pasal if row.clause == "hak_kewajiban")
    leads = [ayat.text for ayat in pasal.ayat]
    assert leads == [
        f"{{pihak{number}.sebutan}} {verb}:" for number in (1, 2, 3) for verb in ("berhak", "berkewajiban")
    ]


def test_a_list_over_the_parties_keeps_its_marks():
    ayat = (Ayat("Alamat:", ("{pihak.sebutan}: {pihak.alamat}.",)),)
    assert each_party(ayat, 3)[0].huruf == (
        "{pihak1.sebutan}: {pihak1.alamat};", "{pihak2.sebutan}: {pihak2.alamat}; dan", "{pihak3.sebutan}: {pihak3.alamat}.",
    )  # fmt: skip
    assert punctuate(("satu;", "dua, dan", "tiga"), "atau") == ("satu;", "dua; atau", "tiga.")


def test_optional_clauses_come_when_they_are_asked_for():
    texts = library("pks", "ksdd")
    body = starting_body(PKS, texts.clauses, PKS_FACTS, texts.frame, optional={"kerahasiaan"})
    assert [pasal.clause for pasal in body.pasal][10:] == ["kerahasiaan"]
    assert texts.starters == {"pemantauan_evaluasi", "surat_menyurat", "perubahan", "lain_lain"}


def test_a_required_clause_without_text_opens_as_an_empty_pasal_that_must_be_written():
    body = starting_body(KB, [ClauseText("objek", "OBJEK", (Ayat("Objek."),))], FACTS, library("kb").frame)
    assert [pasal.clause for pasal in body.pasal] == [need.code for need in KB.clauses]
    empty = [finding for finding in findings(body, KB, FACTS) if finding.code == "clause_empty"]
    assert len(empty) == 6


def test_references_of_the_library_survive_with_an_annex():
    body = replace(body_of(PKS, PKS_FACTS), annexes=(ANNEX,))
    numbers = Numbering(body)
    assert [mark for passage in passages(body) for mark in numbers.unresolved(passage.text)] == []
