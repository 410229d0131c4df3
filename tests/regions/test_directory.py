"""Offices, officials, mandates and emblems of a region."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ksd.core.errors import ImpossibleStep, NotAllowed
from regions.models import Office, Official
from regions.services.directory import (
    OfficeData,
    OfficialData,
    add_office,
    add_official,
    change_office,
    change_official,
    set_emblem,
)


def head(**facts):
    given: dict[str, Any] = {
        "name": "Contoh Kepala",
        "position": "kepala_daerah",
        "position_title": "Bupati Kutai Kartanegara",
        "term_start": date(2025, 2, 20),
    }
    return OfficialData(**given | facts)


def picture(name="lambang.png", kind="PNG", size=(900, 900)):
    target = BytesIO()
    Image.new("RGB", size, "navy").save(target, kind)
    return SimpleUploadedFile(name, target.getvalue())


def test_an_admin_records_an_office_with_its_urusan(cast):
    office = add_office(
        actor=cast.admin, region=cast.kukar, data=OfficeData(name="Bagian Kerja Sama", kind="bagian")
    )
    change_office(
        actor=cast.admin, office=office, data=OfficeData(name="Bagian KSD", kind="bagian", phone="0541")
    )
    assert list(Office.objects.current().values_list("region__code", "name", "phone")) == [
        ("64.02", "Bagian KSD", "0541")
    ]


def test_an_office_stands_under_one_of_its_own_region_and_not_under_itself(cast):
    foreign = add_office(actor=cast.admin, region=cast.kubar, data=OfficeData(name="Setda", kind="lainnya"))
    with pytest.raises(ValidationError, match="berada di wilayah lain"):
        add_office(
            actor=cast.admin, region=cast.kukar, data=OfficeData(name="Bagian", kind="bagian", parent=foreign)
        )
    part = add_office(
        actor=cast.admin, region=cast.kubar, data=OfficeData(name="Bagian", kind="bagian", parent=foreign)
    )
    with pytest.raises(ValidationError, match="di bawah dirinya sendiri"):
        change_office(
            actor=cast.admin, office=foreign, data=OfficeData(name="Setda", kind="lainnya", parent=part)
        )


def test_the_same_office_is_not_recorded_twice(cast):
    data = OfficeData(name="Dinas Kesehatan", kind="perangkat_daerah")
    add_office(actor=cast.admin, region=cast.kukar, data=data)
    with pytest.raises(ValidationError, match="sudah ada di wilayah tersebut"):
        add_office(actor=cast.admin, region=cast.kukar, data=data)


def test_names_in_texts_carry_no_titles(cast):
    data = head(
        title_before="Dr.",
        title_after="S.H.",
        standing="pj",
        mandate_number="1",
        mandate_date=date(2025, 2, 1),
    )
    official = add_official(actor=cast.admin, region=cast.kukar, data=data)
    assert official.name == "Contoh Kepala"
    assert official.full_name == "Dr. Contoh Kepala, S.H."
    assert official.title_line == "Pj. Bupati Kutai Kartanegara"


def test_two_heads_in_full_right_never_overlap(cast):
    first = add_official(actor=cast.admin, region=cast.kukar, data=head())
    with pytest.raises(ValidationError, match="bertumpuk dengan Contoh Kepala"):
        add_official(
            actor=cast.admin, region=cast.kukar, data=head(name="Contoh Kedua", term_start=date(2026, 1, 1))
        )
    change_official(actor=cast.admin, official=first, data=head(term_end=date(2025, 12, 31)))
    add_official(
        actor=cast.admin, region=cast.kukar, data=head(name="Contoh Kedua", term_start=date(2026, 1, 1))
    )
    add_official(actor=cast.admin, region=cast.kubar, data=head(name="Contoh Tetangga"))
    assert Official.objects.count() == 3


def test_an_acting_head_stands_before_the_absent_holder(cast):
    add_official(actor=cast.admin, region=cast.kukar, data=head())
    acting = add_official(
        actor=cast.admin,
        region=cast.kukar,
        data=head(
            name="Contoh Harian",
            standing="plh",
            term_start=date(2026, 11, 16),
            term_end=date(2026, 11, 21),
            mandate_number="800/1/2026",
            mandate_date=date(2026, 11, 13),
        ),
    )
    assert Official.objects.head_of(cast.kukar) == acting
    assert str(Official.objects.head_of(cast.kukar, date(2026, 11, 22))).startswith("Contoh Kepala,")
    assert Official.objects.head_of(cast.kukar, date(2024, 1, 1)) is None


def test_an_acting_official_needs_a_mandate(cast):
    with pytest.raises(ValidationError, match="memerlukan nomor dan tanggal"):
        add_official(actor=cast.admin, region=cast.kukar, data=head(standing="plt"))


def test_nobody_begins_before_the_mandate_and_ends_before_beginning(cast):
    with pytest.raises(ValidationError, match="mendahului tanggal surat"):
        add_official(actor=cast.admin, region=cast.kukar, data=head(mandate_date=date(2025, 3, 1)))
    with pytest.raises(ValidationError, match="tidak boleh sebelum tanggal mulai menjabat"):
        add_official(actor=cast.admin, region=cast.kukar, data=head(term_end=date(2025, 1, 1)))
    assert not Official.objects.exists()


def test_a_mandate_file_is_checked_and_kept(cast):
    file = SimpleUploadedFile("sk.pdf", b"%PDF-1.7 contoh")
    official = add_official(actor=cast.admin, region=cast.kukar, data=head(), mandate=file)
    assert str(official.mandate_file) == "sk.pdf"
    with pytest.raises(ValidationError, match="tidak diterima"):
        change_official(
            actor=cast.admin, official=official, data=head(), mandate=SimpleUploadedFile("sk.exe", b"MZ")
        )


def test_an_emblem_is_shrunk_and_a_drawing_with_code_in_it_refused(cast):
    set_emblem(actor=cast.admin, region=cast.kukar, upload=picture())
    cast.kukar.refresh_from_db()
    assert cast.kukar.emblem.content_type == "image/jpeg"
    with pytest.raises(ValidationError, match="tidak diterima"):
        set_emblem(actor=cast.admin, region=cast.kukar, upload=SimpleUploadedFile("x.svg", b"<svg/>"))


def test_only_those_who_keep_a_directory_change_it(cast):
    for person in (cast.partner, cast.stranger, cast.tkksd, cast.observer, cast.nobody):
        with pytest.raises(NotAllowed, match="tidak berwenang mengubah direktori"):
            add_official(actor=person, region=cast.kukar, data=head())
        with pytest.raises(NotAllowed):
            set_emblem(actor=person, region=cast.kukar, upload=picture())


def test_the_directory_of_an_ended_region_is_history(cast):
    cast.paser.valid_to = date(2026, 1, 1)
    cast.paser.save()
    with pytest.raises(ImpossibleStep, match="sudah berakhir"):
        add_office(actor=cast.admin, region=cast.paser, data=OfficeData(name="Bagian", kind="bagian"))
