"""The clocks: 30 + 15 days for an answer, 15 + 15 + 15 and 45 at the DPRD, what repeats each semester."""

from datetime import date

import pytest

from agreements.law.counting import Count, count_of, semester_end
from agreements.law.loading import latest
from agreements.law.schema import Term

TERMS = {
    ("ksdd", "tanggapan"): (30, "day", "partner", "Pasal 8 ayat (3)"),
    ("ksdd", "tanggapan_kedua"): (15, "day", "partner", "Pasal 8 ayat (5)"),
    ("ksdd", "dprd_balasan"): (15, "day", "dprd", "Pasal 12 ayat (1) huruf b"),
    ("ksdd", "dprd_tindak_lanjut"): (15, "day", "region", "Pasal 12 ayat (1) huruf d"),
    ("ksdd", "dprd_keputusan"): (15, "day", "dprd", "Pasal 12 ayat (1) huruf e"),
    ("ksdd", "dprd_total"): (45, "day", "dprd", "Pasal 12 ayat (4)"),
    ("ksdpk", "dprd_total"): (45, "day", "dprd", "Pasal 34 ayat (6)"),
    ("sinergi", "tanggapan"): (30, "day", "partner", "Pasal 54 ayat (3)"),
    ("sinergi", "tanggapan_masuk"): (30, "day", "initiator", ""),
    ("sinergi", "dprd_total"): (45, "day", "dprd", "Pasal 56 ayat (6)"),
}
HALF_YEARLY = Term(
    "semester", "Semester", 1, "semester", "initiator", "", "", "", due_setting="hari_laporan_semester"
)
OFFICE = {"hari_permendagri_22": "calendar", "hari_laporan_semester": "15"}


def test_the_table_holds_every_term():
    assert set(TERMS) == {
        (code, term.code) for code in ("ksdd", "ksdpk", "sinergi") for term in latest(code).terms
    }


@pytest.mark.parametrize(("pack", "code"), TERMS)
def test_each_term_has_its_length_its_debtor_and_its_article(pack, code):
    length, unit, responsible, article = TERMS[pack, code]
    term = latest(pack).term(code)
    assert (term.length, term.unit, term.responsible) == (length, unit, responsible)
    assert term.article.startswith(f"{article} Permendagri 22/2020") if article else term.internal
    assert term.on_lapse
    assert term.explanation
    assert term.base_label


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk", "sinergi"])
def test_whether_days_are_working_days_is_the_office_s_answer_and_calendar_by_default(pack):
    law = latest(pack)
    assert {term.day_setting for term in law.terms if term.unit == "day"} == {"hari_permendagri_22"}
    assert {term.day_type for term in law.terms} == {""}
    setting = law.setting("hari_permendagri_22")
    assert setting.default == "calendar"
    assert [value for value, _label in setting.options] == ["calendar", "working"]


def test_a_term_of_days_counts_from_its_cause():
    count = count_of(latest("ksdd").term("tanggapan"), date(2026, 11, 2), OFFICE.__getitem__)
    assert count == Count(date(2026, 11, 2), 30, "day", "calendar")


def test_a_term_of_days_follows_the_office_s_day_type():
    count = count_of(latest("ksdd").term("tanggapan"), date(2026, 11, 2), lambda _code: "working")
    assert count.day_type == "working"


def test_a_day_type_the_law_names_is_not_asked_of_the_office():
    term = Term("dprd", "DPRD", 45, "day", "dprd", "", "", "", day_type="working")
    assert count_of(term, date(2026, 1, 5), OFFICE.__getitem__).day_type == "working"


def test_an_unknown_day_type_is_refused():
    with pytest.raises(ValueError, match="jenis hari 'senin' tidak dikenal"):
        count_of(latest("ksdd").term("tanggapan"), date(2026, 11, 2), lambda _code: "senin")


def test_the_semester_report_falls_due_after_the_semester_as_the_office_says():
    count = count_of(HALF_YEARLY, date(2026, 3, 2), OFFICE.__getitem__)
    assert count == Count(date(2026, 6, 30), 15, "day", "calendar")


@pytest.mark.parametrize(
    ("reported", "asked_for", "next_one"),
    [
        (date(2026, 6, 20), date(2026, 6, 30), date(2026, 12, 31)),
        (date(2026, 7, 10), date(2026, 6, 30), date(2026, 12, 31)),
        (date(2027, 8, 10), date(2026, 12, 31), date(2027, 6, 30)),
    ],
    ids=["early", "in time", "after a missed semester"],
)
def test_after_a_report_the_next_semester_is_asked_for(reported, asked_for, next_one):
    term = HALF_YEARLY
    assert count_of(term, reported, OFFICE.__getitem__, previous=asked_for).base == next_one


def test_a_term_of_months_counts_by_the_calendar():
    term = Term("surat", "Surat perpanjangan", 6, "month", "initiator", "", "", "")
    assert count_of(term, date(2026, 1, 5), OFFICE.__getitem__) == Count(
        date(2026, 1, 5), 6, "month", "calendar"
    )


def test_semesters_end_in_june_and_december():
    assert [semester_end(date(2026, month, 1)).month for month in (1, 6, 7, 12)] == [6, 6, 12, 12]
