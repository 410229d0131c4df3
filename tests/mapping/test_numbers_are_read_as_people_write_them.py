"""Numbers with comma or point are read where there is one reading; where there are two, nobody guesses."""

from decimal import Decimal

import pytest

from ksd.mapping.sheets.values import Unclear, amount, whole, yes_no


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1234,5", "1234.5"), ("0,25", "0.25"),
        ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("1 234,5", "1234.5"), ("1.234", "1234"),
        ("-3,5", "-3.5"), ("12.5", "12.5"), ("1.234.567,891", "1234567.891"),
    ],
)  # fmt: skip
def test_a_number_with_one_reading_is_read(typed, value):
    assert amount(typed, 3).value == Decimal(value)


def test_a_point_before_three_digits_parts_thousands_and_is_said():
    assert "1.234" in amount("1.234", 3).note
    assert not amount("1.234,5", 3).note


@pytest.mark.parametrize(
    ("typed", "money", "mend"),
    [
        ("1,234", False, "Tulis 1234 atau 1,2340."),
        ("12 t", False, "Tulis 12 di kolom ini dan “t” di kolom Satuan."),
        ("1,5 juta", True, "Tulis rupiah penuh: 1500000."),
        ("Rp 2 miliar", True, "Tulis rupiah penuh: 2000000000."),
        ("-5", True, "tanda minus"),
        ("2,5", True, "2500000000 untuk 2,5 miliar"),
        ("banyak", False, "Tulis angkanya saja"),
        ("1.2.3", False, "tanpa pemisah ribuan"),
        ("1.23,4.5", False, "tanpa pemisah ribuan"),
        ("9" * 20, False, "jumlah nolnya"),
        ("1e9", False, "kolom Satuan"),
    ],
)
def test_a_number_with_two_readings_or_words_is_refused_with_what_to_write(typed, money, mend):
    with pytest.raises(Unclear) as refused:
        amount(typed, 2, money=money)
    assert mend in refused.value.mend


def test_rupiah_may_be_written_as_on_paper():
    assert amount("Rp1.500.000,00", 2, money=True).value == Decimal("1500000.00")
    assert amount("Rp. 1.500.000,-", 2, money=True).value == Decimal("1500000.00")


def test_years_and_answers_are_read():
    assert whole("3 tahun", 1, 25).value == 3
    assert whole("2027.0", 2015, 2100).value == 2027
    assert (yes_no("Ya").value, yes_no("BELUM").value) == (True, False)
    for text in ("27", "1.5", "dua"):
        with pytest.raises(Unclear):
            whole(text, 2015, 2100)
    with pytest.raises(Unclear):
        yes_no("mungkin")
