"""A year that was only just prepared, and holds no row yet, is not the one the reading pages open on."""

from ksd.mapping.services.years import newest_mapped
from tests.mapping.rows import period, row


def test_the_newest_year_with_rows_before_the_forum(cast, signed_in):
    held = period(cast.biro, cast.kaltim, cast.kukar)
    row(cast.officer, held, cast.kukar, title="Kebun raya contoh", kind="potensi")
    later = period(cast.biro, cast.kaltim, cast.kukar, year=2028)
    row(cast.officer, later, cast.kukar, state="draf")
    assert newest_mapped(cast.biro) == 2027
    page = signed_in(cast.biro).get("/pemetaan/wilayah/64.02/").content.decode()
    assert "Kebun raya contoh" in page
    row(cast.officer, later, cast.kukar)
    assert newest_mapped(cast.biro) == 2028


def test_while_nobody_wrote_the_newest_year_there_is(cast):
    assert newest_mapped(cast.biro) is None
    period(cast.biro, cast.kaltim, cast.kukar, year=2028)
    assert newest_mapped(cast.officer) == 2028
    assert newest_mapped(cast.stranger) is None


def test_a_year_that_stands_in_the_name_is_said_once(cast):
    held = period(cast.biro, cast.kaltim, name="Pemetaan potensi 2028", year=2028)
    assert str(held) == "Pemetaan potensi 2028"
    assert str(period(cast.biro, cast.kaltim, name="Pemetaan 2027 contoh")) == "Pemetaan 2027 contoh 2027"
