"""The law check finds every fault planted in our corpus, and raises no alarm on a good text."""

import pytest

from agreements.law.loading import latest
from agreements.naskah.checks import Finding, findings_of_reading, rulebook
from agreements.naskah.reading import paragraphs_of_text, read
from tests.agreements.corpus import GOOD, Fault, faults, good, kind_of

WRONG = {"Permendagri 20/2020": "Permendagri 22/2020", "PP 12/2008": "PP 12/2017"}
FAULTS = faults()


def checked(kind: str, text: str) -> list[Finding]:
    family, _dot, code = kind.partition(".")
    rule = latest(family).naskah_kind(code)
    return findings_of_reading(read(paragraphs_of_text(text), rule), rule, WRONG)


def test_the_corpus_is_large_enough():
    assert len(GOOD) >= 20
    assert len(FAULTS) >= 60
    assert {kind_of(name).partition(".")[2] for name in GOOD} == {
        "kb",
        "pks",
        "nk",
        "rk",
        "loi",
        "mou",
        "addendum",
    }


def test_every_rule_a_file_can_break_has_a_planted_fault():
    asked = {rule.code for rule in rulebook().values() if rule.scope != "draft"}
    assert {fault.code for fault in FAULTS} == asked


@pytest.mark.parametrize("name", GOOD)
def test_a_good_text_raises_no_alarm(name: str):
    assert checked(kind_of(name), good(name)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.code}-{fault.of}" for fault in FAULTS])
def test_a_planted_fault_is_found_and_nothing_else(fault: Fault):
    assert [row.code for row in checked(kind_of(fault.of), fault.text)] == [fault.code]
