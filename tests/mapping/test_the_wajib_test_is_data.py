"""The questions of Kerja Sama Wajib and the verdicts stand in data with their articles, and give no verdict themselves."""

import pytest

from agreements.choices import PartnerClass
from agreements.law.loading import all_kinds
from ksd.mapping.choices import Answer, RowVerdict
from ksd.mapping.law.wajib import (
    conditions,
    is_answered,
    questions,
    signs,
    standings,
    verdict_rule,
    verdicts,
)


def test_every_condition_and_question_names_the_article_or_says_it_is_a_guide():
    assert [row.code for row in conditions()] == ["berbatasan", "eksternalitas", "efisiensi"]
    assert all("Pasal 364 ayat (1) UU 23/2014" in row.article for row in conditions())
    by_law = {row.code for row in questions() if not row.internal}
    assert by_law == {"berbatasan", "efisiensi"}
    guides = [row for row in questions() if row.internal]
    assert {row.article for row in guides} == {"Pasal 13 UU 23/2014"}
    assert {row.condition for row in questions()} == {row.code for row in conditions()}


def test_every_verdict_has_its_rule_and_its_article():
    assert {row.code for row in verdicts()} == set(RowVerdict.values)
    assert all(row.article or row.internal for row in verdicts())
    assert [row.code for row in verdicts() if row.elsewhere] == [RowVerdict.BUKAN_KSD]


def test_verdicts_name_kinds_that_can_be_started():
    known = {kind.code for kind in all_kinds()}
    named = {code for row in verdicts() for code in row.kinds}
    assert named == known


def test_signs_name_classes_of_partner_there_are():
    assert {row.partner_class for row in signs()} <= set(PartnerClass.values)


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ({}, Answer.UNKNOWN),
        ({"lokasi": "ya"}, Answer.YES),
        ({"lokasi": "tidak"}, Answer.UNKNOWN),
        ({"lokasi": "tidak", "dampak": "ya"}, Answer.YES),
        (dict.fromkeys(("lokasi", "pengguna", "dampak", "sumber_daya"), "tidak"), Answer.NO),
        (dict.fromkeys(("lokasi", "pengguna", "dampak", "sumber_daya"), "belum"), Answer.UNKNOWN),
    ],
)
def test_externality_stands_by_one_yes_and_falls_only_when_all_say_no(answers, standing):
    assert {row.code: found for row, found in standings(answers)}["eksternalitas"] == standing


@pytest.mark.parametrize(
    ("given", "wajib", "sukarela"),
    [
        (("ya", "ya", "ya"), True, False),
        (("ya", "ya", "belum"), False, False),
        (("ya", "tidak", "belum"), False, True),
        (("tidak", "ya", "ya"), False, True),
    ],
)
def test_wajib_needs_all_conditions_and_sukarela_one_that_is_not_met(given, wajib, sukarela):
    found = [Answer(word) for word in given]
    must, may = verdict_rule("ksdd_wajib"), verdict_rule("ksdd_sukarela")
    assert must
    assert may
    assert must.follows(found) is wajib
    assert may.follows(found) is sukarela


def test_not_known_is_an_answer_and_silence_is_none():
    codes = [row.code for row in questions()]
    assert is_answered(dict.fromkeys(codes, "belum"))
    assert not is_answered(dict.fromkeys(codes[1:], "ya"))


@pytest.mark.parametrize(
    ("name", "partner_class"),
    [
        ("PT Contoh Tambang", "badan_usaha"),
        ("PT Contoh Kapal (Persero)", "bumn"),
        ("Kementerian Perhubungan", "kementerian"),
        ("Kantor Wilayah Kementerian Contoh", "instansi_vertikal"),
        ("Yayasan Contoh", "ormas"),
        ("Prefektur Contoh", "pemda_luar_negeri"),
        ("Otorita Contoh", None),
        ("Aptana", None),
    ],
)
def test_a_partners_name_tells_its_class_by_whole_words(name, partner_class):
    assert next((sign.partner_class for sign in signs() if sign.found_in(name)), None) == partner_class
