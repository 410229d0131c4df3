"""Import of people from CSV: a dry run with every error, then all or nothing."""

import pytest

from ksd.accounts.access import may
from ksd.accounts.models import Membership, User
from ksd.accounts.services.importing import EXAMPLE, apply_import, preview_import
from ksd.core.errors import NotReady
from regions.models import Office
from tests import factories

HEAD = "username,email,nama,telepon,wilayah,peran,perangkat_daerah\n"
GOOD = (
    HEAD
    + "ani,ani@contoh.test,Contoh Ani,,64.02,kabkota_officer,\nani,ani@contoh.test,Contoh Ani,,64.02,tkksd,\n"
)


def errors_of(cast, line, head=HEAD):
    return " ".join(preview_import(actor=cast.admin, text=head + line)[0].errors)


def test_a_dry_run_changes_nothing(cast):
    rows = preview_import(actor=cast.admin, text=GOOD)
    assert [row.errors for row in rows] == [[], []]
    assert not User.objects.filter(username="ani").exists()


def test_one_person_with_two_lines_gets_two_roles(cast):
    apply_import(actor=cast.admin, text=GOOD)
    ani = User.objects.get(username="ani")
    assert may(ani, "agreements.propose", cast.kukar)
    assert may(ani, "agreements.review", cast.kukar)
    assert not ani.has_usable_password()


def test_semicolons_labels_and_a_byte_order_mark_are_understood(cast):
    Office.objects.create(region=cast.kaltim, name="Biro Pemerintahan", kind="biro")
    text = (
        "\ufeff"
        + HEAD.replace(",", ";")
        + "ani;ani@contoh.test;Contoh Ani;;64;Staf Biro Pemerintahan;biro pemerintahan\r\n"
    )
    apply_import(actor=cast.admin, text=text)
    assert Membership.objects.filter(user__username="ani", office__name="Biro Pemerintahan").exists()


def test_a_known_person_gets_a_further_role(cast):
    text = HEAD + "petugas.kukar,petugas.kukar@contoh.test,Contoh,,64.02,tkksd,\n"
    assert preview_import(actor=cast.admin, text=text)[0].outcome == "peran tambahan"
    apply_import(actor=cast.admin, text=text)
    assert cast.officer.memberships.count() == 2


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("a,salah,Nama,,64.02,observer,", "Alamat surel “salah” tidak benar"),
        ("a b!,a@contoh.test,Nama,,64.02,observer,", "huruf, angka"),
        ("a,a@contoh.test,,,64.02,observer,", "Kolom nama kosong"),
        ("a,a@contoh.test,Nama,,99.99,observer,", "“99.99” tidak ada dalam register"),
        ("a,a@contoh.test,Nama,,64.02,camat,", "Peran “camat” tidak dikenal"),
        ("a,a@contoh.test,Nama,,64,kabkota_officer,", "tidak ada di"),
        ("a,a@contoh.test,Nama,,00,observer,", "tidak mengelola akun"),
        ("a,a@contoh.test,Nama,,64.02,observer,Dinas Khayal", "Perangkat daerah itu tidak ada"),
        ("a,petugas.kukar@contoh.test,Nama,,64.02,observer,", "milik pengguna petugas.kukar"),
        ("petugas.kukar,beda@contoh.test,Nama,,64.02,tkksd,", "dengan alamat surel lain"),
        (
            "petugas.kukar,petugas.kukar@contoh.test,Nama,,64.02,kabkota_officer,",
            "sudah ada pada data yang ada",
        ),
    ],
)
def test_every_fault_of_a_row_is_named(cast, line, error):
    assert error in errors_of(cast, line)


def test_a_line_repeated_names_the_first(cast):
    line = "a,a@contoh.test,Nama,,64.02,observer,\n"
    rows = preview_import(actor=cast.admin, text=HEAD + line + line)
    assert rows[0].errors == []
    assert "baris 2" in rows[1].errors[0]


def test_one_faulty_row_holds_back_the_whole_file(cast):
    with pytest.raises(NotReady, match="1 baris masih salah") as refusal:
        apply_import(actor=cast.admin, text=GOOD + "b,salah,B,,64.02,observer,\n")
    assert "Baris 4" in refusal.value.findings[0]
    assert not User.objects.filter(username="ani").exists()


@pytest.mark.parametrize("text", ["", "nama,surel\nx,y\n", HEAD, "\x01\x02"])
def test_a_file_without_a_usable_head_or_rows_is_refused(cast, text):
    with pytest.raises(NotReady):
        preview_import(actor=cast.admin, text=text)


def test_a_dry_run_costs_the_same_for_one_row_and_for_twenty(cast, django_assert_num_queries):
    factories.region("64.74", "Bontang", "kota", cast.kaltim)
    for count in (1, 20):
        lines = "".join(f"orang{n},orang{n}@contoh.test,Contoh {n},,64.02,observer,\n" for n in range(count))
        admin = User.objects.get(pk=cast.admin.pk)
        with django_assert_num_queries(5):
            preview_import(actor=admin, text=HEAD + lines)


def test_the_example_file_is_read_without_a_missing_column(cast):
    rows = preview_import(actor=cast.admin, text="\n".join(EXAMPLE))
    assert rows[0].errors == []
