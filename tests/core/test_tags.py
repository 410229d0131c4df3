"""Filters and tags every template has."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template


def drawn(source, **context):
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 21), "21 November 2026"),
        (datetime(2026, 11, 20, 17, tzinfo=UTC), "21 November 2026"),
        (None, ""),
    ],
)
def test_tanggal_prints_the_local_date_or_nothing(value, text):
    assert drawn("{{ value|tanggal }}", value=value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1234567, "1.234.567"), (1234.5, "1.234,5"), (0, "0"), (100, "100"), (None, "")]
)
def test_angka_prints_numbers_the_indonesian_way(value, text):
    assert drawn("{{ value|angka }}", value=value) == text


def test_terbilang_prints_a_number_in_words():
    assert drawn("{{ 5|terbilang }}") == "lima"


def test_an_icon_is_silent_unless_it_has_a_label():
    assert drawn('{% icon "bell" %}') == (
        '<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#bell"></use></svg>'
    )
    assert 'role="img" aria-label="Pemberitahuan"' in drawn('{% icon "bell" "Pemberitahuan" %}')


def test_a_label_of_an_icon_cannot_carry_markup():
    assert "<b>" not in drawn('{% icon "bell" label %}', label='"><b>')


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2026-11-21T09:00:00Z", "21 November 2026"),
        ("2026-11-21", "21 November 2026"),
        ("kemarin", "kemarin"),
        ("", ""),
    ],
)
def test_a_day_another_program_wrote_is_printed_as_a_date(written, text):
    assert drawn("{{ value|tanggal_tertulis }}", value=written) == text
