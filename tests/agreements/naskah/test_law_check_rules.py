"""Each rule of the law check: its words, its article, its good and its bad example, and what mends it."""

import time
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from agreements.law.loading import latest
from agreements.naskah.checks import CheckRule, Stock, findings, findings_of_reading, repaired, rulebook
from agreements.naskah.checks.repairs import REPAIRS
from agreements.naskah.checks.rulebook import lists
from agreements.naskah.checks.specimens import example, text_of
from agreements.naskah.library import library
from agreements.naskah.reading import read
from agreements.naskah.structure import Ayat, Body, Pasal
from tests.agreements.naskah.cast import FACTS, KB, PKS, PKS_FACTS, body_of, sheet_of
from tests.agreements.naskah.test_law_check_corpus import WRONG, checked
from tests.agreements.naskah.test_reading import printed

RULES = list(rulebook().values())
PAPER = [rule for rule in RULES if rule.scope != "draft"]
GOOD = body_of(PKS, PKS_FACTS)
STOCK = Stock(PKS, PKS_FACTS, library("pks", "ksdd").clauses, library("pks", "ksdd").frame)


def ids(rules: list[CheckRule]) -> list[str]:
    return [rule.code for rule in rules]


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_the_good_example_of_a_rule_is_clean(rule: CheckRule):
    assert checked(rule.kind, example(rule, rule.good)) == []


@pytest.mark.parametrize("rule", PAPER, ids=ids(PAPER))
def test_the_bad_example_of_a_rule_breaks_it_alone(rule: CheckRule):
    found = checked(rule.kind, example(rule, rule.bad))
    assert {row.code for row in found} == {rule.code}
    assert all(row.message and row.remedy and row.article and row.place for row in found)
    assert {row.severity for row in found} == {rule.severity}


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_a_rule_cites_an_article_or_says_that_it_is_our_own(rule: CheckRule):
    assert bool(rule.article) != rule.internal
    assert (
        rule.internal
        or rule.article.startswith("@")
        or any(word in rule.article for word in ("Permendagri", "UU", "PP", "Ejaan", "Register"))
    )
    assert not rule.repair or rule.repair in REPAIRS


def test_every_repair_belongs_to_a_rule():
    assert {rule.repair for rule in RULES} - {""} == set(REPAIRS)


def test_the_matters_of_the_regions_are_those_of_the_register():
    path = Path(__file__).parents[3] / "regions" / "data" / "urusan.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["urusan"]
    assert lists()["urusan"] == tuple(row["name"] for row in rows)


@pytest.mark.parametrize(
    "kind", ["ksdd.pks", "ksdd.kb", "sinergi.nk", "ksdpk.pks", "sinergi.rk", "ksdd.addendum"]
)
def test_a_specimen_is_clean(kind: str):
    assert checked(kind, text_of(kind)) == []


def with_text(text: str, clause: str = "objek") -> Body:
    rows = (
        Pasal(row.clause, row.title, (Ayat(text),)) if row.clause == clause else row for row in GOOD.pasal
    )
    return replace(GOOD, pasal=tuple(rows))


def without(*clauses: str) -> Body:
    return replace(GOOD, pasal=tuple(row for row in GOOD.pasal if row.clause not in clauses))


FACTS_WITH_WRONG = replace(PKS_FACTS, wrong_citations=WRONG)
MENDED = {
    "clause_missing": without("keadaan_kahar"),
    "title_missing": replace(GOOD, pasal=(*GOOD.pasal[:-1], replace(GOOD.pasal[-1], title=""))),
    "clause_order": replace(GOOD, pasal=(*GOOD.pasal[:3], GOOD.pasal[4], GOOD.pasal[3], *GOOD.pasal[5:])),
    "first_clause": replace(GOOD, pasal=(GOOD.pasal[-1], *GOOD.pasal[:-1])),
    "recitals_missing": replace(GOOD, recitals=()),
    "bases_missing": replace(GOOD, bases=()),
    "parent_not_cited": replace(GOOD, recitals=("bahwa air minum diperlukan.",)),
    "spelling": with_text(
        "Dasar Kerjasama dan kerjasama antardaerah; KERJASAMA."
    ),  # bentuk-salah yang dicari
    "first_party_word": with_text("PIHAK PERTAMA menyediakan air."),
    "stamp_spelling": with_text("Dokumen bermaterai; MATERAI dan materai."),
    "wrong_citation": with_text("Menurut Permendagri No. 20/2020 dan PP Nomor 12 Tahun 2008."),
    "figure_words": with_text(
        "Paling lambat 14 (empat puluh hari kerja) sejak Rp1.000.000 (satu juta rupiah)."
    ),
    "date_words": with_text(
        "Pada hari Senin tanggal tiga bulan Maret tahun dua ribu dua puluh enam (02-03-2026), surat diterima."
    ),
    "weekday": with_text(
        "Pada hari Jumat tanggal dua bulan Maret tahun dua ribu dua puluh enam (02-03-2026), surat diterima."
    ),
    "name_titles": with_text("Penghubung: Dr. Contoh Wijaya, S.H., M.Si."),
}


@pytest.mark.parametrize("code", MENDED)
def test_one_click_mends_what_a_rule_found(code: str):
    body, facts = MENDED[code], FACTS_WITH_WRONG
    for _click in range(5):
        found = [row for row in findings(body, PKS, facts) if row.code == code]
        if not found:
            break
        better = repaired(body, found[0], STOCK)
        assert better is not None
        body = better
    assert not [row for row in findings(body, PKS, facts) if row.code == code]
    assert [row.code for row in findings(body, PKS, facts) if row.severity == "blocking"] == []


def test_a_mended_text_keeps_its_capitals_and_the_words_around():
    body = MENDED["spelling"]
    finding = next(row for row in findings(body, PKS, PKS_FACTS) if row.code == "spelling")
    better = repaired(body, finding, STOCK)
    assert better is not None
    assert better.pasal[1].ayat[0].text == "Dasar Kerja Sama dan kerja sama antardaerah; KERJA SAMA."


def test_a_missing_clause_is_put_where_the_law_has_it():
    body = without("pembiayaan")
    finding = next(row for row in findings(body, PKS, PKS_FACTS) if row.code == "clause_missing")
    better = repaired(body, finding, STOCK)
    assert better == GOOD


def test_years_written_beyond_the_law_are_cut_to_what_it_allows():
    stock = Stock(KB, FACTS, (), None)
    body = body_of(KB, FACTS)
    rows = (
        Pasal(
            row.clause, row.title, (Ayat("Kesepakatan ini berlaku 8 (delapan) tahun sejak ditandatangani."),)
        )
        if row.clause == "jangka_waktu"
        else row
        for row in body.pasal
    )
    body = replace(body, pasal=tuple(rows))
    (finding,) = [row for row in findings(body, KB, FACTS) if row.code == "term_too_long"]
    better = repaired(body, finding, stock)
    assert better is not None
    assert "berlaku 5 (lima) tahun sejak" in better.pasal[4].ayat[0].text


def test_what_no_text_can_mend_is_left_to_a_person():
    facts = replace(FACTS, years=6, ends_on=None)
    body = body_of(KB, FACTS)
    (finding,) = [row for row in findings(body, KB, facts) if row.code == "term_too_long"]
    assert repaired(body, finding, Stock(KB, facts)) is None


def test_a_running_text_that_says_other_years_than_its_data_is_told():
    found = findings(with_text("Perjanjian ini berlaku 4 (empat) tahun.", "jangka_waktu"), PKS, PKS_FACTS)
    assert [(row.code, row.severity) for row in found if row.code == "term_differs"] == [
        ("term_differs", "warning")
    ]


def test_a_running_text_without_a_place_is_held_back_where_one_is_asked():
    facts = replace(FACTS, place="", place_asked=True)
    assert "place" in [row.code for row in findings(body_of(KB, FACTS), KB, facts)]


def test_every_finding_of_a_text_has_its_own_key_and_the_part_it_stands_in():
    found = findings(without("keadaan_kahar", "pengakhiran"), PKS, PKS_FACTS)
    assert len({row.key for row in found}) == len(found)
    body = MENDED["first_party_word"]
    assert next(row for row in findings(body, PKS, PKS_FACTS)).anchor == "pasal-objek"


def test_a_printed_text_of_our_own_library_passes_the_check_of_files():

    for pack, rule, facts in (("ksdd", KB, FACTS), ("ksdd", PKS, PKS_FACTS)):
        kind = latest(pack).naskah_kind(rule.code)
        reading = read(printed(sheet_of(rule, facts)), kind)
        assert findings_of_reading(reading, kind, WRONG) == []


HOSTILE = [
    "1" * 6000, "Pasal 1 " + "1" * 5900, "1" + " " * 5900 + "(", "PIHAK " * 900, "tanggal " * 700, "(1) " * 1400,
    "Permen A" + " A" * 2900, "a" * 6000, "{" * 6000, "Dr. " * 1500, "menyatakan " * 540 + ":", "…" * 6000,
    "surat kuasa nomor " * 300, "urusan bidang " * 400, "\u202e😀" * 3000, "1.000" * 1200, "<" * 6000, "[isi" * 1500,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_no_text_slows_the_check_down_or_breaks_it(text: str):
    start = time.process_time()
    findings(with_text(text), PKS, PKS_FACTS)
    checked(
        "ksdd.pks",
        text_of("ksdd.pks", objek=f"Pasal #\nOBJEK\n{text}", first=text, closing=f"Demikian {text}"),
    )
    assert time.process_time() - start < 3
