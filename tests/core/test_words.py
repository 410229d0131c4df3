"""Numbers and dates in the words a naskah uses."""

from datetime import date

import pytest

from ksd.core.words import date_in_words, long_date, ordinal_party, roman, small_letters, terbilang


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (5, "lima"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (215, "dua ratus lima belas"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (2_500_000_000, "dua miliar lima ratus juta"),
        (1_000_000_000_001, "satu triliun satu"),
        (-3, "minus tiga"),
    ],
)
def test_a_number_is_spelled_as_in_formal_indonesian(number, words):
    assert terbilang(number) == words


def test_every_number_up_to_ten_thousand_has_its_own_words():
    spelled = [terbilang(number) for number in range(10_001)]
    assert len(set(spelled)) == len(spelled)
    assert all(" satu ribu" not in words and not words.startswith("satu ribu") for words in spelled[:2000])


def test_a_number_beyond_words_is_refused():
    with pytest.raises(ValueError, match="terlalu besar"):
        terbilang(10**15)


def test_a_date_is_printed_with_its_month_in_indonesian():
    assert long_date(date(2026, 11, 21)) == "21 November 2026"
    assert long_date(date(2027, 5, 1)) == "1 Mei 2027"


def test_the_opening_of_a_naskah_tells_day_date_month_and_year_in_words():
    words = date_in_words(date(2026, 11, 21))
    assert words == ("Sabtu", "dua puluh satu", "November", "dua ribu dua puluh enam", "21-11-2026")
    assert words.figures == "21-11-2026"
    assert date_in_words(date(2026, 11, 22)).day == "Minggu"


@pytest.mark.parametrize(
    ("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (11, "XI"), (40, "XL"), (2026, "MMXXVI")]
)
def test_a_month_in_a_letter_number_is_roman(number, figures):
    assert roman(number) == figures


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_no_roman_figure_for_what_romans_could_not_write(number):
    with pytest.raises(ValueError, match="Romawi"):
        roman(number)


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")]
)
def test_items_beyond_the_alphabet_keep_their_marks(number, letters):
    assert small_letters(number) == letters


def test_parties_are_called_by_ordinals_up_to_twenty():
    assert [ordinal_party(number) for number in (1, 2, 3, 11, 20)] == [
        "KESATU",
        "KEDUA",
        "KETIGA",
        "KESEBELAS",
        "KEDUA PULUH",
    ]
    with pytest.raises(ValueError, match="KESATU sampai"):
        ordinal_party(21)
