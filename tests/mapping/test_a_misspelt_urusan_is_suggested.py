"""An urusan typed by hand is recognised, or the nearest ones are suggested."""

import tomllib
from pathlib import Path

import pytest

from ksd.mapping.law.urusan_words import words_by_code
from ksd.mapping.services.urusan import suggest_urusan, urusan_named
from regions.models import Urusan

TABLE = Path("regions/data/urusan.toml")


@pytest.fixture(scope="module")
def register() -> list[Urusan]:
    rows = next(iter(value for value in tomllib.loads(TABLE.read_text()).values() if isinstance(value, list)))
    return [Urusan(code=row["code"], name=row["name"], order=number) for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Kesehatan", "kesehatan"),
        ("  URUSAN  kesehatan ", "kesehatan"),
        ("Bidang Pekerjaan Umum dan Penataan Ruang", "pekerjaan-umum-dan-penataan-ruang"),
        ("PUPR", "pekerjaan-umum-dan-penataan-ruang"),
        ("koperasi usaha kecil dan menengah", "koperasi-usaha-kecil-dan-menengah"),
        ("Dukcapil", "administrasi-kependudukan-dan-pencatatan-sipil"),
        ("olahraga", "kepemudaan-dan-olah-raga"),
        ("kelautan-dan-perikanan", "kelautan-dan-perikanan"),
    ],
)
def test_what_is_meant_is_recognised(register, typed, code):
    found = urusan_named(typed, register)
    assert found is not None
    assert found.code == code
    assert suggest_urusan(typed, register) == [found]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Kesehetan", "kesehatan"),
        ("pendidkan", "pendidikan"),
        ("perhubngan", "perhubungan"),
        ("Penanaman Modla", "penanaman-modal"),
        ("pencatatan sipl", "administrasi-kependudukan-dan-pencatatan-sipil"),
        ("lingkunan hidup", "lingkungan-hidup"),
        ("komunikasi & informasi", "komunikasi-dan-informatika"),
        ("perikannan", "kelautan-dan-perikanan"),
        ("ketentraman dan ketertiban", "ketenteraman-ketertiban-umum-dan-pelindungan-masyarakat"),
        ("tenaga kerj", "tenaga-kerja"),
        ("perpustakan", "perpustakaan"),
        ("transmigarsi", "transmigrasi"),
        ("Pertanain", "pertanian"),
        ("panggan", "pangan"),
    ],
)
def test_a_slip_of_the_pen_leads_to_the_nearest(register, typed, code):
    assert urusan_named(typed, register) is None
    assert suggest_urusan(typed, register)[0].code == code


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "\x00", "1234", "x" * 5000, "🙂"])
def test_nonsense_suggests_nothing(register, typed):
    assert suggest_urusan(typed, register) == []


def test_the_everyday_words_name_urusan_of_the_register(register):
    assert set(words_by_code()) <= {row.code for row in register}


@pytest.mark.django_db
def test_without_rows_the_register_itself_is_asked():
    Urusan.objects.create(code="pangan", name="Pangan", order=9, group="wajib_non_dasar")
    assert [row.name for row in suggest_urusan("pamgan")] == ["Pangan"]
