"""Patterns of numbers: what they print, and what is refused."""

from datetime import date

import pytest

from ksd.core.number_patterns import NumberWords, counts_by_kind, number_of, pattern_faults

DAY = date(2026, 11, 21)
WORDS = NumberWords(code="100.3.7", unit="POD", kind="SP")


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("{kode}/{nomor}/{unit}/{tahun}", "100.3.7/7/POD/2026"),
        ("{nomor3}/{jenis}/{bulan}/{tahun}", "007/SP/XI/2026"),
        ("{nomor4}-{bulan2}-{tahun}", "0007-11-2026"),
    ],
)
def test_a_pattern_prints_its_number(pattern: str, printed: str) -> None:
    assert pattern_faults(pattern, WORDS) == []
    assert number_of(pattern, 7, DAY, WORDS) == printed


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{nomor}/POD", "{tahun}"),
        ("POD/{tahun}", "tepat satu"),
        ("{nomor}/{nomor3}/{tahun}", "tepat satu"),
        ("{nomor}/{rahasia}/{tahun}", "{rahasia} tidak dikenal"),
        ("{nomor}/{tahun.__class__}", "tidak dikenal"),
        ("{nomor}/{tahun}/<b>", "hanya boleh"),
        ("{nomor}/{tahun}/{{", "hanya boleh"),
        ("{nomor}/{tahun}/%s", "hanya boleh"),
    ],
)
def test_a_pattern_with_a_slip_is_refused(pattern: str, fault: str) -> None:
    assert any(fault in found for found in pattern_faults(pattern, WORDS))


def test_a_pattern_that_names_an_empty_code_is_refused() -> None:
    assert "{kode}" in pattern_faults("{kode}/{nomor}/{tahun}", NumberWords())[0]


def test_only_a_pattern_with_the_kind_counts_each_kind_by_itself() -> None:
    assert counts_by_kind("{nomor}/{jenis}/{tahun}")
    assert not counts_by_kind("{nomor}/{unit}/{tahun}")
