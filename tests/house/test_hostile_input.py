"""Input made to break something: each is refused in words, and nothing changes."""

import csv
import os
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from ksd.accounts.services.importing import preview_import
from ksd.core.errors import DomainError, NotReady
from ksd.core.files import store_bytes, store_emblem
from ksd.deadlines.services import override_deadline, start_deadline
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db
HEAD = "username,email,nama,wilayah,peran\n"


def test_a_photograph_that_breaks_off_is_no_emblem(cast):
    whole = BytesIO()
    Image.frombytes("RGB", (300, 300), os.urandom(270_000)).save(whole, "JPEG")
    half = SimpleUploadedFile("lambang.jpg", whole.getvalue()[: whole.tell() // 2])
    with pytest.raises(ValidationError, match="rusak atau tidak lengkap"):
        store_emblem(half, cast.officer)


def test_a_nul_character_in_an_address_or_token_is_not_understood(cast, signed_in):
    browser = signed_in(cast.officer)
    assert browser.get("/kerja-sama/", {"q": "a\x00b"}).status_code == 400
    assert browser.get("/kerja-sama/mitra/baru/", {"usulan": "\x00"}).status_code == 400
    assert browser.post("/kerja-sama/baru/", {"form_token": "\x00"}).status_code == 400


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            f'"{"x" * (csv.field_size_limit() + 1)}",a@contoh.test,Ani,64.02,observer',
            "tidak terbaca sebagai CSV",
        ),
        (f"ani,a@contoh.test,{'x' * 151},64.02,observer", "Kolom nama lebih dari 150 huruf"),
        (f"ani,{'x' * 250}@contoh.test,Ani,64.02,observer", "Kolom email lebih dari 254 huruf"),
    ],
)
def test_a_list_of_people_that_fits_no_column_is_refused(cast, row, fault):
    try:
        faults = [
            error for line in preview_import(actor=cast.admin, text=HEAD + row) for error in line.errors
        ]
    except NotReady as error:
        faults = [str(error)]
    assert any(fault in said for said in faults)


def test_lines_of_an_old_macintosh_are_read(cast):
    rows = preview_import(
        actor=cast.admin, text=HEAD.replace("\n", "\r") + "ani,a@contoh.test,Ani,64.02,observer"
    )
    assert [row.errors for row in rows] == [[]]


def test_a_due_date_beyond_all_years_is_refused(cast):
    deadline = start_deadline(
        actor=cast.officer, subject=cast.kukar, code="uji", title="Uji", base_date=date(2026, 11, 1),
        base_label="Uji", length=30, regions=[cast.kukar],
    )  # fmt: skip
    with pytest.raises(DomainError, match="paling lambat tahun 2100"):
        override_deadline(actor=cast.admin, deadline=deadline, due_on=date(9999, 12, 31), reason="Uji")


def test_a_text_that_names_a_file_of_the_store_does_not_open_it(cast, signed_in):
    play = Play(cast)
    play.to("penyusunan_kb")
    text = play.draft("kb")
    secret = store_bytes(content=b"rahasia", name="a.pdf", content_type="application/pdf", kind="uji")
    version = text.versions.get()
    version.body |= {"recitals": [f'bahwa "ksd-file:{secret.pk}" ada']}
    version.save()
    address = reverse("agreements:naskah_emblem", args=[text.public_id, secret.pk])
    assert signed_in(cast.officer).get(address).status_code == 404


def test_a_version_of_five_thousand_digits_is_not_found(cast, signed_in):
    play = Play(cast)
    play.to("penyusunan_kb")
    text = play.draft("kb")
    browser = signed_in(cast.officer)
    asked = {"version": "9" * 5000}
    assert browser.post(reverse("agreements:naskah_pdf", args=[text.public_id]), asked).status_code == 404
    address = reverse("agreements:naskah_print", args=[text.public_id])
    assert browser.get(address, {"versi": "9" * 5000}).status_code == 404
