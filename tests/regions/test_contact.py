"""A region's address is kept by its own officers; of a region nobody signs in for, by its partners."""

from datetime import date

import pytest

from ksd.core.errors import ImpossibleStep, NotAllowed
from regions.services.contact import Contact, set_contact
from regions.services.directory import OfficialData, add_official
from tests import factories

SEAT = Contact(address="Jalan Contoh 7, Tanjung", phone="0526-1", email="kantor@tabalong.contoh.test")
TYPED = {"form_token": "k1", "address": "Jalan Contoh 7", "phone": "", "email": ""}


@pytest.fixture
def tabalong(cast):
    """A regency of another province without users."""
    south = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    return factories.region("63.09", "Tabalong", parent=south)


def test_its_own_officer_writes_it(cast):
    set_contact(actor=cast.officer, region=cast.kukar, contact=SEAT)
    cast.kukar.refresh_from_db()
    assert (cast.kukar.address, cast.kukar.phone) == (SEAT.address, SEAT.phone)


def test_nobody_else_writes_that_of_a_region_with_users(cast):
    for person in (cast.partner, cast.stranger, cast.observer, cast.nobody, cast.tkksd):
        with pytest.raises(NotAllowed, match="tidak berwenang mengubah alamat"):
            set_contact(actor=person, region=cast.kukar, contact=SEAT)


def test_a_partner_writes_that_of_a_region_nobody_signs_in_for(cast, tabalong):
    set_contact(actor=cast.officer, region=tabalong, contact=SEAT)
    tabalong.refresh_from_db()
    assert tabalong.address == SEAT.address
    for person in (cast.observer, cast.nobody, cast.tkksd):
        with pytest.raises(NotAllowed):
            set_contact(actor=person, region=tabalong, contact=SEAT)


def test_that_of_a_region_which_ended_is_history(cast, tabalong):
    tabalong.valid_to = date(2020, 1, 1)
    tabalong.save()
    with pytest.raises(ImpossibleStep, match="sudah berakhir"):
        set_contact(actor=cast.officer, region=tabalong, contact=SEAT)


def test_it_is_written_on_its_page_and_kept_when_refused(cast, tabalong, signed_in):
    page = "/wilayah/63.09/"
    browser = signed_in(cast.officer)
    assert f"{page}alamat/" in browser.get(page).content.decode()
    wrong = browser.post(f"{page}alamat/", TYPED | {"email": "bukan surel"})
    assert wrong.status_code == 422
    assert "bukan surel" in wrong.content.decode()
    assert browser.post(f"{page}alamat/", TYPED).headers["Location"] == page
    assert "Jalan Contoh 7" in browser.get(page).content.decode()
    assert f"{page}alamat/" not in signed_in(cast.observer).get(page).content.decode()
    assert browser.get(f"{page}alamat/").status_code == 403


def test_its_partner_also_keeps_the_officials_of_a_region_nobody_signs_in_for(cast, tabalong, signed_in):
    head = OfficialData(
        name="Contoh Pangeran",
        position="kepala_daerah",
        position_title="Bupati Tabalong",
        term_start=date(2025, 2, 20),
    )
    add_official(actor=cast.officer, region=tabalong, data=head)
    assert signed_in(cast.officer).get("/wilayah/63.09/pejabat/tambah/").status_code == 200
    assert signed_in(cast.observer).get("/wilayah/63.09/pejabat/tambah/").status_code == 403
    with pytest.raises(NotAllowed, match="tidak berwenang mengubah direktori"):
        add_official(actor=cast.officer, region=cast.kubar, data=head)
